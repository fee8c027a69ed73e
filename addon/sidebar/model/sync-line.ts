/** The one line that says where the numbers are. It never says more than is known to be so. */
import { formatDate, type LocalTime, localTime } from '../../../shared/dates.ts';
import type { Period } from '../../../shared/periods.ts';
import { PAGE_WORDS } from '../../page/words.ts';
import type { PeriodSync } from '../../rpc.ts';
import { STATE_WORDS as SCRIPT_WORDS, SYNC_WORDS } from '../words.ts';
import { UNSURE } from './answers.ts';
import { onTheirWay } from './cells.ts';
import type { SidebarState } from './state.ts';

export type SyncTone = 'good' | 'busy' | 'waiting' | 'bad';

export interface SyncLine {
  readonly tone: SyncTone;
  readonly text: string;
  /** More than fits into the line; empty where there is no more. */
  readonly detail: string;
}

/** "23/11" of "23/11/2026". */
const DAY_AND_MONTH = 5;

/** Trouble that passes by itself: what waits is safe and is sent again. */
const PASSING: Readonly<Record<string, (count: number) => string>> = {
  unreachable: SYNC_WORDS.waitingForNetwork,
  unavailable: SYNC_WORDS.waitingForServer,
  late: SYNC_WORDS.waitingForServer,
  pausing: SYNC_WORDS.waitingForTurn,
};

/** The part of the state that the line is about. */
export type SyncState = Pick<SidebarState, 'workbook' | 'pending' | 'trouble' | 'syncs' | 'seen' | 'conflicts'>;

export function syncLine(state: SyncState, period: Period | null, now: Date): SyncLine {
  const { workbook } = state;
  if (workbook !== null && workbook.copyOf !== null) return line('bad', SYNC_WORDS.copy);
  const script = scriptLine(state);
  if (script !== null) return script;
  const sync = period === null ? undefined : state.syncs[period];
  if (state.conflicts.some((conflict) => conflict.period === period)) return line('bad', SYNC_WORDS.conflict);
  const trouble = troubleLine(state, sync, now);
  if (trouble !== null) return trouble;
  if (waitingCount(state) > 0) return line('busy', SYNC_WORDS.sending);
  if (sync === undefined || sync.savedAt === null) return line('waiting', SYNC_WORDS.nothingSent);
  if (state.seen[sync.period]?.digest === UNSURE) return line('busy', SYNC_WORDS.reading);
  const time = timeWords(sync.savedAt, now);
  return line('good', SYNC_WORDS.saved(clockOf(sync.savedAt, now)), SYNC_WORDS.savedLong(time));
}

/** What has not even reached the sheet comes first. */
function scriptLine(state: SyncState): SyncLine | null {
  const { writing, failed } = onTheirWay(state);
  if (state.trouble?.kind === 'accounts') return line('bad', SYNC_WORDS.noSheet, PAGE_WORDS.accounts);
  if (state.trouble?.kind === 'offline') {
    return line('waiting', SYNC_WORDS.waitingForNetwork(writing + failed + waitingCount(state)), SCRIPT_WORDS.offline);
  }
  if (failed > 0) return line('bad', SYNC_WORDS.writeFailed(failed), SYNC_WORDS.writeAgain);
  if (state.trouble !== null) return line('bad', SYNC_WORDS.noSheet, state.trouble.message);
  return writing > 0 ? line('busy', SYNC_WORDS.writing(writing)) : null;
}

function troubleLine(state: SyncState, shown: PeriodSync | undefined, now: Date): SyncLine | null {
  const sync = shown?.trouble == null ? Object.values(state.syncs).find((one) => one.trouble !== null) : shown;
  const trouble = sync?.trouble;
  if (trouble == null) return null;
  const retry = trouble.retryAt === null ? '' : SYNC_WORDS.retryAt(clockOf(trouble.retryAt, now));
  const detail = [trouble.message, retry].filter((part) => part !== '').join(' ');
  const passing = PASSING[trouble.code];
  if (passing !== undefined) return line('waiting', passing(waitingCount(state)), detail);
  return line('bad', SYNC_WORDS.notSent, detail);
}

/** Whether what waits will be sent without anyone's doing. */
export function passesByItself({ trouble }: Pick<PeriodSync, 'trouble'>): boolean {
  return trouble === null || PASSING[trouble.code] !== undefined;
}

/** How many inputs wait to be sent; a submission without an answer counts as one. */
function waitingCount(state: Pick<SidebarState, 'syncs'>): number {
  return Object.values(state.syncs).reduce(
    (sum, sync) => sum + (sync.waiting ? Math.max(1, sync.differing.length) : 0),
    0,
  );
}

function line(tone: SyncTone, text: string, detail = ''): SyncLine {
  return { tone, text, detail };
}

/** "10:32" today, "23/11 10:32" else. */
export function clockOf(at: string, now: Date): string {
  const moment = localTime(at);
  if (moment === null) return '';
  return isToday(moment, now) ? moment.time : `${moment.date.slice(0, DAY_AND_MONTH)} ${moment.time}`;
}

/** "10:32 hôm nay", "10:32 ngày 23/11/2026". */
export function timeWords(at: string, now: Date): string {
  const moment = localTime(at);
  if (moment === null) return '';
  return isToday(moment, now) ? SYNC_WORDS.today(moment.time) : SYNC_WORDS.on(moment.time, moment.date);
}

function isToday({ date }: LocalTime, now: Date): boolean {
  return date === formatDate(now.toISOString());
}
