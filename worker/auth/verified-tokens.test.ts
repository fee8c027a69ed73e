import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ADMIN, ask, askAs, invite, problem, REPORTER, tokenOf, VIEWER } from '../testing/client.ts';
import { stopClock } from '../testing/limits.ts';
import { reset } from '../testing/reset.ts';
import { KEPT_MS, KeptIdentities, MOST_KEPT } from './verified-tokens.ts';

const IDENTITY = { issuer: 'https://issuer.test', subject: 's', email: 'e@demo.test', audience: 'a', expiresAt: 1e9 };
const NOW = 1000;

describe('a kept identity', () => {
  test('is known for a minute, and then asked for again', () => {
    const kept = new KeptIdentities();
    kept.keep('hash', IDENTITY, NOW);
    expect(kept.find('hash', NOW + KEPT_MS - 1)).toBe(IDENTITY);
    expect(kept.find('hash', NOW + KEPT_MS)).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  test('is not known longer than its token is good, the leeway included', () => {
    const kept = new KeptIdentities();
    kept.keep('hash', { ...IDENTITY, expiresAt: NOW - 59_000 }, NOW);
    expect(kept.find('hash', NOW + 999)).toBeDefined();
    expect(kept.find('hash', NOW + 1000)).toBeUndefined();
  });

  test('makes room for another when there are many', () => {
    const kept = new KeptIdentities();
    for (let token = 0; token <= MOST_KEPT; token++) kept.keep(`hash ${token}`, IDENTITY, NOW);
    expect(kept.size).toBe(MOST_KEPT);
    expect(kept.find('hash 0', NOW)).toBeUndefined();
    expect(kept.find(`hash ${MOST_KEPT}`, NOW)).toBeDefined();
  });
});

describe('a token that was found good', () => {
  beforeEach(async () => {
    await reset();
    await invite();
  });
  afterEach(() => vi.useRealTimers());

  const me = (token: string) => ask('/api/me', { headers: { Authorization: `Bearer ${token}` } });

  test('is refused as soon as it has expired', async () => {
    const token = await tokenOf({ email: VIEWER, exp: -30 });
    expect((await me(token)).status).toBe(200);
    stopClock();
    vi.setSystemTime(Date.now() + 31_000);
    expect(await problem(await me(token))).toBe('401 expired-token');
  });

  test('gives its person no right any more that was taken away', async () => {
    const token = await tokenOf({ email: REPORTER });
    expect(await (await me(token)).json()).toMatchObject({ role: 'reporter' });
    await askAs(ADMIN, `/api/members/${REPORTER}`, { method: 'DELETE' });
    expect(await (await me(token)).json()).toMatchObject({ role: null });
  });

  test('lends nothing to another that differs in one letter', async () => {
    const token = await tokenOf({ email: VIEWER });
    await me(token);
    const [head, claims, signature = ''] = token.split('.');
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expect(await problem(await me(`${head}.${claims}.${other}`))).toBe('401 invalid-token');
  });
});
