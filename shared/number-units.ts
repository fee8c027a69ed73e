/** A number with a word behind it: "1.180 ha", "2,5 tỷ". Whether the word may be dropped depends on what it says. */
import { fold } from './fold.ts';

/** The two halves of such a text. */
export interface Quantity {
  /** What stands before the word: digits and marks, perhaps with a sign. */
  readonly number: string;
  readonly unit: string;
}

const QUANTITY = /^([+\-−–]?\d(?:[\d.,\s]*\d)?)\s*(\p{L}[\p{L}\p{M}\s./²³-]*)$/u;

/**
 * Words that are part of the number, folded: "trăm", "nghìn", "triệu", "tỷ"; also English ones, "chục" (ten), "mươi" (times ten) and "rưỡi"
 * (and a half). Offices write the money's word to them without a space: "trđ", "tỷđồng".
 */
const MAGNITUDE =
  /^(?:tram|nghin|ngan|k|van|trieu|tr|ty|ti|chuc|muoi|ruoi|hundred|thousand|million|mil|mn|billion|bn)(?:d|dong|vnd)?$/;

/** The number and the word of "1.180 ha"; null for any other text. `text` has no white space at its ends. */
export function splitQuantity(text: string): Quantity | null {
  if (!QUANTITY.test(text)) return null;
  return { number: text.replace(QUANTITY, '$1'), unit: text.replace(QUANTITY, '$2') };
}

/** Whether dropping the word would change the number. */
export function hasMagnitude(unit: string): boolean {
  return fold(unit)
    .split(/[\s./-]/)
    .some((word) => MAGNITUDE.test(word));
}
