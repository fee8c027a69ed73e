/** A page's form, sent as a browser sends it: with the session's cookie, from the page's own origin. */
import { ask, ORIGIN } from './client.ts';
import { openSession } from './sign-in.ts';

export async function sendForm(
  email: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  origin = ORIGIN,
): Promise<Response> {
  const headers = {
    Cookie: `__Host-session=${await openSession(email)}`,
    Origin: origin,
    Accept: 'text/html',
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  return ask(path, { method: 'POST', headers, body: String(new URLSearchParams(fields)) });
}
