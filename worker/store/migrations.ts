/**
 * The object's tables, as a list of steps that only grows. A step that has run is never edited: the start fails where one was. What
 * changes the meaning of rows without changing a table is a step as well, of a comment alone, so that an older version keeps its hands off.
 */
import { sha256 } from '../canonical.ts';
import { transactionsOf } from './transaction.ts';

export interface Migration {
  readonly id: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-reports',
    sql: `
      CREATE TABLE revisions (
        unit TEXT NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
        sheet TEXT NOT NULL, content TEXT NOT NULL, content_hash TEXT NOT NULL,
        at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT, ledger_index INTEGER NOT NULL,
        PRIMARY KEY (unit, period, revision)
      ) WITHOUT ROWID;
      CREATE TABLE sheets (unit TEXT PRIMARY KEY, sheet TEXT NOT NULL, bound_at TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE locks (
        period TEXT PRIMARY KEY, locked INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL
      ) WITHOUT ROWID;`,
  },
  {
    id: '0002-people',
    sql: `
      CREATE TABLE members (
        id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, role TEXT NOT NULL, units TEXT NOT NULL, name TEXT,
        issuer TEXT, subject TEXT, UNIQUE (issuer, subject)
      ) WITHOUT ROWID;
      CREATE TABLE audiences (audience TEXT PRIMARY KEY, unit TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE sessions (
        hash TEXT PRIMARY KEY, issuer TEXT NOT NULL, subject TEXT NOT NULL, email TEXT NOT NULL, ends_at INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX sessions_of_person ON sessions (issuer, subject);
      CREATE TABLE tickets (
        hash TEXT PRIMARY KEY, holder TEXT NOT NULL, ends_at INTEGER NOT NULL
      ) WITHOUT ROWID;`,
  },
  {
    id: '0003-ledger',
    // The triggers hold back our own mistakes; that nobody else changed a row is what the chain shows.
    sql: `
      CREATE TABLE ledger (idx INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL);
      CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER ledger_holds BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER revisions_keep BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
      CREATE TRIGGER revisions_hold BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;`,
  },
  {
    id: '0004-nights',
    sql: `
      CREATE TABLE checkpoints (
        day TEXT PRIMARY KEY, idx INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT, public_key TEXT, at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE checks (place INTEGER PRIMARY KEY, at TEXT NOT NULL, ok INTEGER NOT NULL, what TEXT NOT NULL);
      CREATE TRIGGER checkpoints_keep BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
      CREATE TRIGGER checkpoints_hold BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
      CREATE TRIGGER checks_keep BEFORE UPDATE ON checks BEGIN SELECT RAISE(ABORT, 'checks are append-only'); END;
      CREATE TRIGGER checks_hold BEFORE DELETE ON checks BEGIN SELECT RAISE(ABORT, 'checks are append-only'); END;`,
  },
  {
    id: '0005-settings',
    sql: 'CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;',
  },
];

/** `newer`: a later version has worked on these tables, and nothing was touched: what its rows mean is not known here. */
export type Migrated = 'ready' | 'newer';

/** Runs what has not run yet, all of it or nothing. Throws where a step that is stored is not the one of `migrations`. */
export function migrate(storage: DurableObjectStorage, migrations: readonly Migration[] = MIGRATIONS): Migrated {
  return transactionsOf(storage)(() => {
    const { sql } = storage;
    sql.exec('CREATE TABLE IF NOT EXISTS migrations (place INTEGER PRIMARY KEY, id TEXT NOT NULL, hash TEXT NOT NULL)');
    const done = sql.exec<{ id: string; hash: string }>('SELECT id, hash FROM migrations ORDER BY place').toArray();
    for (const [place, step] of migrations.slice(0, done.length).entries()) {
      const row = done[place];
      if (step.id !== row?.id || sha256(step.sql) !== row.hash)
        throw new Error(`migration ${row?.id} is not the one that ran`);
    }
    if (done.length > migrations.length) return 'newer';
    for (const [place, step] of migrations.entries()) {
      if (place < done.length) continue;
      sql.exec(step.sql);
      sql.exec('INSERT INTO migrations (place, id, hash) VALUES (?, ?, ?)', place, step.id, sha256(step.sql));
    }
    return 'ready';
  });
}
