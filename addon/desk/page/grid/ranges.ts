/** The grid counts rows and columns from 0 and names both ends; the workbook counts from 1 and names a size. */

import type { IRange } from '@univerjs/core';
import type { Area } from '../../stand-in/model/types.ts';

export function toRange({ row, column, rows, columns }: Area): IRange {
  return { startRow: row - 1, startColumn: column - 1, endRow: row + rows - 2, endColumn: column + columns - 2 };
}

/** `size` of the sheet: a whole row or column has no ends (NaN) of its own. */
export function toArea(range: IRange, size: { readonly rows: number; readonly columns: number }): Area {
  const startRow = finite(range.startRow, 0);
  const startColumn = finite(range.startColumn, 0);
  const endRow = finite(range.endRow, size.rows - 1);
  const endColumn = finite(range.endColumn, size.columns - 1);
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
