/** A1 notation: columns' letters, areas as text, and text to areas, whole rows and columns included. */
import type { Area } from './types.ts';

/** `whole` tells "5:7" and "A:C" from an area that merely is as wide: metadata is only taken on the former. */
export interface ParsedA1 {
  readonly sheetName: string | null;
  readonly area: Area;
  readonly whole: 'rows' | 'columns' | null;
}

const PLAIN_SHEET_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const CELLS = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)(?::\$?([A-Za-z]{1,3})\$?([1-9]\d*))?$/;
const ROWS = /^\$?([1-9]\d*):\$?([1-9]\d*)$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const COLUMN_FROM_ROW = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*):\$?([A-Za-z]{1,3})$/;

export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function areaToA1(area: Area): string {
  const from = `${columnLetters(area.column)}${area.row}`;
  if (area.rows === 1 && area.columns === 1) return from;
  return `${from}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
}

export function quoteSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Null where the text is no A1 notation. `size` bounds whole rows and columns. */
export function parseA1(text: string, size: { rows: number; columns: number }): ParsedA1 | null {
  const { sheetName, rest } = splitSheetName(text.trim());
  const cells = CELLS.exec(rest);
  if (cells) {
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = cells;
    return { sheetName, area: span(Number(r1), columnNumber(c1), Number(r2), columnNumber(c2)), whole: null };
  }
  const rows = ROWS.exec(rest);
  if (rows) return { sheetName, area: span(Number(rows[1]), 1, Number(rows[2]), size.columns), whole: 'rows' };
  const columns = COLUMNS.exec(rest);
  if (columns) {
    const [, c1 = '', c2 = ''] = columns;
    return { sheetName, area: span(1, columnNumber(c1), size.rows, columnNumber(c2)), whole: 'columns' };
  }
  const open = COLUMN_FROM_ROW.exec(rest);
  if (!open) return null;
  const [, c1 = '', r1 = '', c2 = ''] = open;
  return { sheetName, area: span(Number(r1), columnNumber(c1), size.rows, columnNumber(c2)), whole: null };
}

function splitSheetName(text: string): { sheetName: string | null; rest: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { sheetName: null, rest: text };
  const raw = text.slice(0, bang);
  const quoted = raw.startsWith("'") && raw.endsWith("'") && raw.length > 1;
  return { sheetName: quoted ? raw.slice(1, -1).replaceAll("''", "'") : raw, rest: text.slice(bang + 1) };
}

function span(row1: number, column1: number, row2: number, column2: number): Area {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  return { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
}
