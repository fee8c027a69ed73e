/**
 * The rules that the built add-in puts into a unit's workbook, read back from the workbook: which formulas colour which cell, in which
 * order, and what a cell accepts.
 */
import { builtFiles, openDesk } from '../../addon/built-addon.test-support.ts';
import { shifted, toUsNotation } from '../../addon/desk/stand-in/model/formula-text.ts';
import type { SheetState } from '../../addon/desk/stand-in/model/types.ts';
import type { Plan } from '../../shared/plan.ts';
import { inputsOf } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';

/** A year's tab of one unit. Rows and columns count from 1. */
export interface YearTab {
  readonly rows: readonly { readonly input: InputDefinition; readonly row: number }[];
  /** The columns of the four quarters. */
  readonly columns: readonly number[];
  /** What stands left of them in a row: text, which rules must pass over. */
  readonly leading: (row: number) => readonly string[];
  /** The conditional formats of a cell, the first that holds counts: its formula in US notation and the ground it gives. */
  readonly formats: (row: number, column: number) => readonly { readonly formula: string; readonly ground: string }[];
  /** The formula that what is typed must satisfy; null for a choice from a list. */
  readonly accepts: (row: number, column: number) => string | null;
}

/** Sets a workbook up with the built script, as a clerk would, and reads a year's tab. */
export async function yearTabOf(plan: Plan, unit: string, year: number): Promise<YearTab> {
  const desk = openDesk(await builtFiles());
  desk.setUp(unit);
  const sheet = desk.model.sheetByName(String(year));
  if (sheet === null) throw new Error(`no tab ${year}`);
  const text = (row: number, column: number): string => String(desk.model.cell(sheet.id, row, column).value ?? '');
  const rows = inputsOf(plan, unit).map((input) => {
    // A target's row may have the same label, but no unit.
    for (let row = 1; row <= 200; row++) {
      if (text(row, 2) === input.label && text(row, 3) === input.unit) return { input, row };
    }
    throw new Error(`no row for ${input.id}`);
  });
  return {
    rows,
    columns: [4, 5, 6, 7],
    leading: (row) => [1, 2, 3].map((column) => text(row, column)),
    formats: (row, column) => formatsAt(sheet, row, column),
    accepts: (row, column) => {
      const rule = desk.model.cell(sheet.id, row, column).validation;
      return rule?.criteria === 'CUSTOM_FORMULA' ? toUsNotation(String(rule.values[0]), false) : null;
    },
  };
}

/** As the grid does: a rule's formula is written for the first cell of its first range, and moves along with the cell. */
function formatsAt(sheet: SheetState, row: number, column: number) {
  return sheet.formatRules.flatMap((rule) => {
    const [first] = rule.areas;
    const covers = rule.areas.some(
      (area) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
    if (first === undefined || !covers || rule.background === null) return [];
    const formula = toUsNotation(String(rule.values[0]), false);
    return [{ formula: shifted(formula, row - first.row, column - first.column), ground: rule.background }];
  });
}
