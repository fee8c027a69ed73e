/**
 * "1.180 hay 1,18?": a text that Vietnamese reads in one way and English in another, and whether a field has to ask. Only one dot or one
 * comma before exactly three digits is such a text (`numbers.md`).
 */
import { plainText } from './number-characters.ts';
import { decimalsOf } from './number-format.ts';

/** What a field knows about the number that is typed into it. */
export interface Expectation {
  /** Decimals that its input takes; 0 for whole numbers. */
  readonly decimals: number;
  readonly plausibleUpTo?: number | undefined;
  /** The latest earlier number of the same input, null where there is none. */
  readonly last: number | null;
}

const ONE_MARK = /^[+\-−]?[1-9]\d{0,2}([.,])\d{3}(?!\d|[.,])/;

/**
 * The two numbers that the text may mean, the larger first, where nobody can tell which; null where the reading may be taken.
 * @param value what the text was read as; it may have a sign, "%" or a unit around it.
 */
export function doubtfulReadings(text: string, value: number, field: Expectation): readonly [number, number] | null {
  const other = otherReading(text, value);
  if (other === null) return null;
  const isDoubtful = markOf(text) === ',' ? isCommaDoubtful(value, field) : isDotDoubtful(value, other, field);
  return isDoubtful ? [Math.max(value, other), Math.min(value, other)] : null;
}

/**
 * The two numbers that a cell's number may stand for where the spreadsheet reads English marks, the larger first: "1.180" typed there
 * became 1.18. Null where the number may be taken: ×1000 is no likelier, or nothing tells it from a number that was meant.
 */
export function doubtfulNumber(value: number, field: Expectation): readonly [number, number] | null {
  const more = Math.round(value * 1000);
  // Only three digits behind a dot, and one to three before it, are thousands to a Vietnamese reader.
  if (value < 1 || value >= 1000 || decimalsOf(value) > 3) return null;
  const known = field.last !== null && field.last !== 0;
  const isOdd = decimalsOf(value) > field.decimals || (known ? isFar(value, field) : !Number.isInteger(value));
  return isOdd && !isFar(more, field) ? [more, value] : null;
}

/** What somebody used to English marks would have meant by a text that was read as `value`; null where there is no such other number. */
export function otherReading(text: string, value: number): number | null {
  const mark = markOf(text);
  if (mark === undefined) return null;
  return mark === ',' ? Math.round(value * 1000) : value / 1000;
}

function markOf(text: string): string | undefined {
  return ONE_MARK.exec(plainText(text))?.[1];
}

/** Three decimals are doubtful where they do not fit the field, or lie far off what was there. */
function isCommaDoubtful(value: number, field: Expectation): boolean {
  if (field.decimals === 0 || decimalsOf(value) > field.decimals) return true;
  return field.last === null ? field.decimals < 3 : isFar(value, field);
}

/** A dot is how thousands are written: it is doubtful only where the other reading fits and lies nearer. */
function isDotDoubtful(value: number, other: number, field: Expectation): boolean {
  return decimalsOf(other) <= field.decimals && isFar(value, field) && !isFar(other, field);
}

/** Far from the last number (threefold, as the rule "jump" has it); without one, beyond what is plausible. */
function isFar(value: number, { last, plausibleUpTo = Infinity }: Expectation): boolean {
  if (last !== null && last !== 0) return value > last * 3 || value < last / 3;
  return value > plausibleUpTo;
}
