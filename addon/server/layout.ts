/**
 * Where the cell of an input in a period is: its row and its column by their signs (label, heading) and by their own marks
 * (developer metadata); never by a fixed number. Where sign and mark disagree the row or column is not read.
 */

import type { Period } from '../../shared/periods.ts';
import type { TabBinding } from './bindings.ts';
import { type CellValues, type HeadingLine, headingLines, labelLines } from './label-lines.ts';
import type { LayoutRecord } from './records.ts';
import { findSign, indexLines, type Line, type LineIndex, placesOf, type Sign, signOf } from './signs.ts';

/** Rows by input and columns by period, counted from 1. */
export interface Placed {
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, number>>;
}

export interface Located extends Placed {
  /** Where the labels stand now. */
  readonly labelColumn: number;
  /** Inputs and periods whose label or heading is not there, or is there more than once. */
  readonly lost: readonly string[];
}

/** A row's or column's mark: what it was bound to, and where it is now. */
export interface Mark {
  readonly id: string;
  readonly line: 'row' | 'column';
  readonly at: number;
}

/** The texts of a tab and where they stand. */
interface Texts {
  readonly labels: readonly Line[];
  readonly rows: LineIndex;
  readonly headings: (below: number) => readonly HeadingLine[];
}

function textsOf(values: CellValues, { labelColumn, own }: Style, tabName: string): Texts {
  const labels = labelLines(values, labelColumn);
  return {
    labels,
    rows: indexLines(labels),
    headings: (below) => headingLines(values, labelColumn, below, own ? tabName : null),
  };
}

type Style = Pick<TabBinding, 'labelColumn' | 'own'>;

/** Finds rows by labels, and columns by the headings above the first of them. */
export function locate(values: CellValues, tabName: string, binding: TabBinding): Located {
  const labelColumn = labelColumnIn(values, binding);
  const { rows, headings } = textsOf(values, { labelColumn, own: binding.own }, tabName);
  const found = findAll(rows, binding.rows);
  const columns = indexLines(headings(firstOf(found.at, values)));
  const across = findAll(columns, binding.columns);
  return { labelColumn, rows: found.at, columns: across.at, lost: [...found.lost, ...across.lost] };
}

/** The column that has the most of the labels: it too moves with inserted columns. */
function labelColumnIn(values: CellValues, { labelColumn, rows }: TabBinding): number {
  const wanted = Object.values(rows).map(({ text }) => text);
  const countIn = (column: number): number => {
    const index = indexLines(labelLines(values, column));
    return wanted.filter((text) => placesOf(index, text).length > 0).length;
  };
  let best = { column: labelColumn, count: countIn(labelColumn) };
  const width = Math.max(0, ...values.map((row) => row.length));
  for (let column = 1; column <= width && best.count < wanted.length; column++) {
    const count = countIn(column);
    if (count > best.count) best = { column, count };
  }
  return best.column;
}

function findAll(index: LineIndex, signs: Readonly<Record<string, Sign>>) {
  const at: Record<string, number> = {};
  const lost: string[] = [];
  for (const [id, sign] of Object.entries(signs)) {
    const place = findSign(index, sign);
    if (place === null) lost.push(id);
    else at[id] = place;
  }
  return { at, lost };
}

/** The first row of figures; where none is found, the one below the last. */
function firstOf(rows: Placed['rows'], values: CellValues): number {
  return Math.min(values.length + 1, ...Object.values(rows));
}

/** The texts that lines may be known by, for a person to choose from. */
export function linesOf(values: CellValues, tabName: string, own: boolean, { labelColumn, rows }: Located) {
  const { labels, headings } = textsOf(values, { labelColumn, own }, tabName);
  return { row: labels, column: headings(firstOf(rows, values)) };
}

/** The signs of rows and columns as they stand, or what has none: a row without a label. */
export function bindLines(
  values: CellValues,
  tabName: string,
  { labelColumn, own }: Style,
  { rows, columns }: Placed,
): { readonly binding: TabBinding } | { readonly nameless: { readonly id: string; readonly at: number } } {
  const texts = textsOf(values, { labelColumn, own }, tabName);
  const bound: Record<string, Sign> = {};
  for (const [id, at] of Object.entries(rows)) {
    const label = texts.labels.find((line) => line.at === at);
    if (label === undefined) return { nameless: { id, at } };
    bound[id] = signOf(label, texts.labels, texts.rows);
  }
  const headings = texts.headings(firstOf(rows, values));
  const index = indexLines(headings);
  const head = headRow(headings, Object.values(columns));
  const across: Record<string, Sign> = {};
  for (const [id, at] of Object.entries(columns)) {
    const own = headings.filter((line) => line.at === at);
    const heading = own.filter((line) => line.row <= head).pop() ?? own[0];
    if (heading === undefined) return { nameless: { id, at } };
    across[id] = signOf(heading, headings, index);
  }
  return { binding: { labelColumn, own, rows: bound, columns: across } };
}

/** The row that most of the columns have a heading in, the lowest of several: what stands elsewhere may be text among figures. */
function headRow(headings: readonly HeadingLine[], columns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const { at, row } of headings) if (columns.includes(at)) counts.set(row, (counts.get(row) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts].filter(([, count]) => count === most).map(([row]) => row));
}

export function marksOf({ rows, columns }: Placed): readonly Mark[] {
  const of = (line: Mark['line'], places: Placed['rows']) =>
    Object.entries(places).map(([id, at]): Mark => ({ id, line, at }));
  return [...of('row', rows), ...of('column', columns)];
}

/** What stands elsewhere than its mark, or whose mark is missing or double: none of it is read. */
export function disagreeing(located: Located, marks: readonly Mark[]): readonly string[] {
  const askew = (line: Mark['line'], at: Placed['rows']) =>
    Object.keys(at).filter((id) => {
      const own = marks.filter((mark) => mark.line === line && mark.id === id);
      return own.length !== 1 || own[0]?.at !== at[id];
    });
  return [...askew('row', located.rows), ...askew('column', located.columns)];
}

/** Tells two placements apart: as long as it is the same, what was found about the marks holds. */
export function placementOf({ labelColumn, rows, columns, lost }: Located): string {
  return JSON.stringify([labelColumn, rows, columns, lost]);
}

/** Whether an input's row or a period's column is where it was bound. */
export function isTrusted(layout: LayoutRecord, id: string): boolean {
  return !layout.lost.includes(id) && !layout.disagreeing.includes(id);
}

/** Where a cell is; null where its row or column is not bound, or not where it was bound. */
export function cellIn(layout: LayoutRecord, input: string, period: Period): { row: number; column: number } | null {
  const row = layout.rows[input];
  const column = layout.columns[period];
  if (row === undefined || column === undefined) return null;
  return isTrusted(layout, input) && isTrusted(layout, period) ? { row, column } : null;
}
