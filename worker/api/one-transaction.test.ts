import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { CALLER_HEADER, writeCaller } from '../edge/caller.ts';
import { ACTS, type Act } from '../testing/acts.ts';
import {
  askAs,
  BROWSER_CLIENT,
  commune,
  FIRST,
  ISSUER,
  invite,
  ORIGIN,
  PERIOD,
  problem,
  REPORTER,
  reportBody,
  send,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';
import { ROUTES } from './routes.ts';

/** Sessions and tickets come and go without the ledger: they are no one's figures and no one's rights. A restore puts a whole ledger in. */
const UNTOLD = ['POST /api/live/ticket', 'POST /api/restore', 'POST /sign-out', 'POST /sign-out-everywhere'];

const TABLES = ['ledger', 'revisions', 'sheets', 'locks', 'members', 'audiences', 'settings'];

function inStorage<T>(work: (sql: SqlStorage) => T): Promise<T> {
  return runInDurableObject(commune(), (_, { storage }) => work(storage.sql));
}
const everything = () =>
  inStorage((sql) => Object.fromEntries(TABLES.map((name) => [name, sql.exec(`SELECT * FROM ${name}`).toArray()])));
const failOn = (statement: string) =>
  inStorage(
    (sql) => sql.exec(`CREATE TRIGGER broken BEFORE ${statement} BEGIN SELECT RAISE(ABORT, 'broken'); END`).rowsWritten,
  );

/** The problem of an answer; of a page its status alone, as its words are for people. */
const refusalIn = (response: Response): Promise<string> | string =>
  response.headers.get('Content-Type')?.startsWith('text/html') ? String(response.status) : problem(response);
const asPage = (code: string, { page }: Pick<Act, 'page'>) => (page === undefined ? code : code.slice(0, 3));

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
});

test('whatever writes is tried here, or has no place in the ledger', () => {
  const writing = ROUTES.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  expect([...ACTS.map(({ route }) => route), ...UNTOLD].sort()).toEqual(writing.sort());
});

describe.each(ACTS)('$route', ({ who, path, request, given, table, ...kind }) => {
  const act = () => askAs(who, path, request);

  test('is told of in the ledger, once', async () => {
    await given?.();
    const { ledger } = await everything();
    expect((await act()).status).toBeLessThan(400);
    expect((await everything()).ledger).toHaveLength((ledger?.length ?? 0) + 1);
  });

  test.each(['INSERT ON ledger', table])('does nothing at all where “%s” fails', async (statement) => {
    await given?.();
    // The caller is bound at first sight, which is not what is tried here.
    await askAs(who, '/api/me');
    const stored = await everything();
    await failOn(statement);
    expect(await refusalIn(await act())).toBe(asPage('503 storage-unavailable', kind));
    expect(await everything()).toEqual(stored);
  });
});

describe('what changes while a body is on its way counts:', () => {
  /** Sends the body only after `meanwhile`, when the object has long looked at who asks. */
  function slowly(who: string, path: string, method: string, body: unknown, meanwhile: string, headers = {}) {
    const identity = {
      issuer: ISSUER,
      subject: `sub-of-${who}`,
      email: who,
      audience: BROWSER_CLIENT,
      expiresAt: Date.now() + 60_000,
    };
    const caller = writeCaller({ address: '', credential: { kind: 'token', identity } });
    return runInDurableObject(commune(), async (commune, { storage }) => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const request = new Request(`${ORIGIN}${path}`, {
        method,
        body: readable,
        headers: { ...headers, [CALLER_HEADER]: caller },
      });
      const answer = commune.fetch(request);
      storage.sql.exec(meanwhile);
      const writer = writable.getWriter();
      await writer.write(new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body ?? {})));
      await writer.close();
      return refusalIn(await answer);
    });
  }

  test.each(ACTS.filter(({ request }) => request.method !== 'DELETE'))(
    'the right that was lost, for $route',
    async (act) => {
      const { who, path, request, given } = act;
      await given?.();
      await askAs(who, '/api/me');
      const { ledger } = await everything();
      const lost = `UPDATE members SET role = 'viewer' WHERE email = '${who}'`;
      const answer = slowly(who, path, request.method ?? '', request.body, lost, request.headers);
      expect(await answer).toBe(asPage('403 forbidden', act));
      expect((await everything()).ledger).toEqual(ledger);
    },
  );

  test.each([
    ['the lock', '423 locked', `INSERT INTO locks VALUES ('${PERIOD}', 1, 'x', 'y')`],
    ['the binding', '409 sheet-mismatch', `INSERT INTO sheets VALUES ('muong-bang', 'another', 'y')`],
  ])('%s', async (_, refusal, meanwhile) => {
    const path = `/api/reports/muong-bang/${PERIOD}`;
    expect(await slowly(REPORTER, path, 'PUT', reportBody(), meanwhile, FIRST)).toBe(refusal);
  });

  test('the revision that came first', async () => {
    await send();
    const another = `INSERT INTO revisions SELECT unit, period, 2, state, sheet, content, 'other', at, by, reason, ledger_index FROM revisions`;
    const path = `/api/reports/muong-bang/${PERIOD}`;
    const body = reportBody({ values: { revenue: 7 } });
    expect(await slowly(REPORTER, path, 'PUT', body, another, { 'If-Match': '"1"' })).toBe('412 precondition-failed');
  });
});
