/** What the log says of every kind of request, and what it never says. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { handle } from '../edge/handle.ts';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  FIRST,
  invite,
  ORIGIN,
  on,
  PERIOD,
  REPORTER,
  REVIEWER,
  STRANGER,
  send,
  tokenOf,
  VIEWER,
} from '../testing/client.ts';
import { linesOf } from '../testing/log-lines.ts';
import { reset } from '../testing/reset.ts';
import { begin, cookieOf, signIn } from '../testing/sign-in.ts';

const parsed = async (work: () => Promise<unknown>) => (await linesOf(work)).map((line) => JSON.parse(line));
const quietly = { headers: { Accept: 'text/html' } };

beforeEach(async () => {
  await reset();
  await invite();
});

describe('one line', () => {
  test('says who by an id, through what, what, for which unit and period, the outcome and how long it took', async () => {
    const [line, ...more] = await parsed(() => send());
    expect(more).toEqual([]);
    expect(line).toEqual({
      event: 'request',
      method: 'PUT',
      route: '/api/reports/:unit/:period',
      status: 201,
      outcome: 'ok',
      member: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client: 'browser',
      unit: 'muong-bang',
      period: PERIOD,
      ms: expect.any(Number),
    });
  });

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'a refusal of right',
      () => askAs(VIEWER, '/api/ledger'),
      { status: 403, outcome: 'forbidden', client: 'browser' },
    ],
    ['a stranger', () => askAs(STRANGER, '/api/me'), { status: 200, outcome: 'ok', route: '/api/me' }],
    ['nobody at all', () => ask('/api/me'), { status: 401, outcome: 'unauthenticated' }],
    ['a visitor who is sent to sign in', () => ask('/', quietly), { status: 303, outcome: 'unauthenticated' }],
    ['an address that is not there', () => ask('/secret/admin@demo.test'), { status: 404, route: '*' }],
    ['a page that is not there', () => ask('/nowhere', quietly), { status: 404, route: '*' }],
    ['a wrong method', () => ask('/api/me', { method: 'DELETE' }), { status: 405, route: '/api/me' }],
    ['a method that nobody knows', () => ask('/api/me', { method: 'PROPFIND' }), { status: 405, method: 'other' }],
    ['HEAD', () => ask('/healthz', { method: 'HEAD' }), { status: 200, method: 'HEAD' }],
    ['an unknown unit', () => askAs(VIEWER, '/api/reports/nowhere/2026-Q2'), { status: 404, outcome: 'unknown-unit' }],
    ['an address in no encoding', () => askAs(ADMIN, '/api/members/%E0%A4%A', { method: 'DELETE' }), { status: 400 }],
    ['a body in no form', () => send({ values: 1 }), { status: 400, outcome: 'bad-request' }],
    ['an open connection', () => askAs(VIEWER, '/api/live', { headers: { Upgrade: 'websocket' } }), { status: 101 }],
    [
      'a preflight',
      () =>
        ask('/api/me', {
          method: 'OPTIONS',
          headers: { Origin: 'https://desk.test', 'Access-Control-Request-Method': 'GET' },
        }),
      { status: 204, method: 'OPTIONS', route: 'edge', outcome: 'ok' },
    ],
    [
      'keys that cannot be had',
      async () => askAs({ iss: 'https://broken.test' }, '/api/me'),
      { status: 503, route: 'edge', outcome: 'keys-unavailable', error: { name: 'KeysUnavailable' } },
    ],
    [
      'a wrong configuration',
      () => handle(new Request(`${ORIGIN}/api/me`), { ...env, RATE_BURST: 'many' }),
      { status: 500, route: 'edge', outcome: 'internal', error: { name: 'ConfigurationError', setting: 'RATE_BURST' } },
    ],
  ])('is written of %s', async (_, work, expected) => {
    const lines = await parsed(work);
    expect(lines).toMatchObject([{ event: 'request', ...expected, ms: expect.any(Number) }]);
  });

  test('is written of a crash, with its place and without its words', async () => {
    await runInDurableObject(commune(), (_, { storage }) => {
      storage.sql.exec('DROP TABLE locks');
    });
    const [line, ...more] = await parsed(() => askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' }));
    expect(more).toEqual([]);
    expect(line).toMatchObject({ status: 500, outcome: 'internal', error: { code: 'SQLITE_ERROR' } });
    expect(line.error.at.join()).toContain('settings.ts');
  });

  test('is written of an object that cannot start', async () => {
    await runInDurableObject(commune(), (_, { storage }) => {
      storage.sql.exec(`UPDATE migrations SET hash = 'edited' WHERE place = 1`);
    });
    await evictDurableObject(commune());
    const lines = await parsed(async () => expect((await askAs(VIEWER, '/api/me')).status).toBe(503));
    expect(lines).toMatchObject([{ status: 503, route: 'edge', outcome: 'storage-unavailable' }]);
  });
});

test('no line of a whole day holds a token, a cookie, a ticket, an address, a name, a reason, a sheet or a value', async () => {
  const token = await tokenOf({ email: REPORTER });
  const secrets = [
    ...token.split('.'),
    REPORTER,
    REVIEWER,
    ADMIN,
    STRANGER,
    '@',
    'sub-of',
    '87654',
    'bí mật',
    'sheet-muong-bang',
    'Người',
  ];
  let requests = 0;
  const counted = async (request: Promise<Response>) => {
    requests += 1;
    return request;
  };
  const lines = await linesOf(async () => {
    const path = `/api/reports/muong-bang/${PERIOD}`;
    const values = { revenue: 87654.321, population: 8765432 };
    await counted(send({ values, reasons: { revenue: 'bí mật' } }));
    await counted(send({ values: { ...values, revenue: -87654 } }, on(1)));
    await counted(send({ values: { nothing: 87654 } }, on(1)));
    await counted(send({ state: 'submitted', values }, on(1)));
    await counted(send({ values: { revenue: 87654.5 } }, FIRST));
    await counted(askAs(REPORTER, path, { method: 'PUT', headers: on(1), body: '{"values": 87654.321, "bí mật' }));
    await counted(askAs(REVIEWER, `${path}/return`, { method: 'POST', body: { reason: 'bí mật 87654' } }));
    await counted(askAs(ADMIN, `/api/members/${STRANGER}`, { method: 'PUT', body: { role: 'viewer', name: 'Người' } }));
    await counted(askAs(ADMIN, `/api/members/${STRANGER}`, { method: 'DELETE' }));
    await counted(askAs(ADMIN, `/api/members/${STRANGER}`, { method: 'DELETE' }));
    await counted(ask(`/api/reports/${REPORTER}/87654`, { headers: { Authorization: `Bearer ${token}` } }));
    await counted(ask(`/${token}?token=${token}`, { headers: { Authorization: `Bearer ${token}x` } }));
    await counted(ask('/api/me', { method: 'PATCH', headers: { Authorization: token } }));
    const { ticket } = await (await counted(askAs(VIEWER, '/api/live/ticket', { method: 'POST' }))).json<{
      ticket: string;
    }>();
    await counted(
      ask('/api/live', { headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': `ticket.${ticket}` } }),
    );
    const { callback, cookie } = await begin({ email: VIEWER });
    const session = cookieOf(await counted(ask(callback, { headers: { Cookie: cookie } })), '__Host-session');
    await counted(ask(callback, { headers: { Cookie: cookie } }));
    await counted(ask(callback.replace(/code=/, 'code=x'), { headers: { Cookie: cookie } }));
    await counted(ask('/', { headers: { Cookie: session, ...quietly.headers } }));
    await counted(ask('/sign-out', { method: 'POST', headers: { Cookie: session, Origin: `https://${VIEWER}` } }));
    secrets.push(ticket, cookie.split('=')[1] ?? '', session.split('=')[1] ?? '', callback.split('code=')[1] ?? '');
  });
  // `begin` asks once by itself.
  expect(lines).toHaveLength(requests + 1);
  for (const secret of secrets) expect(lines.filter((line) => line.includes(secret.slice(0, 30)))).toEqual([]);
});

test('nor does one of a sign-in', async () => {
  const lines = await linesOf(() => signIn(VIEWER));
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('@');
});
