/** Blank cells, and reading and replacing cells in a sheet's sparse grid. */
import type { Area, Cell, Line, SheetState } from './types.ts';

const GENERAL = 'General';

export const BLANK: Cell = {
  value: null,
  formula: null,
  computed: true,
  numberFormat: GENERAL,
  style: {},
  note: null,
  validation: null,
};

export const DEFAULT_LINE: Line = { size: null, hidden: false, groupDepth: 0, collapsed: false };
/** Hidden by itself, or in a group that is folded up. */
export function isHidden(line: Line): boolean {
  return line.hidden || (line.collapsed && line.groupDepth > 0);
}

export const DEFAULT_ROW_HEIGHT = 21;
export const DEFAULT_COLUMN_WIDTH = 100;

/** The cell's contents without its looks: what a paste of values or a clear of contents changes. */
function withContents(cell: Cell, contents: Pick<Cell, 'value' | 'formula' | 'computed'>): Cell {
  return { ...cell, value: contents.value, formula: contents.formula, computed: contents.computed };
}

export function withConstant(cell: Cell, value: Cell['value']): Cell {
  return withContents(cell, { value, formula: null, computed: true });
}

export function withFormula(cell: Cell, formula: string): Cell {
  return withContents(cell, { value: null, formula, computed: false });
}

export function cellAt(sheet: SheetState, row: number, column: number): Cell {
  return sheet.grid[row - 1]?.[column - 1] ?? BLANK;
}

export function readArea(sheet: SheetState, area: Area): Cell[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => cellAt(sheet, area.row + r, area.column + c)),
  );
}

export function putCell(sheet: SheetState, row: number, column: number, cell: Cell): void {
  const cells = sheet.grid[row - 1];
  if (!cells) throw new Error(`Row ${row} is outside sheet ${sheet.name}`);
  if (isBlank(cell)) delete cells[column - 1];
  else cells[column - 1] = cell;
}

export function sameContents(a: Cell, b: Cell): boolean {
  return a.formula === b.formula && a.computed === b.computed && sameValue(a.value, b.value);
}

export function sameValue(a: Cell['value'], b: Cell['value']): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b;
}

export function hasContents(cell: Cell): boolean {
  return cell.value !== null || cell.formula !== null;
}

function isBlank(cell: Cell): boolean {
  return (
    !hasContents(cell) &&
    cell.numberFormat === GENERAL &&
    cell.note === null &&
    cell.validation === null &&
    Object.keys(cell.style).length === 0
  );
}
