/** How the tab "Kết quả" looks: formats of numbers, colours, widths, heights, notes, the choice of the year. */
import type { Plan } from '../../shared/plan.ts';
import { GROUND, heightOf, INK, LINE, linesHigh, setHeights } from './paper.ts';
import { BASELINE_COLUMN, LAST_PERIOD_COLUMN, PERIOD_COLUMNS, RESULT_COLUMNS, YEAR_CELL } from './results-columns.ts';
import { leadingTexts } from './results-contents.ts';
import { FIRST_ROW, RESULT_HEAD_ROWS, type ResultRow, type ResultsLayout } from './results-rows.ts';
import { resultFormat, resultGoal, resultNote, stateFormat } from './results-texts.ts';
import { LABEL_COLUMN } from './template-rows.ts';
import { RESULT_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of the columns. */
const WIDTHS = [36, 222, 60, 68, 68, 68, 68, 68, 87];
const LABEL_WIDTH = WIDTHS[LABEL_COLUMN - 1] ?? 0;

type Alignment = 'left' | 'center' | 'right';
const FIGURES = Array<Alignment>(PERIOD_COLUMNS + 1).fill('right');
const ALIGNMENTS: Alignment[] = ['center', 'left', 'center', ...FIGURES, 'center'];
const CENTRED = Array<Alignment>(RESULT_COLUMNS).fill('center');

/** To be drawn before the contents: "1.1" in a cell of no format may become a date. */
export function drawResultLooks(sheet: Sheet, plan: Plan, layout: ResultsLayout): void {
  const { rows, working, last } = layout;
  sheet
    .getRange(1, 1, last, RESULT_COLUMNS)
    .setNumberFormats(formatsOf(plan, layout))
    .setFontFamily('Arial')
    .setFontSize(10)
    .setFontColor(INK)
    .setVerticalAlignment('middle');
  drawTableLooks(sheet, rows);
  sheet.getRange(1, 1).setFontSize(13).setFontWeight('bold');
  drawYearChoice(sheet, plan);
  sheet.getRange(working + 1, LABEL_COLUMN, last - working, 1).setWrap(true);
  sheet.getRange(working + 1, BASELINE_COLUMN, last - working, PERIOD_COLUMNS + 1).setHorizontalAlignment('right');
  sheet.getRange(FIRST_ROW, LABEL_COLUMN, rows.length, 1).setNotes(rows.map((row) => [noteOf(plan, row)]));
  sheet.setFrozenRows(RESULT_HEAD_ROWS);
  sheet.setFrozenColumns(LABEL_COLUMN);
  WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  setHeights(sheet, 1, [28, 24, linesHigh(2), ...rows.map((row) => rowHeight(plan, row))], linesHigh(1));
}

function drawTableLooks(sheet: Sheet, rows: readonly ResultRow[]): void {
  const kinds = ['head' as const, ...rows.map(({ kind }) => kind)];
  const across = <T>(item: T): T[] => Array<T>(RESULT_COLUMNS).fill(item);
  sheet
    .getRange(RESULT_HEAD_ROWS, 1, kinds.length, RESULT_COLUMNS)
    .setWrap(true)
    .setBackgrounds(kinds.map((kind) => across(GROUND[kind === 'indicator' ? 'plain' : kind])))
    .setFontWeights(kinds.map((kind) => across(kind === 'indicator' ? ('normal' as const) : ('bold' as const))))
    .setHorizontalAlignments(kinds.map((kind) => (kind === 'head' ? CENTRED : ALIGNMENTS)))
    .setBorder(true, true, true, true, true, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
}

function drawYearChoice(sheet: Sheet, plan: Plan): void {
  const { firstYear, lastYear } = plan.resolution.term;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(firstYear + index));
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList(years, true)
    .setAllowInvalid(false)
    .setHelpText(RESULT_WORDS.yearHelp)
    .build();
  sheet.getRange(2, LAST_PERIOD_COLUMN - 1).setHorizontalAlignment('right');
  sheet
    .getRange(YEAR_CELL)
    .setFontWeight('bold')
    .setHorizontalAlignment('center')
    .setBackground(GROUND.section)
    .setDataValidation(rule);
}

function formatsOf(plan: Plan, layout: ResultsLayout): string[][] {
  const line = (leading: string, cells: string) =>
    Array.from({ length: RESULT_COLUMNS }, (_, index) =>
      index < BASELINE_COLUMN - 1 ? leading : index < LAST_PERIOD_COLUMN ? cells : '@',
    );
  const formats = Array.from({ length: layout.last }, () => line('@', 'General'));
  // The title is a formula, which would be text in a cell of text.
  formats[0] = line('General', 'General');
  layout.rows.forEach((row, index) => {
    if (row.kind === 'indicator') formats[FIRST_ROW - 1 + index] = line('@', resultFormat(plan, row.indicator));
  });
  for (const { input, row, past } of layout.inputs) {
    formats[row - 1] = line('@', stateFormat(input));
    if (past !== null) formats[past - 1] = line('@', stateFormat(input));
  }
  // A year has no separator: 2.026 is none.
  for (const row of [2, layout.newest, layout.shown]) formats[row - 1] = line('@', '0');
  return formats;
}

function noteOf(plan: Plan, row: ResultRow): string {
  if (row.kind === 'indicator') return resultNote(plan, row.indicator);
  return row.kind === 'target' ? row.source : '';
}

/** Two lines at least where a figure may be "Không áp dụng". */
function rowHeight(plan: Plan, row: ResultRow): number {
  const [, label = ''] = leadingTexts(plan, row);
  if (row.kind !== 'indicator') return heightOf(label, LABEL_WIDTH, 'bold');
  const goal = heightOf(resultGoal(plan, row.indicator), WIDTHS[RESULT_COLUMNS - 1] ?? LABEL_WIDTH);
  return Math.max(linesHigh(2), goal, heightOf(label, LABEL_WIDTH));
}
