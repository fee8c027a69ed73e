/** Reports that come together and are written in one turn: each is answered for itself, and none before all of it is stored. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../../shared/wire.ts';
import {
  ADMIN,
  askAs,
  commune,
  FIRST,
  invite,
  OTHER_REPORTER,
  on,
  PERIOD,
  plan,
  problem,
  REPORTER,
  REVIEWER,
  send,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';

const PERIODS = plan.periods.slice(1, 9);

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
});

const inStorage = <T>(work: (sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(commune(), (_, { storage }) => work(storage.sql));
const stored = () => inStorage((sql) => sql.exec('SELECT * FROM revisions').toArray());
const ledgerLength = () => inStorage((sql) => Number(sql.exec('SELECT count(*) AS n FROM ledger').one().n));

/** One report of a period for each of two units, all at once. */
function sendAll(over: (period: string) => Record<string, unknown> = () => ({})): Promise<Response[]> {
  return Promise.all(
    PERIODS.flatMap((period) => [
      send(over(period), FIRST, REPORTER, `/api/reports/muong-bang/${period}`),
      send({ sheet: 'sheet-muong-bon', ...over(period) }, FIRST, OTHER_REPORTER, `/api/reports/muong-bon/${period}`),
    ]),
  );
}

const verified = async () => (await askAs(REVIEWER, '/api/ledger/verify')).json<{ ok: boolean }>();

describe('reports that come together', () => {
  test('of several units and periods are all stored, each with an entry of its own', async () => {
    const before = await ledgerLength();
    const answers = await sendAll();
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const receipts = await Promise.all(answers.map((answer) => answer.json<Receipt>()));
    const indices = receipts.map(({ ledger }) => ledger.index).sort((a, b) => a - b);
    expect(indices).toEqual(answers.map((_, place) => before + 1 + place));
    expect(await verified()).toMatchObject({ ok: true, entries: before + answers.length });
    await evictDurableObject(commune());
    expect(await stored()).toHaveLength(answers.length);
  });

  test('of one unit and period on the same base: one is stored, the others are told what came first', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((revenue) => send({ values: { revenue } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 201);
    const { contentHash } = await (winner ?? new Response()).json<Receipt>();
    for (const answer of answers) {
      if (answer.status === 412) expect(await answer.json()).toMatchObject({ current: { revision: 1, contentHash } });
    }
    expect(await stored()).toHaveLength(1);
  });

  test('of one unit and period, based on one another, in the order of coming', async () => {
    const answers = await Promise.all([
      send({ values: { revenue: 1 } }),
      send({ values: { revenue: 2 } }, on(1)),
      send({ values: { revenue: 3 } }, on(1)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201, 412]);
    expect(await stored()).toHaveLength(2);
  });

  test('and are the same: one is stored, the others are answered with it', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send()));
    const receipts = await Promise.all(answers.map((answer) => answer.json<Receipt>()));
    expect(receipts.map(({ replayed }) => replayed).sort()).toEqual([false, true, true]);
    expect(new Set(receipts.map(({ ledger }) => ledger.hash)).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  test('with one that is refused: it alone is', async () => {
    const [bad] = PERIODS;
    const answers = await sendAll((period) => (period === bad ? { values: { revenue: -1 } } : {}));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(2);
    expect(statuses.filter((status) => status === 201)).toHaveLength(answers.length - 2);
    expect(await stored()).toHaveLength(answers.length - 2);
    expect(await verified()).toMatchObject({ ok: true });
  });

  test('with one that cannot be stored: it alone is not, and leaves no entry', async () => {
    const before = await ledgerLength();
    const [bad] = PERIODS;
    await inStorage(
      (sql) =>
        sql.exec(
          `CREATE TRIGGER broken BEFORE INSERT ON revisions WHEN NEW.period = '${bad}' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
        ).rowsWritten,
    );
    const answers = await sendAll();
    expect(await Promise.all(answers.slice(0, 2).map(problem))).toEqual([
      '503 storage-unavailable',
      '503 storage-unavailable',
    ]);
    expect(answers.slice(2).map(({ status }) => status)).toEqual(answers.slice(2).map(() => 201));
    expect(await ledgerLength()).toBe(before + answers.length - 2);
    expect(await verified()).toMatchObject({ ok: true });
  });
});

describe('where the commit fails', () => {
  test('every report that waited is refused, and nothing of any is stored', async () => {
    const before = await ledgerLength();
    // Looked at only when all is to be committed: then, and not before, the storage says no.
    await inStorage((sql) => {
      sql.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY)');
      sql.exec('CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)');
      sql.exec(
        'CREATE TRIGGER orphans AFTER INSERT ON ledger BEGIN INSERT INTO children (parent) VALUES (NEW.idx); END',
      );
    });
    // The platform says a lot of each of them.
    const answers = await Promise.all([1, 2].map((revenue) => send({ values: { revenue } })));
    expect(await Promise.all(answers.map(problem))).toEqual(answers.map(() => '503 storage-unavailable'));
    expect(await ledgerLength()).toBe(before);
    expect(await stored()).toEqual([]);
    await inStorage((sql) => sql.exec('DROP TRIGGER orphans').rowsWritten);
    expect((await send()).status).toBe(201);
    const summary = await askAs(ADMIN, `/api/summary?period=${PERIOD}`);
    expect(await summary.json()).toMatchObject({ ledger: { index: before + 1 } });
  });
});
