/**
 * What a text typed into an input's field says: a value, a question where two readings are possible, or a refusal with a
 * guess. Nothing is ever taken silently that a person could have meant otherwise.
 */
import { fold } from '../../../shared/fold.ts';
import { readNumber } from '../../../shared/numbers.ts';
import { readQuantity } from '../../../shared/quantity.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Value } from '../../../shared/values.ts';
import { READING_WORDS as PROBLEM_WORDS } from '../../../shared/words.ts';
import { READING_WORDS } from '../words.ts';
import type { Draft } from './state.ts';

export type FieldReading =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'ask'; readonly choices: readonly [number, number] }
  | { readonly kind: 'refused'; readonly message: string; readonly suggestion: string | null };

/** What a reading is measured by: the latest earlier number of the same input, if there is one. */
export interface Expectation {
  readonly last: number | null;
}

/** Words that stand for "not applicable" when typed, folded. */
const NOT_APPLICABLE = new Set(['khong ap dung', 'kad']);

export function readField(input: InputDefinition, draft: Draft, expectation: Expectation): FieldReading {
  const text = draft.text.normalize('NFC').trim();
  if (text === '') return { kind: 'value', value: null };
  if (NOT_APPLICABLE.has(fold(text))) return { kind: 'value', value: 'na' };
  if (draft.chosen !== null) return { kind: 'value', value: draft.chosen };
  if (input.unit !== '%' && /[%％]/.test(text)) {
    return { kind: 'refused', message: READING_WORDS.noPercent(input.unit), suggestion: null };
  }
  return readDigits(input, text, expectation);
}

function readDigits(input: InputDefinition, text: string, expectation: Expectation): FieldReading {
  const reading = readQuantity(text, input.unit);
  if (!reading.ok) {
    const message = PROBLEM_WORDS[reading.problem];
    return { kind: 'refused', message, suggestion: fitting(input, reading.suggestion) };
  }
  const digits = digitsOf(text);
  const other = otherReading(digits, reading.value);
  if (other !== null && isDoubtful(input, digits, reading.value, other, expectation)) {
    const [less, more] = [Math.min(reading.value, other), Math.max(reading.value, other)];
    return { kind: 'ask', choices: [more, less] };
  }
  return { kind: 'value', value: reading.value };
}

/** A suggestion is only offered where this input could take it. */
function fitting(input: InputDefinition, suggestion: string | undefined): string | null {
  if (suggestion === undefined) return null;
  const reading = readNumber(suggestion);
  return reading.ok && decimalsOf(reading.value) <= input.decimals ? suggestion : null;
}

const COMMA_OF_THREE = /^[+\-−]?[1-9]\d{0,2},\d{3}$/;
const DOT_OF_THREE = /^[+\-−]?[1-9]\d{0,2}\.\d{3}$/;

/** The number's own characters, without the unit behind it, full-width ones narrowed. */
function digitsOf(text: string): string {
  return /^[+\-−]?[\d.,]+/.exec(text.normalize('NFKC').trim())?.[0] ?? '';
}

/** The number that someone used to the other notation would have meant; null where there is no such doubt. */
function otherReading(digits: string, value: number): number | null {
  if (COMMA_OF_THREE.test(digits)) return Math.round(value * 1000);
  if (DOT_OF_THREE.test(digits)) return value / 1000;
  return null;
}

/** A comma is doubtful where the value does not fit or lies far off; a dot only where the other reading lies nearer. */
function isDoubtful(
  input: InputDefinition,
  digits: string,
  value: number,
  other: number,
  expectation: Expectation,
): boolean {
  if (COMMA_OF_THREE.test(digits)) {
    return decimalsOf(value) > input.decimals || (expectation.last !== null && isFar(input, value, expectation));
  }
  const fits = decimalsOf(other) <= input.decimals;
  return fits && isFar(input, value, expectation) && !isFar(input, other, expectation);
}

/** Far from the last number (threefold, as the rule "jump" has it); without one, beyond what is plausible. */
function isFar(input: InputDefinition, value: number, { last }: Expectation): boolean {
  if (last !== null && last !== 0) return value > last * 3 || value < last / 3;
  return input.plausibleUpTo !== undefined && value > input.plausibleUpTo;
}

/** How many decimals a number needs, at most 15. */
export function decimalsOf(value: number): number {
  const [, fraction = ''] = value.toFixed(12).replace(/0+$/, '').split('.');
  return fraction.length;
}
