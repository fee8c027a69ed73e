import { env } from 'cloudflare:workers';
import { errors } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { COOLDOWN_MS, FAILURE_MS, KEYS_AGE_MS } from '../decide/keys.ts';
import { handle } from '../edge/handle.ts';
import { ISSUER, problem, testKey } from '../testing/client.ts';
import { forge } from '../testing/forge.ts';
import { linesOf } from '../testing/log-lines.ts';
import { fetchKeys, type KeySet, KeysUnavailable, keySource } from './keys.ts';

const open = testKey('rsaPublic');
const sound = { ...open, kty: 'RSA', kid: 'first' };
const rotated = { ...open, kty: 'RSA', kid: 'second' };

let now = 0;
let asked = 0;
let answer: () => Promise<KeySet> | KeySet = () => ({ keys: [sound] });
const source = () =>
  keySource(
    async () => {
      asked += 1;
      return answer();
    },
    () => now,
  );
const find = async (keys: ReturnType<typeof source>, kid: string) =>
  (await keys(kid))({ alg: 'RS256', kid }, { payload: '', signature: '' });

beforeEach(() => {
  now = 1_000_000;
  asked = 0;
  answer = () => ({ keys: [sound] });
});

describe('the keys of an issuer', () => {
  test('are asked for once, and kept', async () => {
    const keys = source();
    for (let times = 0; times < 100; times += 1) expect(await find(keys, 'first')).toMatchObject({ type: 'public' });
    expect(asked).toBe(1);
  });

  test('are asked for again by a token that names another, once it is worth it', async () => {
    const keys = source();
    await find(keys, 'first');
    answer = () => ({ keys: [sound, rotated] });
    now += COOLDOWN_MS;
    expect(await find(keys, 'second')).toMatchObject({ type: 'public' });
    expect(await find(keys, 'first')).toMatchObject({ type: 'public' });
    expect(asked).toBe(2);
  });

  test('are asked for twice in a minute by a thousand forged names', async () => {
    const keys = source();
    for (let times = 0; times < 1000; times += 1) {
      await expect(find(keys, `forged-${times}`)).rejects.toThrow(errors.JWKSNoMatchingKey);
      now += 59;
    }
    expect(asked).toBe(2);
  });

  test('are asked for by one request at a time, while what is held goes on', async () => {
    const keys = source();
    await find(keys, 'first');
    now += COOLDOWN_MS;
    const waiting = Promise.withResolvers<KeySet>();
    answer = () => waiting.promise;
    const asking = find(keys, 'second');
    await expect(find(keys, 'second')).rejects.toThrow(KeysUnavailable);
    expect(await find(keys, 'first')).toMatchObject({ type: 'public' });
    waiting.resolve({ keys: [sound, rotated] });
    expect(await asking).toMatchObject({ type: 'public' });
    expect(asked).toBe(2);
  });

  test('that are withdrawn are no longer trusted once ten minutes have gone', async () => {
    const keys = source();
    await find(keys, 'first');
    answer = () => ({ keys: [rotated] });
    now += KEYS_AGE_MS;
    await expect(find(keys, 'first')).rejects.toThrow(errors.JWKSNoMatchingKey);
  });

  test('that cannot be had are asked for again after a pause, and nobody is trusted in between', async () => {
    const keys = source();
    answer = () => Promise.reject(new Error('down'));
    for (let times = 0; times < 10; times += 1) await expect(find(keys, 'first')).rejects.toThrow(KeysUnavailable);
    expect(asked).toBe(1);
    answer = () => ({ keys: [sound] });
    now += FAILURE_MS;
    expect(await find(keys, 'first')).toMatchObject({ type: 'public' });
  });

  test.each<[string, Record<string, unknown>]>([
    ['without a modulus', { n: undefined }],
    ['whose modulus is no number', { n: '!' }],
    ['that is private', testKey('rsa')],
  ])('with a key %s are none', async (_, over) => {
    answer = () => ({ keys: [{ ...sound, ...over, kid: 'first' }] });
    await expect(find(source(), 'first')).rejects.toThrow(KeysUnavailable);
  });
});

describe('an address of keys', () => {
  test('is read', async () => {
    const { keys } = await fetchKeys(`${ISSUER}/jwks`, 5000);
    expect(keys.map(({ kid }) => kid)).toContain(testKey('rsa').kid);
  });

  test('that never answers is given up', async () => {
    await expect(fetchKeys('https://slow.keys.test/jwks', 20)).rejects.toThrow();
  });
});

describe('a token is answered with 503, never with trust, where the keys', () => {
  const answered = async (iss: string, jwks?: string) => {
    const ISSUERS = JSON.stringify([
      { issuer: iss, browserClientId: 'commune-view', ...(jwks === undefined ? {} : { jwks }) },
    ]);
    const headers = { Authorization: `Bearer ${await forge({}, { iss })}` };
    return handle(new Request('https://commune.test/api/me', { headers }), { ...env, ISSUERS });
  };

  test.each(['failing', 'page', 'empty', 'null', 'list', 'keyless', 'typeless', 'huge', 'moved', 'broken'])(
    'are %s',
    async (way) => {
      const iss = `https://${way}.keys.test`;
      let response: Response | undefined;
      const lines = await linesOf(async () => {
        response = await answered(iss, `${iss}/jwks`);
      });
      expect(response?.headers.get('Retry-After')).toBe('5');
      expect(await problem(response!)).toBe('503 keys-unavailable');
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ status: 503, outcome: 'keys-unavailable' }]);
    },
  );

  test('are said to lie at http:', async () => {
    expect(await problem(await answered('https://discovered.keys.test'))).toBe('503 keys-unavailable');
  });

  test('cannot be discovered', async () => {
    expect(await problem(await answered('https://broken.test'))).toBe('503 keys-unavailable');
  });
});
