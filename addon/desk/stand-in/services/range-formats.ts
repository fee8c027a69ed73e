/** Range: number formats, colours, fonts, alignment, wrapping, borders. */

import type { Cell, CellStyle } from '../model/types.ts';
import { bordered } from './borders.ts';
import { borderStyle, wrapStrategy } from './enums.ts';
import { checkMatrix, entry } from './matrix.ts';
import type { RangeContext } from './range.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type Weight = GoogleAppsScript.Spreadsheet.FontWeight;
type Slant = GoogleAppsScript.Spreadsheet.FontStyle;
type FontLine = GoogleAppsScript.Spreadsheet.FontLine;
type Horizontal = 'left' | 'center' | 'normal' | 'right' | null;
type Vertical = 'top' | 'middle' | 'bottom' | null;
type Formats = Pick<
  GRange,
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'getBackground'
  | 'getBackgrounds'
  | 'setBackground'
  | 'setBackgrounds'
  | 'setFontColor'
  | 'setFontColors'
  | 'getFontWeight'
  | 'getFontWeights'
  | 'setFontWeight'
  | 'setFontWeights'
  | 'getFontStyle'
  | 'setFontStyle'
  | 'setFontStyles'
  | 'getFontLine'
  | 'setFontLine'
  | 'getFontSize'
  | 'setFontSize'
  | 'setFontSizes'
  | 'getFontFamily'
  | 'setFontFamily'
  | 'getHorizontalAlignment'
  | 'setHorizontalAlignment'
  | 'setHorizontalAlignments'
  | 'getVerticalAlignment'
  | 'setVerticalAlignment'
  | 'getWrap'
  | 'setWrap'
  | 'getWrapStrategy'
  | 'setWrapStrategy'
  | 'setBorder'
>;

/** A style with these set, and those that are undefined taken off. */
type StylePatch = { readonly [Key in keyof CellStyle]?: CellStyle[Key] | undefined };

export function rangeFormats({ kit, ref, self }: RangeContext): Formats {
  const { sheetId, area } = ref;
  const model = kit.run.host.model;
  const first = (): Cell => model.cell(sheetId, area.row, area.column);
  const all = <T>(get: (cell: Cell) => T): T[][] => model.read(sheetId, area).map((cells) => cells.map(get));
  const write = (make: (cell: Cell, row: number, column: number) => Cell): GRange => {
    kit.run.write(sheetId, area, make);
    return self();
  };
  const style = (patch: StylePatch): GRange => write((cell) => styled(cell, patch));
  const each = <T>(rows: T[][], patch: (item: T) => StylePatch): GRange => {
    checkMatrix(rows, area);
    return write((cell, row, column) => styled(cell, patch(entry(rows, area, row, column))));
  };

  return {
    getNumberFormat: () => first().numberFormat,
    getNumberFormats: () => all((cell) => cell.numberFormat),
    setNumberFormat: (numberFormat: string) => write((cell) => ({ ...cell, numberFormat })),
    setNumberFormats: (formats: string[][]) => {
      checkMatrix(formats, area);
      return write((cell, row, column) => ({ ...cell, numberFormat: entry(formats, area, row, column) }));
    },
    getBackground: () => first().style.background ?? '#ffffff',
    getBackgrounds: () => all((cell) => cell.style.background ?? '#ffffff'),
    setBackground: (color: string | null) => style({ background: color ?? undefined }),
    setBackgrounds: (colors: (string | null)[][]) => each(colors, (color) => ({ background: color ?? undefined })),
    setFontColor: (color: string | null) => style({ fontColor: color ?? undefined }),
    setFontColors: (colors: (string | null)[][]) => each(colors, (color) => ({ fontColor: color ?? undefined })),
    getFontWeight: () => weight(first()),
    getFontWeights: () => all(weight),
    setFontWeight: (given: Weight | null) => style({ bold: given === 'bold' || undefined }),
    setFontWeights: (given: (Weight | null)[][]) => each(given, (one) => ({ bold: one === 'bold' || undefined })),
    getFontStyle: () => (first().style.italic ? 'italic' : 'normal'),
    setFontStyle: (given: Slant | null) => style({ italic: given === 'italic' || undefined }),
    setFontStyles: (given: (Slant | null)[][]) => each(given, (one) => ({ italic: one === 'italic' || undefined })),
    getFontLine: () => (first().style.underline ? 'underline' : first().style.strikethrough ? 'line-through' : 'none'),
    setFontLine: (line: FontLine | null) =>
      style({ underline: line === 'underline' || undefined, strikethrough: line === 'line-through' || undefined }),
    getFontSize: () => first().style.fontSize ?? 10,
    setFontSize: (fontSize: number) => style({ fontSize }),
    setFontSizes: (sizes: number[][]) => each(sizes, (fontSize) => ({ fontSize })),
    getFontFamily: () => first().style.fontFamily ?? 'Arial',
    setFontFamily: (family: string | null) => style({ fontFamily: family ?? undefined }),
    getHorizontalAlignment: () => first().style.horizontal ?? 'general',
    setHorizontalAlignment: (given: Horizontal) => style({ horizontal: horizontal(given) }),
    setHorizontalAlignments: (given: Horizontal[][]) => each(given, (one) => ({ horizontal: horizontal(one) })),
    getVerticalAlignment: () => first().style.vertical ?? 'bottom',
    setVerticalAlignment: (given: Vertical) => style({ vertical: given ?? undefined }),
    getWrap: () => first().style.wrap === 'WRAP',
    setWrap: (on: boolean) => style({ wrap: on ? 'WRAP' : undefined }),
    getWrapStrategy: () => wrapStrategy.values[first().style.wrap ?? 'OVERFLOW'],
    setWrapStrategy: (given: GoogleAppsScript.Spreadsheet.WrapStrategy) => style({ wrap: wrapStrategy.nameOf(given) }),
    setBorder: (
      top: boolean | null,
      left: boolean | null,
      bottom: boolean | null,
      right: boolean | null,
      vertical: boolean | null,
      horizontalLines: boolean | null,
      color?: string | null,
      given?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
    ) => {
      const border = { style: given ? borderStyle.nameOf(given) : ('SOLID' as const), color: color ?? '#000000' };
      const wanted = { top, left, bottom, right, vertical, horizontal: horizontalLines };
      return write((cell, row, column) =>
        styled(cell, { borders: bordered(cell.style.borders, wanted, border, area, row, column) }),
      );
    },
  };
}

function styled(cell: Cell, patch: StylePatch): Cell {
  const merged = { ...cell.style, ...patch };
  const style: CellStyle = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  return { ...cell, style };
}

function weight(cell: Cell): Weight {
  return cell.style.bold ? 'bold' : 'normal';
}

function horizontal(given: Horizontal): 'left' | 'center' | 'right' | undefined {
  return given === 'normal' || given === null ? undefined : given;
}
