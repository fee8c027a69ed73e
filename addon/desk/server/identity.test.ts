import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from './people.ts';
import { type Desk, startDesk } from './server.ts';

const WORKER = 'http://127.0.0.1:9199';
const CALLBACK = `${WORKER}/sign-in/callback`;
const CLIENT: oauth.Client = { client_id: 'commune-view' };
const INSECURE = { [oauth.allowInsecureRequests]: true };

let dataDir: string;
let desk: Desk;

async function start(): Promise<Desk> {
  const failures: string[] = [];
  return startDesk({
    port: 0,
    workerOrigin: WORKER,
    dataDir,
    bundleDir: dataDir,
    pageDir: dataDir,
    log: (line) => failures.push(line),
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'desk-identity-'));
  desk = await start();
});

afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

async function token(fields: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  return fetch(`${desk.origin}/token`, { method: 'POST', body: new URLSearchParams(fields), ...init });
}

async function verified(idToken: string) {
  const keys = createRemoteJWKSet(new URL(`${desk.origin}/oidc/jwks`));
  return (await jwtVerify(idToken, keys, { issuer: desk.origin })).payload;
}

async function idToken(fields: Record<string, string>): Promise<string> {
  const answer: unknown = await (await token(fields)).json();
  if (typeof answer !== 'object' || answer === null || !('id_token' in answer)) throw new Error('no token');
  return String(answer.id_token);
}

/** A browser as far as a sign-in needs one: it keeps cookies and does not follow redirects by itself. */
function createBrowser() {
  const jar = new Map<string, string>();
  return async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
}

type Visit = ReturnType<typeof createBrowser>;

function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(desk.origin);
  return oauth.discoveryRequest(issuer, INSECURE).then((answer) => oauth.processDiscoveryResponse(issuer, answer));
}

async function authorizeUrl(server: oauth.AuthorizationServer, verifier: string, nonce: string): Promise<URL> {
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: CLIENT.client_id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce,
  }).toString();
  return url;
}

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? '', desk.origin);
}

/** Follows the redirects from the authorize page on, choosing `email` where a person is asked for. */
async function signIn(visit: Visit, start: URL, email: string): Promise<URL> {
  const choose = locationOf(await visit(start));
  const page = await visit(choose);
  expect(await page.text()).toContain(`value="${email}"`);
  const chosen = await visit(choose, { method: 'POST', body: new URLSearchParams({ email }) });
  return locationOf(await visit(locationOf(chosen)));
}

async function exchange(server: oauth.AuthorizationServer, callback: URL, verifier: string, nonce: string) {
  const parameters = oauth.validateAuthResponse(server, CLIENT, callback, 'state-1');
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    CLIENT,
    oauth.None(),
    parameters,
    CALLBACK,
    verifier,
    INSECURE,
  );
  const result = await oauth.processAuthorizationCodeResponse(server, CLIENT, answer, { expectedNonce: nonce });
  return oauth.getValidatedIdTokenClaims(result);
}

