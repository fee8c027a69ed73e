/** Every answer of every route, to everybody: pages, data, files, refusals and errors, held to the same list. */

import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handle } from '../edge/handle.ts';
import {
  ADMIN,
  type Ask,
  ask,
  askAs,
  fullValues,
  invite,
  ORIGIN,
  PERIOD,
  REVIEWER,
  STRANGER,
  send,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { RIGHTS } from '../testing/rights/table.ts';
import { openSession } from '../testing/sign-in.ts';
import { faultsOf } from '../testing/web-security.ts';
import { ROUTES } from './routes.ts';

const BROWSER = { Accept: 'text/html,application/xhtml+xml' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

beforeAll(async () => {
  await reset();
  await invite();
  await send({ state: 'submitted', values: fullValues(), reasons: { revenue: 'Số liệu minh họa' } });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
// So that nobody comes to their limit: a minute fills it up again.
beforeEach(() => {
  vi.setSystemTime(Date.now() + 60_000);
});
afterAll(() => {
  vi.useRealTimers();
});

async function found(path: string, response: Response): Promise<string[]> {
  response.webSocket?.accept();
  response.webSocket?.close();
  const body = response.webSocket === null ? await response.arrayBuffer() : new ArrayBuffer(0);
  const faults = await faultsOf(path, response, new TextDecoder().decode(body));
  return faults.map((fault) => `${response.status}: ${fault}`);
}

/** With the parameters that the table of rights has for a route, so that nothing that is there is taken away. */
function addressOf(route: string, path: string): string {
  const params: Readonly<Record<string, string>> = { unit: 'muong-bang', period: PERIOD, ...RIGHTS[route]?.with };
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

describe.each(ROUTES)('$method $path', ({ method, path }) => {
  const route = `${method} ${path}`;
  const address = addressOf(route, path);
  const more = RIGHTS[route]?.headers ?? {};

  test('is answered to everybody with the same care', async () => {
    const cookie = async (email: string) => ({ Cookie: `__Host-session=${await openSession(email)}` });
    const own = { Origin: ORIGIN, ...more };
    const ways: readonly (readonly [name: string, request: Ask & { headers: Record<string, string> }])[] = [
      ['nobody, looking', { headers: BROWSER }],
      ['nobody', { headers: {} }],
      ['a forger', { headers: { Authorization: 'Bearer x.y.z' } }],
      ['a stranger, looking', { headers: { ...BROWSER, ...own, ...(await cookie(STRANGER)) } }],
      ['an admin, looking', { headers: { ...BROWSER, ...own, ...(await cookie(ADMIN)) } }],
      ['an admin’s program', { headers: { ...own, ...(await cookie(ADMIN)) } }],
      [
        'a reviewer’s form',
        { headers: { ...BROWSER, ...own, ...FORM, ...(await cookie(REVIEWER)) }, body: 'x=%22%3Cb%3E' },
      ],
      ['another site’s form', { headers: { ...BROWSER, Origin: 'https://evil.test', ...(await cookie(ADMIN)) } }],
    ];
    const wrong: string[] = [];
    for (const [name, { headers, body }] of ways) {
      const request = method === 'GET' ? { method, headers } : { method, headers, body };
      for (const fault of await found(path, await ask(address, request))) wrong.push(`${name}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is so with another method, to the head alone, and before another origin’s question', async () => {
    const preflight = { Origin: 'https://desk.test', 'Access-Control-Request-Method': method };
    const others: readonly Ask[] = [
      { method: 'PATCH' },
      { method: 'PATCH', headers: BROWSER },
      { method: 'HEAD', headers: BROWSER },
      { method: 'OPTIONS', headers: preflight },
      { method: 'OPTIONS', headers: { ...preflight, Origin: 'https://evil.test' } },
    ];
    const faults = await Promise.all(others.map(async (request) => found(path, await ask(address, request))));
    expect(faults.flat()).toEqual([]);
  });
});

describe('what is no route', () => {
  test.each([
    '/nowhere',
    '/api/nowhere',
    '//',
    '/%00',
    '/%ff',
    '/..%2f',
    '/assets/none.js',
    '/targets/99',
    '/units/x/y',
    '/favicon.ico',
  ])('%s is answered with the same care', async (path) => {
    const Cookie = `__Host-session=${await openSession(ADMIN)}`;
    for (const headers of [{}, BROWSER, { ...BROWSER, Cookie }])
      expect(await found(path, await ask(path, { headers }))).toEqual([]);
  });

  test('nor is an error of ours: a wrong configuration, keys that cannot be had, an unsafe connection', async () => {
    const bare = (url: string, more: Partial<typeof env> = {}) => handle(new Request(url), { ...env, ...more });
    const broken = await bare(`${ORIGIN}/`, { ISSUERS: 'no json' });
    // Before its configuration is known, the service does not know either who may read: nobody may.
    expect(await found('/', broken)).toEqual(['500: does not vary by origin']);
    expect(broken.status).toBe(500);
    expect(await found('/api/me', await askAs({ iss: 'https://broken.test' }, '/api/me'))).toEqual([]);
  });
});
