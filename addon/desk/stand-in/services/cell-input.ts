/** What a script's setValue leaves in a cell, and what getValue gives back of it. */
import { columnLetters } from '../model/a1.ts';
import { BLANK, withConstant, withFormula } from '../model/cells.ts';
import { clockOfSerial, instant } from '../model/dates.ts';
import { toUsNotation } from '../model/formula-text.ts';
import { localeSigns } from '../model/locales.ts';
import { isDateFormat, isTextFormat } from '../model/number-format.ts';
import { readTyped } from '../model/typed-input.ts';
import type { Cell } from '../model/types.ts';
import { asDate } from './strict.ts';

interface Place {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: number;
}

/** Google reads a text that a script writes as if it were typed: "1/2" becomes a date, "1.180" a number. */
export function written(cell: Cell, value: unknown, place: Place): Cell {
  if (value === null || value === undefined || value === '') return withConstant(cell, null);
  if (typeof value === 'boolean') return withConstant(cell, value);
  if (typeof value === 'number') return withConstant(cell, Number.isFinite(value) ? value : '#NUM!');
  const date = asDate(value);
  if (date) return formatted(withConstant(cell, date), localeSigns(place.locale).datePattern);
  if (typeof value !== 'string')
    throw new Error(`A cell cannot hold ${Object.prototype.toString.call(value)}: not in the stand-in`);
  if (isTextFormat(cell.numberFormat) && !value.startsWith('=')) return withConstant(cell, value);
  const read = readTyped(value, place, true);
  if (read.kind === 'empty') return withConstant(cell, null);
  if (read.kind === 'formula') return withFormula(cell, read.formula);
  return formatted(withConstant(cell, read.value), read.numberFormat);
}

export function writtenFormula(cell: Cell, formula: string): Cell {
  if (formula === '') return withConstant(cell, null);
  return withFormula(cell, toUsNotation(formula.startsWith('=') ? formula : `=${formula}`, false));
}

/** Throws for a formula whose result is not there: at the desk it comes from the grid later, never in the run that wrote. */
export function readable(cell: Cell, row: number, column: number, timeZone: string): string | number | boolean | Date {
  if (!cell.computed)
    throw new Error(
      `The formula in ${columnLetters(column)}${row} is not computed yet: the stand-in gives no value in the run that wrote what it depends on`,
    );
  if (typeof cell.value === 'number' && isDateFormat(cell.numberFormat))
    return instant(clockOfSerial(cell.value), timeZone) ?? cell.value;
  return cell.value ?? '';
}

function formatted(cell: Cell, numberFormat: string | null): Cell {
  return cell.numberFormat === BLANK.numberFormat && numberFormat ? { ...cell, numberFormat } : cell;
}
