/** The two cookies of the browser sign-in. `__Host-`: only this host can set them, over a secure channel, for every path. */
import { parse, serialize } from 'hono/utils/cookie';
import { SESSION_MS } from '../store/sessions.ts';

const SESSION = '__Host-session';
const SIGN_IN = '__Host-sign-in';
const SIGN_IN_SECONDS = 600;

const OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export function readSessionCookie(headers: Headers): string | null {
  return readCookie(headers, SESSION);
}

export function sessionCookie(secret: string): string {
  return serialize(SESSION, secret, { ...OPTIONS, maxAge: SESSION_MS / 1000 });
}

export function endedSessionCookie(): string {
  return serialize(SESSION, '', { ...OPTIONS, maxAge: 0 });
}

/** What a sign-in under way has to remember, kept by the browser that began it. */
export function readSignInCookie(headers: Headers): string | null {
  return readCookie(headers, SIGN_IN);
}

export function signInCookie(text: string): string {
  return serialize(SIGN_IN, text, { ...OPTIONS, maxAge: SIGN_IN_SECONDS });
}

export function endedSignInCookie(): string {
  return serialize(SIGN_IN, '', { ...OPTIONS, maxAge: 0 });
}

function readCookie(headers: Headers, name: string): string | null {
  const text = parse(headers.get('Cookie') ?? '', name)[name];
  return text === undefined || text === '' || text.length > 4096 ? null : text;
}
