/** The menu item "Tự kiểm tra": tries what the add-in assumes of its platform, in whatever host it runs, and writes what holds. */
import { wakeCarrier } from '../sidebar-heartbeat.ts';
import { MENU_WORDS } from '../words.ts';
import { aboutRun } from './about.ts';
import { openBench } from './bench.ts';
import { messageOf } from './check.ts';
import { CHECKS } from './checks.ts';
import { goBack, type Place, placeOf } from './place.ts';
import { writeResults } from './result-tab.ts';
import { tallyOf } from './result-table.ts';
import { runChecks } from './run-checks.ts';
import { TAB_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A run has six minutes: the rest is for cleaning up and writing. */
const TIME_MS = 4 * 60_000;
const TOAST_SECONDS = 10;

export function selfCheck(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  // The types promise a spreadsheet; the platform gives null outside of one.
  if (!spreadsheet) return;
  const say = (text: string) => spreadsheet.toast(text, MENU_WORDS.title, TOAST_SECONDS);
  say(TAB_WORDS.running);
  const place = placeOf(spreadsheet);
  try {
    say(checkAndWrite(spreadsheet, place));
  } catch (error) {
    say(TAB_WORDS.failed(messageOf(error)));
  } finally {
    goBack(spreadsheet, place);
  }
}

/** Answers what to say of it. */
function checkAndWrite(spreadsheet: Spreadsheet, place: Place): string {
  const start = Date.now();
  const bench = openBench(spreadsheet, place, start);
  try {
    goBack(spreadsheet, place);
    const outcomes = runChecks(CHECKS, bench, () => Date.now() - start > TIME_MS);
    const tab = writeResults(spreadsheet, aboutRun(bench, start), outcomes);
    wakeCarrier();
    return TAB_WORDS.done(tallyOf(outcomes), tab.getName());
  } finally {
    bench.close();
  }
}
