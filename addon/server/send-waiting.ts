/** Sends what waits, as far as one run should: reads the tabs concerned, notes what changed in them, sends period by period. */

import type { Period } from '../../shared/periods.ts';
import type { PeriodReadings } from '../rpc.ts';
import { type BookReading, readTabs } from './book-reader.ts';
import { noteReadings } from './observe.ts';
import { loadOutbox, type Outbox } from './outbox.ts';
import { type Sending, type SendOutcome, sendPeriod } from './sync.ts';
import type { BoundTab, Workbook } from './workbook.ts';

/** Whoever is overtaken this often leaves it to the others: what it has read is neither noted nor sent. */
const READ_TRIES = 3;

export interface SendReport {
  readonly outbox: Outbox;
  readonly reading: BookReading;
  readonly stored: number;
  /** The last reason for which something is still waiting. */
  readonly trouble: string | null;
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
    if (noted.overtaken.length === 0 || tries === READ_TRIES)
      return { reading, outbox: { ...noted.outbox, mark: before.mark }, overtaken: noted.overtaken };
    before = noted.outbox;
  }
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

/** What a run has read, and the memory in which that is noted. */
interface Read {
  readonly reading: BookReading;
  readonly outbox: Outbox;
}

/**
 * Sends the waiting periods among what was read, at most `limit` of them; a copy sends nothing. One that may not be sent yet (already
 * accepted, refused until it is changed) takes no other's turn.
 */
export function sendWaiting(workbook: Workbook, read: Read, sending: Sending, limit: number): SendReport {
  const { reading } = read;
  let stored = 0;
  let trouble: string | null = null;
  let asked = 0;
  for (const [period, readings] of waitingIn(workbook, read)) {
    if (asked === limit) break;
    const outcome = sendPeriod(workbook, period, readings, sending, read.outbox);
    if (outcome.asked) asked++;
    if (outcome.kind === 'stored') stored++;
    else trouble = troubleOf(outcome) ?? trouble;
    if (outcome.kind === 'stopped') break;
  }
  const outbox = stored > 0 || trouble !== null ? loadOutbox() : read.outbox;
  return { outbox, reading, stored, trouble };
}

function waitingIn(workbook: Workbook, { reading, outbox }: Read): [Period, PeriodReadings][] {
  if (workbook.copyOf !== null) return [];
  return workbook.plan.periods.flatMap((period): [Period, PeriodReadings][] => {
    const readings = reading.periods[period];
    return readings !== undefined && outbox.record(period).waiting ? [[period, readings]] : [];
  });
}

function troubleOf(outcome: SendOutcome): string | null {
  return outcome.kind === 'blocked' || outcome.kind === 'stopped' ? outcome.message : null;
}
