/**
 * Draws the tab "Kết quả": the unit's own indicators by native formulas, so that they are there on a phone and without the add-in.
 * The working that they are computed from stands below the table, folded up.
 */
import { type Plan, unitName } from '../../shared/plan.ts';
import { SAMPLE_MARK } from '../../shared/words.ts';
import { isProtected, protectStructure } from './courtesy-protection.ts';
import { drawFoot } from './foot.ts';
import {
  FIRST_PERIOD_COLUMN,
  LAST_PERIOD_COLUMN,
  RESULT_COLUMNS,
  type ResultsContext,
  YEAR_CELL,
} from './results-columns.ts';
import { leadingTexts, tableContents, workingContents } from './results-contents.ts';
import { drawResultLooks } from './results-looks.ts';
import { FIRST_ROW, RESULT_HEAD_ROWS, type ResultsLayout, resultsLayout } from './results-rows.ts';
import { groupRows } from './row-groups.ts';
import { rowGroupsOf } from './sectioned-rows.ts';
import type { TabPlace } from './tab-cells.ts';
import { columnName } from './template-formulas.ts';
import { LABEL_COLUMN, LEADING_COLUMNS } from './template-rows.ts';
import { RESULT_WORDS, TEMPLATE_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface ResultsRequest {
  readonly spreadsheet: Spreadsheet;
  readonly plan: Plan;
  readonly unit: string;
  readonly sample: boolean;
  /** All tabs with inputs as they are now, in the order of time. */
  readonly places: readonly TabPlace[];
}

/** The second row's first cell, by which the tab is known. */
export function resultsSubtitle({ plan, unit, sample }: Pick<ResultsRequest, 'plan' | 'unit' | 'sample'>): string {
  return TEMPLATE_WORDS.subtitle(unitName(plan, unit), sample ? SAMPLE_MARK : '');
}

/** Draws the tab or, where it is drawn, writes its formulas anew; one whose rows people have changed is left to them. */
export function drawResults(sheet: Sheet, request: ResultsRequest): void {
  const { spreadsheet, plan, unit, places } = request;
  const layout = resultsLayout(plan, unit);
  if (sheet.getLastRow() > 0 && !standsAsDrawn(sheet, plan, layout)) return;
  const isDrawn = isProtected(sheet, RESULT_WORDS.protection);
  if (!isDrawn) drawResultLooks(sheet, plan, layout);
  drawContents(sheet, resultsSubtitle(request), {
    plan,
    layout,
    baseline: places.find(({ tab }) => tab.baseline) ?? null,
    years: places.filter(({ tab }) => !tab.baseline),
  });
  if (isDrawn) return;
  drawFoot(sheet, layout.foot, LABEL_COLUMN, LAST_PERIOD_COLUMN - 1);
  fold(sheet, layout);
  protectStructure(spreadsheet, sheet, RESULT_WORDS.protection, [sheet.getRange(YEAR_CELL)]);
}

/** A run that was stopped before its texts left them empty. */
function standsAsDrawn(sheet: Sheet, plan: Plan, { rows }: ResultsLayout): boolean {
  const values = sheet.getRange(FIRST_ROW, 1, rows.length, LEADING_COLUMNS).getValues();
  return rows.every((row, index) =>
    leadingTexts(plan, row).every((text, column) => ['', text].includes(values[index]?.[column])),
  );
}

function drawContents(sheet: Sheet, subtitle: string, context: ResultsContext): void {
  const { layout } = context;
  const below = columnName(FIRST_PERIOD_COLUMN);
  const title = `="${RESULT_WORDS.title}"&${below}${layout.shown}`;
  const gap = Array<string>(LAST_PERIOD_COLUMN - 3).fill('');
  sheet.getRange(1, 1, 2, LAST_PERIOD_COLUMN - 1).setValues([
    [title, ...gap, ''],
    [subtitle, ...gap, RESULT_WORDS.year],
  ]);
  const table = tableContents(context);
  sheet.getRange(RESULT_HEAD_ROWS, 1, table.length, RESULT_COLUMNS).setValues(table);
  const working = workingContents(context);
  sheet.getRange(layout.working, 1, working.length, RESULT_COLUMNS).setValues(working);
  const year = sheet.getRange(YEAR_CELL);
  // What a person has chosen there stays.
  if (year.isBlank()) year.setFormula(`=$${below}$${layout.newest}`);
}

function fold(sheet: Sheet, { rows, working, last }: ResultsLayout): void {
  const groups = rowGroupsOf(rows).map(({ first, count }) => ({ first: first + FIRST_ROW - 1, count }));
  groupRows(sheet, last, [...groups, { first: working + 1, count: last - working }]);
  sheet.getRange(working + 1, 1, last - working, 1).collapseGroups();
}
