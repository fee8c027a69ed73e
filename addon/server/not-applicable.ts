/** How "not applicable" is written in a cell: the full word, or the short form that is quick to type. */
import { NOT_APPLICABLE_WORD } from '../../shared/words.ts';
import { fingerprint } from './fingerprint.ts';

/** Fingerprints of the texts that mean it; the grid's own rules know the same ones. A dash is none: in Vietnamese tables it is zero. */
export const NOT_APPLICABLE_TOKENS = [fingerprint(NOT_APPLICABLE_WORD), 'khong ap dung', 'kad'];

export function meansNotApplicable(text: string): boolean {
  const wanted = fingerprint(text);
  return NOT_APPLICABLE_TOKENS.some((token) => token === wanted);
}
