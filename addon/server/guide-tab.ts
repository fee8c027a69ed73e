/** The tabs without inputs: the short guide, and the frame of "Tổng hợp". */

import { SAMPLE_MARK } from '../../shared/words.ts';
import { protectStructure } from './courtesy-protection.ts';
import { GROUND, heightOf, INK, LINE, linesHigh, setHeights } from './paper.ts';
import { SUMMARY_COLUMNS, SUMMARY_HEAD_ROWS } from './summary-table.ts';
import { GUIDE_LINES, GUIDE_WORDS, SUMMARY_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More rows than any resolution's summary has: all as text, so that "1.203,5" stays what it is. */
const SUMMARY_ROWS = 200;
/** Pixels of the columns. */
const SUMMARY_WIDTHS = [30, 166, 52, 70, 92, 80, 82, 97, 76];
/** Two lines of 9 pt: what is longer grows at Google's, whose rows are never lower than their text. */
const SUMMARY_ROW_HEIGHT = 34;
const GUIDE_WIDTHS = { heading: 150, text: 560 };

export function drawGuide(spreadsheet: Spreadsheet, sheet: Sheet, title: string, unit: string, sample: boolean): void {
  const lines = [
    [title, ''],
    [GUIDE_WORDS.unit, sample ? `${unit} · ${SAMPLE_MARK}` : unit],
    ...GUIDE_LINES.map((line) => [...line]),
  ];
  const range = sheet.getRange(1, 1, lines.length, 2);
  range.setNumberFormat('@').setValues(lines);
  range.setFontFamily('Arial').setFontSize(10).setFontColor(INK).setVerticalAlignment('top').setWrap(true);
  sheet.getRange(1, 1, lines.length, 1).setFontWeight('bold');
  sheet.getRange(1, 1, 1, 2).setFontSize(13).setWrap(false);
  sheet.setColumnWidth(1, GUIDE_WIDTHS.heading);
  sheet.setColumnWidth(2, GUIDE_WIDTHS.text);
  const heights = lines.map(([, text = '']) => heightOf(text, GUIDE_WIDTHS.text));
  setHeights(sheet, 1, [28, ...heights.slice(1)], linesHigh(1));
  protectStructure(spreadsheet, sheet, GUIDE_WORDS.protection, []);
}

/** `indicators`: how many rows the table will have. */
export function drawSummaryFrame(spreadsheet: Spreadsheet, sheet: Sheet, indicators: number): void {
  const range = sheet.getRange(1, 1, SUMMARY_ROWS, SUMMARY_COLUMNS);
  range.setNumberFormat('@').setFontFamily('Arial').setFontSize(9).setFontColor(INK);
  range.setVerticalAlignment('middle').setWrap(true);
  sheet.getRange(1, 1, SUMMARY_ROWS, 1).setHorizontalAlignment('center');
  sheet.getRange(SUMMARY_HEAD_ROWS, 4, SUMMARY_ROWS - SUMMARY_HEAD_ROWS, 2).setHorizontalAlignment('right');
  const title = sheet.getRange(1, 1, 2, SUMMARY_COLUMNS);
  title.setHorizontalAlignment('left').setWrap(false);
  sheet.getRange(1, 1).setFontSize(13).setFontWeight('bold');
  const heads = sheet.getRange(SUMMARY_HEAD_ROWS, 1, 1, SUMMARY_COLUMNS);
  heads.setFontWeight('bold').setBackground(GROUND.head).setHorizontalAlignment('center');
  sheet
    .getRange(SUMMARY_HEAD_ROWS, 1, indicators + 1, SUMMARY_COLUMNS)
    .setBorder(true, true, true, true, true, true, LINE, SpreadsheetApp.BorderStyle.SOLID);
  SUMMARY_WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  sheet.setRowHeights(SUMMARY_HEAD_ROWS, SUMMARY_ROWS - SUMMARY_HEAD_ROWS, SUMMARY_ROW_HEIGHT);
  sheet.setFrozenRows(SUMMARY_HEAD_ROWS);
  protectStructure(spreadsheet, sheet, SUMMARY_WORDS.protection, []);
}
