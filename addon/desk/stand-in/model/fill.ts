/** Dragging a block over cells: repeated, formulas shifted, two or more plain numbers in a line gone on with. */

import { withConstant, withFormula } from './cells.ts';
import { shifted } from './formula-text.ts';
import type { Area, Cell, Position } from './types.ts';

export function filled(from: readonly (readonly Cell[])[], source: Area, at: Position, target: Cell): Cell {
  const r = modulo(at.row - source.row, source.rows);
  const c = modulo(at.column - source.column, source.columns);
  const cell = from[r]?.[c] ?? target;
  const looks = { ...cell, note: target.note };
  if (cell.formula !== null) {
    const rows = at.row - source.row - r;
    const columns = at.column - source.column - c;
    return rows === 0 && columns === 0 ? cell : withFormula(looks, shifted(cell.formula, rows, columns));
  }
  const next = series(from, source, at, r, c);
  return next === null ? looks : withConstant(looks, next);
}

function series(from: readonly (readonly Cell[])[], source: Area, at: Position, r: number, c: number): number | null {
  const down = at.row < source.row || at.row >= source.row + source.rows;
  const line = down ? from.map((cells) => cells[c]?.value) : (from[r] ?? []).map((cell) => cell.value);
  const numbers = line.filter((value) => typeof value === 'number');
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length < line.length) return null;
  const step = second - first;
  const even = numbers.every((value, index) => Math.abs(value - (first + step * index)) < 1e-9);
  if (!even) return null;
  return Number((first + step * (down ? at.row - source.row : at.column - source.column)).toPrecision(15));
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
