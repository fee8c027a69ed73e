/** What a cell's editor begins with. */

import { localeSigns } from '../../stand-in/model/locales.ts';
import { displayText, isPercentFormat, isTextFormat } from '../../stand-in/model/number-format.ts';
import { readTyped } from '../../stand-in/model/typed-input.ts';
import type { Cell } from '../../stand-in/model/types.ts';
import type { Place } from '../mirror.ts';

/** All digits that a cell holds, and no grouping; a binary figure's noise (0.285 × 100) lies beyond them. */
const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 15 });

/** The text that, typed again, gives the same contents: formulas as they are, text that looks like a figure with its sign. */
export function editingText({ value, formula, numberFormat }: Editable, place: Place): string {
  if (formula !== null) return formula;
  if (value === null) return '';
  if (typeof value === 'string') return isReadAsItself(value, numberFormat, place) ? value : `'${value}`;
  if (typeof value !== 'number') return displayText(value, value instanceof Date ? numberFormat : 'General', place);
  return isPercentFormat(numberFormat) ? `${plain(value * 100, place)}%` : plain(value, place);
}

function plain(value: number, { locale }: Place): string {
  return PLAIN.format(value).replace('.', localeSigns(locale).decimal);
}

type Editable = Pick<Cell, 'value' | 'formula' | 'numberFormat'>;

function isReadAsItself(text: string, numberFormat: string, place: Place): boolean {
  if (isTextFormat(numberFormat) && !text.startsWith('=')) return true;
  const read = readTyped(text, { ...place, now: 0 });
  return read.kind === 'value' && read.value === text;
}
