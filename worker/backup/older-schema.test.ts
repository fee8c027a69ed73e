import { runInDurableObject } from 'cloudflare:test';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS, type Migration } from '../store/migrations.ts';
import { transactionsOf } from '../store/transaction.ts';
import { takeBackup } from '../testing/backups.ts';
import { commune } from '../testing/client.ts';
import { liveIn } from '../testing/lived-in.ts';
import { reset } from '../testing/reset.ts';
import { judgeHeader, readEnd } from './format.ts';
import { refill } from './refill.ts';

let lines: readonly string[] = [];

beforeEach(async () => {
  await reset();
  await liveIn();
  lines = await takeBackup();
  await reset();
});
afterAll(() => reset());

/** Restores the file as a deployment with these migrations would; answers the fault, and what the locks then are. */
function restoreUnder(migrations: readonly Migration[]) {
  return runInDurableObject(commune(), (_, { storage }) =>
    transactionsOf(storage)(() => {
      const here = { resolution: { id: 'chieng-mung-2025', version: 1 }, schema: migrations.map(({ id }) => id) };
      const verdict = judgeHeader(lines[0] ?? '', here);
      const end = readEnd(lines.at(-1) ?? '');
      if (!verdict.ok || end === null) throw new Error('no backup');
      const fault = refill(storage, { header: verdict.header, end, lines: lines.slice(1, -1) }, migrations);
      const locks = storage.sql.exec('SELECT * FROM locks ORDER BY period').toArray();
      const steps = storage.sql.exec('SELECT id FROM migrations ORDER BY place').toArray();
      return { fault, locks, steps: steps.map(({ id }) => id) };
    }),
  );
}

describe('a backup of an older schema', () => {
  test('is put in as it was, and then brought up to today’s by the steps that came after it', async () => {
    const later = {
      id: '9999-notes',
      sql: `ALTER TABLE locks ADD COLUMN note TEXT NOT NULL DEFAULT ''; UPDATE locks SET note = 'of ' || by;`,
    };
    const { fault, locks, steps } = await restoreUnder([...MIGRATIONS, later]);
    expect(fault).toBeNull();
    expect(steps).toEqual([...MIGRATIONS.map(({ id }) => id), '9999-notes']);
    expect(locks).toMatchObject([
      { period: '2025-Q4', locked: 0, note: 'of admin@demo.test' },
      { period: '2026-Q1', locked: 1, note: 'of reviewer@demo.test' },
    ]);
  });

  test('is put in under today’s where nothing came after it', async () => {
    const { fault, locks, steps } = await restoreUnder(MIGRATIONS);
    expect([fault, locks.length, steps]).toEqual([null, 2, MIGRATIONS.map(({ id }) => id)]);
  });
});
