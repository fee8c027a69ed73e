/** Hands the results of the workbook's formulas, which the grid computes, back to the workbook. */

import { ICommandService } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { CellValue, SheetState } from '../../stand-in/model/types.ts';
import type { FormulaResult } from '../../stand-in/workbook-model.ts';
import type { Mirror } from '../mirror.ts';
import type { Grid } from './univer.ts';

/** Calls `give` with what differs from the workbook, each time the grid has applied a calculation. */
export function watchFormulaResults(
  grid: Grid,
  mirror: Mirror,
  give: (results: readonly FormulaResult[], version: number) => void,
): void {
  let due = false;
  let started = mirror.version();

  function collect(): void {
    due = false;
    const results = mirror.order().flatMap((id) => {
      const sheet = mirror.sheet(id);
      return sheet === undefined ? [] : sheetResults(grid, sheet);
    });
    if (results.length > 0) give(results, started);
  }

  // What is drawn while a calculation runs is not in its results.
  grid.api.getFormula().calculationStart(() => {
    started = mirror.version();
  });
  grid.injector.get(ICommandService).onCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula !== true || due) return;
    // One calculation is applied sheet by sheet, in one turn.
    due = true;
    queueMicrotask(collect);
  });
}

function sheetResults(grid: Grid, sheet: SheetState): FormulaResult[] {
  const shown = grid.api.getActiveWorkbook()?.getSheetBySheetId(String(sheet.id))?.getSheet();
  if (shown === undefined) return [];
  const results: FormulaResult[] = [];
  sheet.grid.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === undefined || cell.formula === null) return;
      const raw = shown.getCellRaw(row, column);
      if (raw?.v === undefined || raw.v === null) return;
      const value: CellValue = raw.t === 3 ? raw.v === 1 || raw.v === true : raw.v;
      if (cell.computed && cell.value === value) return;
      results.push({ sheetId: sheet.id, row: row + 1, column: column + 1, value });
    });
  });
  return results;
}