describe('the issuer', () => {
  it('says in its discovery document where everything lies, with its token endpoint moved aside', async () => {
    const server = await discover();
    expect(server.issuer).toBe(desk.origin);
    expect(server.token_endpoint).toBe(`${desk.origin}/oidc/token`);
    expect(server.code_challenge_methods_supported).toEqual(['S256']);
    expect(server.end_session_endpoint).toBeUndefined();
  });

  it('publishes only the public half of its key', async () => {
    const { keys } = (await (await fetch(`${desk.origin}/oidc/jwks`)).json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(keys[0]).not.toHaveProperty(secret);
  });

  it('signs a person in with one click, by authorization code and PKCE', async () => {
    const server = await discover();
    const verifier = oauth.generateRandomCodeVerifier();
    const start = await authorizeUrl(server, verifier, 'nonce-1');
    const callback = await signIn(createBrowser(), start, 'reviewer@demo.test');
    expect(callback.origin + callback.pathname).toBe(CALLBACK);
    const claims = await exchange(server, callback, verifier, 'nonce-1');
    expect(claims).toMatchObject({
      iss: desk.origin,
      aud: 'commune-view',
      email: 'reviewer@demo.test',
      email_verified: true,
      name: 'Người duyệt',
    });
  });

  it('asks who it is at every sign-in, so that one browser can be two people in turn', async () => {
    const server = await discover();
    const visit = createBrowser();
    for (const email of ['viewer@demo.test', 'admin@demo.test']) {
      const verifier = oauth.generateRandomCodeVerifier();
      const callback = await signIn(visit, await authorizeUrl(server, verifier, email), email);
      expect(await exchange(server, callback, verifier, email)).toMatchObject({ email });
    }
  });

  it('gives no token for a code with another verifier', async () => {
    const server = await discover();
    const start = await authorizeUrl(server, oauth.generateRandomCodeVerifier(), 'n');
    const callback = await signIn(createBrowser(), start, 'viewer@demo.test');
    await expect(exchange(server, callback, oauth.generateRandomCodeVerifier(), 'n')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('does NOT redirect to an address that is not the view', async () => {
    const server = await discover();
    const start = await authorizeUrl(server, oauth.generateRandomCodeVerifier(), 'n');
    start.searchParams.set('redirect_uri', 'http://127.0.0.1:1/elsewhere');
    const answer = await createBrowser()(start);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Chưa đăng nhập được');
  });

  it('does NOT go on without PKCE', async () => {
    const server = await discover();
    const start = await authorizeUrl(server, oauth.generateRandomCodeVerifier(), 'n');
    start.searchParams.delete('code_challenge');
    start.searchParams.delete('code_challenge_method');
    expect(locationOf(await createBrowser()(start)).searchParams.get('error')).toBe('invalid_request');
  });

  it('says so in words when the sign-in was left lying', async () => {
    const answer = await fetch(`${desk.origin}/oidc/sign-in/nothing`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Phiên đăng nhập đã hết hạn');
  });

  it('keeps its key over a restart, readable by nobody else, and signs people in afterwards', async () => {
    const before = await idToken({ email: 'admin@demo.test' });
    const kept = await readFile(join(dataDir, 'desk', 'identity-keys.json'), 'utf8');
    expect((await stat(join(dataDir, 'desk', 'identity-keys.json'))).mode & 0o077).toBe(0);
    await desk.close();
    desk = await start();
    expect(await readFile(join(dataDir, 'desk', 'identity-keys.json'), 'utf8')).toBe(kept);
    const after = await idToken({ email: 'admin@demo.test' });
    expect(decodeProtectedHeader(after).kid).toBe(decodeProtectedHeader(before).kid);
    const server = await discover();
    const verifier = oauth.generateRandomCodeVerifier();
    const callback = await signIn(createBrowser(), await authorizeUrl(server, verifier, 'n'), 'admin@demo.test');
    expect(await exchange(server, callback, verifier, 'n')).toMatchObject({ email: 'admin@demo.test' });
  });
});

describe('POST /token', () => {
  it.each(PEOPLE.map(({ email }) => email))('gives %s a token that the published key verifies', async (email) => {
    const claims = await verified(await idToken({ email }));
    expect(claims).toMatchObject({ iss: desk.origin, aud: 'commune-view', email, email_verified: true });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
  });

  it('gives each person one subject, which is not the address and stays', async () => {
    const claims = await Promise.all(PEOPLE.map(async ({ email }) => verified(await idToken({ email }))));
    const subjects = claims.map(({ sub }) => sub);
    expect(new Set(subjects).size).toBe(PEOPLE.length);
    expect(subjects.join()).not.toContain('@');
    expect((await verified(await idToken({ email: PEOPLE[0]?.email ?? '' }))).sub).toBe(subjects[0]);
  });

  it('compares addresses without case', async () => {
    expect(await verified(await idToken({ email: 'Admin@Demo.Test' }))).toMatchObject({ email: 'admin@demo.test' });
  });

  it.each([{ email: 'somebody@else.test' }, { email: '' }, {}, { email: '__proto__' }])(
    'refuses %o',
    async (fields) => {
      const answer = await token(fields as Record<string, string>);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'unknown-person', status: 400 });
    },
  );

  it('takes audience, subject, life and verification for tests', async () => {
    const wish = { aud: 'addin-muong-bang', sub: 'someone', ttl: '60', email_verified: 'false' };
    const claims = await verified(await idToken({ email: 'viewer@demo.test', ...wish }));
    expect(claims).toMatchObject({ aud: 'addin-muong-bang', sub: 'someone', email_verified: false });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
  });

  it('makes a token that has expired where the life is negative', async () => {
    await expect(verified(await idToken({ email: 'viewer@demo.test', ttl: '-5' }))).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    });
  });

  it.each([{ ttl: 'soon' }, { ttl: '1e3' }, { email_verified: 'yes' }, { aud: '' }])('refuses %o', async (wish) => {
    const answer = await token({ email: 'viewer@demo.test', ...(wish as Record<string, string>) });
    expect(await answer.json()).toMatchObject({ code: 'bad-field', status: 400 });
  });

  it('takes a form and nothing else', async () => {
    const json = { 'content-type': 'application/json' };
    const answer = await token({}, { body: '{"email":"admin@demo.test"}', headers: json });
    expect(await answer.json()).toMatchObject({ code: 'not-form' });
    expect((await fetch(`${desk.origin}/token`)).status).toBe(405);
  });

  it('does NOT answer a page of another site', async () => {
    const answer = await token({ email: 'admin@demo.test' }, { headers: { origin: 'https://elsewhere.test' } });
    expect(answer.status).toBe(403);
  });
});
