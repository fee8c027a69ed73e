/** What the nightly checks found: appended, never changed. */
import * as v from 'valibot';
import { BASES } from '../../shared/wire.ts';

/** `revisions`: the stored report of entry `index` is not the one that the ledger tells of, or there are reports without an entry. */
export const CheckFaultSchema = v.variant('kind', [
  v.object({
    kind: v.literal('ledger'),
    index: v.number(),
    why: v.picklist(['form', 'index', 'previous', 'hash']),
  }),
  v.object({
    kind: v.literal('checkpoint'),
    index: v.number(),
    why: v.picklist(['shorter', 'rebuilt', 'signature']),
  }),
  v.object({ kind: v.literal('revisions'), index: v.nullable(v.number()) }),
  v.object({ kind: v.literal('consolidation'), period: v.string(), basis: v.picklist(BASES) }),
  v.object({ kind: v.literal('unreadable') }),
]);
export type CheckFault = v.InferOutput<typeof CheckFaultSchema>;

export interface CheckOutcome {
  /** ISO 8601. */
  readonly at: string;
  readonly ok: boolean;
  /** Empty where all is well. */
  readonly what: readonly CheckFault[];
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
