/** The texts that rows and columns of a tab are known by: labels beside the figures, headings above them. Rows and columns from 1. */
import { fingerprint } from './fingerprint.ts';
import type { Line } from './signs.ts';

export type CellValues = readonly (readonly unknown[])[];

/** A heading's text, and the row that it ends in. */
export interface HeadingLine extends Line {
  readonly row: number;
}

/** Digits and marks alone are a figure, or the numbers under a table's head: "1.180", "(4)", "(5=4:3)". */
const FIGURE = /^[\d.,\s%()+\-=:]+$/;
const YEAR = /^20\d\d$/;
const NAMES_YEAR = /20\d\d/;
const BETWEEN = ' › ';

/** Every row that has a label. */
export function labelLines(values: CellValues, labelColumn: number): readonly Line[] {
  return values.flatMap((row, index) => {
    const text = labelIn(row, labelColumn);
    return text === '' ? [] : [{ at: index + 1, text }];
  });
}

/** What stands in the column, or, where cells are merged across, in the nearest one left of it that is more than a number. */
function labelIn(row: readonly unknown[], labelColumn: number): string {
  const own = textOf(row[labelColumn - 1]);
  if (own !== '') return own;
  return row.slice(0, labelColumn).map(textOf).filter(isWords).pop() ?? '';
}

function isWords(text: string): boolean {
  return /\p{L}.*\p{L}/u.test(text) && !/^[IVX]+[.)]?$/.test(text);
}

/**
 * What stands above a column's figures, a line for each text in it: of the template the text alone; of a person's own table with
 * everything above it, where a heading over several columns counts for each, and with the tab's name where no year is said.
 * @param below the first row of figures.
 * @param tabName null for the template.
 */
export function headingLines(
  values: CellValues,
  labelColumn: number,
  below: number,
  tabName: string | null,
): readonly HeadingLine[] {
  const head = values.slice(0, below - 1);
  const width = Math.max(0, ...values.map((row) => row.length));
  const carried = head.map(() => '');
  const lines: HeadingLine[] = [];
  for (let column = labelColumn + 1; column <= width; column++) {
    let path: string[] = [];
    const before = lines.length;
    head.forEach((row, index) => {
      const text = textOf(row[column - 1]);
      if (isFigure(text)) path = [];
      else if (text === '') path = [...path, carried[index] ?? ''];
      else {
        path = [...path, text];
        lines.push({ at: column, row: index + 1, text: tabName === null ? text : whole(path, tabName) });
      }
      if (text !== '') carried[index] = isFigure(text) ? '' : text;
    });
    if (lines.length === before && tabName !== null) lines.push({ at: column, row: 0, text: tabName });
  }
  return lines;
}

function whole(path: readonly string[], tabName: string): string {
  const said = path.filter((text) => text !== '');
  return (said.some((text) => NAMES_YEAR.test(text)) ? said : [...said, tabName]).join(BETWEEN);
}

function isFigure(text: string): boolean {
  return FIGURE.test(text) && !YEAR.test(text);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  return typeof value === 'boolean' ? '' : fingerprint(value);
}
