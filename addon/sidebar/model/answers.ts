/**
 * What an answer of the script changes. Calls run side by side and answers come in any order, so every answer is applied
 * only as far as it can be newer than what is already known. Times are stamps of one counter: `askedAt` when the call
 * left, `at` when its answer arrived.
 */
import type { Period } from '../../../shared/periods.ts';
import type { OpeningState, PeriodReadings, PeriodSync, PulseAnswer, Selection, WriteAnswer } from '../../rpc.ts';
import { keyOf, type LastWriting, type PendingValue, type SidebarState, sameCell } from './state.ts';

export interface Timing {
  readonly askedAt: number;
  readonly at: number;
}

/** The whole state from an opening; what was typed meanwhile stays. `start` is shown where the cursor is on no input. */
export function applyOpening(
  state: SidebarState,
  opening: OpeningState,
  start: Selection | null,
  at: number,
): SidebarState {
  const seen = Object.fromEntries(
    Object.entries(opening.digests).map(([period, digest]) => [period, { digest, askedAt: at }]),
  );
  return {
    ...state,
    workbook: opening.workbook,
    readings: opening.readings,
    seen,
    syncs: Object.fromEntries(opening.syncs.map((sync) => [sync.period, sync])),
    conflicts: opening.conflicts,
    audit: opening.audit,
    ledger: opening.ledger,
    at: opening.selection ?? state.at ?? start,
    grid: opening.selection,
    syncedAt: at,
    trouble: null,
    setUp: { kind: 'idle' },
  };
}

/** An answer about one period's cells, the sync states and the grid's cursor. */
export function applyPulse(
  state: SidebarState,
  answer: PulseAnswer,
  period: Period | null,
  timing: Timing,
): SidebarState {
  const known = { ...state, trouble: null };
  const read = applyReadings(known, answer, period, timing);
  return followGrid(applySyncs(read, answer, period, timing), answer.selection, timing);
}

/** The sheet was out of reach no longer, and it is as it was told last. */
export function applyLook(state: SidebarState, selection: Selection | null, timing: Timing): SidebarState {
  return followGrid(state.trouble === null ? state : { ...state, trouble: null }, selection, timing);
}

function applySyncs(
  state: SidebarState,
  answer: PulseAnswer,
  period: Period | null,
  { askedAt }: Timing,
): SidebarState {
  if (askedAt < state.syncedAt)
    return disordered({ ...state, syncs: answer.syncs.flatMap(unsentCells).reduce(withUnsent, state.syncs) });
  const told: SidebarState['syncs'] = Object.fromEntries(answer.syncs.map((sync) => [sync.period, sync]));
  const waiting = waitingSince(state, askedAt);
  const syncs = waiting.reduce(withUnsent, told);
  const reasons = Object.fromEntries(
    Object.entries(state.reasons).filter(([, draft]) => draft.status !== 'saved' || draft.at > askedAt),
  );
  const confirmed = Object.fromEntries(Object.entries(state.confirmed).filter(([, at]) => at === 0 || at > askedAt));
  const { conflicts, ledger } = answer;
  const known = { ...state, syncs, conflicts, ledger, reasons, confirmed, syncedAt: askedAt };
  return waiting.length > 0 ? disordered(known) : unsure(known, sentUnseen(state, answer, period));
}

/** Periods that something was sent of since their cells were told: those may be others by now. */
function sentUnseen(state: SidebarState, { syncs }: PulseAnswer, told: Period | null): string[] {
  return syncs.flatMap(({ period, waiting, revision }) => {
    const before = state.syncs[period];
    return period === told || waiting || (before?.waiting === false && before.revision === revision) ? [] : [period];
  });
}

/**
 * No digest of any cells: the ones that are known may be older than what is known of the sending, and the next question must be answered
 * in full.
 */
export const UNSURE = '?';

function unsure(state: SidebarState, periods: readonly string[]): SidebarState {
  const seen = { ...state.seen };
  for (const period of periods) seen[period] = { askedAt: -1, ...seen[period], digest: UNSURE };
  return { ...state, seen };
}

/** Answers came in another order than they were asked for. Where nothing waits by any of them, they agree. */
function disordered(state: SidebarState): SidebarState {
  return Object.values(state.syncs).some(({ waiting }) => waiting) ? unsure(state, Object.keys(state.seen)) : state;
}

