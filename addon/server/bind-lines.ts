/** Takes down how the rows and columns of a table are known, as they stand: what they can be found again by. */
import type { TabBinding } from './bindings.ts';
import type { CellValues, HeadingLine } from './label-lines.ts';
import { firstOf, type Placed, type Style, textsOf } from './layout.ts';
import { indexLines, type Sign, signOf } from './signs.ts';

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
