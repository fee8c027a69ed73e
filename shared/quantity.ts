/** Numbers in a field that knows its unit. */
import { fold } from './fold.ts';
import { plainText } from './number-characters.ts';
import { hasMagnitude, splitQuantity } from './number-units.ts';
import { readNumber } from './numbers.ts';
import { type Reading, refusal } from './reading.ts';

/**
 * Reads a number in a field of that unit, which may stand behind the number, whole or its first word ("12 ha" in ha, "2,5 tỷ" in tỷ
 * đồng). A share is no such unit: "%" is refused (`unit`) unless the field's unit is "%".
 */
export function readQuantity(text: string, unit: string): Reading {
  const plain = plainText(text);
  if (unit !== '%' && plain.endsWith('%')) return refusal('unit');
  const quantity = splitQuantity(plain);
  if (quantity !== null && isNameOf(quantity.unit, unit)) return readNumber(quantity.number);
  const reading = readNumber(plain);
  // "500 đồng" in a field of tỷ đồng: without the word it would be another amount.
  return !reading.ok && reading.problem === 'unit' && hasMagnitude(unit) ? refusal('unit') : reading;
}

function isNameOf(written: string, unit: string): boolean {
  const words = wordsOf(unit);
  const name = wordsOf(written).join(' ');
  return name === words.join(' ') || name === words[0];
}

/** "tỷ" and "tỉ" are two spellings of one word. */
function wordsOf(unit: string): string[] {
  return fold(unit)
    .split(/\s+/)
    .map((word) => (word === 'ti' ? 'ty' : word));
}
