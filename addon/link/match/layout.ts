/** Where a tab's table is: its head, its columns of units and row numbers, its first and last row. */
import type { Cells } from './cells.ts';
import { findHead, type Head, hasFigures } from './head.ts';
import { findNumberColumn, findUnitColumn } from './side-columns.ts';

export interface Layout extends Head {
  readonly lastRow: number;
  readonly unitColumn: number | null;
  readonly numberColumn: number | null;
}

/** Null where nothing looks like a table of labels with figures. */
export function findLayout(cells: Cells): Layout | null {
  const head = findHead(cells);
  if (head === null) return null;
  const unitColumn = findUnitColumn(cells, head);
  const lastRow = lastRowOf(cells, head, unitColumn);
  return lastRow < head.firstRow ? null : { ...head, lastRow, unitColumn, numberColumn: findNumberColumn(cells, head) };
}

/** The last row with a label and a figure or a unit: below are notes and signatures. */
function lastRowOf(cells: Cells, { firstRow, labelColumn }: Head, unitColumn: number | null): number {
  for (let row = cells.rows; row >= firstRow; row--) {
    const measured = unitColumn !== null && cells.own(row, unitColumn) !== '';
    const labelled = /\p{L}{2}/u.test(cells.seen(row, labelColumn));
    if (labelled && (measured || hasFigures(cells, row, labelColumn))) return row;
  }
  return firstRow - 1;
}
