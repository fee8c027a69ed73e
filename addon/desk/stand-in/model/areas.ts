/** Arithmetic on areas: overlap, containment, cells in reading order. */
import type { Area, Position } from './types.ts';

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function single(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

export function isSingle(area: Area): boolean {
  return area.rows === 1 && area.columns === 1;
}

export function positions(area: Area): Position[] {
  const all: Position[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1)
    for (let column = area.column; column < area.column + area.columns; column += 1) all.push({ row, column });
  return all;
}
