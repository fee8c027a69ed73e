/** `POST /token`: an ID token for one of the demo people, without a password. On the loopback address only, for tests and the desk. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import { Problem, readBody, requireOwnOrigin, sendJson } from './http.ts';
import type { IdentityKeys } from './keys.ts';
import { findPerson, subjectOf } from './people.ts';

/** The client that the commune's view signs people in with. */
export const VIEW_CLIENT = 'commune-view';

const DEFAULT_TTL = 3600;
const FORM_LIMIT = 8 * 1024;

interface TokenRequest {
  readonly email: string;
  /** Audience; the browser sign-in's client where absent. */
  readonly aud?: string | undefined;
  /** Seconds the token is good for; negative: it has already expired. */
  readonly ttl?: number | undefined;
  readonly sub?: string | undefined;
  readonly emailVerified?: boolean | undefined;
}

export type IssueToken = (request: TokenRequest) => Promise<string>;

/** Makes the function that signs ID tokens of `issuer` with the key its JWKS publishes. */
export async function createTokenIssuer(issuer: string, keys: IdentityKeys): Promise<IssueToken> {
  const key = await importJWK(keys.signing, 'RS256');
  return async ({ email, aud, ttl, sub, emailVerified }) => {
    const person = findPerson(email);
    if (person === undefined) throw new Problem('unknown-person');
    const now = Math.floor(Date.now() / 1000);
    const lifetime = ttl ?? DEFAULT_TTL;
    return new SignJWT({ email: person.email, email_verified: emailVerified ?? true, name: person.name })
      .setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(sub ?? subjectOf(person.email))
      .setAudience(aud ?? VIEW_CLIENT)
      .setIssuedAt(lifetime < 0 ? now + lifetime - DEFAULT_TTL : now)
      .setExpirationTime(now + lifetime)
      .sign(key);
  };
}

export async function handleToken(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  issue: IssueToken,
): Promise<void> {
  requireOwnOrigin(request, origin);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    throw new Problem('not-form');
  const form = new URLSearchParams(await readBody(request, FORM_LIMIT));
  sendJson(response, 200, { id_token: await issue(readTokenForm(form)) });
}

function readTokenForm(form: URLSearchParams): TokenRequest {
  return {
    email: form.get('email') ?? '',
    aud: textField(form, 'aud'),
    ttl: secondsField(form, 'ttl'),
    sub: textField(form, 'sub'),
    emailVerified: booleanField(form, 'email_verified'),
  };
}

function textField(form: URLSearchParams, name: string): string | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  if (text === '' || text.length > 200) throw new Problem('bad-field', name);
  return text;
}

function secondsField(form: URLSearchParams, name: string): number | undefined {
  const text = textField(form, name);
  if (text === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(text)) throw new Problem('bad-field', name);
  return Number(text);
}

function booleanField(form: URLSearchParams, name: string): boolean | undefined {
  const text = textField(form, name);
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw new Problem('bad-field', name);
  return text === 'true';
}
