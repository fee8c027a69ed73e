import { describe, expect, test } from 'vitest';
import { scriptedScript } from '../script.test-support.ts';
import { createReader } from './reader.ts';
import { accountOf, createTokens, type Tokens } from './token.ts';

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly credentials: string | undefined;
}

const SUMMARY = {
  resolution: { id: 'r', version: 1 },
  period: '2026-Q4',
  locked: false,
  ledger: { index: 1, hash: 'x' },
  units: [],
  indicators: [],
  targets: [],
};

/** A Worker that gives these answers one after the other; an Error is a broken connection. */
function reading(answers: readonly (Response | Error)[], tokens: readonly string[] = ['one', 'two']) {
  const sent: Sent[] = [];
  let token = 0;
  const known: Tokens = {
    current: () => Promise.resolve(tokens[token] ?? null),
    forget: () => {
      token += 1;
    },
  };
  const request = (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const answer = answers[sent.length];
    sent.push({ url: String(url), headers: new Headers(init?.headers), credentials: init?.credentials });
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new Error('no more'));
  };
  return { sent, reader: createReader('https://worker.test', known, request) };
}

const problem = (status: number, code: string) => Response.json({ code }, { status });

describe('the summary', () => {
  test('is read with the token, without cookies, and the next time with its tag', async () => {
    const first = Response.json(SUMMARY, { headers: { etag: '"7"' } });
    const { sent, reader } = reading([first, new Response(null, { status: 304 })]);
    expect(await reader.summary('2026-Q4')).toEqual({ kind: 'summary', summary: SUMMARY });
    expect(await reader.summary('2026-Q4')).toEqual({ kind: 'same' });
    expect(sent.map((one) => one.url)).toEqual(Array(2).fill('https://worker.test/api/summary?period=2026-Q4'));
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer one');
    expect(sent[0]?.headers.get('if-none-match')).toBeNull();
    expect(sent[1]?.headers.get('if-none-match')).toBe('"7"');
    expect(sent.every((one) => one.credentials === 'omit')).toBe(true);
  });

  test('a tag of one period is not sent for another', async () => {
    const { sent, reader } = reading([
      Response.json(SUMMARY, { headers: { etag: '"7"' } }),
      Response.json({ ...SUMMARY, period: '2026-Q3' }),
    ]);
    await reader.summary('2026-Q4');
    await reader.summary('2026-Q3');
    expect(sent[1]?.headers.get('if-none-match')).toBeNull();
  });

  test('a refused token is replaced once', async () => {
    const { sent, reader } = reading([problem(401, 'token'), Response.json(SUMMARY)]);
    expect((await reader.summary('2026-Q4')).kind).toBe('summary');
    expect(sent[1]?.headers.get('authorization')).toBe('Bearer two');
  });

  test.each([
    [
      'a workbook that the Worker does not know',
      [problem(401, 'unknown-audience'), problem(401, 'unknown-audience')],
      'unregistered',
    ],
    ['a token that is refused twice', [problem(401, 'token'), problem(401, 'token')], 'token'],
    ['a person without a role', [problem(403, 'forbidden')], 'forbidden'],
    ['a Worker that is down', [problem(503, 'unavailable')], 'network'],
    ['no network', [new Error('offline')], 'network'],
    ['an answer that is no summary', [Response.json({ hello: 1 })], 'network'],
    ['a proxy’s page', [new Response('<html>')], 'network'],
  ])('%s', async (_name, answers, why) => {
    expect(await reading(answers).reader.summary('2026-Q4')).toMatchObject({ kind: 'failed', why });
  });

  test('says how long a busy Worker wants to be left alone', async () => {
    const busy = Response.json({ code: 'too-many' }, { status: 429, headers: { 'retry-after': '7' } });
    expect(await reading([busy]).reader.summary('2026-Q4')).toMatchObject({ retryAfterMs: 7000 });
  });

  test('without a token nothing is sent', async () => {
    const { sent, reader } = reading([], []);
    expect(await reader.summary('2026-Q4')).toMatchObject({ why: 'token' });
    expect(sent).toEqual([]);
  });
});

describe('the token', () => {
  const tokenOf = (claims: object): string => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

  test('is asked for once, kept, and renewed five minutes before its end', async () => {
    const script = scriptedScript();
    let now = 0;
    const tokens = createTokens(
      script.ask,
      () => now,
      () => {},
    );
    const both = Promise.all([tokens.current(), tokens.current()]);
    await script.of('sidebarToken')[0]!.answer({ token: 'one', expiresAt: new Date(3_600_000).toISOString() });
    expect(await both).toEqual(['one', 'one']);
    now = 3_299_000;
    expect(await tokens.current()).toBe('one');
    expect(script.names).toHaveLength(1);
    now = 3_301_000;
    void tokens.current();
    expect(script.names).toHaveLength(2);
  });

  test('a script that gives none can be asked again', async () => {
    const script = scriptedScript();
    const tokens = createTokens(
      script.ask,
      () => 0,
      () => {},
    );
    const none = tokens.current();
    await script.of('sidebarToken')[0]!.fail();
    expect(await none).toBeNull();
    void tokens.current();
    expect(script.names).toHaveLength(2);
  });

  test('names its account, with Vietnamese in it or not', () => {
    expect(accountOf(tokenOf({ email: 'a@b.test', name: 'Người báo cáo' }))).toBe('a@b.test');
    expect(accountOf(tokenOf({ sub: '1' }))).toBeNull();
    expect(accountOf('no token')).toBeNull();
  });
});
