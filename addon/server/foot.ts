/** The lines for the signatures below a table, as offices' tables have them. No merged cells: they would keep people from sorting. */
import { INK } from './paper.ts';
import { FOOT_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Place and date, who signs, how. */
export const FOOT_ROWS = 3;

/** `left` and `right` are the columns whose middle the words stand over. */
export function drawFoot(sheet: Sheet, row: number, left: number, right: number): void {
  const width = right - left + 1;
  const line = (first: string, last: string) =>
    Array.from({ length: width }, (_, index) => (index === 0 ? first : index === width - 1 ? last : ''));
  const { date, clerk, head, sign } = FOOT_WORDS;
  sheet
    .getRange(row, left, FOOT_ROWS, width)
    .setValues([line('', date), line(clerk, head), line(sign, sign)])
    .setFontFamily('Arial')
    .setFontSize(10)
    .setFontColor(INK)
    .setHorizontalAlignment('center')
    .setWrap(false);
  sheet.getRange(row + 1, left, 1, width).setFontWeight('bold');
}
