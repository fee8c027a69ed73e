/**
 * Sendings that were never answered. One of them may still arrive, and be stored as long as the revision that it is based on is the current
 * one, even after a later sending was answered: where that one made no new revision, the Worker has to be asked once more. Pure.
 */
import type { Values } from '../../shared/values.ts';
import type { PeriodRecord } from './records.ts';
import { sameValues } from './report-content.ts';

/** No request arrives later than this after its client has given up: by then every connection on its way has been closed. */
const LATE_MS = 120_000;

/** Until when the tries without an answer may arrive, the newest of them given up now. */
export function lateAfterGivingUp(now: number): Pick<PeriodRecord, 'lateUntil'> {
  return { lateUntil: now + LATE_MS };
}

/** The same for a run that was ended over its request: it had given up when its claim ran out. */
export function lateAfterClaim({ claim, lateUntil }: PeriodRecord): Pick<PeriodRecord, 'lateUntil'> {
  return { lateUntil: claim === null ? lateUntil : Math.max(lateUntil, claim.until + LATE_MS) };
}

/** The tries that may still arrive after a receipt. @param revision the current one by the receipt. */
export function lateAfterReceipt(record: PeriodRecord, values: Values, revision: number, now: number): Values[] {
  if (revision !== record.revision || now >= record.lateUntil) return [];
  return [...record.late, ...record.unanswered].filter((tried) => !sameValues(tried, values));
}

/** Whether nothing of the period waits but for the time in which a try may still arrive. */
export function awaitsLateAlone({ late, differing, unanswered, submitting }: PeriodRecord): boolean {
  return late.length > 0 && differing.length === 0 && unanswered.length === 0 && submitting === null;
}

/** Whether that time is over, and it is not known yet whether one has arrived. */
export function isToBeAskedFor({ late, lateUntil }: PeriodRecord, now: number): boolean {
  return late.length > 0 && now >= lateUntil;
}
