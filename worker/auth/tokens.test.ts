import { reset } from 'cloudflare:test';
import { SignJWT } from 'jose';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Me } from '../../shared/wire.ts';
import {
  ADMIN,
  ask,
  askAs,
  BROWSER_CLIENT,
  ISSUER,
  invite,
  problem,
  REPORTER,
  STRANGER,
  testKey,
  tokenOf,
} from '../testing/client.ts';

const me = (token: string) => ask('/api/me', { headers: { Authorization: `Bearer ${token}` } });
const MINUTE = 60;

beforeEach(async () => {
  await reset();
  await invite();
});

/** HS256 with the public key's own text as secret: the classic confusion of algorithms. */
function hmacForgery(): Promise<string> {
  const secret = new TextEncoder().encode(JSON.stringify(testKey('rsaPublic')));
  return new SignJWT({ email: ADMIN, email_verified: true })
    .setProtectedHeader({ alg: 'HS256', kid: testKey('rsa').kid ?? '' })
    .setIssuer(ISSUER)
    .setSubject('sub')
    .setAudience(BROWSER_CLIENT)
    .setExpirationTime('1h')
    .sign(secret);
}

async function unsigned(): Promise<string> {
  const [, payload] = (await tokenOf({})).split('.');
  return `${btoa('{"alg":"none"}').replaceAll('=', '')}.${payload}.`;
}

async function tampered(): Promise<string> {
  const [header, , signature] = (await tokenOf({ email: REPORTER })).split('.');
  const [, payload] = (await tokenOf({ email: ADMIN })).split('.');
  return `${header}.${payload}.${signature}`;
}

describe('a token is refused with 401, and one log line', () => {
  test.each<[string, () => Promise<string>, string?]>([
    ['that is unsigned', unsigned],
    ['signed by HMAC with the public key', hmacForgery],
    ['whose payload was exchanged', tampered],
    [
      'of somebody else’s key under our key’s id',
      () => tokenOf({ key: 'stranger', header: { kid: testKey('rsa').kid } }),
    ],
    ['of an unknown key', () => tokenOf({ key: 'stranger' })],
    ['of an algorithm that is not configured', () => tokenOf({ key: 'ec' })],
    ['of another issuer', () => tokenOf({ iss: 'https://elsewhere.test' })],
    ['for another audience', () => tokenOf({ aud: 'somebody-else' }), '401 unknown-audience'],
    ['for several audiences', () => tokenOf({ aud: [BROWSER_CLIENT, 'somebody-else'] })],
    ['that has expired', () => tokenOf({ exp: -2 * MINUTE }), '401 expired-token'],
    ['that is not yet valid', () => tokenOf({ nbf: 2 * MINUTE })],
    ['with a jku header', () => tokenOf({ header: { jku: 'https://evil.test/jwks' } })],
    ['with a jwk header', () => tokenOf({ header: { jwk: testKey('rsaPublic') } })],
    ['with an x5u header', () => tokenOf({ header: { x5u: 'https://evil.test/cert' } })],
    ['with a critical header nobody knows', () => tokenOf({ header: { crit: ['b64'], b64: true } })],
    ['whose e-mail address is not verified', () => tokenOf({ claims: { email_verified: false } })],
    ['whose e-mail address is verified only in words', () => tokenOf({ claims: { email_verified: 'true' } })],
    ['without an e-mail address', () => tokenOf({ claims: { email: undefined } })],
    ['that is an access token', () => tokenOf({ header: { typ: 'at+jwt' } })],
    ['of more than 8 KB', () => tokenOf({ claims: { padding: 'x'.repeat(9000) } })],
    ['that is none', async () => 'not-a-token'],
  ])('%s', async (_, make, expected = '401 invalid-token') => {
    const token = await make();
    const log = vi.spyOn(console, 'log');
    const response = await me(token);
    expect(await problem(response)).toBe(expected);
    const lines = log.mock.calls.map(([line]) => String(line));
    log.mockRestore();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected.slice(4));
    expect(lines[0]).not.toContain(token.slice(0, 20));
  });

  test('that is borrowed under another scheme', async () => {
    const response = await ask('/api/me', { headers: { Authorization: `Basic ${btoa('a:b')}` } });
    expect(await problem(response)).toBe('401 invalid-token');
  });
});

describe('a token is good', () => {
  test('within the leeway of 60 s, on both sides', async () => {
    expect((await me(await tokenOf({ exp: -30 }))).status).toBe(200);
    expect((await me(await tokenOf({ nbf: 30 }))).status).toBe(200);
  });

  test('under another name of the same issuer, as the same person', async () => {
    await me(await tokenOf({ email: REPORTER }));
    const answer = await me(await tokenOf({ email: REPORTER, iss: 'issuer.test' }));
    expect(await answer.json()).toMatchObject({ role: 'reporter' });
  });
});

test('keys that cannot be fetched answer 503, never trust', async () => {
  const response = await me(await tokenOf({ iss: 'https://broken.test' }));
  expect(response.headers.get('Retry-After')).toBe('5');
  expect(await problem(response)).toBe('503 keys-unavailable');
});

describe('who somebody is', () => {
  const role = async (parts: Parameters<typeof tokenOf>[0]) => (await (await me(await tokenOf(parts))).json<Me>()).role;

  test('is a stranger without an invitation', async () => {
    expect(await (await askAs(STRANGER, '/api/me')).json()).toEqual({ email: STRANGER, role: null, units: [] });
  });

  test('is found by e-mail address without case, once', async () => {
    expect(await role({ email: 'Reporter.Muong-Bang@DEMO.test' })).toBe('reporter');
  });

  test('stays the subject that was seen first: the same address with another subject is a stranger', async () => {
    expect(await role({ email: REPORTER, sub: 'first' })).toBe('reporter');
    expect(await role({ email: REPORTER, sub: 'second' })).toBeNull();
    expect(await role({ email: 'renamed@demo.test', sub: 'first' })).toBe('reporter');
  });

  test('is somebody new after a removal and a new invitation', async () => {
    await role({ email: REPORTER, sub: 'first' });
    await askAs(ADMIN, `/api/members/${REPORTER}`, { method: 'DELETE' });
    await invite();
    expect(await role({ email: REPORTER, sub: 'second' })).toBe('reporter');
    expect(await role({ email: REPORTER, sub: 'first' })).toBeNull();
  });

  test('cannot be said by a header', async () => {
    const caller = {
      address: '',
      credential: {
        kind: 'token',
        identity: { issuer: ISSUER, subject: 'x', email: ADMIN, audience: BROWSER_CLIENT, expiresAt: 9e15 },
      },
    };
    const headers = { 'X-Commune-Caller': encodeURIComponent(JSON.stringify(caller)) };
    expect(await problem(await ask('/api/me', { headers }))).toBe('401 unauthenticated');
  });
});
