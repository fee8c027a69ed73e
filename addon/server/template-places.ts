/** Where the rows and columns of a tab with inputs are, and the marks on them: what drawing a tab knows of how its lines are bound. */
import { locate, marksOf, placementOf } from './layout.ts';
import { countMarks, writeMarks } from './line-marks.ts';
import type { LayoutRecord } from './records.ts';
import { templateBinding, templateSigns } from './template-binding.ts';
import { type TemplateContext, textsOf } from './template-standing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The template's own table, of which a tab has one. */
const SCOPE = '';

/** Of a tab as it is; null where it has not all periods' headings or no input's label: it is not ours. */
export function placesIn(values: readonly (readonly unknown[])[], context: TemplateContext): LayoutRecord | null {
  const { plan, unit, tab } = context;
  const { labelColumn, rows, columns, lost } = locate(values, '', templateBinding(tab, templateSigns(plan, unit, tab)));
  if (Object.keys(columns).length < tab.periods.length || Object.keys(rows).length === 0) return null;
  return { labelColumn, rows: { ...rows }, columns: { ...columns }, lost: [...lost], disagreeing: [], computed: [] };
}

/** Of a tab as the template draws it. Throws where the template's own words do not tell its lines apart: a bug in the data. */
export function placesDrawn(context: TemplateContext): LayoutRecord {
  const places = placesIn(textsOf(context), context);
  if (places === null) throw new Error(`the tab ${context.tab.name} cannot be found again`);
  return places;
}

/** Binds the lines where they are; marks from before are taken away. */
export function markPlaces(sheet: Sheet, places: LayoutRecord): void {
  writeMarks(sheet, SCOPE, marksOf(places));
}

/** Whether the marks agreed with the labels where they are now when they were last looked at, and are all there still. */
export function areMarked(sheet: Sheet, places: LayoutRecord, known: LayoutRecord | null): boolean {
  if (known === null || known.disagreeing.length > 0) return false;
  return placementOf(known) === placementOf(places) && countMarks(sheet, SCOPE) === marksOf(places).length;
}
