/** The texts of a tab with inputs, its formats of numbers, its colours and its sizes. */
import { GROUND, heightOf, INK, LINE, linesHigh, PAGE_WIDTH, setHeights } from './paper.ts';
import type { InputTab } from './tabs.ts';
import {
  FROZEN_ROWS,
  isOptional,
  LABEL_COLUMN,
  LEADING_COLUMNS,
  noteOf,
  numberFormatOf,
  type TemplateRow,
} from './template-rows.ts';
import { type TemplateContext, textsOf } from './template-standing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of the columns; the remarks have what four periods leave of the page. */
const FIGURES = { number: 40, label: 250, unit: 65, period: 75 };
const WIDTH = { ...FIGURES, remark: PAGE_WIDTH - FIGURES.number - FIGURES.label - FIGURES.unit - 4 * FIGURES.period };

/** The cells of the periods and the remarks are left as they are. */
export function drawTexts(sheet: Sheet, context: TemplateContext): void {
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

export function drawLooks(sheet: Sheet, { tab, rows }: TemplateContext): void {
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
  setHeights(sheet, 1, rows.map(rowHeight), linesHigh(1));
}

function rowHeight(row: TemplateRow): number {
  if (row.kind === 'title') return 28;
  if (row.kind === 'subtitle') return linesHigh(1);
  if (row.kind === 'head') return linesHigh(2);
  return row.kind === 'input' ? heightOf(row.input.label, WIDTH.label) : heightOf(row.label, WIDTH.label, 'bold');
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
