/** Signs people in as a browser does: to the issuer, back with its code, and on with the cookie. */
import { runInDurableObject } from 'cloudflare:test';
import { sessionStore } from '../store/sessions.ts';
import { ask, commune, ISSUER } from './client.ts';

export interface Claims {
  readonly email: string;
  readonly sub?: string;
  readonly nonce?: string;
  readonly aud?: string;
  readonly email_verified?: boolean;
}

/** The cookie of a name that an answer sets, as a browser would send it back. */
export function cookieOf(response: Response, name: string): string {
  const set = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  if (set === undefined) throw new Error(`no cookie ${name}`);
  return set.split(';')[0] ?? '';
}

/** A session without the sign-in: its secret, as the cookie would carry it. */
export function openSession(email: string): Promise<string> {
  const person = { issuer: ISSUER, subject: `sub-of-${email}`, email };
  return runInDurableObject(commune(), (_, { storage }) => sessionStore(storage.sql).open(person, Date.now()));
}

/** Goes to the issuer, and has it answer as `claims` say. */
export async function begin(claims: Claims, returnTo = '/') {
  const start = await ask(`/sign-in/start?return=${encodeURIComponent(returnTo)}`);
  const address = new URL(start.headers.get('Location') ?? '');
  const challenge = address.searchParams.get('code_challenge');
  const nonce = address.searchParams.get('nonce');
  const content = JSON.stringify({ sub: `sub-of-${claims.email}`, challenge, nonce, ...claims });
  const code = btoa(content).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const state = address.searchParams.get('state') ?? '';
  return {
    start,
    address,
    cookie: cookieOf(start, '__Host-sign-in'),
    callback: `/sign-in/callback?code=${code}&state=${state}`,
  };
}

/** The session's cookie. */
export async function signIn(email: string): Promise<string> {
  const { callback, cookie } = await begin({ email });
  return cookieOf(await ask(callback, { headers: { Cookie: cookie } }), '__Host-session');
}
