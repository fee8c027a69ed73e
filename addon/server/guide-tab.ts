/** The tabs without inputs: the short guide, and the frame of "Tổng hợp". */

import { SAMPLE_MARK } from '../../shared/words.ts';
import { SUMMARY_COLUMNS, SUMMARY_HEAD_ROWS } from './summary-table.ts';
import { GUIDE_LINES, GUIDE_WORDS, SUMMARY_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More rows than any resolution's summary has: all as text, so that "1.203,5" stays what it is. */
const SUMMARY_ROWS = 200;
const SUMMARY_WIDTHS = [40, 250, 60, 90, 110, 90, 130, 170, 110];

export function drawGuide(sheet: Sheet, title: string, unit: string, sample: boolean): void {
  const lines = [
    [title, ''],
    [GUIDE_WORDS.unit, sample ? `${unit} · ${SAMPLE_MARK}` : unit],
    ...GUIDE_LINES.map((line) => [...line]),
  ];
  const range = sheet.getRange(1, 1, lines.length, 2);
  range.setNumberFormat('@').setValues(lines);
  range.setFontFamily('Arial').setFontSize(10).setVerticalAlignment('top').setWrap(true);
  sheet.getRange(1, 1, lines.length, 1).setFontWeight('bold');
  sheet.getRange(1, 1, 1, 2).setFontSize(13).setWrap(false);
  sheet.setColumnWidth(1, 150);
  sheet.setColumnWidth(2, 560);
  lines.forEach(([, text = ''], index) => {
    sheet.setRowHeight(index + 1, Math.max(index === 0 ? 28 : 22, 16 * Math.ceil(text.length / 75) + 8));
  });
}

export function drawSummaryFrame(sheet: Sheet): void {
  const range = sheet.getRange(1, 1, SUMMARY_ROWS, SUMMARY_COLUMNS);
  range.setNumberFormat('@').setFontFamily('Arial').setFontSize(10).setVerticalAlignment('middle').setWrap(true);
  sheet.getRange(1, 1, SUMMARY_ROWS, 1).setHorizontalAlignment('center');
  sheet.getRange(SUMMARY_HEAD_ROWS, 4, SUMMARY_ROWS - SUMMARY_HEAD_ROWS, 2).setHorizontalAlignment('right');
  const title = sheet.getRange(1, 1, 2, SUMMARY_COLUMNS);
  title.setHorizontalAlignment('left').setWrap(false);
  sheet.getRange(1, 1).setFontSize(13).setFontWeight('bold');
  sheet.getRange(SUMMARY_HEAD_ROWS, 1, 1, SUMMARY_COLUMNS).setFontWeight('bold').setBackground('#e8eaed');
  SUMMARY_WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  sheet.setFrozenRows(SUMMARY_HEAD_ROWS);
  sheet.protect().setDescription(SUMMARY_WORDS.protection).setWarningOnly(true);
}
