/** What the tabs look like on paper: A4 upright, so that they print as they stand at 100 %, or fitted to the width and still readable. */

/** Pixels of a page's width at 100 %: 210 mm less the platform's narrow margins of a quarter of an inch each, at 96 pixels an inch. */
export const PAGE_WIDTH = 745;

export const INK = '#202124';
export const LINE = '#9aa0a6';
export const GROUND = { section: '#d9e7fd', target: '#f1f3f4', head: '#e8eaed', optional: '#e8eaed', plain: '#ffffff' };

/** Of 10 pt text: pixels of a line, and of a character on average. */
const LINE_HEIGHT = 17;
const CHARACTER = { normal: 6.9, bold: 7.7 };

/** The height of so many lines. */
export function linesHigh(count: number): number {
  return LINE_HEIGHT * count + 5;
}

/** The height of a row whose longest text wraps in a column of some width. */
export function heightOf(text: string, width: number, weight: keyof typeof CHARACTER = 'normal'): number {
  return linesHigh(Math.max(1, Math.ceil((text.length * CHARACTER[weight]) / width)));
}

/** One call for each run of rows of one height, after one for all. */
export function setHeights(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  first: number,
  heights: readonly number[],
  usual: number,
): void {
  sheet.setRowHeights(first, heights.length, usual);
  for (let start = 0; start < heights.length; ) {
    const height = heights[start] ?? usual;
    const next = heights.findIndex((other, index) => index > start && other !== height);
    const end = next < 0 ? heights.length : next;
    if (height !== usual) sheet.setRowHeights(first + start, end - start, height);
    start = end;
  }
}
