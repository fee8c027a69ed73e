/** A cell's value as text, by its number format (US notation) and the spreadsheet's locale. */
import { clockOfSerial, formatClock, serialOf, wallClock } from './dates.ts';
import { type LocaleSigns, localeSigns } from './locales.ts';
import type { CellValue } from './types.ts';

export interface DisplayPlace {
  readonly locale: string;
  readonly timeZone: string;
}

const LITERAL = /"([^"]*)"|\\(.)/g;

export function displayText(value: CellValue, numberFormat: string, place: DisplayPlace): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const signs = localeSigns(place.locale);
  if (value instanceof Date) return displayDate(value, numberFormat, signs, place.timeZone);
  if (typeof value === 'string') return displayString(value, numberFormat);
  return isDateFormat(numberFormat)
    ? formatClock(clockOfSerial(value), numberFormat, true)
    : displayNumber(value, numberFormat, signs);
}

export function isPercentFormat(numberFormat: string): boolean {
  return bare(numberFormat).includes('%');
}

export function isTextFormat(numberFormat: string): boolean {
  return numberFormat === '@';
}

export function isDateFormat(numberFormat: string): boolean {
  return numberFormat !== 'General' && /[ymdhs]/i.test(bare(numberFormat)) && !/[0#]/.test(bare(numberFormat));
}

function displayDate(date: Date, numberFormat: string, signs: LocaleSigns, timeZone: string): string {
  if (isDateFormat(numberFormat)) return formatClock(wallClock(date, timeZone), numberFormat, true);
  if (numberFormat === 'General') return formatClock(wallClock(date, timeZone), signs.datePattern, true);
  return displayNumber(serialOf(date, timeZone), numberFormat, signs);
}

function displayString(value: string, numberFormat: string): string {
  const section = numberFormat.split(';')[3];
  return section === undefined ? value : section.replaceAll('@', value).replace(LITERAL, '$1$2');
}

function displayNumber(value: number, numberFormat: string, signs: LocaleSigns): string {
  if (numberFormat === 'General' || numberFormat === '@') return generalNumber(value, signs);
  const sections = numberFormat.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = '', negative, zero] = sections;
  if (value === 0 && zero !== undefined) return applySection(0, zero, signs);
  if (value < 0 && negative !== undefined) return applySection(-value, negative, signs);
  const text = applySection(Math.abs(value), positive, signs);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

function generalNumber(value: number, signs: LocaleSigns): string {
  const rounded = Number(value.toPrecision(11));
  const text = Math.abs(rounded) >= 1e15 ? rounded.toExponential().toUpperCase() : plainText(rounded);
  return text.replace('.', signs.decimal);
}

function plainText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function applySection(value: number, section: string, signs: LocaleSigns): string {
  const clean = section.replace(/\[[^\]]*\]/g, '').replace(/_./g, ' ');
  const core = /[#0?][#0?,.]*(?:E[+-]0+)?/;
  const masked = clean.replace(LITERAL, (literal) => '\uE000'.repeat(literal.length));
  const match = core.exec(masked);
  const literal = (text: string): string => text.replace(LITERAL, '$1$2');
  if (!match) return literal(clean);
  const scaled = isPercentFormat(section) ? Number((value * 100).toPrecision(15)) : value;
  return (
    literal(clean.slice(0, match.index)) +
    digits(scaled, match[0], signs) +
    literal(clean.slice(match.index + match[0].length))
  );
}

function digits(value: number, pattern: string, signs: LocaleSigns): string {
  if (pattern.includes('E'))
    return value
      .toExponential(2)
      .toUpperCase()
      .replace('.', signs.decimal)
      .replace(/E([+-])(\d)$/, 'E$10$2');
  const [whole = '', fraction = ''] = pattern.split('.');
  const places = fraction.length;
  const needed = fraction.replaceAll('#', '').length;
  const [integer = '0', decimals = ''] = roundHalfUp(value, places).split('.');
  const kept = trimmedFraction(decimals, needed);
  const minimum = whole.replace(/[^0]/g, '').length;
  const padded = integer === '0' && minimum === 0 ? '' : integer.padStart(minimum, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, signs.group) : padded;
  const point = kept || (pattern.endsWith('.') && needed > 0) ? signs.decimal : '';
  return `${grouped}${point}${kept}`;
}

/** 1.005 is shown as 1.01: spreadsheets round the decimal text, not the binary value. */
function roundHalfUp(value: number, places: number): string {
  const text = value.toPrecision(15);
  if (text.includes('e')) return value.toFixed(places);
  return Number(`${Math.round(Number(`${Number(text)}e${places}`))}e-${places}`).toFixed(places);
}

function trimmedFraction(decimals: string, needed: number): string {
  let end = decimals.length;
  while (end > needed && decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}

function bare(numberFormat: string): string {
  return numberFormat.replace(LITERAL, '').replace(/\[[^\]]*\]/g, '');
}
