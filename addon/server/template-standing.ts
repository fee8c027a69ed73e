/** Whether a tab's rows and heads stand as the template has them: what may be drawn over, and what people have moved. */
import type { Plan } from '../../shared/plan.ts';
import type { BuiltValidations } from './cell-validations.ts';
import type { InputTab } from './tabs.ts';
import { FROZEN_ROWS, LEADING_COLUMNS, type TemplateRow, templateTexts } from './template-rows.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface TemplateContext {
  readonly spreadsheet: Spreadsheet;
  readonly plan: Plan;
  readonly unit: string;
  readonly tab: InputTab;
  readonly rows: readonly TemplateRow[];
  readonly sample: boolean;
  readonly validations: BuiltValidations;
}

/**
 * Whether heads, labels and units stand as the template has them, or so but for some that are gone, or otherwise; `values` are the
 * tab's, from A1 on.
 */
export function standing(
  values: readonly (readonly unknown[])[],
  context: TemplateContext,
): 'whole' | 'torn' | 'moved' {
  let torn = false;
  for (const { row, column, text } of fixedTexts(context)) {
    const found = String(values[row]?.[column] ?? '');
    if (found === text) continue;
    if (found !== '') return 'moved';
    torn = true;
  }
  return torn ? 'torn' : 'whole';
}

/** Title and unit, of a copy still those of the tab that it was copied from. */
export function putTitle(sheet: Sheet, values: readonly (readonly unknown[])[], context: TemplateContext): void {
  textsOf(context)
    .slice(0, FROZEN_ROWS - 1)
    .forEach(([text = ''], row) => {
      if (values[row]?.[0] !== text) sheet.getRange(row + 1, 1).setValue(text);
    });
}

/** The texts by which rows and columns are found, with their places counted from 0. */
function fixedTexts(context: TemplateContext): { row: number; column: number; text: string }[] {
  const head = FROZEN_ROWS - 1;
  return textsOf(context).flatMap((texts, row) =>
    texts
      .map((text, column) => ({ row, column, text }))
      .filter(({ column }) => row >= head && (column < LEADING_COLUMNS || row === head)),
  );
}

export function textsOf({ plan, unit, tab, rows, sample }: TemplateContext): string[][] {
  return templateTexts(plan, unit, tab, rows, sample);
}
