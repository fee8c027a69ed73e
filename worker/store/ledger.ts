/** The ledger's table: hash-chained entries of everything that happened. */
import { EMPTY, type Fact, type Head, nextEntry, type StoredEntry } from './chain.ts';

export interface Ledger {
  head(): Head;
  /** Throws where there is none: a bug, or a ledger that was cut. */
  at(index: number): Head;
  find(index: number): Head | undefined;
  first(): StoredEntry | undefined;
  append(fact: Fact, by: string, at: string): Head;
  /** Up to `limit` entries above `after`, in order. */
  after(after: number, limit: number): StoredEntry[];
  /** Every entry in order, read in pieces. */
  all(): Generator<StoredEntry, void, undefined>;
}

type Row = Record<string, SqlStorageValue> & { idx: number; entry: string; hash: string };

const CHUNK = 500;

export function ledgerOf(sql: SqlStorage): Ledger {
  const select = (rest: string, ...values: number[]) =>
    sql
      .exec<Row>(`SELECT idx, entry, hash FROM ledger ${rest}`, ...values)
      .toArray()
      .map(({ idx, entry, hash }) => ({ index: idx, entry, hash }));
  // Without the entries themselves, which may be long.
  const selectHead = (rest: string, ...values: number[]): Head | undefined =>
    sql
      .exec<{ idx: number; hash: string }>(`SELECT idx, hash FROM ledger ${rest}`, ...values)
      .toArray()
      .map(({ idx, hash }) => ({ index: idx, hash }))[0];
  const head = (): Head => selectHead('ORDER BY idx DESC LIMIT 1') ?? EMPTY;
  const after = (above: number, limit: number) => select('WHERE idx > ? ORDER BY idx LIMIT ?', above, limit);
  const find = (index: number): Head | undefined => selectHead('WHERE idx = ?', index);
  return {
    head,
    at: (index) => {
      const found = find(index);
      if (found === undefined) throw new Error(`no ledger entry ${index}`);
      return found;
    },
    find,
    first: () => select('ORDER BY idx LIMIT 1')[0],
    append: (fact, by, at) => {
      const { index, entry, hash } = nextEntry(head(), fact, by, at);
      sql.exec('INSERT INTO ledger (idx, entry, hash) VALUES (?, ?, ?)', index, entry, hash);
      return { index, hash };
    },
    after,
    all: function* () {
      // Below every index: a row that somebody put before the first entry is to be found, too.
      for (let above = Number.MIN_SAFE_INTEGER; ; ) {
        const entries = after(above, CHUNK);
        yield* entries;
        const last = entries.at(-1);
        if (last === undefined) return;
        above = last.index;
      }
    },
  };
}
