/**
 * The grid's own rules as formulas, from the resolution's data: they hold on phones and without the add-in. Written with `;`
 * between arguments and without decimal literals, so that every locale reads them alike.
 */

import { MAX_VALUE } from '../../shared/malformed.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NOT_APPLICABLE_TOKENS } from './not-applicable.ts';

/** "A" for 1, "AA" for 27. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnName(before) + letter;
}

/** A number without a decimal sign: 2.5 as (2500/1000). */
export function literal(value: number): string {
  return Number.isInteger(value) ? String(value) : `(${Math.round(value * 1000)}/1000)`;
}

/** A cell's text as it is compared: without case, without blanks around it. */
export function plainText(cell: string): string {
  return `TRIM(SUBSTITUTE(LOWER(${cell});UNICHAR(160);" "))`;
}

/** Whether a plain text is one of some words, composed or not. */
export function isOneOf(plain: string, words: readonly string[]): string {
  const spellings = words.flatMap((word) => [...new Set([word, word.normalize('NFD')])]);
  return `OR(${spellings.map((word) => `${plain}="${word}"`).join(';')})`;
}

/** Text that is taken: nothing but spaces, or "not applicable" in any of its spellings. */
function isText(cell: string): string {
  return isOneOf(plainText(cell), ['', ...NOT_APPLICABLE_TOKENS]);
}

/** A number that would be sent; an error where the cell holds one. */
export function isProper(cell: string, decimals: number): string {
  return `AND(ISNUMBER(${cell});${cell}>=0;${cell}<=${MAX_VALUE};ROUND(${cell};${decimals})=${cell})`;
}

/** True for what may be typed into a number's cell. */
export function acceptsNumber(cell: string, input: InputDefinition): string {
  return `=IF(ISNUMBER(${cell});${isProper(cell, input.decimals)};${isText(cell)})`;
}

/** True for content that is not sent: text that is no token, negative numbers, too many decimals, an error of a formula. */
export function isUnsendable(cell: string, decimals: number): string {
  return `=NOT(IFERROR(IF(ISNUMBER(${cell});${isProper(cell, decimals)};${isText(cell)});FALSE))`;
}

/** A condition on a number that would be sent; false, not an error, where the cell holds anything else. */
function ofSendable(cell: string, decimals: number, condition: string): string {
  return `IF(ISNUMBER(${cell});AND(${isProper(cell, decimals)};${condition});FALSE)`;
}

/** A part above its whole, both in the same column; a whole that is not sent bounds nothing. */
export function partExceedsWhole(part: string, whole: string, wholeDecimals: number): string {
  return `=AND(ISNUMBER(${part});${ofSendable(whole, wholeDecimals, `${part}>${whole}`)})`;
}

export function isImplausible(cell: string, bound: number): string {
  return `=AND(ISNUMBER(${cell});${cell}>${literal(bound)})`;
}

/** A year-to-date figure below one of an earlier period of the year that is sent. */
export function isShrinking(cell: string, earlier: readonly string[], decimals: number): string {
  const below = earlier.map((one) => ofSendable(one, decimals, `${cell}<${one}`));
  return `=AND(ISNUMBER(${cell});OR(${below.join(';')}))`;
}
