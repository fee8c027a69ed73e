/** Which tables a backup holds, in the file's order, and how their rows are read. What is in none of both lists stops the tests. */
import type { RowLine } from './format.ts';

export interface DurableTable {
  readonly name: string;
  /** The primary key: a file has a table's rows in its order. */
  readonly key: readonly string[];
  /** The step of the schema that made it. */
  readonly since: string;
  /** For a table that only grows, and may be large: its column with the ledger's index. */
  readonly index: string | null;
}

export const DURABLE: readonly DurableTable[] = [
  { name: 'ledger', key: ['idx'], since: '0003-ledger', index: 'idx' },
  { name: 'revisions', key: ['unit', 'period', 'revision'], since: '0001-reports', index: 'ledger_index' },
  { name: 'members', key: ['id'], since: '0002-people', index: null },
  { name: 'audiences', key: ['audience'], since: '0002-people', index: null },
  { name: 'sheets', key: ['unit'], since: '0001-reports', index: null },
  { name: 'locks', key: ['period'], since: '0001-reports', index: null },
  { name: 'settings', key: ['name'], since: '0005-settings', index: null },
  { name: 'checkpoints', key: ['day'], since: '0004-nights', index: null },
];

/** What a backup leaves out: whoever was signed in signs in anew, and the next night checks again. `migrations` is the header's `schema`. */
export const PASSING = ['sessions', 'tickets', 'checks', 'migrations'] as const;

export function tablesOf(schema: readonly string[]): readonly DurableTable[] {
  return DURABLE.filter(({ since }) => schema.includes(since));
}

const PAGE = 200;
type Row = Record<string, SqlStorageValue>;

/**
 * The rows of this moment, to be taken one by one, also across an `await`: small tables are read at once, and those that
 * only grow page by page up to the ledger's head of now.
 */
export function snapshotOf(sql: SqlStorage, tables: readonly DurableTable[]): Iterable<RowLine> {
  return rowsUpTo(
    sql,
    tables,
    sql.exec<{ head: number }>('SELECT coalesce(max(idx), 0) AS head FROM ledger').one().head,
  );
}

/** All rows there are, whatever the ledger says of them; to be taken at once. */
export function allRows(sql: SqlStorage, tables: readonly DurableTable[]): Iterable<RowLine> {
  return rowsUpTo(sql, tables, Number.MAX_SAFE_INTEGER);
}

function rowsUpTo(sql: SqlStorage, tables: readonly DurableTable[], head: number): Iterable<RowLine> {
  const parts = tables.map((table) => ({
    table: table.name,
    rows: table.index === null ? rowsOf(sql, table) : grownRows(sql, table, table.index, head),
  }));
  return lines(parts);
}

function* lines(parts: readonly { readonly table: string; readonly rows: Iterable<Row> }[]): Generator<RowLine> {
  for (const { table, rows } of parts) for (const row of rows) yield { table, row: plain(row) };
}

function rowsOf(sql: SqlStorage, { name, key }: DurableTable): Row[] {
  return sql.exec<Row>(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`).toArray();
}

function* grownRows(sql: SqlStorage, { name, key }: DurableTable, index: string, head: number): Generator<Row> {
  const order = key.join(', ');
  const above = `(${order}) > (${key.map(() => '?').join(', ')})`;
  let last: readonly SqlStorageValue[] = [];
  for (;;) {
    const where = last.length === 0 ? `${index} <= ?` : `${index} <= ? AND ${above}`;
    const query = `SELECT * FROM ${name} WHERE ${where} ORDER BY ${order} LIMIT ${PAGE}`;
    const page = sql.exec<Row>(query, head, ...last).toArray();
    yield* page;
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = key.map((column) => end[column] ?? null);
  }
}

/** No table has blobs: a backup is text. */
function plain(row: Row): RowLine['row'] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value instanceof ArrayBuffer) throw new Error(`column ${column} holds bytes`);
      return [column, value];
    }),
  );
}
