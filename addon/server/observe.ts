/** Notes what a fresh reading of the sheet means for each period: whether it changed, whether it waits. Finds what triggers missed. */

import type { PeriodReadings } from '../rpc.ts';
import { type BookReading, displacement } from './book-reader.ts';
import { digestOf } from './digest.ts';
import { stillKept } from './kept.ts';
import type { Outbox, OutboxChange } from './outbox.ts';
import { changeOutbox } from './outbox.ts';
import type { LayoutRecord, PeriodRecord } from './records.ts';
import { contentDigest, contentOf, differingInputs, differsFromAcknowledged } from './report-content.ts';
import type { Workbook } from './workbook.ts';

/** The newest of all periods' changes; 0 while none was noticed. */
export function versionOf(workbook: Workbook, outbox: Outbox): number {
  return Math.max(0, ...workbook.plan.periods.map((period) => outbox.record(period).changed));
}

/**
 * Compares readings with what is remembered and writes what differs, under the lock and only if there is any. `before` is the
 * memory as of before the sheet was read: its marks are the ones that the readings cover.
 */
export function noteReadings(workbook: Workbook, before: Outbox, reading: BookReading): Outbox {
  if (changesBy(workbook, before, before, reading) === null) return before;
  return changeOutbox((now) => changesBy(workbook, before, now, reading)) || before;
}

function changesBy(workbook: Workbook, before: Outbox, now: Outbox, reading: BookReading): OutboxChange | null {
  const records: Record<string, PeriodRecord> = {};
  const layouts: Record<string, LayoutRecord> = {};
  const version = Math.max(Date.now(), versionOf(workbook, now) + 1);
  for (const { tab, layout } of reading.tabs) {
    if (JSON.stringify(now.layout(tab.key)) !== JSON.stringify(layout)) layouts[tab.key] = layout;
  }
  for (const period of workbook.plan.periods) {
    const readings = reading.periods[period];
    if (readings === undefined) continue;
    const displaced = displacement(workbook, reading, period);
    const seen = { readings, displaced, mark: before.mark(period), version };
    const observed = recordAfter(workbook, now.record(period), seen);
    if (observed !== null) records[period] = observed;
  }
  return Object.keys(records).length + Object.keys(layouts).length === 0 ? null : { records, layouts };
}

interface Seen {
  readonly readings: PeriodReadings;
  /** Why nothing of the period may be sent, in words. */
  readonly displaced: string | null;
  readonly mark: number;
  readonly version: number;
}

function recordAfter(workbook: Workbook, record: PeriodRecord, seen: Seen): PeriodRecord | null {
  const { readings, displaced, mark, version } = seen;
  const content = contentOf(workbook.inputs, readings, record.reasons);
  const digest = digestOfReadings(readings);
  const changed = digest !== record.digest && !(record.digest === '' && isBlank(readings));
  const waiting = record.submitting !== null || differsFromAcknowledged(content, record);
  const trouble = troubleNow(record, displaced, contentDigest(content));
  const handledMark = Math.max(record.handledMark, mark);
  const differing = differingInputs(content, record);
  const kept = stillKept(record.kept, readings);
  const same =
    !changed &&
    waiting === record.waiting &&
    handledMark === record.handledMark &&
    trouble === record.trouble &&
    differing.join() === record.differing.join() &&
    kept === record.kept;
  if (same) return null;
  return {
    ...record,
    waiting,
    differing,
    kept,
    trouble,
    handledMark,
    ...(changed ? { digest, changed: version } : {}),
  };
}

/** Trouble with the layout is seen here and ends here; other trouble that was with a content ends with that content. */
function troubleNow(record: PeriodRecord, displaced: string | null, content: string): PeriodRecord['trouble'] {
  const { trouble } = record;
  if (displaced !== null) {
    if (trouble?.code === 'layout' && trouble.message === displaced) return trouble;
    return { code: 'layout', message: displaced, retryAt: null, content: null };
  }
  if (trouble?.code === 'layout') return null;
  return trouble !== null && trouble.content !== null && trouble.content !== content ? null : trouble;
}

function digestOfReadings(readings: PeriodReadings): string {
  return digestOf(JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function isBlank(readings: PeriodReadings): boolean {
  return Object.values(readings).every(
    (reading) => reading.status === 'absent' || (reading.status === 'value' && reading.value === null),
  );
}
