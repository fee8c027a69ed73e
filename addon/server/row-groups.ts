/** Rows that fold up under their heading; left open. */
import type { RowGroup } from './sectioned-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More than any table here nests. */
const DEEPEST = 8;

/** Groups rows anew, `last` being the table's last one: outer groups before those inside them. */
export function groupRows(sheet: Sheet, last: number, groups: readonly RowGroup[]): void {
  // Beside the heading, which stands above its rows.
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  sheet.getRange(2, 1, last - 1, 1).shiftRowGroupDepth(-DEEPEST);
  const names = groups.map(({ first, count }) => `${first}:${first + count - 1}`);
  for (const range of sheet.getRangeList(names).getRanges()) range.shiftRowGroupDepth(1);
}

/** Whether the rows are grouped already. */
export function isGrouped(sheet: Sheet, groups: readonly RowGroup[]): boolean {
  const last = groups[groups.length - 1];
  return last === undefined || sheet.getRowGroupDepth(last.first) > 0;
}
