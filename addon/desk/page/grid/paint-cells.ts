/** Draws contents, looks and notes of cells: those that differ from what the grid shows, and no others. */

import type { ICellData, Nullable } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { RemoveNoteMutation, UpdateNoteMutation } from '@univerjs/sheets-note';
import type { Cell, SheetState } from '../../stand-in/model/types.ts';
import { drawnKey, toCellData } from './cell-data.ts';
import { DrawnMatrix } from './drawn-matrix.ts';

export type Mutate = (id: string, params: object) => void;

type Position = readonly [row: number, column: number];
type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

export interface CellPainter {
  /** All cells of the sheet, and those that it no longer has. */
  all(sheet: SheetState): void;
  some(sheet: SheetState, positions: readonly Position[]): void;
}

/** `sheet`: as the grid was opened with it; notes are not part of that and are drawn at once. */
export function createCellPainter(sheet: SheetState, timeZone: string, mutate: Mutate): CellPainter {
  const subUnitId = String(sheet.id);
  const cells = new DrawnMatrix('');
  const styles = new DrawnMatrix('');
  const notes = new DrawnMatrix<string | null>(null);

  /** A style is only ever merged by the grid: a new one needs a clean cell. */
  function contents(now: SheetState, positions: Iterable<Position>): void {
    const wiped: Matrix = {};
    const values: Matrix = {};
    for (const [row, column] of positions) {
      const cell = now.grid[row]?.[column];
      const key = drawnKey(cell);
      if (cells.get(row, column) === key) continue;
      const style = styleKey(cell);
      if (styles.get(row, column) !== style) put(wiped, row, column, null);
      put(values, row, column, replacing(cell, timeZone));
      cells.set(row, column, key);
      styles.set(row, column, style);
    }
    if (Object.keys(wiped).length > 0) mutate(SetRangeValuesMutation.id, { subUnitId, cellValue: wiped });
    if (Object.keys(values).length > 0) mutate(SetRangeValuesMutation.id, { subUnitId, cellValue: values });
  }

  function note(now: SheetState, row: number, column: number): void {
    const text = now.grid[row]?.[column]?.note ?? null;
    if (notes.get(row, column) === text) return;
    const at = { sheetId: subUnitId, row, col: column };
    notes.set(row, column, text);
    if (text === null) {
      mutate(RemoveNoteMutation.id, at);
      return;
    }
    const shape = { id: `note-${subUnitId}-${row}-${column}`, row, col: column, width: 260, height: noteHeight(text) };
    mutate(UpdateNoteMutation.id, { ...at, note: { ...shape, note: text, show: false } });
  }

  for (const [row, column] of cells.positions(sheet.grid)) {
    cells.set(row, column, drawnKey(sheet.grid[row]?.[column]));
    styles.set(row, column, styleKey(sheet.grid[row]?.[column]));
    note(sheet, row, column);
  }

  return {
    all(now) {
      contents(now, cells.positions(now.grid));
      for (const [row, column] of notes.positions(now.grid)) note(now, row, column);
    },
    some(now, positions) {
      contents(now, positions);
      for (const [row, column] of positions) note(now, row, column);
    },
  };
}

function put(matrix: Matrix, row: number, column: number, value: Nullable<ICellData>): void {
  matrix[row] ??= {};
  matrix[row][column] = value;
}

/** With what must go named: the grid keeps a formula, or a value, that is not. */
function replacing(cell: Cell | undefined, timeZone: string): ICellData {
  const data = cell === undefined ? null : toCellData(cell, timeZone);
  return { f: null, si: null, v: null, ...data };
}

function styleKey(cell: Cell | undefined): string {
  return cell === undefined ? '' : JSON.stringify(toCellData({ ...cell, formula: null, value: 0 }, 'UTC')?.s);
}

function noteHeight(note: string): number {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0);
  return Math.min(240, 24 + lines * 18);
}
