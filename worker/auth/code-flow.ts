/** The OpenID Connect code flow with PKCE, state and nonce: two steps, with what lies between them kept by the browser. */
import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import type { Config } from '../env.ts';
import { withDeadline } from './deadline.ts';
import { discover, type Issuer, insecure } from './issuers.ts';
import { type Person, verifyToken } from './tokens.ts';

const PendingSchema = v.object({
  issuer: v.string(),
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  returnTo: v.string(),
});
/** A sign-in under way. */
export type Pending = v.InferOutput<typeof PendingSchema>;

export function writePending(pending: Pending): string {
  return encodeURIComponent(JSON.stringify(pending));
}

export function readPending(text: string | null): Pending | null {
  try {
    return text === null ? null : v.parse(PendingSchema, JSON.parse(decodeURIComponent(text)));
  } catch {
    return null;
  }
}

function callbackAddress({ publicOrigin }: Config): string {
  return `${publicOrigin}/sign-in/callback`;
}

/** Where the browser goes, and what it has to remember. Rejects where the issuer cannot be reached. */
export async function beginSignIn(issuer: Issuer, returnTo: string, config: Config) {
  const server = await discover(issuer, config.local);
  if (server.authorization_endpoint === undefined) throw new Error('issuer without authorization endpoint');
  const pending: Pending = {
    issuer: issuer.issuer,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    returnTo,
  };
  const address = new URL(server.authorization_endpoint);
  const question = {
    client_id: issuer.browserClientId,
    redirect_uri: callbackAddress(config),
    response_type: 'code',
    scope: 'openid email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
  return { address: address.href, pending };
}

export type SignInResult =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly why: 'refused' | 'unavailable'; readonly cause: unknown };

/** Turns the issuer's answer into a verified person; the ID token has to pass everything that a bearer token has to. */
export async function finishSignIn(url: URL, pending: Pending, config: Config): Promise<SignInResult> {
  const issuer = config.issuers.find((each) => each.issuer === pending.issuer);
  if (issuer === undefined) return { ok: false, why: 'refused', cause: 'issuer is no longer configured' };
  try {
    const token = await exchangeCode(url, pending, issuer, config);
    const verified = await verifyToken(token, config);
    if (!verified.ok) {
      const { code } = verified;
      return code === 'keys-unavailable'
        ? { ok: false, why: 'unavailable', cause: verified.cause }
        : { ok: false, why: 'refused', cause: code };
    }
    const { identity } = verified;
    if (identity.audience !== issuer.browserClientId) return { ok: false, why: 'refused', cause: 'audience' };
    return { ok: true, person: { issuer: identity.issuer, subject: identity.subject, email: identity.email } };
  } catch (cause) {
    return { ok: false, why: isAnswer(cause) ? 'refused' : 'unavailable', cause };
  }
}

async function exchangeCode(url: URL, pending: Pending, issuer: Issuer, config: Config): Promise<string> {
  const server = await discover(issuer, config.local);
  const client: oauth.Client = { client_id: issuer.browserClientId };
  const answer = oauth.validateAuthResponse(server, client, url, pending.state);
  const secret = config.clientSecrets[issuer.issuer];
  const authentication = secret === undefined ? oauth.None() : oauth.ClientSecretPost(secret);
  const address = callbackAddress(config);
  const result = await withDeadline(10_000, async (signal) => {
    const options = { ...insecure(config.local), signal };
    const { verifier } = pending;
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      answer,
      address,
      verifier,
      options,
    );
    const expected = { expectedNonce: pending.nonce, requireIdToken: true };
    return oauth.processAuthorizationCodeResponse(server, client, response, expected);
  });
  if (result.id_token === undefined) throw new oauth.OperationProcessingError('no ID token');
  return result.id_token;
}

/** The issuer answered, and the answer was no or not acceptable; anything else is the way to it. */
function isAnswer(error: unknown): boolean {
  return (
    error instanceof oauth.AuthorizationResponseError ||
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError
  );
}
