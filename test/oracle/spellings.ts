/**
 * A second reader of numbers, made from the specification alone and by another technique: it does not take a text apart. It writes out
 * every spelling that a convention allows for the digits found in the text, and looks whether the text is one of them.
 */
import type { Decimal } from './decimals.ts';

/** How one language writes decimals: the mark before them, and what may stand between groups of three digits ('' for nothing). */
export interface Convention {
  readonly decimalMark: string;
  readonly groupMarks: readonly string[];
}

/** Plain, no-break, narrow no-break and thin. */
export const GROUPING_SPACES = ['\u0020', '\u00a0', '\u202f', '\u2009'] as const;

export const VIETNAMESE: Convention = { decimalMark: ',', groupMarks: ['', '.', ...GROUPING_SPACES] };
export const ENGLISH: Convention = { decimalMark: '.', groupMarks: ['', ',', ...GROUPING_SPACES] };

const MOST_DIGITS = 15;

/** Unicode's property White_Space, and the byte order mark, which ECMAScript counts as white space too. */
export const WHITE_SPACE: ReadonlySet<string> = new Set([
  ...'\t\n\v\f\r\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff',
]);

const SIGNS = ['', '+', '-', '\u2212'] as const;
const PERCENTS = ['', '%', ...GROUPING_SPACES.map((space) => `${space}%`)] as const;

const NARROW = new Map([
  ...Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(0xff10 + digit), String(digit)] as const),
  ['\uff0c', ','],
  ['\uff0e', '.'],
  ['\uff05', '%'],
]);

/** The decimals that the text spells under the convention: none where it must be refused, and never two. */
export function meanings(text: string, convention: Convention): Decimal[] {
  const narrow = Array.from(withoutOuterSpace(text), (character) => NARROW.get(character) ?? character).join('');
  const digits = Array.from(narrow)
    .filter((character) => '0123456789'.includes(character))
    .join('');
  if (digits === '' || digits.replace(/^0+/, '').length > MOST_DIGITS) return [];
  const found: Decimal[] = [];
  for (let places = 0; places < digits.length; places++) {
    const negative = narrow.startsWith('-') || narrow.startsWith('\u2212');
    if (spellings(digits, places, convention).some((spelling) => isDressed(narrow, spelling))) {
      found.push({ digits: BigInt(negative ? `-${digits}` : digits), places });
    }
  }
  return found;
}

/** The same digits with that many places, once for each way to group them. */
function spellings(digits: string, places: number, { decimalMark, groupMarks }: Convention): string[] {
  const whole = digits.slice(0, digits.length - places);
  const decimals = places === 0 ? '' : decimalMark + digits.slice(digits.length - places);
  if (whole.length > 1 && whole.startsWith('0')) return [];
  return groupMarks.map((mark) => grouped(whole, mark) + decimals);
}

function grouped(whole: string, mark: string): string {
  let written = '';
  for (let at = 0; at < whole.length; at++) {
    if (at > 0 && (whole.length - at) % 3 === 0) written += mark;
    written += whole[at];
  }
  return written;
}

/** Whether the text is that spelling with one of the signs before it, or none, and one percent sign behind it, or none. */
function isDressed(text: string, spelling: string): boolean {
  return SIGNS.some((sign) => PERCENTS.some((percent) => text === sign + spelling + percent));
}

function withoutOuterSpace(text: string): string {
  const characters = Array.from(text);
  while (WHITE_SPACE.has(characters[0] ?? '')) characters.shift();
  while (WHITE_SPACE.has(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}
