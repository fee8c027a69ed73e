/** Google's order of a sort: numbers and dates, then texts, then booleans, empty cells last whichever way; equal rows keep their order. */
import { shifted } from './formula-text.ts';
import type { Area, Cell, CellValue } from './types.ts';

export interface SortKey {
  /** The sheet's column number. */
  readonly column: number;
  readonly ascending: boolean;
}

export function sortedRows(rows: readonly (readonly Cell[])[], area: Area, keys: readonly SortKey[]): Cell[][] {
  const order = rows.map((cells, index) => ({ cells, index }));
  order.sort((a, b) => {
    for (const key of keys) {
      const difference = compare(
        a.cells[key.column - area.column]?.value ?? null,
        b.cells[key.column - area.column]?.value ?? null,
        key.ascending,
      );
      if (difference !== 0) return difference;
    }
    return a.index - b.index;
  });
  return order.map(({ cells, index }, to) => cells.map((cell) => movedBy(cell, to - index)));
}

/** A sorted formula's references on its own row go with it. */
function movedBy(cell: Cell, rows: number): Cell {
  if (cell.formula === null || rows === 0) return cell;
  return { ...cell, formula: shifted(cell.formula, rows, 0), computed: false };
}

function compare(a: CellValue, b: CellValue, ascending: boolean): number {
  const ranks = [rank(a), rank(b)] as const;
  if (ranks[0] === 9 || ranks[1] === 9) return ranks[0] - ranks[1];
  const difference = ranks[0] - ranks[1] || compareSame(a, b);
  return ascending ? difference : -difference;
}

function rank(value: CellValue): number {
  if (value === null) return 9;
  if (typeof value === 'number' || value instanceof Date) return 1;
  return typeof value === 'string' ? 2 : 3;
}

function compareSame(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'vi');
  return Number(a) - Number(b);
}
