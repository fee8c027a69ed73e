/** The way to another page: after a form, after signing in or out. */
export function seeOther(address: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: address });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
