/** Checks that a script's rows and columns of values are as large as the range, in Google's words. */
import type { Area } from '../model/types.ts';

export function checkMatrix(rows: unknown, area: Area): void {
  if (!Array.isArray(rows))
    throw new Error("The parameters don't match the method signature: an array of arrays is expected.");
  if (rows.length !== area.rows)
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${area.rows}.`,
    );
  for (const row of rows)
    if (!Array.isArray(row) || row.length !== area.columns)
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${Array.isArray(row) ? row.length : 0} but the range has ${area.columns}.`,
      );
}

/** The entry for a cell of the area; the matrix was checked before. */
export function entry<T>(rows: readonly (readonly T[])[], area: Area, row: number, column: number): T {
  const cells = rows[row - area.row];
  if (!cells || column - area.column >= cells.length) throw new Error('The matrix is smaller than its range');
  return cells[column - area.column] as T;
}
