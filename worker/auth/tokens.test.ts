import { beforeEach, describe, expect, test } from 'vitest';
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
  type TokenParts,
  tokenOf,
} from '../testing/client.ts';
import { forge } from '../testing/forge.ts';
import { reset } from '../testing/reset.ts';

const me = (token: string) => ask('/api/me', { headers: { Authorization: `Bearer ${token}` } });

beforeEach(async () => {
  await reset();
  await invite();
});

describe('a token is good', () => {
  test('within the leeway of 60 s, on both sides', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await me(await tokenOf({ exp: -55 }))).status).toBe(200);
    expect((await me(await tokenOf({ nbf: 55 }))).status).toBe(200);
    expect((await me(await forge({}, { iat: now + 55, exp: now + 600 }))).status).toBe(200);
  });

  test('with one audience in a list, without the client it was issued to, and without a type', async () => {
    expect((await me(await forge({ typ: undefined }, { aud: [BROWSER_CLIENT], azp: undefined }))).status).toBe(200);
  });

  test('under another name of the same issuer, as the same person', async () => {
    await me(await tokenOf({ email: REPORTER }));
    const answer = await me(await tokenOf({ email: REPORTER, iss: 'issuer.test' }));
    expect(await answer.json()).toMatchObject({ role: 'reporter' });
  });
});

describe('who somebody is', () => {
  const role = async (parts: TokenParts) => (await (await me(await tokenOf(parts))).json<Me>()).role;
  const refusal = async (parts: TokenParts) => problem(await me(await tokenOf(parts)));

  test('is a stranger without an invitation', async () => {
    expect(await (await askAs(STRANGER, '/api/me')).json()).toEqual({ email: STRANGER, role: null, units: [] });
  });

  test('is found by e-mail address without case, once', async () => {
    expect(await role({ email: 'Reporter.Muong-Bang@DEMO.test' })).toBe('reporter');
  });

  test('stays the subject that was seen first: the same address with another subject is somebody else, and refused', async () => {
    expect(await role({ email: REPORTER, sub: 'first' })).toBe('reporter');
    expect(await refusal({ email: REPORTER, sub: 'second' })).toBe('401 other-account');
    expect(await refusal({ email: REPORTER.toUpperCase(), sub: 'second' })).toBe('401 other-account');
    expect(await role({ email: 'renamed@demo.test', sub: 'first' })).toBe('reporter');
  });

  test('is somebody new after a removal and a new invitation', async () => {
    await role({ email: REPORTER, sub: 'first' });
    await askAs(ADMIN, `/api/members/${REPORTER}`, { method: 'DELETE' });
    await invite();
    expect(await role({ email: REPORTER, sub: 'second' })).toBe('reporter');
    expect(await refusal({ email: REPORTER, sub: 'first' })).toBe('401 other-account');
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
