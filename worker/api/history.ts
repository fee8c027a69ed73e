/** `/api/reports/{unit}/{period}/history`: every revision and what it changed, newest first. */
import type { Value, Values } from '../../shared/values.ts';
import { valueIn } from '../../shared/values.ts';
import type { History } from '../../shared/wire.ts';
import { Refusal } from '../problems.ts';
import type { Revision } from '../store/revisions.ts';
import { type ActorCall, periodParam, unitParam } from './call.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export function getHistory(call: ActorCall): Response {
  const unit = unitParam(call);
  const period = periodParam(call);
  const limit = countParam(call, 'limit', MAX_LIMIT) ?? DEFAULT_LIMIT;
  const before = countParam(call, 'before', Number.MAX_SAFE_INTEGER);
  if (call.services.revisions.current(unit, period) === undefined) throw new Refusal('no-report');
  // One more than asked for: the oldest shown needs the one before it to say what changed.
  const rows = call.services.revisions.page(unit, period, limit + 1, before);
  const history: History = {
    revisions: rows.slice(0, limit).map((row, place) => described(row, rows[place + 1])),
    next: rows.length > limit ? (rows[limit - 1]?.revision ?? null) : null,
  };
  return Response.json(history);
}

/** A whole number of the query from 1 to `max`; null where it is absent. */
export function countParam({ url }: Pick<ActorCall, 'url'>, name: string, max: number, min = 1): number | null {
  const text = url.searchParams.get(name);
  if (text === null) return null;
  const count = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= min && count <= max)) throw new Refusal('bad-request');
  return count;
}

function described(row: Revision, before: Revision | undefined): History['revisions'][number] {
  const { revision, state, at, by, contentHash, reason } = row;
  return { revision, state, at, by, contentHash, reason, changes: changesOf(before?.values ?? {}, row.values) };
}

/** The inputs whose values differ, with both. */
export function changesOf(from: Values, to: Values): { input: string; from: Value; to: Value }[] {
  const inputs = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return inputs
    .map((input) => ({ input, from: valueIn(from, input), to: valueIn(to, input) }))
    .filter((change) => change.from !== change.to);
}
