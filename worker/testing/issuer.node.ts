/** The outside world of the Worker's tests, in Node: OpenID Connect issuers, one sound, one without keys, one that lies about itself. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Request as OutRequest, Response as OutResponse } from 'miniflare';
import { answerWrongly, WRONG_KEYS } from './wrong-keys.node.ts';

const ISSUER = 'https://issuer.test';
/** Configured, but its keys cannot be fetched. */
const BROKEN_ISSUER = 'https://broken.test';
const BROWSER_CLIENT = 'commune-view';

interface KeyPair {
  readonly secret: JWK;
  readonly open: JWK;
}

export async function createTestIssuer() {
  const rsa = await createKey('RS256');
  const ec = await createKey('ES256');
  const stranger = await createKey('RS256');
  return {
    configuration: [
      { issuer: ISSUER, aliases: ['issuer.test'], browserClientId: BROWSER_CLIENT, jwks: `${ISSUER}/jwks` },
      { issuer: BROKEN_ISSUER, browserClientId: BROWSER_CLIENT },
    ],
    privateKeys: { rsa: rsa.secret, ec: ec.secret, stranger: stranger.secret, rsaPublic: rsa.open },
    answer: (request: OutRequest) => answer(request, [rsa.open, ec.open], rsa.secret),
  };
}

async function createKey(algorithm: string): Promise<KeyPair> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const secret = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(secret);
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = secret;
  return { secret: { ...secret, kid, alg: algorithm }, open: { ...open, kid, alg: algorithm, use: 'sig' } };
}

async function answer(request: OutRequest, keys: readonly JWK[], secret: JWK): Promise<OutResponse> {
  const { origin, hostname, pathname } = new URL(request.url);
  if (hostname.endsWith(WRONG_KEYS)) return answerWrongly(request);
  if (origin !== ISSUER) return new OutResponse('no', { status: 500 });
  if (pathname === '/jwks') return OutResponse.json({ keys });
  if (pathname === '/.well-known/openid-configuration') return OutResponse.json(discovery());
  if (pathname === '/oauth/token') return tokenAnswer(new URLSearchParams(await request.text()), secret);
  return new OutResponse('no', { status: 404 });
}

function discovery() {
  return {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/oauth/authorize`,
    token_endpoint: `${ISSUER}/oauth/token`,
    jwks_uri: `${ISSUER}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** The code carries, as JSON, the claims that the issuer is to answer with, and the PKCE challenge that it was asked for with. */
async function tokenAnswer(form: URLSearchParams, secret: JWK): Promise<OutResponse> {
  const { challenge, ...claims } = JSON.parse(Buffer.from(form.get('code') ?? '', 'base64url').toString());
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form.get('code_verifier') ?? ''));
  if (Buffer.from(digest).toString('base64url') !== challenge) {
    return OutResponse.json({ error: 'invalid_grant' }, { status: 400 });
  }
  const token = await new SignJWT({ email_verified: true, ...claims })
    .setProtectedHeader({ alg: 'RS256', ...(secret.kid === undefined ? {} : { kid: secret.kid }) })
    .setIssuer(ISSUER)
    .setAudience(claims.aud ?? BROWSER_CLIENT)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(secret, 'RS256'));
  return OutResponse.json({ access_token: 'opaque', token_type: 'Bearer', id_token: token });
}
