/** Answers with a strong tag, and 304 for who has it already. */

/** The answer, or 304 where the request names its tag. `body` is only made where it is sent. */
export function tagged(
  request: Request,
  tag: string,
  headers: Readonly<Record<string, string>>,
  body: () => BodyInit,
): Response {
  const etag = `"${tag}"`;
  // Kept by the reader alone, and asked about each time: figures change, and are not for everybody.
  const all = { 'Cache-Control': 'private, no-cache', ...headers, ETag: etag };
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body(), { headers: all });
}

/** RFC 9110, 13.1.2: compared weakly, because a proxy that compresses weakens tags. */
function matches(condition: string | null, etag: string): boolean {
  if (condition === null) return false;
  return condition.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
