/** `/api/reports/{unit}/{period}/history`: every revision and what it changed, newest first. */
import type { Period } from '../../shared/periods.ts';
import type { History } from '../../shared/wire.ts';
import type { Services } from '../commune/services.ts';
import { changesOf } from '../decide/changes.ts';
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
  const { steps, next } = stepsOf(call.services, { unit, period, limit, before });
  const history: History = { revisions: steps.map((step) => described(step.revision, step.before)), next };
  return Response.json(history);
}

/** A revision and the one that it changed; the first one changed none. */
export interface Step {
  readonly revision: Revision;
  readonly before: Revision | undefined;
}

interface StepsQuestion {
  readonly unit: string;
  readonly period: Period;
  readonly limit: number;
  /** The revision to go on below; null for the newest. */
  readonly before: number | null;
}

/** A page of a report's revisions, newest first; `next` is the revision to go on before, or null. */
export function stepsOf(
  { revisions }: Pick<Services, 'revisions'>,
  { unit, period, limit, before }: StepsQuestion,
): { readonly steps: readonly Step[]; readonly next: number | null } {
  // One more than asked for: the oldest shown needs the one before it to say what changed.
  const rows = revisions.page(unit, period, limit + 1, before);
  return {
    steps: rows.slice(0, limit).map((revision, place) => ({ revision, before: rows[place + 1] })),
    next: rows.length > limit ? (rows[limit - 1]?.revision ?? null) : null,
  };
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
