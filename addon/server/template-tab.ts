/** Draws one tab with inputs, in few calls: whole columns and tables at once, never cell by cell. */
import type { Plan } from '../../shared/plan.ts';
import { writeMarks } from './line-marks.ts';
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
import { type BuiltValidations, formatRulesOf, inputRowsOf, validationsOf } from './template-rules.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const INK = '#202124';
const GROUND = { section: '#d9e7fd', target: '#f1f3f4', head: '#e8eaed', optional: '#e8eaed', plain: '#ffffff' };

/** Pixels; together the width of A4 portrait at 100 %. */
const WIDTH = { number: 40, label: 250, unit: 62, period: 74, remark: 90 };

/** Of 10 pt text in the label's column: pixels of a line, and characters that surely fit. */
const LINE_HEIGHT = 16;
const LINE_LENGTH = 36;

export interface TemplateContext {
  readonly plan: Plan;
  readonly unit: string;
  readonly tab: InputTab;
  readonly rows: readonly TemplateRow[];
  readonly sample: boolean;
  readonly validations: BuiltValidations;
}

/** Writes everything into an empty tab. */
export function drawTab(sheet: Sheet, context: TemplateContext): void {
  const { plan, unit, tab, rows, sample } = context;
  const columns = columnsOf(tab);
  const table = sheet.getRange(1, 1, rows.length, columns);
  // Before the texts: "1.1" in a cell of no format may become a date.
  table.setNumberFormats(rows.map((row) => formatsOf(row, columns)));
  table.setValues(templateTexts(plan, unit, tab, rows, sample));
  drawFrame(sheet, context);
  writeMarks(sheet, '', [
    ...inputRowsOf(rows).map(({ input, row }) => ({ id: input.id, line: 'row' as const, at: row })),
    ...tab.periods.map((id, index) => ({ id, line: 'column' as const, at: LEADING_COLUMNS + 1 + index })),
  ]);
}

/** Everything but texts, formats of numbers and marks; the rows must stand as in the template. */
function drawFrame(sheet: Sheet, context: TemplateContext): void {
  const { plan, tab, rows } = context;
  const columns = columnsOf(tab);
  const table = sheet.getRange(1, 1, rows.length, columns);
  table.setFontFamily('Arial').setFontSize(10).setFontColor(INK).setVerticalAlignment('middle').setWrap(true);
  table.setBackgrounds(rows.map((row) => backgroundsOf(row, tab, columns)));
  table.setFontWeights(
    rows.map((row) =>
      Array<'bold' | 'normal'>(columns).fill(row.kind === 'input' || row.kind === 'subtitle' ? 'normal' : 'bold'),
    ),
  );
  table.setHorizontalAlignments(rows.map((row) => alignmentsOf(row, tab)));
  sheet.getRange(1, 1, 2, columns).setWrap(false);
  sheet.getRange(1, 1).setFontSize(13);
  const body = sheet.getRange(FROZEN_ROWS, 1, rows.length - FROZEN_ROWS + 1, columns);
  body.setBorder(true, true, true, true, true, true, '#9aa0a6', SpreadsheetApp.BorderStyle.SOLID);
  sheet.getRange(1, 2, rows.length, 1).setNotes(rows.map((row) => [noteOf(plan, row)]));
  const cells = sheet.getRange(1, LEADING_COLUMNS + 1, rows.length, tab.periods.length);
  cells.setDataValidations(validationsOf(rows, tab.periods.length, context.validations));
  sheet.setConditionalFormatRules(formatRulesOf(sheet, rows, tab.periods.length));
  sheet.setFrozenRows(FROZEN_ROWS);
  sheet.setFrozenColumns(2);
  setWidths(sheet, tab);
  setHeights(sheet, rows);
}

/** Wrapped labels need their lines; one call for each run of rows of one height. */
function setHeights(sheet: Sheet, rows: readonly TemplateRow[]): void {
  const heights = rows.map(heightOf);
  for (let start = 0; start < heights.length; ) {
    const height = heights[start] ?? 0;
    const next = heights.findIndex((other, index) => index > start && other !== height);
    const end = next < 0 ? heights.length : next;
    sheet.setRowHeights(start + 1, end - start, height);
    start = end;
  }
}

function heightOf(row: TemplateRow): number {
  if (row.kind === 'title') return 28;
  if (row.kind === 'subtitle') return 22;
  if (row.kind === 'head') return 38;
  const label = row.kind === 'input' ? row.input.label : row.label;
  return LINE_HEIGHT * Math.ceil(label.length / LINE_LENGTH) + 6;
}

function setWidths(sheet: Sheet, tab: InputTab): void {
  sheet.setColumnWidth(1, WIDTH.number);
  sheet.setColumnWidth(2, WIDTH.label);
  sheet.setColumnWidth(3, WIDTH.unit);
  sheet.setColumnWidths(LEADING_COLUMNS + 1, tab.periods.length, WIDTH.period);
  sheet.setColumnWidth(columnsOf(tab), WIDTH.remark);
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

type Alignment = 'left' | 'center' | 'right';

function alignmentsOf(row: TemplateRow, tab: InputTab): Alignment[] {
  const across = (alignment: Alignment) => tab.periods.map(() => alignment);
  if (row.kind === 'title' || row.kind === 'subtitle') return ['left', 'left', 'left', ...across('left'), 'left'];
  if (row.kind === 'head') return ['center', 'center', 'center', ...across('center'), 'center'];
  return ['center', 'left', 'center', ...across('right'), 'left'];
}
