import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { askAs, commune, invite, ledgerLines, on, plan, problem, REVIEWER, send, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';
import { GENESIS } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import { headText, publicKeyOf } from './head.ts';
import { MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { exportCheck, lineReader } from './verify-export.ts';

const verdict = async () => (await askAs(REVIEWER, '/api/ledger/verify')).json<Record<string, unknown>>();
const tamper = (...statements: string[]) =>
  runInDurableObject(commune(), (_, { storage }) => {
    for (const name of ['ledger_keeps', 'ledger_holds']) storage.sql.exec(`DROP TRIGGER ${name}`);
    for (const statement of statements) storage.sql.exec(statement);
  });

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
  await send();
  await send({ values: { revenue: 2 } }, on(1));
});

describe('the ledger', () => {
  test('is a chain that anybody can check with SHA-256 and sorted keys alone', async () => {
    let previous = GENESIS;
    for (const [place, line] of (await ledgerLines()).entries()) {
      const { hash, ...entry } = JSON.parse(line);
      expect([entry.index, entry.previous]).toEqual([place + 1, previous]);
      expect(createHash('sha256').update(sortedJson(entry)).digest('hex')).toBe(hash);
      previous = hash;
    }
    expect(await verdict()).toMatchObject({ ok: true, entries: 6, head: { index: 6, hash: previous } });
  });

  test('signs its head with the deployment’s key', async () => {
    const { head } = await verdict();
    const { index, hash, signature } = Object(head);
    const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const key = createPublicKey(publicKeyOf(env.LEDGER_KEY));
    const signed = (text: string) => verify(null, new TextEncoder().encode(text), key, bytes);
    expect(signed(headText(plan.resolution.id, { index, hash }))).toBe(true);
    expect(signed(headText(plan.resolution.id, { index: index + 1, hash }))).toBe(false);
  });

  test('answers what comes after an index', async () => {
    const all = await ledgerLines();
    expect(await ledgerLines('?after=4')).toEqual(all.slice(4));
    expect(await ledgerLines('?after=6')).toEqual([]);
    expect(await problem(await askAs(REVIEWER, '/api/ledger?after=-1'))).toBe('400 bad-request');
  });

  test('is exported as whoever verifies it outside reads it, with the checkpoint of its head', async () => {
    const checkpoint = await (await askAs(REVIEWER, '/api/checkpoint')).json<Checkpoint>();
    const check = exportCheck([checkpoint], publicKeyOf(env.LEDGER_KEY));
    const bytes = new Uint8Array(await (await askAs(REVIEWER, '/api/ledger')).arrayBuffer());
    const reader = lineReader();
    for (const line of [...reader.push(bytes), ...reader.end()]) check.take(line);
    const { index, hash } = checkpoint;
    expect(check.verdict()).toEqual({ chain: { ok: true, entries: 6, head: { index, hash } }, faults: [] });
  });

  test('is not for viewers', async () => {
    expect(await problem(await askAs(VIEWER, '/api/ledger'))).toBe('403 forbidden');
    expect(await problem(await askAs(VIEWER, '/api/ledger/verify'))).toBe('403 forbidden');
  });

  test('cannot be changed by the service itself', async () => {
    const attempts = [
      'UPDATE ledger SET hash = hash',
      'DELETE FROM ledger',
      'UPDATE revisions SET by = by',
      'DELETE FROM revisions',
    ];
    await runInDurableObject(commune(), (_, { storage }) => {
      for (const attempt of attempts) expect(() => storage.sql.exec(attempt)).toThrow('append-only');
    });
  });
});

describe('verifying finds', () => {
  test.each([
    ['a changed value', 5, 'hash', [`UPDATE ledger SET entry = replace(entry, '1.25', '9.25') WHERE idx = 5`]],
    ['a changed hash', 5, 'hash', [`UPDATE ledger SET hash = '${'a'.repeat(64)}' WHERE idx = 5`]],
    ['a deleted entry', 3, 'index', ['DELETE FROM ledger WHERE idx = 3']],
    ['a doubled entry', 7, 'index', ['INSERT INTO ledger SELECT 7, entry, hash FROM ledger WHERE idx = 6']],
    ['an entry that is no JSON', 4, 'form', [`UPDATE ledger SET entry = '{' WHERE idx = 4`]],
    [
      'two entries that changed places',
      2,
      'index',
      [
        'UPDATE ledger SET idx = 100 WHERE idx = 2',
        'UPDATE ledger SET idx = 2 WHERE idx = 3',
        'UPDATE ledger SET idx = 3 WHERE idx = 100',
      ],
    ],
  ])('%s', async (_, index, why, statements) => {
    await tamper(...statements);
    expect(await verdict()).toMatchObject({ ok: false, firstBad: { index, why } });
  });
});

describe('migrations', () => {
  const run = (migrations: readonly Migration[]) =>
    runInDurableObject(commune(), (_, { storage }) => migrate(storage, migrations));

  test('run once, and add what is new', async () => {
    const added = { id: '9999-added', sql: 'CREATE TABLE added (id TEXT)' };
    await run([...MIGRATIONS, added]);
    await run([...MIGRATIONS, added]);
    expect(await run(MIGRATIONS)).toBe('newer');
  });

  test('refuse a step that was edited after it ran', async () => {
    const edited = MIGRATIONS.map((step, place) => (place === 1 ? { ...step, sql: `${step.sql} ` } : step));
    await expect(run(edited)).rejects.toThrow('0002-people');
  });

  test('leave nothing of a step that fails', async () => {
    const failing = { id: '9999-failing', sql: 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT)' };
    await expect(run([...MIGRATIONS, failing])).rejects.toThrow();
    await run([...MIGRATIONS, { id: '9999-better', sql: 'CREATE TABLE half (id TEXT)' }]);
  });
});

/** Canonical JSON for entries without exotic numbers, written independently of the library. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`).join(',')}}`;
}
