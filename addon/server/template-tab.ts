/**
 * Draws one tab with inputs, in few calls: whole columns and tables at once, never cell by cell. Every step may be done twice, and
 * none touches what people enter; so a run that was stopped anywhere is completed by drawing again.
 */
import type { Plan } from '../../shared/plan.ts';
import { isProtected, protectStructure } from './courtesy-protection.ts';
import { drawFoot } from './foot.ts';
import { LABEL_COLUMN } from './layout.ts';
import { GROUND, heightOf, INK, LINE, setHeights } from './paper.ts';
import { groupRows, isGrouped } from './row-groups.ts';
import { writeRowMarks } from './row-marks.ts';
import { rowGroupsOf } from './sectioned-rows.ts';
import type { InputTab } from './tabs.ts';
import {
  FROZEN_ROWS,
  isOptional,
  LEADING_COLUMNS,
  noteOf,
  numberFormatOf,
  type TemplateRow,
  templateTexts,
} from './template-rows.ts';
import { countFormatRules, formatRulesOf, inputRowsOf } from './template-rules.ts';
import { type BuiltValidations, setValidations } from './template-validations.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of the columns. */
const WIDTH = { number: 40, label: 250, unit: 65, period: 75, remark: 90 };

const ONE_LINE = heightOf('', WIDTH.label);

export interface TemplateContext {
  readonly spreadsheet: Spreadsheet;
  readonly plan: Plan;
  readonly unit: string;
  readonly tab: InputTab;
  readonly rows: readonly TemplateRow[];
  readonly sample: boolean;
  readonly validations: BuiltValidations;
}

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
  putTitle(sheet, [], context);
  finishTab(sheet, context);
}

