/** A cell of the workbook as the grid wants it: raw value for its formulas, and the style. */

import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  type IBorderData,
  type ICellData,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import { serialOf } from '../../stand-in/model/dates.ts';
import type { Border, Borders, Cell, CellStyle, CellValue } from '../../stand-in/model/types.ts';

/** Google's own defaults, where a style says nothing. */
export const DEFAULT_FONT = 'Arial';
export const DEFAULT_FONT_SIZE = 10;

const BORDERS = {
  DOTTED: BorderStyleTypes.DOTTED,
  DASHED: BorderStyleTypes.DASHED,
  SOLID: BorderStyleTypes.THIN,
  SOLID_MEDIUM: BorderStyleTypes.MEDIUM,
  SOLID_THICK: BorderStyleTypes.THICK,
  DOUBLE: BorderStyleTypes.DOUBLE,
} as const satisfies Record<Border['style'], BorderStyleTypes>;

const WRAPS = { WRAP: WrapStrategy.WRAP, OVERFLOW: WrapStrategy.OVERFLOW, CLIP: WrapStrategy.CLIP } as const;
const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;

/** Null: a cell with nothing in it and no look of its own. */
export function toCellData(cell: Cell, timeZone: string): ICellData | null {
  const style = toStyle(cell);
  const contents = toContents(cell, timeZone);
  if (contents === null && style === null) return null;
  return { ...contents, ...(style === null ? {} : { s: style }) };
}

/** What of a cell the grid draws, as text: two cells with the same need no new drawing. */
export function drawnKey(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const { value, formula, computed, style } = cell;
  const typed = value instanceof Date ? value.toISOString() : value;
  return JSON.stringify([typeof typed, typed, formula, formula === null ? null : computed, cell.numberFormat, style]);
}

/** A formula's result is the grid's own affair, unless the workbook knows it already. */
function toContents(cell: Cell, timeZone: string): ICellData | null {
  if (cell.formula !== null) {
    const known = cell.computed ? toValue(cell.value, timeZone) : null;
    return { ...known, f: cell.formula };
  }
  return toValue(cell.value, timeZone);
}

function toValue(value: CellValue, timeZone: string): { v: string | number; t: CellValueType } | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) return { v: serialOf(value, timeZone), t: CellValueType.NUMBER };
  // Text that looks like a number stays text only with its type.
  return { v: value, t: typeof value === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}

function toStyle({ style, value, formula }: Cell): IStyleData | null {
  if (Object.keys(style).length === 0 && value === null && formula === null) return null;
  return {
    ff: style.fontFamily ?? DEFAULT_FONT,
    fs: style.fontSize ?? DEFAULT_FONT_SIZE,
    vt: VERTICAL[style.vertical ?? 'bottom'],
    ...colours(style),
    ...emphasis(style),
    ...(style.horizontal === undefined ? {} : { ht: HORIZONTAL[style.horizontal] }),
    ...(style.wrap === undefined ? {} : { tb: WRAPS[style.wrap] }),
    ...(style.borders === undefined ? {} : { bd: toBorders(style.borders) }),
  };
}

function colours({ background, fontColor }: CellStyle): IStyleData {
  return {
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
  };
}

function emphasis({ bold, italic, underline, strikethrough }: CellStyle): IStyleData {
  return {
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
    ...(underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(strikethrough ? { st: { s: BooleanNumber.TRUE } } : {}),
  };
}

function toBorders({ top, right, bottom, left }: Borders): Nullable<IBorderData> {
  return {
    ...(top ? { t: toBorder(top) } : {}),
    ...(right ? { r: toBorder(right) } : {}),
    ...(bottom ? { b: toBorder(bottom) } : {}),
    ...(left ? { l: toBorder(left) } : {}),
  };
}

function toBorder({ style, color }: Border) {
  return { s: BORDERS[style], cl: { rgb: color } };
}
