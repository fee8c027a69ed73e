/** Where a person goes after signing in: a path of ours, whatever a link said. */

/** The path and query of `text` if it leads nowhere but to our own pages, else "/". */
export function returnPath(text: string | null, publicOrigin: string): string {
  // A browser reads "//host" and "/\host" as another host, and passes over tabs and line ends in between.
  if (text === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/';
  if (!URL.canParse(text, publicOrigin)) return '/';
  const url = new URL(text, publicOrigin);
  if (url.origin !== publicOrigin || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-')) return '/';
  return url.pathname + url.search;
}
