/** What differs between two states of a report. Pure, for the API's history and for the pages. */
import type { Reasons, Value, Values } from '../../shared/values.ts';
import { valueIn } from '../../shared/values.ts';

/** An input whose value differs, with both. */
export interface ValueChange {
  readonly input: string;
  readonly from: Value;
  readonly to: Value;
}

/** An input whose reason differs; null where there is none. */
export interface ReasonChange {
  readonly input: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The inputs whose values differ, with both. */
export function changesOf(from: Values, to: Values): ValueChange[] {
  return keysOf(from, to)
    .map((input) => ({ input, from: valueIn(from, input), to: valueIn(to, input) }))
    .filter((change) => change.from !== change.to);
}

/** The inputs whose reasons differ, with both. */
export function reasonChangesOf(from: Reasons, to: Reasons): ReasonChange[] {
  return keysOf(from, to)
    .map((input) => ({ input, from: reasonIn(from, input), to: reasonIn(to, input) }))
    .filter((change) => change.from !== change.to);
}

/** The reason of an input; null where there is none, or an empty one. Own properties only. */
export function reasonIn(reasons: Reasons, input: string): string | null {
  const reason = Object.hasOwn(reasons, input) ? (reasons[input] ?? '') : '';
  return reason === '' ? null : reason;
}

function keysOf(from: object, to: object): string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])];
}
