/** The head of a tab's table: its heading rows, and the column of its labels. */
import type { Cells } from './cells.ts';
import { isLabelHeading, readHeading } from './heading.ts';

export interface Head {
  /** The first heading row, and the first row under the headings; equal where there are none. */
  readonly headTop: number;
  readonly firstRow: number;
  readonly labelColumn: number;
  /** Further columns of the same labels, where the heading spans several. */
  readonly moreLabelColumns: readonly number[];
}

/** Headings stand within the first rows; a title page may come before. */
const HEAD_ROWS = 40;
const LETTERS = /\p{L}{2}/u;

/** Under a heading over labels, else by what the columns hold; null where nothing looks like labels with figures. */
export function findHead(cells: Cells): Head | null {
  return headedTable(cells) ?? guessHead(cells);
}

function headedTable(cells: Cells): Head | null {
  for (let row = 1; row <= Math.min(cells.rows, HEAD_ROWS); row++) {
    for (let column = 1; column <= cells.columns; column++) {
      if (!isLabelHeading(cells.own(row, column)) || !hasNeighbours(cells, row, column)) continue;
      const merge = cells.merge(row, column) ?? { row, column, rows: 1, columns: 1 };
      const headTop = topOf(cells, row, column);
      const firstRow = afterHead(cells, row + merge.rows, column);
      const columns = Array.from({ length: merge.columns }, (_, at) => column + at);
      const labelColumn = fullest(cells, columns, firstRow) ?? column;
      return { headTop, firstRow, labelColumn, moreLabelColumns: columns.filter((one) => one !== labelColumn) };
    }
  }
  return null;
}

/** A heading has others beside it; a title stands alone. */
function hasNeighbours(cells: Cells, row: number, column: number): boolean {
  const merge = cells.merge(row, column);
  const end = merge === undefined ? column : merge.column + merge.columns - 1;
  for (let other = 1; other <= cells.columns; other++)
    if ((other < column || other > end) && LETTERS.test(cells.seen(row, other))) return true;
  return false;
}

/** Upper heading rows: those above that say something over other columns than the labels' alone. */
function topOf(cells: Cells, row: number, column: number): number {
  let top = row;
  while (top > 1 && isUpperHeading(cells, top - 1, column)) top -= 1;
  return top;
}

function isUpperHeading(cells: Cells, row: number, column: number): boolean {
  for (let other = column + 1; other <= cells.columns; other++) {
    const merge = cells.merge(row, other);
    if (merge !== undefined && merge.column <= column) return false;
    const facts = readHeading(cells.own(row, other));
    if (facts.kind !== null || facts.quarter !== null || facts.year !== null) return cells.own(row, column) === '';
  }
  return false;
}

/** The first row under the headings: rows without label that hold headings, and one that numbers the columns, are passed over. */
function afterHead(cells: Cells, from: number, labelColumn: number): number {
  let row = from;
  while (row <= cells.rows && (isLowerHeading(cells, row, labelColumn) || isColumnNumbers(cells, row))) row += 1;
  return row;
}

function isLowerHeading(cells: Cells, row: number, labelColumn: number): boolean {
  if (cells.own(row, labelColumn) !== '') return false;
  let texts = 0;
  for (let column = 1; column <= cells.columns; column++) {
    const text = cells.own(row, column);
    if (text === '') continue;
    if (cells.figure(row, column) !== null && !/^20\d\d$/.test(text)) return false;
    texts += 1;
  }
  return texts > 0;
}

/** What numbers a column, and heads nothing: "A", "(4)", "(7)=(6)/(2)". */
export function isColumnNumber(text: string): boolean {
  return /^\(?(?:[A-Z]|\d{1,2})\)?(?:\s*[=:].*)?$/.test(text);
}

/** "A B 1 2 3=2/1": letters and small numbers that go up. */
function isColumnNumbers(cells: Cells, row: number): boolean {
  const texts = Array.from({ length: cells.columns }, (_, at) => cells.own(row, at + 1)).filter((text) => text !== '');
  if (texts.length < 3 || !texts.every(isColumnNumber)) return false;
  const numbers = texts
    .map((text) => Number(/\d{1,2}/.exec(text)?.[0] ?? Number.NaN))
    .filter((one) => !Number.isNaN(one));
  return numbers.length > 1 && numbers.every((one, at) => at === 0 || one === (numbers[at - 1] ?? 0) + 1);
}

/** Without a heading over the labels: the column with the most words left of figures. */
function guessHead(cells: Cells): Head | null {
  const columns = Array.from({ length: Math.min(cells.columns, 8) }, (_, at) => at + 1);
  const labelColumn = fullest(cells, columns, 1);
  if (labelColumn === null) return null;
  for (let row = 1; row <= cells.rows; row++) {
    if (!LETTERS.test(cells.own(row, labelColumn)) || !hasFigures(cells, row, labelColumn)) continue;
    if (isColumnNumbers(cells, row)) continue;
    let headTop = row;
    while (headTop > 1 && isUpperHeading(cells, headTop - 1, labelColumn)) headTop -= 1;
    return { headTop, firstRow: row, labelColumn, moreLabelColumns: [] };
  }
  return null;
}

/** Of some columns the one with the most words; null where none has any. */
function fullest(cells: Cells, columns: readonly number[], from: number): number | null {
  const letters = columns.map((column) => {
    let sum = 0;
    for (let row = from; row <= cells.rows; row++) {
      const text = cells.own(row, column);
      if (LETTERS.test(text)) sum += Math.min(text.length, 60);
    }
    return sum;
  });
  const most = Math.max(...letters);
  return most <= 0 ? null : (columns[letters.indexOf(most)] ?? null);
}

/** Whether a row has a figure right of a column. */
export function hasFigures(cells: Cells, row: number, after: number): boolean {
  for (let column = after + 1; column <= cells.columns; column++) if (cells.figure(row, column) !== null) return true;
  return false;
}
