import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { configOf } from '../env.ts';
import { ADMIN, ask, problem, VIEWER } from '../testing/client.ts';
import { forge } from '../testing/forge.ts';
import { FORGERIES } from '../testing/forgeries.ts';
import { linesOf } from '../testing/log-lines.ts';
import { reset } from '../testing/reset.ts';
import { verifyToken } from './tokens.ts';

const call = (Authorization: string) => ask('/api/me', { headers: { Authorization } });

beforeEach(async () => {
  await reset();
  // The admin is bound to the subject that the good token names.
  expect((await call(`Bearer ${await forge({})}`)).status).toBe(200);
});

test('there are at least 40 of them, each its own', () => {
  expect(new Set(FORGERIES.map(([name]) => name)).size).toBe(FORGERIES.length);
  expect(FORGERIES.length).toBeGreaterThanOrEqual(40);
});

describe('a token is refused with 401 and one log line that tells nothing of it', () => {
  test.each(FORGERIES)('%s', async (_, make, code = 'invalid-token') => {
    const token = await make();
    let response: Response | undefined;
    const lines = await linesOf(async () => {
      response = await call(`Bearer ${token}`);
    });
    expect(await problem(response!)).toBe(`401 ${code}`);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'request', status: 401, outcome: code }]);
    for (const part of [...token.split('.'), ADMIN, VIEWER, '@'])
      if (part.length > 0) expect(lines[0]).not.toContain(part);
  });
});

test('a good token is good no more with any one character changed, dropped or doubled', {
  timeout: 30_000,
}, async () => {
  const token = await forge({});
  const config = configOf(env);
  expect(await verifyToken(token, config)).toMatchObject({ ok: true });
  const believed: string[] = [];
  for (const [place, character] of [...token].entries()) {
    const [before, after] = [token.slice(0, place), token.slice(place + 1)];
    const other = character === 'A' ? 'B' : 'A';
    for (const each of [other, '', character + character]) {
      const verified = await verifyToken(before + each + after, config);
      if (verified.ok) believed.push(`${place}: ${JSON.stringify(each)}`);
    }
  }
  expect(believed).toEqual([]);
});

test.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Token abc', 'Digest a="b"', 'Bearer a b'])(
  '%j is no bearer token',
  async (text) => {
    const lines = await linesOf(async () => expect(await problem(await call(text))).toBe('401 invalid-token'));
    expect(lines).toHaveLength(1);
  },
);
