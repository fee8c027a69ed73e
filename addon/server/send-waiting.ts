/** Sends what waits, as far as one run should: reads the tabs concerned, notes what changed in them, sends period by period. */

import type { Period } from '../../shared/periods.ts';
import type { PeriodReadings } from '../rpc.ts';
import { type BookReading, readTabs } from './book-reader.ts';
import { changesBy, noteForOthers, noteReadings, observed, type Reader } from './observe.ts';
import type { Outbox, OutboxChange } from './outbox.ts';
import { type Sending, type SendOutcome, sendPeriod } from './sync.ts';
import type { BoundTab, Workbook } from './workbook.ts';

/** Whoever is overtaken this often leaves it to the others: what it has read is neither noted nor sent. */
const READ_TRIES = 3;

/** Tabs as they are now, the memory as of before they were read, and as it is known now, where this run has changed it since. */
export interface Read {
  readonly reading: BookReading;
  readonly outbox: Outbox;
  readonly known?: Outbox | undefined;
}

export interface SendReport {
  /** With what was read, written down or not. */
  readonly outbox: Outbox;
  /** As it stands written, as far as this run knows. */
  readonly noted: Outbox;
  readonly reading: BookReading;
  readonly stored: number;
  /** The last reason for which something is still waiting. */
  readonly trouble: string | null;
}

export interface SendOptions extends Partial<Reader> {
  /** Written down together with the first sending, if there is one. */
  readonly with?: (now: Outbox) => OutboxChange;
}

/** What was read, and the memory as it is now, but for the marks: those that the reading covers. */
export interface NotedReading {
  readonly reading: BookReading;
  readonly outbox: Outbox;
  /** Periods that other runs have read meanwhile, again and again. */
  readonly overtaken: readonly Period[];
}

/** Reads tabs and notes what is new in them; once more where another run has read them meanwhile. */
export function readAndNote(workbook: Workbook, outbox: Outbox, tabs: readonly BoundTab[]): NotedReading {
  let before = outbox;
  for (let tries = 1; ; tries++) {
    const reading = readTabs(workbook, before, tabs);
    const noted = noteReadings(workbook, before, reading);
    before = withMarksOf(outbox, noted.outbox);
    if (noted.overtaken.length === 0 || tries === READ_TRIES) {
      return { reading, outbox: before, overtaken: noted.overtaken };
    }
  }
}

/** The memory as it is now with the marks of an earlier one: any reading since then covers those. */
export function withMarksOf(earlier: Outbox, now: Outbox): Outbox {
  const { mark, knowsMarks } = earlier;
  return now === earlier ? now : { ...now, mark, knowsMarks };
}

/** The tabs with the period that is shown, or one that an edit has marked since it was last read, or that waits to be sent. */
export function tabsToLookAt(workbook: Workbook, outbox: Outbox, shown: Period | null): readonly BoundTab[] {
  return workbook.tabs.filter((tab) =>
    tab.periods.some((period) => {
      const record = outbox.record(period);
      return period === shown || record.waiting || outbox.mark(period) > record.handledMark;
    }),
  );
}

/**
 * Sends the waiting periods among what was read, at most `limit` of them; a copy sends nothing. One that may not be sent yet (already
 * accepted, refused until it is changed) takes no other's turn. What is new in the reading is written down with the first sending's
 * claim, and by itself where nothing could be sent.
 */
export function sendWaiting(
  workbook: Workbook,
  { reading, outbox, known = outbox }: Read,
  sending: Sending,
  limit: number,
  { watched = null, wrote = false, with: more = () => ({}) }: SendOptions = {},
): SendReport {
  const seen = observed(workbook, outbox, reading, known);
  const notes = (now: Outbox) => ({ ...changesBy(workbook, outbox, now, reading).change, ...more(now) });
  let stored = 0;
  let trouble: string | null = null;
  let asked = 0;
  let after: Outbox | null = null;
  for (const [period, readings] of waitingIn(workbook, reading, seen)) {
    if (asked === limit) break;
    const outcome = sendPeriod(workbook, period, readings, sending, after ?? seen, notes);
    if (outcome.asked) asked++;
    if (outcome.kind === 'stored') stored++;
    else trouble = troubleOf(outcome) ?? trouble;
    after = outcome.after ?? after;
    if (outcome.kind === 'stopped') break;
  }
  const noted = after ?? noteForOthers(workbook, outbox, reading, known, { watched, wrote });
  return { outbox: after ?? observed(workbook, outbox, reading, noted), noted, reading, stored, trouble };
}

function waitingIn(workbook: Workbook, reading: BookReading, outbox: Outbox): [Period, PeriodReadings][] {
  if (workbook.copyOf !== null) return [];
  return workbook.plan.periods.flatMap((period): [Period, PeriodReadings][] => {
    const readings = reading.periods[period];
    return readings !== undefined && outbox.record(period).waiting ? [[period, readings]] : [];
  });
}

function troubleOf(outcome: SendOutcome): string | null {
  return outcome.kind === 'blocked' || outcome.kind === 'stopped' ? outcome.message : null;
}
