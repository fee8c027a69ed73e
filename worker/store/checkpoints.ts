/** The checkpoints that the service keeps, one a day, for whoever carries them out of the house. */
import type { Checkpoint } from './checkpoint.ts';

export interface CheckpointStore {
  /** Keeps the day's checkpoint; the first of a day stays. `day` as `2026-06-30`. */
  keep(day: string, checkpoint: Checkpoint): void;
  /** In the order of their days. */
  all(): Checkpoint[];
}

type Row = Record<string, SqlStorageValue> & {
  idx: number;
  hash: string;
  signature: string | null;
  public_key: string | null;
  at: string;
};

export function checkpointStore(sql: SqlStorage, origin: string): CheckpointStore {
  return {
    keep: (day, { index, hash, signature, publicKey, at }) => {
      sql.exec(
        'INSERT OR IGNORE INTO checkpoints (day, idx, hash, signature, public_key, at) VALUES (?, ?, ?, ?, ?, ?)',
        day,
        index,
        hash,
        signature,
        publicKey,
        at,
      );
    },
    all: () =>
      sql
        .exec<Row>('SELECT * FROM checkpoints ORDER BY day')
        .toArray()
        .map(({ idx, hash, signature, public_key, at }) => ({
          origin,
          index: idx,
          hash,
          signature,
          publicKey: public_key,
          at,
        })),
  };
}
