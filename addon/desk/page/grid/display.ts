/**
 * What a cell shows and what its editor begins with: the workbook's own text (1.180,5; 28,5%), because the grid writes
 * numbers as they are written in the US, whatever its locale.
 */

import { CellValueType, HorizontalAlign, InterceptorEffectEnum } from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { displayText, isPercentFormat, isTextFormat } from '../../stand-in/model/number-format.ts';
import { readTyped } from '../../stand-in/model/typed-input.ts';
import type { Cell, CellValue } from '../../stand-in/model/types.ts';
import type { Mirror, Place } from '../mirror.ts';
import type { Grid } from './univer.ts';

/** Above Univer's own number formats (10). */
const PRIORITY = 1000;

/** Enough digits for every figure that a cell can hold. */
const PLAIN_FORMAT = '0.###############';

export function installDisplay(grid: Grid, mirror: Mirror): void {
  const interceptors = grid.injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'desk-display',
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, at, next) => {
      const own = mirror.cell(Number(at.subUnitId), at.row + 1, at.col + 1);
      const value = own.formula === null || own.computed ? own.value : (cell?.v ?? null);
      if (cell === null || cell === undefined || value === null || typeof value === 'string') return next(cell);
      const ht = own.style.horizontal === undefined ? defaultAlign(value) : undefined;
      const text = displayText(value, own.numberFormat, mirror.place);
      const style = ht === undefined ? {} : { interceptorStyle: { ...cell.interceptorStyle, ht } };
      return next({ ...cell, v: text, t: CellValueType.STRING, ...style });
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    id: 'desk-editing-text',
    priority: PRIORITY,
    handler: (cell, at, next) => {
      const own = mirror.cell(Number(at.subUnitId), at.row + 1, at.col + 1);
      const text = editingText(own, mirror.place);
      if (own.formula !== null) return next({ ...cell, f: text, v: text });
      return next({ ...cell, v: text, t: CellValueType.STRING, p: null });
    },
  });
}

/** The text that, typed again, gives the same contents: formulas as they are, text that looks like a figure with its sign. */
export function editingText({ value, formula, numberFormat }: Editable, place: Place): string {
  if (formula !== null) return formula;
  if (value === null) return '';
  if (typeof value === 'string') return isReadAsItself(value, numberFormat, place) ? value : `'${value}`;
  if (typeof value !== 'number') return displayText(value, value instanceof Date ? numberFormat : 'General', place);
  if (isPercentFormat(numberFormat)) return `${displayText(round(value * 100), PLAIN_FORMAT, place)}%`;
  return displayText(value, PLAIN_FORMAT, place);
}

type Editable = Pick<Cell, 'value' | 'formula' | 'numberFormat'>;

function isReadAsItself(text: string, numberFormat: string, place: Place): boolean {
  if (isTextFormat(numberFormat) && !text.startsWith('=')) return true;
  const read = readTyped(text, { ...place, now: 0 });
  return read.kind === 'value' && read.value === text;
}

/** 0.285 × 100 is 28.499999999999996: fifteen digits are what a cell shows. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

function defaultAlign(value: CellValue): HorizontalAlign {
  return typeof value === 'boolean' ? HorizontalAlign.CENTER : HorizontalAlign.RIGHT;
}
