/** From a bearer token to a verified identity: whose word counts, by which algorithm, until when. The audience is judged where audiences are known. */
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type RemoteJWKSet,
} from 'jose';
import * as v from 'valibot';
import type { Config } from '../env.ts';
import { discover, type Issuer, isAllowedUrl, issuerNamed } from './issuers.ts';

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

export type TokenFailure = 'invalid-token' | 'expired-token';
export type Verification =
  | { readonly ok: true; readonly identity: Identity; readonly payload: JWTPayload }
  | { readonly ok: false; readonly code: TokenFailure | 'keys-unavailable' };

const MAX_TOKEN = 8 * 1024;
const LEEWAY_SECONDS = 60;
/** Headers that name or carry a key are an attack, even where they would be ignored; extensions are no ID token's. */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'] as const;

const ClaimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  aud: v.union([
    v.string(),
    v.pipe(
      v.strictTuple([v.string()]),
      v.transform(([only]) => only),
    ),
  ]),
  email: v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@]+@[^\s@]+$/)),
  email_verified: v.literal(true),
  exp: v.number(),
});

class KeysUnavailable extends Error {}

export async function verifyToken(token: string, config: Config): Promise<Verification> {
  const issuer = acceptableIssuer(token, config);
  if (issuer === undefined) return { ok: false, code: 'invalid-token' };
  try {
    const { payload } = await jwtVerify(token, await keysOf(issuer, config.local), {
      issuer: [issuer.issuer, ...issuer.aliases],
      algorithms: [...issuer.algorithms],
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'sub', 'aud', 'email'],
    });
    return identityOf(payload, issuer);
  } catch (error) {
    return { ok: false, code: failureOf(error) };
  }
}

/** The configured issuer that an unverified token claims, if its form is one of ours at all. */
function acceptableIssuer(token: string, config: Config): Issuer | undefined {
  if (token.length > MAX_TOKEN) return undefined;
  try {
    const header = decodeProtectedHeader(token);
    if (REFUSED_HEADERS.some((name) => name in header)) return undefined;
    // RFC 9068: an access token says `at+jwt`; it is no proof of who is there.
    if (header.typ !== undefined && header.typ.toUpperCase() !== 'JWT') return undefined;
    return issuerNamed(config.issuers, decodeJwt(token).iss);
  } catch {
    return undefined;
  }
}

function identityOf(payload: JWTPayload, issuer: Issuer): Verification {
  const claims = v.safeParse(ClaimsSchema, payload);
  if (!claims.success) return { ok: false, code: 'invalid-token' };
  const { sub, aud, email, exp } = claims.output;
  const identity = { issuer: issuer.issuer, subject: sub, email, audience: aud, expiresAt: exp * 1000 };
  return { ok: true, identity, payload };
}

function failureOf(error: unknown): TokenFailure | 'keys-unavailable' {
  if (error instanceof errors.JWTExpired) return 'expired-token';
  if (error instanceof KeysUnavailable || error instanceof errors.JWKSInvalid) return 'keys-unavailable';
  if (error instanceof errors.JOSEError) return 'invalid-token';
  throw error;
}

const keySets = new Map<string, RemoteJWKSet>();

async function keysOf(issuer: Issuer, local: boolean): Promise<RemoteJWKSet> {
  const known = keySets.get(issuer.issuer);
  if (known !== undefined) return known;
  const address = issuer.jwks ?? (await discoverKeys(issuer, local));
  const keys = createRemoteJWKSet(new URL(address), { [customFetch]: fetchKeys });
  keySets.set(issuer.issuer, keys);
  return keys;
}

async function discoverKeys(issuer: Issuer, local: boolean): Promise<string> {
  const server = await discover(issuer, local).catch((cause: unknown) => {
    throw new KeysUnavailable('discovery failed', { cause });
  });
  const address = server.jwks_uri;
  if (address === undefined || !isAllowedUrl(address, local)) throw new KeysUnavailable('no address of keys');
  return address;
}

/** Any trouble on the way to the keys is ours, not the token's. */
async function fetchKeys(url: string, options: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, options);
    if (response.status !== 200) throw new KeysUnavailable(`status ${response.status}`);
    return Response.json(await response.json());
  } catch (cause) {
    throw new KeysUnavailable('keys could not be fetched', { cause });
  }
}
