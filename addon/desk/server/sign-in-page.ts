/** The identity stand-in's pages: choosing a person, and what is said when signing in cannot go on. */

import { PEOPLE, type Person } from './people.ts';
import { words } from './words.ts';

const STYLE = `
  :root { color-scheme: light; font: 16px/1.5 "Be Vietnam Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b2733; background: #f4f6f8; }
  body { margin: 0; padding: 2rem 1rem; }
  main { max-width: 40rem; margin: 0 auto; background: #fff; border: 1px solid #d5dce3; border-radius: 6px; padding: 1.5rem 1.75rem 1.75rem; }
  p.product { margin: 0; color: #45566a; font-size: .9rem; }
  h1 { margin: .15rem 0 .5rem; font-size: 1.4rem; }
  p { margin: 0 0 1rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
  form { margin: 0; height: 100%; }
  button { width: 100%; height: 100%; text-align: left; font: inherit; color: inherit; background: #fff; border: 1px solid #8293a5; border-radius: 4px; padding: .6rem .8rem; cursor: pointer; }
  button:hover { background: #eef4fb; border-color: #0b57a4; }
  button:focus-visible, a:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
  button strong { display: block; } button span { display: block; color: #45566a; font-size: .875rem; }
  .mark { display: inline-block; border: 1px solid #8a5a00; color: #6b4600; border-radius: 3px; padding: 0 .4rem; font-size: .8rem; }
  a { color: #0b57a4; } code { overflow-wrap: anywhere; }`;

/** The page that lists the people, one button each. */
export function signInPage(action: string): string {
  const choices = PEOPLE.map((person) => personButton(person, action)).join('\n');
  return page(
    words.signIn.title,
    `<p>${escapeHtml(words.signIn.lead)} <span class="mark">${words.signIn.sample}</span></p>\n<ul>\n${choices}\n</ul>`,
  );
}

/** The page for a sign-in that was left lying, or broken off by a restart. */
export function expiredPage(viewOrigin: string): string {
  return page(words.signIn.expiredTitle, `<p>${words.signIn.expired}</p>\n${backLink(viewOrigin)}`);
}

/** The page for a request that the issuer refuses; `reason` is for whoever looks after the client. */
export function refusedPage(viewOrigin: string, reason: string): string {
  const details = `<details><summary>${words.signIn.details}</summary><code>${escapeHtml(reason)}</code></details>`;
  return page(words.signIn.failedTitle, `<p>${words.signIn.failed}</p>\n${backLink(viewOrigin)}\n${details}`);
}

function personButton(person: Person, action: string): string {
  return `<li><form method="post" action="${escapeHtml(action)}"><button name="email" value="${escapeHtml(person.email)}"><strong>${escapeHtml(person.name)}</strong><span>${escapeHtml(person.role)}</span></button></form></li>`;
}

function backLink(viewOrigin: string): string {
  return `<p><a href="${escapeHtml(viewOrigin)}/">${words.signIn.back}</a></p>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<main>
<p class="product">${words.signIn.product}</p>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
