/** Sends what waits, as far as one run should: reads the tabs concerned, notes what changed in them, sends period by period. */

import type { Period } from '../../shared/periods.ts';
import { noteReadings } from './observe.ts';
import { loadOutbox, type Outbox } from './outbox.ts';
import { type Sending, type SendOutcome, sendPeriod } from './sync.ts';
import { readTab, type TabReading } from './tab-reader.ts';
import type { InputTab } from './tabs.ts';
import type { Workbook } from './workbook.ts';

export interface SendReport {
  readonly outbox: Outbox;
  readonly readings: readonly TabReading[];
  readonly stored: number;
  /** The last reason for which something is still waiting. */
  readonly trouble: string | null;
}

/** Reads tabs and notes what is new in them. */
export function readAndNote(workbook: Workbook, outbox: Outbox, tabs: readonly InputTab[]) {
  const readings = tabs.map((tab) => readTab(workbook, tab, outbox.layout(tab.key)));
  return { readings, outbox: noteReadings(workbook, outbox, readings) };
}

/** The tabs with the period that is shown, or one that an edit has marked since it was last read, or that waits to be sent. */
export function tabsToLookAt(workbook: Workbook, outbox: Outbox, shown: Period | null): readonly InputTab[] {
  return workbook.tabs.filter((tab) =>
    tab.periods.some((period) => {
      const record = outbox.record(period);
      return period === shown || record.waiting || outbox.mark(period) > record.handledMark;
    }),
  );
}

/** Sends the waiting periods among what was read, at most `limit` of them; a copy sends nothing. */
export function sendWaiting(
  workbook: Workbook,
  read: { readonly readings: readonly TabReading[]; readonly outbox: Outbox },
  sending: Sending,
  limit: number,
): SendReport {
  const { readings } = read;
  let stored = 0;
  let trouble: string | null = null;
  for (const { period, reading } of waitingIn(workbook, read).slice(0, limit)) {
    const outcome = sendPeriod(workbook, period, reading.periods[period] ?? {}, sending, read.outbox);
    if (outcome.kind === 'stored') stored++;
    else trouble = troubleOf(outcome) ?? trouble;
    if (outcome.kind === 'stopped') break;
  }
  const outbox = stored > 0 || trouble !== null ? loadOutbox() : read.outbox;
  return { outbox, readings, stored, trouble };
}

function waitingIn(workbook: Workbook, { readings, outbox }: { readings: readonly TabReading[]; outbox: Outbox }) {
  if (workbook.copyOf !== null) return [];
  return readings.flatMap((reading) =>
    reading.tab.periods
      .filter((period: Period) => outbox.record(period).waiting)
      .map((period) => ({ period, reading })),
  );
}

function troubleOf(outcome: SendOutcome): string | null {
  return outcome.kind === 'blocked' || outcome.kind === 'stopped' ? outcome.message : null;
}
