/**
 * Draws one tab with inputs, in few calls: whole columns and tables at once, never cell by cell. Every step may be done twice, and
 * none touches what people enter; so a run that was stopped anywhere is completed by drawing again.
 */
import { countFormatRules, formatRulesOf } from './cell-formats.ts';
import { setValidations } from './cell-validations.ts';
import { isProtected, protectStructure } from './courtesy-protection.ts';
import { drawFoot } from './foot.ts';
import { groupRows, isGrouped } from './row-groups.ts';
import { rowGroupsOf } from './sectioned-rows.ts';
import type { InputTab } from './tabs.ts';
import { drawLooks, drawTexts } from './template-looks.ts';
import { markPlaces, placesDrawn } from './template-places.ts';
import { LABEL_COLUMN, LEADING_COLUMNS } from './template-rows.ts';
import { inputRowsOf, tableDrawn } from './template-rules.ts';
import { putTitle, type TemplateContext } from './template-standing.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Draws the whole tab, which is empty or has its rows where the template has them. */
export function drawTab(sheet: Sheet, context: TemplateContext): void {
  drawTexts(sheet, context);
  drawLooks(sheet, context);
  drawRules(sheet, context);
  drawFoot(
    sheet,
    context.rows.length + 2,
    LABEL_COLUMN,
    LEADING_COLUMNS + Math.ceil(context.tab.periods.length / 2) + 1,
  );
  groupRows(sheet, context.rows.length, rowGroupsOf(context.rows));
  finishTab(sheet, context);
}

/** What a copy of another year's tab lacks; drawn like a new one where the platform did not copy all of it. */
export function finishCopy(sheet: Sheet, context: TemplateContext): void {
  if (!hasRules(sheet, context) || !isGrouped(sheet, rowGroupsOf(context.rows))) {
    drawTab(sheet, context);
    return;
  }
  // Somebody may have typed into the other one between its drawing and its copying.
  freeCells(
    sheet,
    inputRowsOf(context.rows).map(({ row }) => row),
    context.tab,
  ).clearContent();
  putTitle(sheet, [], context);
  finishTab(sheet, context);
}

/** Whether the tab was drawn to its end and still has its rules; a paste may have taken some of them. */
export function isDrawn(sheet: Sheet, context: TemplateContext): boolean {
  return isProtected(sheet, TEMPLATE_WORDS.protection) && hasRules(sheet, context);
}

/** Asks before labels and heads are changed; the cells of the periods and the remarks are free. */
export function protectTab(spreadsheet: Spreadsheet, sheet: Sheet, rows: readonly number[], tab: InputTab): void {
  protectStructure(spreadsheet, sheet, TEMPLATE_WORDS.protection, [freeCells(sheet, rows, tab)]);
}

/** From the first input's row to the last one's: the cells of the periods and the remarks. */
function freeCells(sheet: Sheet, rows: readonly number[], tab: InputTab): GoogleAppsScript.Spreadsheet.Range {
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return sheet.getRange(first, LEADING_COLUMNS + 1, last - first + 1, tab.periods.length + 1);
}

function drawRules(sheet: Sheet, { tab, rows, validations }: TemplateContext): void {
  const table = tableDrawn(rows, tab);
  setValidations(sheet, table, validations);
  sheet.setConditionalFormatRules(formatRulesOf(sheet, table));
}

function hasRules(sheet: Sheet, { tab, rows }: TemplateContext): boolean {
  if (sheet.getConditionalFormatRules().length < countFormatRules(tableDrawn(rows, tab))) return false;
  const rules = sheet.getRange(1, LEADING_COLUMNS + 1, rows.length, tab.periods.length).getDataValidations();
  return inputRowsOf(rows).every(({ row }) => rules[row - 1]?.every((rule) => rule !== null));
}

function finishTab(sheet: Sheet, context: TemplateContext): void {
  const { spreadsheet, rows, tab } = context;
  markPlaces(sheet, placesDrawn(context));
  protectTab(
    spreadsheet,
    sheet,
    inputRowsOf(rows).map(({ row }) => row),
    tab,
  );
}
