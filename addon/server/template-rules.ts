/** The cells of a tab of the template that the grid's own rules are for, as the template draws them. */

import type { Table } from './cell-table.ts';
import type { InputTab } from './tabs.ts';
import { LEADING_COLUMNS, type TemplateRow } from './template-rows.ts';

export function tableDrawn(rows: readonly TemplateRow[], tab: InputTab): Table {
  return {
    rows: inputRowsOf(rows),
    columns: tab.periods.map((period, index) => ({ period, column: LEADING_COLUMNS + 1 + index })),
  };
}

export function inputRowsOf(rows: readonly TemplateRow[]): Table['rows'] {
  return rows.flatMap((row, index) => (row.kind === 'input' ? [{ input: row.input, row: index + 1 }] : []));
}
