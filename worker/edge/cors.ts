/** Lets the sidebar read from its unforeseeable Google origin: by bearer token alone, never with cookies. */

/** HtmlService serves a sidebar from such an origin; the pattern must fit the whole of it. */
const SIDEBAR_ORIGIN = /^https:\/\/[a-z0-9]+(?:-[a-z0-9]+)*-script\.googleusercontent\.com$/;

const METHODS = 'GET, PUT, POST, DELETE';
const REQUEST_HEADERS = 'Authorization, Content-Type, If-Match, If-None-Match';
const EXPOSED_HEADERS = 'ETag, Retry-After';
/** The longest that Chromium keeps a preflight's answer. */
const PREFLIGHT_SECONDS = '7200';

export function mayRead(origin: string, configured: readonly string[]): boolean {
  return SIDEBAR_ORIGIN.test(origin) || configured.includes(origin);
}

export function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.has('Origin') &&
    request.headers.has('Access-Control-Request-Method')
  );
}

export function preflightResponse(origin: string | null, configured: readonly string[]): Response {
  const headers = new Headers();
  addCors(headers, origin, configured);
  if (headers.has('Access-Control-Allow-Origin')) {
    headers.set('Access-Control-Allow-Methods', METHODS);
    headers.set('Access-Control-Allow-Headers', REQUEST_HEADERS);
    headers.set('Access-Control-Max-Age', PREFLIGHT_SECONDS);
  }
  return new Response(null, { status: 204, headers });
}

export function addCors(headers: Headers, origin: string | null, configured: readonly string[]): void {
  headers.append('Vary', 'Origin');
  if (origin === null || !mayRead(origin, configured)) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}
