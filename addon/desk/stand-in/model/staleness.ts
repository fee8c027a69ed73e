/** Which formulas can no longer be trusted after a write: everything that depends on it, through other formulas too. */
import { overlap } from './areas.ts';
import { isUnforeseeable, type Reference, references } from './formula-text.ts';
import type { Area, SheetState } from './types.ts';

export interface FormulaCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

interface Touched {
  readonly sheetId: number;
  readonly area: Area;
}

const parsed = new Map<string, { refs: readonly Reference[]; anything: boolean }>();

export function formulaCells(sheets: readonly SheetState[]): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of sheets)
    sheet.grid.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        if (cell && cell.formula !== null)
          found.push({ sheetId: sheet.id, row: r + 1, column: c + 1, formula: cell.formula });
      });
    });
  return found;
}

/** `names`: named ranges by their name; a formula that uses one depends on its cells. */
export function dependents(
  touched: Touched,
  formulas: readonly FormulaCell[],
  sheetIds: ReadonlyMap<string, number>,
  names: readonly (Touched & { name: string })[],
): FormulaCell[] {
  const waiting = new Set(formulas);
  const found: FormulaCell[] = [];
  const queue: Touched[] = [touched];
  for (let next = queue.shift(); next; next = queue.shift())
    for (const cell of waiting)
      if (dependsOn(cell, next, sheetIds, names)) {
        waiting.delete(cell);
        found.push(cell);
        queue.push({ sheetId: cell.sheetId, area: { row: cell.row, column: cell.column, rows: 1, columns: 1 } });
      }
  return found;
}

function dependsOn(
  cell: FormulaCell,
  touched: Touched,
  sheetIds: ReadonlyMap<string, number>,
  names: readonly (Touched & { name: string })[],
): boolean {
  const { refs, anything } = parse(cell.formula);
  if (anything) return true;
  const direct = refs.some((ref) => {
    const sheetId = ref.sheetName === null ? cell.sheetId : sheetIds.get(ref.sheetName);
    return sheetId === touched.sheetId && overlap(ref.area, touched.area);
  });
  return (
    direct ||
    names.some(
      (name) =>
        name.sheetId === touched.sheetId && overlap(name.area, touched.area) && usesName(cell.formula, name.name),
    )
  );
}

function usesName(formula: string, name: string): boolean {
  return formula.toLowerCase().includes(name.toLowerCase());
}

function parse(formula: string): { refs: readonly Reference[]; anything: boolean } {
  const known = parsed.get(formula);
  if (known) return known;
  const made = { refs: references(formula), anything: isUnforeseeable(formula) };
  if (parsed.size > 20_000) parsed.clear();
  parsed.set(formula, made);
  return made;
}
