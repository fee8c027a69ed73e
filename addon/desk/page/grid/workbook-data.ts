/** The workbook as the grid takes it when it is opened. */

import {
  BooleanNumber,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
  mergeWorksheetSnapshotWithDefault,
} from '@univerjs/core';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, isHidden } from '../../stand-in/model/cells.ts';
import type { Line, SheetState } from '../../stand-in/model/types.ts';
import type { Mirror } from '../mirror.ts';
import { DEFAULT_FONT, DEFAULT_FONT_SIZE, toCellData } from './cell-data.ts';
import { toRange } from './ranges.ts';

export function toWorkbookData(id: string, mirror: Mirror): Partial<IWorkbookData> {
  const sheets = mirror.order().flatMap((sheetId) => mirror.sheet(sheetId) ?? []);
  return {
    id,
    locale: LocaleType.VI_VN,
    sheetOrder: sheets.map((sheet) => String(sheet.id)),
    sheets: Object.fromEntries(sheets.map((sheet) => [String(sheet.id), toSheetData(sheet, mirror.place.timeZone)])),
    defaultStyle: { ff: DEFAULT_FONT, fs: DEFAULT_FONT_SIZE },
  };
}

export function toSheetData(sheet: SheetState, timeZone: string): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: sheet.tabColor ?? '',
    rowCount: sheet.grid.length,
    columnCount: sheet.columns.length,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    freeze: toFreeze(sheet),
    mergeData: sheet.merges.map(toRange),
    cellData: toMatrix(sheet, timeZone),
    rowData: lineData(sheet.rows, (line) => ({
      ...(line.size === null ? {} : { h: line.size }),
      hd: flag(isHidden(line)),
    })),
    columnData: lineData(sheet.columns, (line) => ({
      ...(line.size === null ? {} : { w: line.size }),
      hd: flag(isHidden(line)),
    })),
  });
}

export function toFreeze({ frozenRows, frozenColumns }: SheetState) {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

function toMatrix(sheet: SheetState, timeZone: string): NonNullable<IWorksheetData['cellData']> {
  const matrix: NonNullable<IWorksheetData['cellData']> = {};
  sheet.grid.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const data = cell === undefined ? null : toCellData(cell, timeZone);
      if (data === null) return;
      matrix[row] ??= {};
      matrix[row][column] = data;
    });
  });
  return matrix;
}

function lineData<T>(lines: readonly Line[], make: (line: Line) => T): Record<number, T> {
  const data: Record<number, T> = {};
  lines.forEach((line, index) => {
    if (line !== undefined && (line.size !== null || isHidden(line))) data[index] = make(line);
  });
  return data;
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
