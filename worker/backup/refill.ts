/** Puts a file's rows in place of all that is stored, under the schema that they were made with, and then brings them up to today's. */
import { canonicalJson } from '../canonical.ts';
import { type Migration, migrate } from '../store/migrations.ts';
import { type BackupFault, type End, type Header, type RowLine, readRow } from './format.ts';
import { isScratch } from './scratch.ts';
import { allRows, tablesOf } from './tables.ts';
import { sumOf } from './write.ts';

export interface BackupRows {
  readonly header: Header;
  readonly end: End;
  readonly lines: Iterable<string>;
}

/** To be called inside a transaction that is given up where a fault is answered: half of the rows may then stand. */
export function refill(
  storage: DurableObjectStorage,
  { header, end, lines }: BackupRows,
  migrations: readonly Migration[],
): BackupFault | null {
  const { sql } = storage;
  for (const table of storedTables(sql)) sql.exec(`DROP TABLE ${table}`);
  migrate(storage, migrations.slice(0, header.schema.length));
  const tables = tablesOf(header.schema);
  const inserts = new Map(tables.map(({ name }) => [name, inserter(sql, name)]));
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const row = readRow(line);
    if (row === null || inserts.get(row.table)?.(row.row) !== true) return 'backup-format';
    counts[row.table] = (counts[row.table] ?? 0) + 1;
  }
  if (canonicalJson(counts) !== canonicalJson(end.counts)) return 'backup-damaged';
  // What the tables would not take as it stands, twice, or in this order, makes another file than this one.
  if (sumOf(allRows(sql, tables)).root !== end.root) return 'backup-order';
  migrate(storage, migrations);
  return null;
}

/** The tables that are ours; a dropped table takes its triggers along, and fires none. */
function storedTables(sql: SqlStorage): string[] {
  return sql
    .exec<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .toArray()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !name.startsWith('_cf_') && !isScratch(name));
}

/** Puts a row in; false where it has not this table's columns. */
function inserter(sql: SqlStorage, table: string): (row: RowLine['row']) => boolean {
  const columns = sql
    .exec<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)', table)
    .toArray();
  const names = columns.map(({ name }) => name);
  // Passes over what breaks the table's rules, of which the root then knows nothing.
  const insert = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return (row) => {
    const fits = columns.every(({ name, type }) => Object.hasOwn(row, name) && isOf(type, row[name]));
    if (!fits || Object.keys(row).length !== columns.length) return false;
    sql.exec(insert, ...names.map((name) => row[name] ?? null));
    return true;
  };
}

function isOf(type: string, value: RowLine['row'][string] | undefined): boolean {
  return value === null || (type === 'INTEGER' ? Number.isSafeInteger(value) : typeof value === 'string');
}
