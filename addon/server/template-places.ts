/** Where the rows and columns of a tab with inputs are, and the marks on them: what drawing a tab knows of how its lines are bound. */
import { inputsOf } from '../../shared/plan.ts';
import { locate, placementOf } from './layout.ts';
import type { LayoutRecord } from './records.ts';
import { countRowMarks, writeRowMarks } from './row-marks.ts';
import { type TemplateContext, textsOf } from './template-standing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of a tab as it is; null where it has not all periods' headings or no input's label: it is not ours. */
export function placesIn(values: readonly (readonly unknown[])[], context: TemplateContext): LayoutRecord | null {
  const { plan, unit, tab } = context;
  const { rows, columns, lost, headless } = locate(values, inputsOf(plan, unit), tab.periods);
  if (headless.length > 0 || Object.keys(rows).length === 0) return null;
  return { rows: { ...rows }, columns: { ...columns }, lost: [...lost], disagreeing: [] };
}

/** Of a tab as the template draws it. Throws where the template's own words do not tell its lines apart: a bug in the data. */
export function placesDrawn(context: TemplateContext): LayoutRecord {
  const places = placesIn(textsOf(context), context);
  if (places === null) throw new Error(`the tab ${context.tab.name} cannot be found again`);
  return places;
}

/** Binds the lines where they are; marks from before are taken away. */
export function markPlaces(sheet: Sheet, { rows }: LayoutRecord): void {
  writeRowMarks(
    sheet,
    Object.entries(rows).map(([input, row]) => ({ input, row })),
  );
}

/** Whether the marks agreed with the labels where they are now when they were last looked at, and are all there still. */
export function areMarked(sheet: Sheet, places: LayoutRecord, known: LayoutRecord | null): boolean {
  if (known === null || known.disagreeing.length > 0) return false;
  const same = placementOf({ ...known, headless: [] }) === placementOf({ ...places, headless: [] });
  return same && countRowMarks(sheet) === Object.keys(places.rows).length;
}
