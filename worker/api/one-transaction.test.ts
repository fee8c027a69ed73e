import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  type Ask,
  askAs,
  FIRST,
  fullValues,
  invite,
  on,
  PERIOD,
  plan,
  problem,
  REPORTER,
  REVIEWER,
  reportBody,
  send,
} from '../testing/client.ts';
import { ROUTES } from './routes.ts';

const REPORT = `/api/reports/muong-bang/${PERIOD}`;
const SUBMISSION = { state: 'submitted', values: fullValues() };
const submit = () => send(SUBMISSION);

interface Act {
  /** The route that it tries. */
  readonly route: string;
  readonly who: string;
  readonly path: string;
  readonly request: Ask;
  readonly given?: () => Promise<Response>;
  /** A statement of its own that is to fail instead of the ledger's. */
  readonly table: string;
}

const ask = (method: string, body?: unknown): Ask => (body === undefined ? { method } : { method, body });
const lock = () => askAs(ADMIN, `/api/periods/${PERIOD}/lock`, ask('POST'));
const register = () => askAs(ADMIN, '/api/audiences/addin', ask('PUT', { unit: 'muong-bang' }));

/** Everything that is to be in the ledger. */
const ACTS: readonly Act[] = [
  {
    route: 'PUT /api/reports/:unit/:period',
    who: REPORTER,
    path: REPORT,
    request: { ...ask('PUT', reportBody()), headers: FIRST },
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /api/reports/:unit/:period/return',
    who: REVIEWER,
    path: `${REPORT}/return`,
    request: { ...ask('POST', { reason: 'Thiếu số liệu' }), headers: on(1) },
    given: submit,
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /api/reports/:unit/:period/accept',
    who: REVIEWER,
    path: `${REPORT}/accept`,
    request: ask('POST'),
    given: submit,
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /api/periods/:period/lock',
    who: REVIEWER,
    path: `/api/periods/${PERIOD}/lock`,
    request: ask('POST'),
    table: 'INSERT ON locks',
  },
  {
    route: 'POST /api/periods/:period/unlock',
    who: ADMIN,
    path: `/api/periods/${PERIOD}/unlock`,
    request: ask('POST', { reason: 'Sửa số liệu' }),
    given: lock,
    table: 'INSERT ON locks',
  },
  {
    route: 'PUT /api/members/:email',
    who: ADMIN,
    path: '/api/members/moi@demo.test',
    request: ask('PUT', { role: 'viewer' }),
    table: 'INSERT ON members',
  },
  {
    route: 'DELETE /api/members/:email',
    who: ADMIN,
    path: `/api/members/${REVIEWER}`,
    request: ask('DELETE'),
    table: 'DELETE ON members',
  },
  {
    route: 'DELETE /api/units/:unit/sheet',
    who: ADMIN,
    path: '/api/units/muong-bang/sheet',
    request: ask('DELETE'),
    given: send,
    table: 'DELETE ON sheets',
  },
  {
    route: 'PUT /api/audiences/:audience',
    who: ADMIN,
    path: '/api/audiences/addin',
    request: ask('PUT', { unit: 'muong-bang' }),
    table: 'INSERT ON audiences',
  },
  {
    route: 'DELETE /api/audiences/:audience',
    who: ADMIN,
    path: '/api/audiences/addin',
    request: ask('DELETE'),
    given: register,
    table: 'DELETE ON audiences',
  },
];

/** Sessions and tickets come and go without the ledger: they are no one's figures and no one's rights. */
const UNTOLD = ['POST /api/live/ticket', 'POST /sign-out', 'POST /sign-out-everywhere'];

const TABLES = ['ledger', 'revisions', 'sheets', 'locks', 'members', 'audiences'];

function inStorage<T>(work: (sql: SqlStorage) => T): Promise<T> {
  const stub = env.COMMUNE.get(env.COMMUNE.idFromName(plan.resolution.id));
  return runInDurableObject(stub, (_, { storage }) => work(storage.sql));
}
const everything = () =>
  inStorage((sql) => Object.fromEntries(TABLES.map((name) => [name, sql.exec(`SELECT * FROM ${name}`).toArray()])));
const failOn = (statement: string) =>
  inStorage(
    (sql) => sql.exec(`CREATE TRIGGER broken BEFORE ${statement} BEGIN SELECT RAISE(ABORT, 'broken'); END`).rowsWritten,
  );

beforeEach(async () => {
  await reset();
  await invite();
});

test('whatever writes is tried here, or has no place in the ledger', () => {
  const writing = ROUTES.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  expect([...ACTS.map(({ route }) => route), ...UNTOLD].sort()).toEqual(writing.sort());
});

describe.each(ACTS)('$route', ({ who, path, request, given, table }) => {
  const act = () => askAs(who, path, request);

  test('is told of in the ledger, once', async () => {
    await given?.();
    const { ledger } = await everything();
    expect((await act()).status).toBeLessThan(300);
    expect((await everything()).ledger).toHaveLength((ledger?.length ?? 0) + 1);
  });

  test.each(['INSERT ON ledger', table])('does nothing at all where “%s” fails', async (statement) => {
    await given?.();
    // The caller is bound at first sight, which is not what is tried here.
    await askAs(who, '/api/me');
    const stored = await everything();
    await failOn(statement);
    expect(await problem(await act())).toBe('503 storage-unavailable');
    expect(await everything()).toEqual(stored);
  });
});
