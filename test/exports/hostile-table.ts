/** Cells that somebody typed as the table of an export, each text by the one way that there is for text. */
import { type Cell, text } from '../../worker/export/cells.ts';
import type { ExportTable } from '../../worker/export/table.ts';
import type { Typed } from './hostile-cell.ts';

export const HOSTILE_COLUMNS = 20;
/** Above the cells: the rows of the moment and of nothing, and the heads. */
export const HOSTILE_ABOVE = 3;

export function hostileTable(rows: readonly (readonly Typed[])[]): ExportTable {
  const cells = rows.map((row) => row.map((cell): Cell => (cell.kind === 'text' ? text(cell.typed) : cell)));
  const heads = Array.from({ length: HOSTILE_COLUMNS }, (_, column) => text(`h${column}`));
  const one = { heads, widths: heads.map(() => 10), rows: cells };
  return { titles: [], indicators: one, units: { heads: [text('x')], widths: [10], rows: [] } };
}
