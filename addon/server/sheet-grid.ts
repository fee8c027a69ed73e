/** What stands in a sheet, read in three calls, and a digest of it: where it is the same, nothing in the sheet has changed. */
import { digestOf } from './digest.ts';

/** The cells as the platform gives them, rows and columns from 0. */
export interface SheetGrid {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Asked for only where a cell has something that cannot be sent. */
  readonly shown: () => readonly (readonly string[])[];
  readonly digest: string;
}

export function readSheetGrid(sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetGrid {
  const range = sheet.getDataRange();
  let shown: string[][] | undefined;
  const values = range.getValues();
  const formulas = range.getFormulas();
  const numberFormats = range.getNumberFormats();
  return {
    values,
    formulas,
    numberFormats,
    digest: digestOf(JSON.stringify([values, briefly(formulas), briefly(numberFormats)])),
    shown: () => {
      shown ??= range.getDisplayValues();
      return shown;
    },
  };
}

/** Formulas and formats are the same from row to row: what is said once need not be digested again. */
function briefly(rows: readonly (readonly string[])[]): readonly (readonly string[] | 0)[] {
  let before: string | undefined;
  return rows.map((row) => {
    const text = row.join('\n');
    const same = text === before;
    before = text;
    return same ? 0 : row;
  });
}
