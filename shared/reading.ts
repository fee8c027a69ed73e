/** What comes of reading a text as a number. */

/** Why a text is no number; the words for people are in `words.ts`. */
export type ReadingProblem =
  | 'empty'
  | 'format'
  | 'decimal-point'
  | 'grouping'
  | 'leading-zero'
  | 'minus-sign'
  | 'unit'
  | 'too-long';

/** A text that is not read. */
export interface Refusal {
  readonly ok: false;
  readonly problem: ReadingProblem;
  /** What was probably meant: a text that is itself read. Absent where no reading is left, or several are. */
  readonly suggestion?: string;
}

/** A number read, or why not. */
export type Reading = { readonly ok: true; readonly value: number } | Refusal;

/** A refusal, with the key of its suggestion only where there is one. */
export function refusal(problem: ReadingProblem, suggestion?: string): Refusal {
  return suggestion === undefined ? { ok: false, problem } : { ok: false, problem, suggestion };
}
