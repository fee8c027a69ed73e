// A roll-back to a version that does not know the tables any more: plainly refused, nothing touched.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../store/migrations.ts';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  FIRST,
  invite,
  ledgerLines,
  on,
  problem,
  send,
  VIEWER,
} from '../testing/client.ts';
import { linesOf } from '../testing/log-lines.ts';
import { reset } from '../testing/reset.ts';

const sql = (statement: string, ...values: (string | number)[]) =>
  runInDurableObject(commune(), (_, { storage }) => storage.sql.exec(statement, ...values).toArray());

/** As if a later version had run here, and this one were deployed again. */
async function rollBack(): Promise<void> {
  await sql(
    'INSERT INTO migrations (place, id, hash) VALUES (?, ?, ?)',
    MIGRATIONS.length,
    '9999-later',
    'f'.repeat(64),
  );
  await evictDurableObject(commune());
}

/** And the later version is deployed once more. */
async function comeBack(): Promise<void> {
  await sql('DELETE FROM migrations WHERE place = ?', MIGRATIONS.length);
  await evictDurableObject(commune());
}

beforeEach(async () => {
  await reset();
  await invite();
  await send();
});
afterAll(() => reset());

describe('a version older than the data', () => {
  test.each([
    ['a report', () => send({ values: { revenue: 2 } }, on(1))],
    ['a first report', () => send({}, FIRST)],
    ['the summary', () => askAs(VIEWER, '/api/summary')],
    ['a backup', () => askAs(ADMIN, '/api/backup')],
    ['a restore', () => askAs(ADMIN, '/api/restore', { method: 'POST', body: '{}' })],
    ['whoever asks whether it is up', () => ask('/healthz')],
    ['a visit to the view', () => ask('/')],
  ])('answers %s with 503 and what to do, and says when to come again', async (_, answer) => {
    await rollBack();
    const response = await answer();
    expect(response.headers.get('Retry-After')).toBe('300');
    expect(await problem(response)).toBe('503 newer-data');
  });

  test('leaves a line in the log, for alerts', async () => {
    await rollBack();
    const lines = await linesOf(() => ask('/healthz'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ status: 503, outcome: 'newer-data' }]);
  });

  test('touches nothing: once the newer version is back, all is as it was', async () => {
    const before = await ledgerLines();
    await rollBack();
    await send({ values: { revenue: 2 } }, on(1));
    expect(await sql('SELECT count(*) AS revisions FROM revisions')).toEqual([{ revisions: 1 }]);
    await comeBack();
    expect(await ledgerLines()).toEqual(before);
    expect((await send({ values: { revenue: 2 } }, on(1))).status).toBe(200);
  });

  test('keeps its alarm, so that the nightly check goes on by itself afterwards', async () => {
    await rollBack();
    await ask('/healthz');
    expect(await runDurableObjectAlarm(commune())).toBe(true);
    const next = await runInDurableObject(commune(), (_, { storage }) => storage.getAlarm());
    expect(next).toBeGreaterThan(Date.now());
  });
});
