/** Finds an input's cell in a workbook of the template as a person does: by the tab's name, the row's label, the column's heading. */
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import { type Period, yearOf } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { periodHeading } from '../../shared/words.ts';

export interface GridCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

const ROWS = 100;
const COLUMNS = 10;

/** Throws where the template has no such tab, row or column: a bug of the template or of this. */
export function cellOf(model: WorkbookModel, plan: Plan, input: InputDefinition, period: Period): GridCell {
  const baseline = period === plan.periods[0];
  const tab = baseline ? `Kỳ gốc ${yearOf(period)}` : String(yearOf(period));
  const sheet = model.sheetByName(tab);
  if (sheet === null) throw new Error(`the workbook has no tab ${tab}`);
  const row = find(model, sheet.id, (text) => text === input.label).row;
  const { column } = find(model, sheet.id, (text) => text === periodHeading(period));
  return { sheetId: sheet.id, row, column };
}

function find(
  model: WorkbookModel,
  sheetId: number,
  wanted: (text: string) => boolean,
): { readonly row: number; readonly column: number } {
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) {
      const { value } = model.cell(sheetId, row, column);
      if (typeof value === 'string' && wanted(value)) return { row, column };
    }
  }
  throw new Error('the tab has no such row or column');
}
