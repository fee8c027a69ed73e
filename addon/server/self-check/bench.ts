/** Where the checks are tried: a scratch tab that is made for one run and taken away after it, with rows that nobody has used. */
import { readClaims, type TokenClaims } from './claims.ts';
import { newOwnTab, ownTabs } from './own-tab.ts';
import type { Place } from './place.ts';
import { TAB_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Marks a tab as ours to delete, with the moment it was made. */
const SCRATCH_KEY = 'chi-tieu.self-check.scratch';
/** A run has six minutes: what is older was left behind by one that was stopped. */
const LEFT_BEHIND_MS = 10 * 60_000;

export interface Bench {
  readonly spreadsheet: Spreadsheet;
  readonly sheet: Sheet;
  readonly locale: string;
  readonly claims: TokenClaims;
  /** Where the person was before the run. */
  readonly place: Place;
  /** Of the scratch tab, just after it was made: whether it came to the front, and its last row. */
  readonly fresh: { readonly active: boolean; readonly lastRow: number };
  /** Takes unused rows; the first one's number. Asked for in plenty, it leaves room for rows to be inserted. */
  rows(count: number): number;
  /** An unused cell, with a few unused ones to its right. */
  cell(): Range;
  /** For what a check leaves outside the scratch tab, or on all of it: done after the check, whatever came of it. */
  afterwards(task: () => void): void;
  cleanUp(): void;
}

export function openBench(spreadsheet: Spreadsheet, place: Place, now: number): Bench & { close(): void } {
  removeLeftBehind(spreadsheet, now);
  const sheet = newOwnTab(spreadsheet, TAB_WORDS.scratch(now), SCRATCH_KEY, String(now));
  let used = 0;
  let tasks: (() => void)[] = [];
  const rows = (count: number): number => {
    used += count;
    return used - count + 1;
  };
  return {
    spreadsheet,
    sheet,
    locale: spreadsheet.getSpreadsheetLocale(),
    claims: readClaims(),
    place,
    fresh: {
      active: spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId(),
      lastRow: sheet.getLastRow(),
    },
    rows,
    cell: () => sheet.getRange(rows(1), 1),
    afterwards: (task) => tasks.push(task),
    cleanUp: () => {
      const due = tasks;
      tasks = [];
      doAll(due);
    },
    close: () => spreadsheet.deleteSheet(sheet),
  };
}

/** The last one first, and every one, even where one throws. */
function doAll(tasks: readonly (() => void)[]): void {
  const [first, ...others] = tasks;
  if (first === undefined) return;
  try {
    doAll(others);
  } finally {
    first();
  }
}

function removeLeftBehind(spreadsheet: Spreadsheet, now: number): void {
  for (const { sheet, value } of ownTabs(spreadsheet, SCRATCH_KEY)) {
    if (now - Number(value) > LEFT_BEHIND_MS) spreadsheet.deleteSheet(sheet);
  }
}
