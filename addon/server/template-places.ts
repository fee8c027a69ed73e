/** Where the rows and columns of a tab with inputs are, and the marks on them: what drawing a tab knows of how its lines are bound. */
import type { CellValues } from './label-lines.ts';
import { layoutWith, marksOf, placementOf } from './layout.ts';
import { countMarks, writeMarks } from './line-marks.ts';
import type { LayoutRecord } from './records.ts';
import { locateTemplate } from './template-binding.ts';
import { type TemplateContext, textsOf } from './template-standing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of a tab as it is; null where it has not all periods' headings or no input's label: it is not ours. */
export function placesIn(values: CellValues, { plan, unit, tab }: TemplateContext): LayoutRecord | null {
  const located = locateTemplate(values, plan, unit, tab);
  const isOurs = tab.periods.every((period) => located.columns[period] !== undefined);
  return isOurs && Object.keys(located.rows).length > 0 ? layoutWith(located, []) : null;
}

/** Of a tab as the template draws it. Throws where the template's own words do not tell its lines apart: a bug in the data. */
export function placesDrawn(context: TemplateContext): LayoutRecord {
  const places = placesIn(textsOf(context), context);
  if (places === null) throw new Error(`the tab ${context.tab.name} cannot be found again`);
  return places;
}

/** Binds the lines where they are; marks from before are taken away. */
export function markPlaces(sheet: Sheet, places: LayoutRecord): void {
  writeMarks(sheet, '', marksOf(places));
}

/** Whether the marks agreed with the labels where they are now when they were last looked at, and are all there still. */
export function areMarked(sheet: Sheet, places: LayoutRecord, known: LayoutRecord | null): boolean {
  if (known === null || known.disagreeing.length > 0) return false;
  return placementOf(known) === placementOf(places) && countMarks(sheet, '') === marksOf(places).length;
}
