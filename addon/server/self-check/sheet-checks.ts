/** Tabs: which one is at the front, how one is found again, what protects one. */
import type { Bench } from './bench.ts';
import { type Check, differs, expecting, type Finding, holds, untried } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export const SHEET_CHECKS: readonly Check[] = [
  { id: 'sheet.front', attempt: ({ fresh }) => expecting(fresh.active, true) },
  { id: 'sheet.back', attempt: back },
  { id: 'sheet.empty', attempt: ({ fresh }) => expecting(fresh.lastRow, 0) },
  { id: 'sheet.current-cell', attempt: currentCell },
  { id: 'sheet.by-id', attempt: byId },
  { id: 'sheet.protection', attempt: protection },
];

/** The run's own way back to where the person was, after the scratch tab had come to the front. */
function back({ spreadsheet, place }: Bench): Finding {
  if (place.range === null) return untried(SEEN_WORDS.nothing);
  const at = (range: GoogleAppsScript.Spreadsheet.Range | null) =>
    range && `${range.getSheet().getName()}, ${range.getA1Notation()}`;
  return expecting(at(spreadsheet.getActiveRange()), at(place.range));
}

function currentCell({ place }: Bench): Finding {
  return place.cell === null ? differs(SEEN_WORDS.nothing) : holds(place.cell.getA1Notation());
}

function byId({ spreadsheet, sheet, afterwards }: Bench): Finding {
  const name = sheet.getName();
  afterwards(() => sheet.setName(name));
  sheet.setName(`${name} 2`);
  return expecting(spreadsheet.getSheetById(sheet.getSheetId())?.getName() ?? null, `${name} 2`);
}

/** Warns people, stops no script, and leaves some cells free. */
function protection({ sheet, cell, afterwards }: Bench): Finding {
  const made = sheet.protect();
  afterwards(() => made.remove());
  const free = cell();
  made.setWarningOnly(true).setUnprotectedRanges([free]);
  const written: unknown = free.offset(0, 1).setValue(1180).getValue();
  return expecting([made.isWarningOnly(), made.getUnprotectedRanges().length, written], [true, 1, 1180]);
}
