/**
 * Where the cell of an input in a period is: its row by the label's words and by the row's own mark (developer metadata),
 * its column by the period's heading; never by a fixed number. Where label and mark disagree the row is not read.
 */

import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { periodHeading } from '../../shared/words.ts';
import { fingerprint } from './fingerprint.ts';
import { LABEL_COLUMN } from './template-rows.ts';

/** Column of the units of measure ("Đơn vị tính"): a heading over several rows may have an input's words, but no unit. */
const UNIT_COLUMN = 3;

/** Headings stand within the first rows; below are people's figures. */
const HEAD_ROWS = 20;

/** Rows by input and columns by period, counted from 1. */
export interface Located {
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, number>>;
  /** Inputs whose label is not there, or is there more than once. */
  readonly lost: readonly string[];
  /** Periods whose heading is not there, or is there more than once. */
  readonly headless: readonly Period[];
}

/** Finds rows by labels and columns by headings in a tab's values. */
export function locate(
  values: readonly (readonly unknown[])[],
  inputs: readonly InputDefinition[],
  periods: readonly Period[],
): Located {
  const columns = findColumns(values, periods);
  const { rows, lost } = findRows(values, inputs);
  return { rows, columns, lost, headless: periods.filter((period) => columns[period] === undefined) };
}

function findColumns(values: readonly (readonly unknown[])[], periods: readonly Period[]): Record<string, number> {
  const wanted = periods.map((period) => fingerprint(periodHeading(period)));
  for (const row of values.slice(0, HEAD_ROWS)) {
    const found = row.map(fingerprint);
    if (!wanted.some((heading) => found.includes(heading))) continue;
    const columns: Record<string, number> = {};
    periods.forEach((period, index) => {
      const heading = wanted[index] ?? '';
      const column = found.indexOf(heading);
      if (column >= 0 && found.lastIndexOf(heading) === column) columns[period] = column + 1;
    });
    return columns;
  }
  return {};
}

function findRows(values: readonly (readonly unknown[])[], inputs: readonly InputDefinition[]) {
  const places = new Map<string, number[]>();
  values.forEach((row, index) => {
    const label = fingerprint(row[LABEL_COLUMN - 1]);
    if (label !== '') places.set(label, [...(places.get(label) ?? []), index + 1]);
  });
  const rows: Record<string, number> = {};
  const lost: string[] = [];
  for (const input of inputs) {
    const candidates = places.get(fingerprint(input.label)) ?? [];
    const unit = fingerprint(input.unit);
    const [row, ...more] = candidates.filter((one) => fingerprint(values[one - 1]?.[UNIT_COLUMN - 1]) === unit);
    if (row === undefined || more.length > 0) lost.push(input.id);
    else rows[input.id] = row;
  }
  return { rows, lost };
}

/** A row's mark: the input that it was bound to, and where the row is now. */
export interface RowMark {
  readonly input: string;
  readonly row: number;
}

/** Inputs whose label stands in another row than their mark, or whose mark is missing or double: none of them is read. */
export function disagreeing(located: Located, marks: readonly RowMark[]): readonly string[] {
  return Object.keys(located.rows).filter((input) => {
    const own = marks.filter((mark) => mark.input === input);
    return own.length !== 1 || own[0]?.row !== located.rows[input];
  });
}

/** Tells two placements apart: as long as it is the same, what was found about the marks holds. */
export function placementOf(located: Located): string {
  return JSON.stringify([located.rows, located.columns, located.lost]);
}
