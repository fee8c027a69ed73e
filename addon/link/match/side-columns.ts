/** The columns beside the labels: units of measure, row numbers. By their headings, else by what they hold. */
import type { Cells } from './cells.ts';
import type { Head } from './head.ts';
import { isNumberHeading, isUnitHeading } from './heading.ts';
import { isKnown, readUnit } from './units.ts';

const NUMBERING = /^(?:[IVX]{1,5}|[A-HĐ]|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[-+])[.)]?$/u;

/** Null where no column says units. */
export function findUnitColumn(cells: Cells, head: Head): number | null {
  const near = [1, 2, 3, -1];
  return headed(cells, head, isUnitHeading) ?? holding(cells, head, near, (text) => isKnown(readUnit(text)));
}

/** Null where the rows are not numbered in a column of their own. */
export function findNumberColumn(cells: Cells, head: Head): number | null {
  return headed(cells, head, isNumberHeading) ?? holding(cells, head, [-1, -2], (text) => NUMBERING.test(text));
}

function headed(cells: Cells, head: Head, fits: (text: string) => boolean): number | null {
  for (let row = head.headTop; row < head.firstRow; row++)
    for (let column = 1; column <= cells.columns; column++) if (fits(cells.own(row, column))) return column;
  return null;
}

/** A column near the labels in which most texts fit. */
function holding(cells: Cells, head: Head, offsets: readonly number[], fits: (text: string) => boolean): number | null {
  for (const offset of offsets) {
    const column = head.labelColumn + offset;
    if (column < 1 || column > cells.columns) continue;
    let texts = 0;
    let fitting = 0;
    for (let row = head.firstRow; row <= cells.rows; row++) {
      const text = cells.own(row, column);
      if (text === '' || (offset > 0 && cells.figure(row, column) !== null)) continue;
      texts += 1;
      if (fits(text)) fitting += 1;
    }
    if (fitting >= 3 && fitting >= texts * 0.7) return column;
  }
  return null;
}
