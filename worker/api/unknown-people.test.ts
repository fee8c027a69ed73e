/** Who has no role here learns nothing: neither what there is, nor who is a member, nor whether they ever were one. */

import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ADMIN, ask, askAs, invite, PERIOD, REVIEWER, STRANGER, send, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { openSession } from '../testing/sign-in.ts';
import { ROUTES } from './routes.ts';

const GONE = VIEWER;

beforeAll(async () => {
  await reset();
  await invite();
  await send();
  await askAs(ADMIN, '/api/audiences/addin-known', { method: 'PUT', body: { unit: 'muong-bang' } });
  expect((await askAs(GONE, '/api/me')).status).toBe(200);
  expect((await askAs(ADMIN, `/api/members/${GONE}`, { method: 'DELETE' })).status).toBe(204);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  return () => vi.useRealTimers();
});

/** Status, headers and body, without the caller's own address in it. */
async function seen(response: Response, email: string): Promise<unknown> {
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return [response.status, [...response.headers], text.replaceAll(email, '(me)')];
}

const THERE = { unit: 'muong-bang', period: PERIOD, email: REVIEWER, audience: 'addin-known', number: '1' };
const NOT_THERE = { unit: 'nowhere', period: '1999-Q1', email: 'x@y.test', audience: 'none', number: '9999' };

const addressOf = (path: string, params: Readonly<Record<string, string>>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const GUARDED = ROUTES.filter(({ need }) => need !== 'anyone' && need !== 'signed-in');

test('most routes are guarded', () => expect(GUARDED.length).toBeGreaterThan(40));

describe.each(GUARDED)('$method $path', ({ method, path }) => {
  test('answers a stranger, and who was a member once, the same of what there is and what there is not', async () => {
    vi.setSystemTime(Date.now() + 60_000);
    const answers: unknown[] = [];
    for (const email of [STRANGER, GONE]) {
      for (const params of [THERE, NOT_THERE]) {
        const sent = { method, headers: { Origin: 'https://desk.test' } };
        answers.push(await seen(await askAs(email, addressOf(path, params), sent), email));
      }
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toEqual([403, expect.anything(), expect.anything()]);
  });

  test('and so as a page', async () => {
    vi.setSystemTime(Date.now() + 60_000);
    const answers: unknown[] = [];
    for (const email of [STRANGER, GONE]) {
      const Cookie = `__Host-session=${await openSession(email)}`;
      for (const params of [THERE, NOT_THERE]) {
        const headers = { Cookie, Accept: 'text/html', Origin: 'https://commune.test' };
        answers.push(await seen(await ask(addressOf(path, params), { method, headers }), email));
      }
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
