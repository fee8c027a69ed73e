/** The frame of every page: head, header with whose figures these are and who is signed in, the sample label, the content. */
import { raw } from 'hono/html';
import { type Child, useContext } from 'hono/jsx';
import { ROLE_WORDS, SAMPLE_MARK } from '../../shared/words.ts';
import { NOTICES_ADDRESS } from './addresses.ts';
import { Nav, type Place } from './nav.tsx';
import type { Person } from './props.ts';
import { fullMomentText } from './times.ts';
import { UnsoundSince } from './unsound.ts';
import { FRAME_WORDS } from './words.ts';

interface LayoutProps {
  readonly title: string;
  readonly commune: string;
  /** "Nghị quyết …", beside the commune's name. */
  readonly subtitle?: string;
  readonly sample: boolean;
  readonly me: Person | null;
  /** Which part of the view the page belongs to. */
  readonly here?: Place;
  /** A page about one short matter (sign-in, a problem), set narrow. */
  readonly narrow?: boolean;
  readonly children?: Child;
}

export function Layout({ title, commune, subtitle, sample, me, here, narrow = false, children }: LayoutProps) {
  const name = FRAME_WORDS.commune(commune);
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${name}`}</title>
          <link rel="stylesheet" href="/assets/view.css" />
          <script type="module" src="/assets/view.js" />
        </head>
        <body class={narrow ? 'narrow' : undefined}>
          <a class="skip" href="#content">
            {FRAME_WORDS.skip}
          </a>
          <header class="masthead">
            <p class="masthead-name">
              <a href="/">{name}</a>
              <span class="masthead-subtitle">{subtitle ?? FRAME_WORDS.app}</span>
            </p>
            {sample ? <p class="sample">{SAMPLE_MARK}</p> : null}
            {me === null ? null : <SignedIn me={me} />}
            {me === null ? null : <Nav me={me} here={here} />}
          </header>
          <Unsound />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <Foot isSignedIn={me !== null} />
        </body>
      </html>
    </>
  );
}

/** On every page, whoever reads it, until a check finds all well again; an open page gets it with the next change. */
function Unsound() {
  const at = useContext(UnsoundSince);
  return (
    <div data-live="unsound">
      {at === null ? null : (
        <p class="unsound" role="alert">
          {FRAME_WORDS.unsound(fullMomentText(at))}
        </p>
      )}
    </div>
  );
}

/** The way out for whoever has left a session open on somebody else's machine, and whose work this stands on. */
function Foot({ isSignedIn }: { readonly isSignedIn: boolean }) {
  return (
    <footer class="page-foot">
      <a class="quiet" href={NOTICES_ADDRESS}>
        {FRAME_WORDS.notices}
      </a>
      {isSignedIn ? (
        <form method="post" action="/sign-out-everywhere">
          <button class="quiet" type="submit">
            {FRAME_WORDS.signOutEverywhere}
          </button>
        </form>
      ) : null}
    </footer>
  );
}

function SignedIn({ me }: { me: Person }) {
  const who = me.name ?? me.email;
  return (
    <form class="who" method="post" action="/sign-out">
      <span class="who-name">
        <span class="visually-hidden">{FRAME_WORDS.signedInAs} </span>
        {who}
        {me.role === null ? null : <span class="who-role"> · {ROLE_WORDS[me.role]}</span>}
      </span>
      <button class="quiet" type="submit">
        {FRAME_WORDS.signOut}
      </button>
    </form>
  );
}
