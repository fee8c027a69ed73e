/** A commune with a long history, written right into its object's file while nothing runs: through the service it would take too long. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DESKS } from '../../addon/desk/server/people.ts';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Value } from '../../shared/values.ts';
import { contentHashOf } from '../../worker/canonical.ts';
import { EMPTY, type Head, nextEntry } from '../../worker/store/chain.ts';

const plan = compilePlan(chiengMung());
const PLACES = plan.periods.slice(1).flatMap((period) => DESKS.map((desk) => ({ ...desk, period })));
const FROM = Date.UTC(2026, 0, 1);

/** Makes the ledger so many entries long: each a whole report, every unit and period in turn, every time another value. */
export function growLedger(dataDir: string, entries: number): void {
  const database = new DatabaseSync(objectFile(dataDir));
  try {
    database.exec('BEGIN');
    appendUntil(database, entries);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** The object's own; beside it lies the platform's of alarms. */
export function objectFile(dataDir: string): string {
  const folder = join(dataDir, 'plain');
  const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (file === undefined) throw new Error(`no object has stored anything in ${folder}`);
  return join(folder, file);
}

function appendUntil(database: DatabaseSync, entries: number): void {
  const ledger = database.prepare('INSERT INTO ledger (idx, entry, hash) VALUES (?, ?, ?)');
  const revisions = database.prepare(
    `INSERT INTO revisions (unit, period, revision, state, sheet, content, content_hash, at, by, reason, ledger_index)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
  );
  const bind = database.prepare('INSERT OR IGNORE INTO sheets (unit, sheet, bound_at) VALUES (?, ?, ?)');
  const counts = countsOf(database);
  let head = headOf(database);
  for (let made = head.index; head.index < entries; made++) {
    const place = PLACES[made % PLACES.length];
    if (place === undefined) throw new Error('there is nothing to report for');
    const { unit, period, book: sheet, email: by } = place;
    const revision = (counts.get(`${unit} ${period}`) ?? 0) + 1;
    counts.set(`${unit} ${period}`, revision);
    const values = valuesOf(unit, made);
    const content = { values, reasons: {}, contentHash: contentHashOf(values, {}) };
    const at = new Date(FROM + made * 60_000).toISOString();
    const bindsSheet = bind.run(unit, sheet, at).changes > 0;
    const fact = { kind: 'report', unit, period, revision, state: 'draft', sheet, ...content, via: 'person' };
    const entry = nextEntry(head, { ...fact, editors: null, sources: {}, bindsSheet }, by, at);
    ledger.run(entry.index, entry.entry, entry.hash);
    const text = JSON.stringify({ values, reasons: {} });
    revisions.run(unit, period, revision, 'draft', sheet, text, content.contentHash, at, by, entry.index);
    head = entry;
  }
}

function headOf(database: DatabaseSync): Head {
  const row = database.prepare('SELECT idx, hash FROM ledger ORDER BY idx DESC LIMIT 1').get();
  return row === undefined ? EMPTY : { index: Number(row.idx), hash: String(row.hash) };
}

function countsOf(database: DatabaseSync): Map<string, number> {
  const rows = database.prepare('SELECT unit, period, count(*) AS count FROM revisions GROUP BY unit, period').all();
  return new Map(rows.map(({ unit, period, count }) => [`${unit} ${period}`, Number(count)]));
}

function valuesOf(unit: string, made: number): Record<string, Value> {
  const inputs = inputsOf(plan, unit);
  const changed = inputs.find(({ kind }) => kind !== 'flag')?.id ?? '';
  const values = inputs.map(({ id, kind }): [string, Value] => [id, kind === 'flag' ? true : 1]);
  return { ...Object.fromEntries(values), [changed]: (made % 4000) / 4 };
}
