/** Developer metadata on rows: which row was bound to which input. It follows inserted and moved rows, and not a sort. */
import type { RowMark } from './layout.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ROW_KEY = 'chi-tieu.input';

/** How many marks a tab has. */
export function countRowMarks(sheet: Sheet): number {
  return marksOf(sheet).length;
}

/** Some calls a row: read only where the placement of labels has changed since the marks were last looked at. */
export function readRowMarks(sheet: Sheet): readonly RowMark[] {
  return marksOf(sheet).flatMap((item) => {
    const row = item.getLocation().getRow();
    const input = item.getValue();
    return row === null || input === null ? [] : [{ input, row: row.getRow() }];
  });
}

/** Binds rows anew; marks from before are taken away. */
export function writeRowMarks(sheet: Sheet, marks: readonly RowMark[]): void {
  for (const old of marksOf(sheet)) old.remove();
  const visibility = SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT;
  // Only a range that is a whole row can carry a row's metadata.
  const rows = sheet.getRangeList(marks.map(({ row }) => `${row}:${row}`)).getRanges();
  marks.forEach(({ input }, index) => {
    rows[index]?.addDeveloperMetadata(ROW_KEY, input, visibility);
  });
}

function marksOf(sheet: Sheet): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
  return sheet.createDeveloperMetadataFinder().withKey(ROW_KEY).find();
}
