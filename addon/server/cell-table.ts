/** The bound cells of a table, wherever its rows and columns stand, and the ranges that rules for them are put on. */
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Area } from './areas.ts';
import { columnName } from './template-formulas.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Both in the order of the sheet. */
export interface Table {
  readonly rows: readonly { readonly input: InputDefinition; readonly row: number }[];
  readonly columns: readonly { readonly period: Period; readonly column: number }[];
}

/** One call for the names, one for the ranges. */
export function rangesOf(sheet: Sheet, areas: readonly Area[]): GoogleAppsScript.Spreadsheet.Range[] {
  if (areas.length === 0) return [];
  const names = areas.map(({ row, column, rows, columns }) => {
    const last = `${columnName(column + columns - 1)}${row + rows - 1}`;
    return `${columnName(column)}${row}:${last}`;
  });
  return sheet.getRangeList(names).getRanges();
}
