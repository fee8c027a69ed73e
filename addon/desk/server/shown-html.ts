/**
 * The pages that a script shows (sidebar, dialog), kept in memory so that a frame can be loaded from them, with the
 * stand-in for `google.script` put in front of everything of theirs.
 */

import { randomBytes } from 'node:crypto';

/** Sidebars and dialogs that may be open at once; older ones are forgotten. */
const KEPT = 40;

/** Where Vite puts the stand-in for `google.script` that runs inside the frame. */
const FRAME_SCRIPT = '/google-script.js';

export interface ShownHtmlStore {
  add(html: string): string;
  get(id: string): string | undefined;
}

export function createShownHtmlStore(): ShownHtmlStore {
  const pages = new Map<string, string>();
  return {
    add(html) {
      const id = randomBytes(12).toString('base64url');
      pages.set(id, withFrameScript(html));
      const [oldest] = pages.keys();
      if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
      return id;
    },
    get: (id) => pages.get(id),
  };
}

/** Puts the script behind `<head>`, else behind the doctype, so that it runs before any script of the page. */
export function withFrameScript(html: string): string {
  const script = `<script src="${FRAME_SCRIPT}"></script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : (doctype?.[0].length ?? 0);
  return html.slice(0, at) + script + html.slice(at);
}
