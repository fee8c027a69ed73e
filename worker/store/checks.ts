/** What the nightly checks found: appended, never changed. */
import * as v from 'valibot';
import { CheckFaultSchema } from '../../shared/service-wire.ts';

/** One thing that a nightly check found. */
export type CheckFault = v.InferOutput<typeof CheckFaultSchema>;

export interface CheckOutcome {
  /** ISO 8601. */
  readonly at: string;
  readonly ok: boolean;
  /** Empty where all is well. */
  readonly what: CheckFault[];
}

export interface CheckStore {
  last(): CheckOutcome | null;
  add(outcome: CheckOutcome): void;
}

const WhatSchema = v.array(CheckFaultSchema);

export function checkStore(sql: SqlStorage): CheckStore {
  return {
    last: () =>
      sql
        .exec<{ at: string; ok: number; what: string }>('SELECT at, ok, what FROM checks ORDER BY place DESC LIMIT 1')
        .toArray()
        .map(({ at, ok, what }) => ({ at, ok: ok === 1, what: v.parse(WhatSchema, JSON.parse(what)) }))[0] ?? null,
    add: ({ at, ok, what }) => {
      sql.exec('INSERT INTO checks (at, ok, what) VALUES (?, ?, ?)', at, ok ? 1 : 0, JSON.stringify(what));
    },
  };
}