/** Whether the tab was drawn to its end and still has its rules; a paste may have taken some of them. */
export function isDrawn(sheet: Sheet, context: TemplateContext): boolean {
  return isProtected(sheet, TEMPLATE_WORDS.protection) && hasRules(sheet, context);
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

/** Asks before labels and heads are changed; the cells of the periods and the remarks are free. */
export function protectTab(spreadsheet: Spreadsheet, sheet: Sheet, rows: readonly number[], tab: InputTab): void {
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const free = sheet.getRange(first, LEADING_COLUMNS + 1, last - first + 1, tab.periods.length + 1);
  protectStructure(spreadsheet, sheet, TEMPLATE_WORDS.protection, [free]);
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

function textsOf({ plan, unit, tab, rows, sample }: TemplateContext): string[][] {
  return templateTexts(plan, unit, tab, rows, sample);
}

function drawTexts(sheet: Sheet, context: TemplateContext): void {
  const { tab, rows } = context;
  const columns = columnsOf(tab);
  const texts = textsOf(context);
  // Before the texts: "1.1" in a cell of no format may become a date.
  sheet.getRange(1, 1, rows.length, columns).setNumberFormats(rows.map((row) => formatsOf(row, columns)));
  sheet.getRange(1, 1, rows.length, LEADING_COLUMNS).setValues(texts.map((row) => row.slice(0, LEADING_COLUMNS)));
  const heads = texts[FROZEN_ROWS - 1] ?? [];
  sheet
    .getRange(FROZEN_ROWS, LEADING_COLUMNS + 1, 1, columns - LEADING_COLUMNS)
    .setValues([heads.slice(LEADING_COLUMNS)]);
  sheet.getRange(1, LABEL_COLUMN, rows.length, 1).setNotes(rows.map((row) => [noteOf(context.plan, row)]));
}

function drawLooks(sheet: Sheet, { tab, rows }: TemplateContext): void {
  const columns = columnsOf(tab);
  sheet
    .getRange(1, 1, rows.length, columns)
    .setFontFamily('Arial')
    .setFontSize(10)
    .setFontColor(INK)
    .setVerticalAlignment('middle')
    .setWrap(true)
    .setBackgrounds(rows.map((row) => backgroundsOf(row, tab, columns)))
    .setFontWeights(rows.map((row) => Array<'bold' | 'normal'>(columns).fill(weightOf(row))))
    .setHorizontalAlignments(rows.map((row) => alignmentsOf(row, tab)));
  sheet.getRange(1, 1, FROZEN_ROWS - 1, columns).setWrap(false);
  sheet.getRange(1, 1).setFontSize(13);
  sheet
    .getRange(FROZEN_ROWS, 1, rows.length - FROZEN_ROWS + 1, columns)
    .setBorder(true, true, true, true, true, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  sheet.setFrozenRows(FROZEN_ROWS);
  sheet.setFrozenColumns(LABEL_COLUMN);
  sheet.setColumnWidth(1, WIDTH.number);
  sheet.setColumnWidth(2, WIDTH.label);
  sheet.setColumnWidth(3, WIDTH.unit);
  sheet.setColumnWidths(LEADING_COLUMNS + 1, tab.periods.length, WIDTH.period);
  sheet.setColumnWidth(columns, WIDTH.remark);
  setHeights(sheet, 1, rows.map(rowHeight), ONE_LINE);
}

function drawRules(sheet: Sheet, { tab, rows, validations }: TemplateContext): void {
  setValidations(sheet, rows, tab.periods.length, validations);
  sheet.setConditionalFormatRules(formatRulesOf(sheet, rows, tab.periods.length));
}

function hasRules(sheet: Sheet, { tab, rows }: TemplateContext): boolean {
  if (sheet.getConditionalFormatRules().length < countFormatRules(rows, tab.periods.length)) return false;
  const rules = sheet.getRange(1, LEADING_COLUMNS + 1, rows.length, tab.periods.length).getDataValidations();
  return inputRowsOf(rows).every(({ row }) => rules[row - 1]?.every((rule) => rule !== null));
}

function finishTab(sheet: Sheet, { spreadsheet, rows, tab }: TemplateContext): void {
  const inputs = inputRowsOf(rows);
  writeRowMarks(
    sheet,
    inputs.map(({ input, row }) => ({ input: input.id, row })),
  );
  protectTab(
    spreadsheet,
    sheet,
    inputs.map(({ row }) => row),
    tab,
  );
}

function rowHeight(row: TemplateRow): number {
  if (row.kind === 'title') return 28;
  if (row.kind === 'subtitle') return ONE_LINE;
  if (row.kind === 'head') return 38;
  return heightOf(row.kind === 'input' ? row.input.label : row.label, WIDTH.label);
}

function columnsOf(tab: InputTab): number {
  return LEADING_COLUMNS + tab.periods.length + 1;
}

function formatsOf(row: TemplateRow, columns: number): string[] {
  const cells = row.kind === 'input' ? numberFormatOf(row.input) : '@';
  return Array.from({ length: columns }, (_, column) =>
    column < LEADING_COLUMNS || column === columns - 1 ? '@' : cells,
  );
}

function backgroundsOf(row: TemplateRow, tab: InputTab, columns: number): string[] {
  if (row.kind === 'input') {
    const cells = tab.periods.map((period) => (isOptional(tab, row.input, period) ? GROUND.optional : GROUND.plain));
    return [GROUND.plain, GROUND.plain, GROUND.plain, ...cells, GROUND.plain];
  }
  const ground = row.kind === 'title' || row.kind === 'subtitle' ? GROUND.plain : GROUND[row.kind];
  return Array<string>(columns).fill(ground);
}

function weightOf(row: TemplateRow): 'bold' | 'normal' {
  return row.kind === 'input' || row.kind === 'subtitle' ? 'normal' : 'bold';
}

type Alignment = 'left' | 'center' | 'right';

function alignmentsOf(row: TemplateRow, tab: InputTab): Alignment[] {
  const across = (alignment: Alignment) => tab.periods.map(() => alignment);
  if (row.kind === 'title' || row.kind === 'subtitle') return ['left', 'left', 'left', ...across('left'), 'left'];
  if (row.kind === 'head') return ['center', 'center', 'center', ...across('center'), 'center'];
  return ['center', 'left', 'center', ...across('right'), 'left'];
}
