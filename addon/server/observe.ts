/** Notes what a fresh reading of the sheet means for each period: whether it changed, whether it waits. Finds what triggers missed. */

import type { Period } from '../../shared/periods.ts';
import type { CellReading, PeriodReadings } from '../rpc.ts';
import { type BookReading, displacement } from './book-reader.ts';
import { digestOf } from './digest.ts';
import { stillKept } from './kept.ts';
import { changeOutbox, type Outbox, type OutboxChange, withChange } from './outbox.ts';
import type { LayoutRecord, PeriodRecord } from './records.ts';
import { contentDigest, contentOf, differingInputs, differsFromAcknowledged } from './report-content.ts';
import type { BoundTab, Workbook } from './workbook.ts';

/** The newest of all periods' changes; 0 while none was noticed. */
export function versionOf(workbook: Workbook, outbox: Outbox): number {
  return Math.max(0, ...workbook.plan.periods.map((period) => outbox.record(period).changed));
}

/** The memory with what the reading says; of the periods `overtaken` it says nothing, as another run has read them since. */
export interface Noted {
  readonly outbox: Outbox;
  readonly overtaken: readonly Period[];
}

/**
 * Compares a reading with what is remembered and writes what differs, under the lock and only if there is any. `before` is the
 * memory as of before the sheet was read: its marks are the ones that the reading covers, and a period that another run has
 * noted since is left as that run has it, for its reading may be the newer one. `known` is the memory as of now.
 */
export function noteReadings(workbook: Workbook, before: Outbox, reading: BookReading, known: Outbox = before): Noted {
  const first = changesBy(workbook, before, known, reading);
  let { overtaken } = first;
  if (first.change === null) return { outbox: known, overtaken };
  const outbox = changeOutbox((now) => {
    const changes = changesBy(workbook, before, now, reading);
    overtaken = changes.overtaken;
    return changes.change;
  });
  return { outbox: outbox || known, overtaken };
}

/** The memory as it is with this reading noted, without writing anything. */
export function observed(workbook: Workbook, before: Outbox, reading: BookReading, known: Outbox = before): Outbox {
  const { change } = changesBy(workbook, before, known, reading);
  return change === null ? known : withChange(known, change);
}

/** Who has read. */
export interface Reader {
  /** The period of an open sidebar, which looks at its tabs at every change, marked or not. */
  readonly watched: Period | null;
  /** Whether it has written into the cells itself, which no trigger tells of. */
  readonly wrote: boolean;
}

/**
 * As `noteReadings`, but only what somebody must know who has not read the sheet: each writing counts against the account's day
 * (docs/quotas.md). What an edit's mark says all the same is left to the mark while a sidebar watches the period, and by a run that
 * knows no marks; that a period which waits has yet another value is written when it is sent.
 * @returns the memory as it stands written.
 */
export function noteForOthers(
  workbook: Workbook,
  before: Outbox,
  reading: BookReading,
  known: Outbox,
  who: Reader,
): Outbox {
  const seen = observed(workbook, before, reading, known);
  if (seen === known || !reading.tabs.some(({ tab }) => othersNeed(known, seen, tab, who))) return known;
  return noteReadings(workbook, before, reading, known).outbox;
}

function othersNeed(known: Outbox, seen: Outbox, { key, periods }: BoundTab, { watched, wrote }: Reader): boolean {
  if (JSON.stringify(known.layout(key)) !== JSON.stringify(seen.layout(key))) return true;
  return periods.some((period) => {
    const one = known.record(period);
    const other = seen.record(period);
    if (one.trouble?.message !== other.trouble?.message) return true;
    const marked = known.mark(period) > one.handledMark;
    if (!wrote && (!known.knowsMarks || (marked && watched !== null && periods.includes(watched)))) return false;
    return marked || one.waiting !== other.waiting || (!one.waiting && one.digest !== other.digest);
  });
}

/** What a reading changes; of periods that another run has overtaken it changes nothing. */
export interface Changes {
  readonly change: OutboxChange | null;
  readonly overtaken: readonly Period[];
}

/** What the reading changes in the memory as it is `now`. */
export function changesBy(workbook: Workbook, before: Outbox, now: Outbox, reading: BookReading): Changes {
  const records: Record<string, PeriodRecord> = {};
  const layouts: Record<string, LayoutRecord> = {};
  const overtaken: Period[] = [];
  const version = Math.max(Date.now(), versionOf(workbook, now) + 1);
  for (const period of workbook.plan.periods) {
    const readings = reading.periods[period];
    if (readings === undefined) continue;
    const record = now.record(period);
    if (record.changed !== before.record(period).changed && !isAsNoted(record, readings)) {
      overtaken.push(period);
      continue;
    }
    const displaced = displacement(workbook, reading, period);
    const seen = { readings, displaced, mark: before.mark(period), version };
    const observed = recordAfter(workbook, record, seen);
    if (observed !== null) records[period] = observed;
  }
  for (const { tab, layout } of reading.tabs) {
    if (tab.periods.some((period) => overtaken.includes(period))) continue;
    if (JSON.stringify(now.layout(tab.key)) !== JSON.stringify(layout)) layouts[tab.key] = layout;
  }
  const same = Object.keys(records).length + Object.keys(layouts).length === 0;
  return { change: same ? null : { records, layouts }, overtaken };
}

/** Whether readings are what the record was noted from last. */
export function isAsNoted(record: PeriodRecord, readings: PeriodReadings): boolean {
  return record.digest === '' ? isBlank(readings) : record.digest === digestOfReadings(readings);
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
  const waiting = record.submitting !== null || record.late.length > 0 || differsFromAcknowledged(content, record);
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

/** Tells readings of a period apart. Of what there is: most cells are empty, and every run begins with cold code. */
export function digestOfReadings(readings: PeriodReadings): string {
  const there = Object.entries(readings).filter(([, reading]) => !isEmpty(reading));
  return digestOf(JSON.stringify(there.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function isBlank(readings: PeriodReadings): boolean {
  return Object.values(readings).every((reading) => reading.status === 'absent' || isEmpty(reading));
}

function isEmpty(reading: CellReading): boolean {
  return reading.status === 'value' && reading.value === null && !reading.fromFormula;
}
