/** A tab's displayed texts with merged cells resolved, and what they say as numbers. Rows and columns count from 1. */
import type { LinkTab, Merge } from '../../link-rpc.ts';

export interface Cells {
  readonly rows: number;
  readonly columns: number;
  /** The text that the cell itself holds, without spaces at its ends. */
  own(row: number, column: number): string;
  /** What the eye reads there: a merged cell's text stands in all of its cells. */
  seen(row: number, column: number): string;
  /** The text as it stands, spaces before it included. */
  raw(row: number, column: number): string;
  merge(row: number, column: number): Merge | undefined;
  formula(row: number, column: number): boolean;
  figure(row: number, column: number): Figure | null;
}

/** `share`: it is shown with "%". `value` is null where digits are grouped in no known way. */
export interface Figure {
  readonly value: number | null;
  readonly share: boolean;
}

/** @param locale the spreadsheet's: it decides what a dot and a comma are. */
export function cellsOf(tab: LinkTab, locale: string): Cells {
  const merges = new Map<string, Merge>();
  for (const merge of tab.merges)
    for (let row = merge.row; row < merge.row + merge.rows; row++)
      for (let column = merge.column; column < merge.column + merge.columns; column++)
        merges.set(`${row} ${column}`, merge);
  const raw = (row: number, column: number): string => tab.texts[row - 1]?.[column - 1] ?? '';
  const own = (row: number, column: number): string => raw(row, column).trim();
  const merge = (row: number, column: number): Merge | undefined => merges.get(`${row} ${column}`);
  return {
    rows: tab.texts.length,
    columns: Math.max(0, ...tab.texts.map((texts) => texts.length)),
    raw,
    own,
    merge,
    seen: (row, column) => {
      const area = merge(row, column);
      return area === undefined ? own(row, column) : own(area.row, area.column);
    },
    formula: (row, column) => tab.formulas[row - 1]?.[column - 1] ?? false,
    figure: (row, column) => readFigure(own(row, column), locale),
  };
}

const FIGURE = /^[-+−–(]?\s*\d[\d.,\s\u00a0\u202f]*\)?\s*%?$/;
const DASH = /^[-–—−]$/;

/** A displayed number; a lone dash is a figure too: "không phát sinh". Null for any other text. */
function readFigure(text: string, locale: string): Figure | null {
  if (DASH.test(text)) return { value: 0, share: false };
  if (!FIGURE.test(text)) return null;
  const share = text.endsWith('%');
  const digits = text.replace(/[^\d.,]/g, '');
  const decimal = /^(?:en|ja|zh|ko|th|he|iw)/.test(locale) ? '.' : ',';
  const grouping = decimal === ',' ? '.' : ',';
  const plain = digits.split(grouping).join('').replace(decimal, '.');
  const value = Number(plain);
  return { value: Number.isNaN(value) ? null : value, share };
}
