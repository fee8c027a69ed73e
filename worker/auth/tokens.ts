/** From a bearer token to a verified identity: whose word counts, by which algorithm, until when. The audience is judged where audiences are known. */
import { errors, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';
import { DEADLINE_MS } from '../decide/keys.ts';
import { isEmail } from '../decide/member.ts';
import type { Config } from '../env.ts';
import { discover, type Issuer, isAllowedUrl, issuerNamed } from './issuers.ts';
import { fetchKeys, type KeySet, type KeySource, KeysUnavailable, keySource } from './keys.ts';
import { readForm } from './token-form.ts';

/** A person as the issuer names them. `email` is verified by the issuer; `subject` is what stays. */
export interface Person {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
}

export interface Identity extends Person {
  readonly audience: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

type TokenFailure = 'invalid-token' | 'expired-token';
export type Verification =
  | { readonly ok: true; readonly identity: Identity; readonly payload: JWTPayload }
  | { readonly ok: false; readonly code: TokenFailure }
  | { readonly ok: false; readonly code: 'keys-unavailable'; readonly cause: unknown };

/** A clock may be so far from the issuer's. */
export const LEEWAY_SECONDS = 60;
/** The last second that a `Date` knows. */
const MAX_SECONDS = 8_640_000_000_000;

const ClaimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  aud: v.union([
    v.string(),
    v.pipe(
      v.strictTuple([v.string()]),
      v.transform(([only]) => only),
    ),
  ]),
  /** Whoever the token was issued to has to be who it is for. */
  azp: v.optional(v.string()),
  email: v.pipe(v.string(), v.check(isEmail)),
  email_verified: v.literal(true),
  iat: v.number(),
  exp: v.pipe(v.number(), v.maxValue(MAX_SECONDS)),
});

export async function verifyToken(token: string, config: Config): Promise<Verification> {
  const claimed = readForm(token);
  const issuer = claimed === null ? undefined : issuerNamed(config.issuers, claimed.issuer);
  if (claimed === null || issuer === undefined) return { ok: false, code: 'invalid-token' };
  try {
    const { payload } = await jwtVerify(token, await keysOf(issuer, config.local)(claimed.kid), {
      issuer: [issuer.issuer, ...issuer.aliases],
      algorithms: [...issuer.algorithms],
      clockTolerance: LEEWAY_SECONDS,
    });
    return identityOf(payload, issuer);
  } catch (error) {
    if (error instanceof KeysUnavailable) return { ok: false, code: 'keys-unavailable', cause: error };
    return { ok: false, code: failureOf(error) };
  }
}

function identityOf(payload: JWTPayload, issuer: Issuer): Verification {
  const claims = v.safeParse(ClaimsSchema, payload);
  if (!claims.success) return { ok: false, code: 'invalid-token' };
  const { sub, aud, azp, email, iat, exp } = claims.output;
  const isIssued = iat <= Date.now() / 1000 + LEEWAY_SECONDS;
  if (!isIssued || (azp !== undefined && azp !== aud)) return { ok: false, code: 'invalid-token' };
  const identity = { issuer: issuer.issuer, subject: sub, email, audience: aud, expiresAt: exp * 1000 };
  return { ok: true, identity, payload };
}

function failureOf(error: unknown): TokenFailure {
  if (error instanceof errors.JWTExpired) return 'expired-token';
  if (error instanceof errors.JOSEError) return 'invalid-token';
  throw error;
}

const sources = new Map<string, KeySource>();

function keysOf(issuer: Issuer, local: boolean): KeySource {
  const name = `${issuer.issuer} ${issuer.jwks ?? ''}`;
  const known = sources.get(name);
  if (known !== undefined) return known;
  const source = keySource(() => loadKeys(issuer, local));
  sources.set(name, source);
  return source;
}

async function loadKeys(issuer: Issuer, local: boolean): Promise<KeySet> {
  const address = issuer.jwks ?? (await discover(issuer, local)).jwks_uri;
  if (address === undefined || !isAllowedUrl(address, local)) throw new KeysUnavailable('no address of keys');
  return fetchKeys(address, DEADLINE_MS);
}
