/** Where the person is in the workbook, and the way back there: a run that makes tabs takes nobody's tab away. */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface Place {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  /** Null while something other than cells is selected, whatever the types say. */
  readonly range: Range | null;
  readonly cell: Range | null;
}

export function placeOf(spreadsheet: Spreadsheet): Place {
  return {
    sheet: spreadsheet.getActiveSheet(),
    range: spreadsheet.getActiveRange(),
    cell: spreadsheet.getCurrentCell(),
  };
}

export function goBack(spreadsheet: Spreadsheet, { sheet, range }: Place): void {
  if (range === null) spreadsheet.setActiveSheet(sheet);
  else spreadsheet.setActiveRange(range);
}