/** Of an answer that was asked for earlier, but may have run later: what it says is waiting counts, what it says is sent does not. */
function unsentCells({ period, differing }: PeriodSync): string[] {
  return differing.map((input) => keyOf({ period, input }));
}

/** The cells that were waiting when their writing was answered after a time: what was asked then may not know of it. */
function waitingSince({ pending, syncs }: SidebarState, askedAt: number): string[] {
  return Object.values(syncs)
    .flatMap(unsentCells)
    .filter((key) => pending[key]?.status === 'written' && pending[key].at > askedAt);
}

/** A value that has been written since the states were read counts as not sent: the run that read them may have come before it. */
function withUnsent(syncs: SidebarState['syncs'], key: string): SidebarState['syncs'] {
  const [period = '', input = ''] = key.split('/');
  const sync = syncs[period];
  if (sync === undefined) return syncs;
  const differing = [...new Set([...sync.differing, input])];
  return { ...syncs, [period]: { ...sync, waiting: true, differing } };
}

function applyReadings(
  state: SidebarState,
  answer: PulseAnswer,
  period: Period | null,
  { askedAt }: Timing,
): SidebarState {
  if (period === null) return state;
  const seen = state.seen[period] ?? { digest: null, askedAt: -1 };
  if (askedAt < seen.askedAt) return state;
  if (answer.readings === null) {
    return { ...state, seen: { ...state.seen, [period]: { digest: seen.digest, askedAt } } };
  }
  const kept = keepNewer(state, period, answer.readings, askedAt);
  // A cell that was kept back must be read again, so the sheet's cells do not count as seen.
  const digest = kept.complete ? answer.digest : null;
  return {
    ...state,
    readings: { ...state.readings, [period]: kept.readings },
    pending: kept.pending,
    seen: { ...state.seen, [period]: { digest, askedAt } },
  };
}

/** The period's readings, except of cells to which a newer value of ours is on its way. */
function keepNewer(
  state: SidebarState,
  period: Period,
  readings: PeriodReadings,
  askedAt: number,
): { readings: PeriodReadings; pending: Readonly<Record<string, PendingValue>>; complete: boolean } {
  let complete = true;
  const pending: Record<string, PendingValue> = {};
  for (const [key, value] of Object.entries(state.pending)) {
    const settled = value.status === 'written' && value.at < askedAt;
    if (settled && key.startsWith(`${period}/`)) continue;
    pending[key] = value;
    if (key.startsWith(`${period}/`)) complete = false;
  }
  return { readings, pending, complete };
}

/** The sidebar goes where the grid's cursor went, never under the fingers of someone who is typing. */
function followGrid(state: SidebarState, selection: Selection | null, { askedAt }: Timing): SidebarState {
  if (state.jumping || askedAt < state.movedAt || selection === null) return state;
  if (sameCell(selection, state.grid)) return state;
  const busy = state.typing && state.at !== null && state.drafts[keyOf(state.at)] !== undefined;
  if (busy) return state;
  return { ...state, grid: selection, at: selection };
}

/** The script has written a value. Typing that came after it into the same cell stays on top. */
export function applyWritten(
  state: SidebarState,
  cell: Selection,
  sequence: number,
  answer: WriteAnswer,
  timing: Timing,
): SidebarState {
  const last = writtenLast(state.last, sequence, answer);
  const applied = applyPulse({ ...state, last }, answer, cell.period, timing);
  const key = keyOf(cell);
  const pending = applied.pending[key];
  const known = timing.askedAt < state.syncedAt ? { ...applied, syncs: withUnsent(applied.syncs, key) } : applied;
  if (pending?.sequence !== sequence) return known;
  return { ...known, pending: { ...known.pending, [key]: { ...pending, status: 'written', at: timing.at } } };
}

/** What the last writing overwrote; an earlier one's answer that comes late is not it. */
export function writtenLast(last: LastWriting, sequence: number, { writing, left }: WriteAnswer): LastWriting {
  if (last.sequence > sequence) return last;
  return writing === null ? { kind: 'not-written', sequence, left } : { kind: 'written', sequence, writing, left };
}
