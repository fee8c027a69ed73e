/** Remembers since which version a formula's result is not true any more, so that a result computed before is not taken. */

import type { FormulaResult, WorkbookModel } from '../../stand-in/workbook-model.ts';

export interface StaleFormulas {
  /** The version that made this formula stale; 0: none that is known. */
  since(cell: Pick<FormulaResult, 'sheetId' | 'row' | 'column'>): number;
}

export function watchStale(model: WorkbookModel): StaleFormulas {
  const versions = new Map<string, number>();
  model.onChange((change, version) => {
    if (change.kind !== 'stale') return;
    for (const cell of change.cells) versions.set(keyOf(cell), version);
  });
  return { since: (cell) => versions.get(keyOf(cell)) ?? 0 };
}

function keyOf({ sheetId, row, column }: { sheetId: number; row: number; column: number }): string {
  return `${sheetId}:${row}:${column}`;
}
