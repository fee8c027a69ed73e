/** Makes a workbook remember itself as the one that reports, and reads it for the first time. */
import { changeOutbox, type Outbox, type OutboxChange } from './outbox.ts';
import { NO_RECORD } from './records.ts';
import { readAndNote } from './send-waiting.ts';
import type { Workbook } from './workbook.ts';

/**
 * A workbook of its own from here on: what a copy brought along of the original's reports is not its own. Null where the memory is busy.
 * @param change where its tabs' layouts are known, they are in here; the others are found anew.
 */
export function takeHome(workbook: Workbook, atHome: boolean, change: OutboxChange): Outbox | null {
  const { plan, book } = workbook;
  const records = Object.fromEntries(plan.periods.map((period) => [period, NO_RECORD]));
  // What was found about marks before is not so any more, although the labels may stand where they stood.
  const layouts = Object.fromEntries(workbook.tabs.map(({ key }) => [key, null]));
  const written = changeOutbox((now) => {
    const fresh = !atHome && now.book !== null;
    return { book, ...change, layouts: { ...layouts, ...change.layouts }, ...(fresh ? { records, line: null } : {}) };
  });
  return written === false ? null : readAndNote(workbook, written, workbook.tabs).outbox;
}
