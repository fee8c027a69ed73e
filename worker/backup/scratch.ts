/**
 * Where a file waits until it is whole: in the object's own storage, because 50,000 reports do not fit in an isolate's
 * 128 MB, and rows may only be written in one synchronous piece.
 */
import { joined, textOf } from './lines.ts';

const TABLE = 'restore_scratch';
const PIECE_BYTES = 256 * 1024;
const LINE_FEED = Uint8Array.of(10);

export interface Scratch {
  add(line: Uint8Array): void;
  /** What was added, in order; what is not UTF-8 as replacement characters, with which it is another text. */
  lines(): Generator<string>;
  clear(): void;
}

/** A scratch of its own for each upload. It is no part of the schema: made when needed, and gone with the last upload. */
export function openScratch(sql: SqlStorage): Scratch {
  const upload = crypto.randomUUID();
  let waiting: Uint8Array[] = [];
  let size = 0;
  let pieces = 0;
  const write = () => {
    if (waiting.length === 0) return;
    makeTable(sql);
    sql.exec(`INSERT INTO ${TABLE} (upload, place, bytes) VALUES (?, ?, ?)`, upload, pieces, joined(waiting).buffer);
    pieces += 1;
    waiting = [];
    size = 0;
  };
  return {
    add: (line) => {
      waiting.push(line, LINE_FEED);
      size += line.length + 1;
      if (size >= PIECE_BYTES) write();
    },
    lines: function* () {
      write();
      for (let place = 0; place < pieces; place += 1) {
        const query = `SELECT bytes FROM ${TABLE} WHERE upload = ? AND place = ?`;
        const { bytes } = sql.exec<{ bytes: ArrayBuffer }>(query, upload, place).one();
        const text = textOf(bytes);
        yield* text.slice(0, -1).split('\n');
      }
    },
    clear: () => {
      makeTable(sql);
      sql.exec(`DELETE FROM ${TABLE} WHERE upload = ?`, upload);
      if (sql.exec(`SELECT 1 FROM ${TABLE} LIMIT 1`).toArray().length === 0) dropScratch(sql);
    },
  };
}

/** What an upload left behind that the object did not live to see the end of. */
export function dropScratch(sql: SqlStorage): void {
  sql.exec(`DROP TABLE IF EXISTS ${TABLE}`);
}

export function isScratch(table: string): boolean {
  return table === TABLE;
}

function makeTable(sql: SqlStorage): void {
  sql.exec(
    `CREATE TABLE IF NOT EXISTS ${TABLE} (upload TEXT, place INTEGER, bytes BLOB, PRIMARY KEY (upload, place)) WITHOUT ROWID`,
  );
}
