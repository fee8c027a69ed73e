/** What Google Sheets makes of a text that is typed into a cell, by the spreadsheet's locale. */

import { day, instant, wallClock } from './dates.ts';
import { toUsNotation } from './formula-text.ts';
import { type LocaleSigns, localeSigns } from './locales.ts';

export interface TypingPlace {
  readonly locale: string;
  readonly timeZone: string;
  /** For the year of "1/2". */
  readonly now: number;
}

/** `numberFormat` is what the cell gets if it had none of its own. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean | Date; readonly numberFormat: string | null };

const DATE = /^(\d{1,4})([/-])(\d{1,2})(?:\2(\d{1,4}))?$/;
const TIME = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;

/** `usFormula`: a script's formula is in en-US notation, whatever the locale. */
export function readTyped(text: string, place: TypingPlace, usFormula = false): Typed {
  if (text === '') return { kind: 'empty' };
  const signs = localeSigns(place.locale);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text.startsWith('=') && text.length > 1)
    return { kind: 'formula', formula: toUsNotation(text, !usFormula && signs.decimal === ',') };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return plain(trimmed.toLowerCase() === 'true');
  return readNumeral(trimmed, signs) ?? readDate(trimmed, signs, place) ?? readTime(trimmed, place) ?? plain(text);
}

function plain(value: string | boolean): Typed {
  return { kind: 'value', value, numberFormat: null };
}

function readNumeral(text: string, signs: LocaleSigns): Typed | null {
  const group = `\\${signs.group}`;
  const decimal = `\\${signs.decimal}`;
  const numeral = new RegExp(
    `^([+-]?)(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?(\\s*%)?$`,
  );
  const match = numeral.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction, exponent, percent] = match;
  if (whole === '' && !fraction) return null;
  const digits = whole.replaceAll(signs.group, '');
  const number = Number(`${sign}${digits || '0'}.${fraction || '0'}e${exponent ?? '0'}`);
  const numberFormat = formatFor({
    percent: !!percent,
    grouped: whole.includes(signs.group),
    fraction: !!fraction,
    exponent: !!exponent,
  });
  return { kind: 'value', value: percent ? percentOf(number) : number, numberFormat };
}

/** Through the decimal text: 28.5 / 100 is 0.285, while 28.5 * 0.01 is not. */
function percentOf(number: number): number {
  return Number(`${number}e-2`) || number / 100;
}

function formatFor(seen: { percent: boolean; grouped: boolean; fraction: boolean; exponent: boolean }): string | null {
  if (seen.percent) return seen.fraction ? '0.00%' : '0%';
  if (seen.exponent) return '0.00E+00';
  if (seen.grouped) return seen.fraction ? '#,##0.00' : '#,##0';
  return null;
}

function readDate(text: string, signs: LocaleSigns, place: TypingPlace): Typed | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, first = '', , second = '', third] = match;
  const clock = dateParts(first, second, third, signs, place);
  const value = clock && instant(clock, place.timeZone);
  return value ? { kind: 'value', value, numberFormat: signs.datePattern } : null;
}

function dateParts(first: string, second: string, third: string | undefined, signs: LocaleSigns, place: TypingPlace) {
  if (first.length === 4) return third === undefined ? null : day(Number(first), Number(second), Number(third));
  if (first.length > 2) return null;
  const [dayText, monthText] = signs.dayFirst ? [first, second] : [second, first];
  if (third !== undefined && third.length !== 4 && third.length !== 2) return null;
  const year = third === undefined ? wallClock(new Date(place.now), place.timeZone).year : fullYear(third);
  return day(year, Number(monthText), Number(dayText));
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) < 50 ? 2000 + Number(text) : 1900 + Number(text);
}

function readTime(text: string, place: TypingPlace): Typed | null {
  const match = TIME.exec(text);
  if (!match || Number(match[1]) > 23) return null;
  const clock = {
    ...day(1899, 12, 30),
    hour: Number(match[1]),
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
  };
  const value = instant(clock, place.timeZone);
  return value ? { kind: 'value', value, numberFormat: 'hh:mm:ss' } : null;
}
