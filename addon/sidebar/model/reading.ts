/**
 * What a text typed into an input's field says: a value, a question where two readings are possible, or a refusal with a
 * guess. Nothing is ever taken silently that a person could have meant otherwise.
 */
import { doubtfulReadings, type Expectation } from '../../../shared/doubt.ts';
import { fold } from '../../../shared/fold.ts';
import { decimalsOf } from '../../../shared/number-format.ts';
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

/** Words that stand for "not applicable" when typed, folded. */
const NOT_APPLICABLE = new Set(['khong ap dung', 'kad']);

/** @param last the latest earlier number of the same input, null where there is none. */
export function readField(input: InputDefinition, draft: Draft, last: number | null): FieldReading {
  const text = draft.text.normalize('NFC').trim();
  if (text === '') return { kind: 'value', value: null };
  if (NOT_APPLICABLE.has(fold(text))) return { kind: 'value', value: 'na' };
  if (draft.chosen !== null) return { kind: 'value', value: draft.chosen };
  if (input.unit !== '%' && /[%％]/.test(text)) {
    return { kind: 'refused', message: READING_WORDS.noPercent(input.unit), suggestion: null };
  }
  return readDigits(input, text, { decimals: input.decimals, plausibleUpTo: input.plausibleUpTo, last });
}

function readDigits(input: InputDefinition, text: string, expectation: Expectation): FieldReading {
  const reading = readQuantity(text, input.unit);
  if (!reading.ok) {
    const message = PROBLEM_WORDS[reading.problem];
    return { kind: 'refused', message, suggestion: fitting(reading.suggestion, expectation) };
  }
  const choices = doubtfulReadings(text, reading.value, expectation);
  return choices === null ? { kind: 'value', value: reading.value } : { kind: 'ask', choices };
}

/** A suggestion is only offered where this input could take it without another question. */
function fitting(suggestion: string | undefined, expectation: Expectation): string | null {
  if (suggestion === undefined) return null;
  const reading = readNumber(suggestion);
  if (!reading.ok || decimalsOf(reading.value) > expectation.decimals) return null;
  return doubtfulReadings(suggestion, reading.value, expectation) === null ? suggestion : null;
}
