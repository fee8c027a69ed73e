/** How the rows and columns of a template's tab are known: by the resolution's words, as they stand where nobody has moved them. */
import type { Plan } from '../../shared/plan.ts';
import { periodHeading } from '../../shared/words.ts';
import type { TabBinding } from './bindings.ts';
import { labelLines } from './label-lines.ts';
import { indexLines, type Sign, signOf } from './signs.ts';
import type { InputTab } from './tabs.ts';
import { LABEL_COLUMN, templateRows, templateTexts } from './template-rows.ts';

/** The signs of the inputs' rows, which are the same in every tab. */
export function templateSigns(plan: Plan, unit: string, tab: InputTab): Readonly<Record<string, Sign>> {
  const rows = templateRows(plan, unit);
  const labels = labelLines(templateTexts(plan, unit, tab, rows, false), LABEL_COLUMN);
  const index = indexLines(labels);
  const signs: Record<string, Sign> = {};
  rows.forEach((row, at) => {
    const label = row.kind === 'input' ? labels.find((line) => line.at === at + 1) : undefined;
    if (row.kind === 'input' && label !== undefined) signs[row.input.id] = signOf(label, labels, index);
  });
  return signs;
}

export function templateBinding(tab: InputTab, rows: Readonly<Record<string, Sign>>): TabBinding {
  const columns = Object.fromEntries(tab.periods.map((period) => [period, { text: periodHeading(period) }]));
  return { labelColumn: LABEL_COLUMN, own: false, rows, columns };
}
