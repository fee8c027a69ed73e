/** The reader against a second one, made from the specification by another technique, over generated texts. */
import { expect, test } from 'vitest';
import { compareDecimals, decimalOf, writeDecimal } from '../test/oracle/decimals.ts';
import { numberText } from '../test/oracle/number-texts.ts';
import { chanceFrom } from '../test/oracle/random.ts';
import { meanings, VIETNAMESE } from '../test/oracle/spellings.ts';
import { isLongRun, seed } from '../test/properties/seed.ts';
import { readNumber } from './numbers.ts';

const TEXTS = isLongRun() ? 1_000_000 : 20_000;

test(`no text of ${TEXTS} is read as anything else than the oracle reads, and none by one of them only`, () => {
  const chance = chanceFrom(seed());
  const differences: string[] = [];
  let read = 0;
  for (let count = 0; count < TEXTS; count++) {
    const text = numberText(chance);
    const [meaning, ...others] = meanings(text, VIETNAMESE);
    const reading = readNumber(text);
    const isSame =
      meaning === undefined ? !reading.ok : reading.ok && compareDecimals(decimalOf(reading.value), meaning) === 0;
    if (meaning !== undefined) read++;
    if (!isSame || others.length > 0)
      differences.push(
        `${JSON.stringify(text)}: ${JSON.stringify(reading)}, oracle ${meaning === undefined ? 'refuses' : writeDecimal(meaning)}`,
      );
  }
  console.log(`${TEXTS} texts, ${read} of them numbers`);
  expect(differences.slice(0, 20)).toEqual([]);
  expect(read).toBeGreaterThan(TEXTS / 4);
  expect(read).toBeLessThan((TEXTS * 3) / 4);
});
