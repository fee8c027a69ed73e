/**
 * What a cell shows and what its editor begins with: the workbook's own text (1.180,5; 28,5%), because the grid writes
 * numbers as they are written in the US, whatever its locale.
 */

import { CellValueType, HorizontalAlign, InterceptorEffectEnum } from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { displayText } from '../../stand-in/model/number-format.ts';
import type { CellValue } from '../../stand-in/model/types.ts';
import type { Mirror } from '../mirror.ts';
import { editingText } from './editing-text.ts';
import type { Grid } from './univer.ts';

/** Above Univer's own number formats (10). */
const PRIORITY = 1000;

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

function defaultAlign(value: CellValue): HorizontalAlign {
  return typeof value === 'boolean' ? HorizontalAlign.CENTER : HorizontalAlign.RIGHT;
}
