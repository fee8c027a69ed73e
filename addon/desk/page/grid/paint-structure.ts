/** Draws what a sheet is besides its cells: size, name, frozen panes, merges, heights, widths, what is hidden. */

import type { IRange } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_LINE, DEFAULT_ROW_HEIGHT, isHidden } from '../../stand-in/model/cells.ts';
import type { Line, SheetState } from '../../stand-in/model/types.ts';
import type { Mutate } from './paint-cells.ts';
import { toRange } from './ranges.ts';
import { toFreeze } from './workbook-data.ts';

/** The lists are replaced by the worker's next ones, never changed; only cells are put in place. */
export type Structure = Omit<SheetState, 'grid'> & { readonly height: number };

export function structureOf({ grid, ...state }: SheetState): Structure {
  return { ...state, height: grid.length };
}

/** To be drawn before the cells, which may lie in new rows. */
export function paintSize(sheet: SheetState, before: Structure, mutate: Mutate): void {
  const subUnitId = String(sheet.id);
  const { length: rowCount } = sheet.grid;
  const { length: columnCount } = sheet.columns;
  if (rowCount !== before.height) mutate(SetWorksheetRowCountMutation.id, { subUnitId, rowCount });
  if (columnCount !== before.columns.length) mutate(SetWorksheetColumnCountMutation.id, { subUnitId, columnCount });
}

export function paintStructure(sheet: SheetState, before: Structure, mutate: Mutate): void {
  paintProperties(sheet, before, mutate);
  paintMerges(sheet, before, mutate);
  paintRows(sheet, before, mutate);
  paintColumns(sheet, before, mutate);
}

function paintProperties(sheet: SheetState, before: Structure, mutate: Mutate): void {
  const subUnitId = String(sheet.id);
  if (sheet.name !== before.name) mutate(SetWorksheetNameMutation.id, { subUnitId, name: sheet.name });
  if (sheet.hidden !== before.hidden) mutate(SetWorksheetHideMutation.id, { subUnitId, hidden: sheet.hidden ? 1 : 0 });
  if (sheet.tabColor !== before.tabColor) mutate(SetTabColorMutation.id, { subUnitId, color: sheet.tabColor ?? '' });
  if (sheet.frozenRows !== before.frozenRows || sheet.frozenColumns !== before.frozenColumns) {
    mutate(SetFrozenMutation.id, { subUnitId, ...toFreeze(sheet) });
  }
}

function paintMerges(sheet: SheetState, before: Structure, mutate: Mutate): void {
  const subUnitId = String(sheet.id);
  const [merges, old] = [sheet.merges.map(toRange), before.merges.map(toRange)];
  if (JSON.stringify(merges) === JSON.stringify(old)) return;
  if (old.length > 0) mutate(RemoveWorksheetMergeMutation.id, { subUnitId, ranges: old });
  if (merges.length > 0) mutate(AddWorksheetMergeMutation.id, { subUnitId, ranges: merges });
}

function paintRows(sheet: SheetState, before: Structure, mutate: Mutate): void {
  const subUnitId = String(sheet.id);
  const across = { startColumn: 0, endColumn: sheet.columns.length - 1 };
  eachChange(sheet.rows, before.rows, (index, line, size, hidden) => {
    const ranges: IRange[] = [{ startRow: index, endRow: index, ...across }];
    const rowHeight = line.size ?? DEFAULT_ROW_HEIGHT;
    if (size) mutate(SetWorksheetRowHeightMutation.id, { subUnitId, ranges, rowHeight });
    if (hidden) mutate(isHidden(line) ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, { subUnitId, ranges });
  });
}

function paintColumns(sheet: SheetState, before: Structure, mutate: Mutate): void {
  const subUnitId = String(sheet.id);
  const along = { startRow: 0, endRow: sheet.grid.length - 1 };
  eachChange(sheet.columns, before.columns, (index, line, size, hidden) => {
    const ranges: IRange[] = [{ startColumn: index, endColumn: index, ...along }];
    const colWidth = line.size ?? DEFAULT_COLUMN_WIDTH;
    if (size) mutate(SetWorksheetColWidthMutation.id, { subUnitId, ranges, colWidth });
    if (hidden) mutate(isHidden(line) ? SetColHiddenMutation.id : SetColVisibleMutation.id, { subUnitId, ranges });
  });
}

function eachChange(
  lines: readonly Line[],
  before: readonly Line[],
  change: (index: number, line: Line, size: boolean, hidden: boolean) => void,
): void {
  lines.forEach((line, index) => {
    const size = line.size !== (before[index]?.size ?? null);
    const hidden = isHidden(line) !== isHidden(before[index] ?? DEFAULT_LINE);
    if (size || hidden) change(index, line, size, hidden);
  });
}
