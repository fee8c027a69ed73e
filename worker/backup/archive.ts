/** The storage as backups see it: all rows out, and all rows in. */
import { MIGRATIONS } from '../store/migrations.ts';
import { type BackupFault, FORMAT, type Header, type Here, VERSION } from './format.ts';
import { type BackupRows, refill } from './refill.ts';
import { dropScratch, openScratch, type Scratch } from './scratch.ts';
import { snapshotOf, tablesOf } from './tables.ts';
import { backupLines } from './write.ts';

const SCHEMA = MIGRATIONS.map(({ id }) => id);

export interface Archive {
  /** What this deployment can take in, serving this resolution. */
  here(resolution: Here['resolution']): Here;
  /** The lines of a backup of this moment, each with its line feed; they may be taken one by one, across an `await`. */
  lines(about: Pick<Header, 'resolution' | 'at' | 'origin'>): Generator<string>;
  /** Where the rows of one upload wait. */
  scratch(): Scratch;
  /** In place of all that is stored. Inside a transaction that is given up where a fault is answered. */
  refill(rows: BackupRows): BackupFault | null;
}

export function archiveOf(storage: DurableObjectStorage): Archive {
  const { sql } = storage;
  dropScratch(sql);
  return {
    here: ({ id, version }) => ({ resolution: { id, version }, schema: SCHEMA }),
    lines: (about) =>
      backupLines({ format: FORMAT, version: VERSION, schema: SCHEMA, ...about }, snapshotOf(sql, tablesOf(SCHEMA))),
    scratch: () => openScratch(sql),
    refill: (rows) => refill(storage, rows, MIGRATIONS),
  };
}
