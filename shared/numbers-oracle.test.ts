/** The reader against a second one, made from the specification by another technique, over generated texts. */
import { describe, expect, test } from 'vitest';
import { compareDecimals, decimalOf, writeDecimal } from '../test/oracle/decimals.ts';
import { numberText } from '../test/oracle/number-texts.ts';
import { chanceFrom } from '../test/oracle/random.ts';
import { ENGLISH, GROUPING_SPACES, meanings, VIETNAMESE, WHITE_SPACE } from '../test/oracle/spellings.ts';
import { isLongRun, seed } from '../test/properties/seed.ts';
import { otherReading } from './doubt.ts';
import { readNumber } from './numbers.ts';
import type { Reading } from './reading.ts';

const TEXTS = isLongRun() ? 1_000_000 : 20_000;
/** Each of these is read a dozen times. */
const RESPELT = TEXTS / 10;

describe(`${TEXTS} generated texts`, () => {
  test('are read as the oracle reads them, and refused where it refuses', () => {
    const { read } = forEachText(TEXTS, (text, reading) => {
      const meaning = meanings(text, VIETNAMESE)[0];
      const isSame = meaning === undefined ? !reading.ok : isNumber(reading, meaning);
      return isSame ? null : `the oracle ${meaning === undefined ? 'refuses' : `reads ${writeDecimal(meaning)}`}`;
    });
    // Neither the numbers nor the refusals are few.
    expect(read).toBeGreaterThan(TEXTS / 4);
    expect(read).toBeLessThan((TEXTS * 3) / 4);
  });

  test('have one meaning in Vietnamese, and another one in English only where the field may ask', () => {
    let doubtful = 0;
    forEachText(TEXTS, (text, reading) => {
      if (meanings(text, VIETNAMESE).length > 1) return 'two meanings';
      if (!reading.ok) return null;
      const english = meanings(text, ENGLISH)[0];
      const other = otherReading(text, reading.value);
      const isTwofold = english !== undefined && !isNumber(reading, english);
      if (isTwofold) doubtful++;
      if (!isTwofold) return other === null ? null : `asked about ${other} for nothing`;
      return other !== null && compareDecimals(decimalOf(other), english) === 0
        ? null
        : `not asked about ${writeDecimal(english)}`;
    });
    expect(doubtful).toBeGreaterThan(TEXTS / 1000);
  });

  test('are refused with a problem, and a suggestion is read: by the oracle too, with the percent sign kept', () => {
    let suggested = 0;
    forEachText(TEXTS, (_, reading) => {
      if (reading.ok || reading.suggestion === undefined) return null;
      suggested++;
      const again = readNumber(reading.suggestion);
      const meaning = meanings(reading.suggestion, VIETNAMESE)[0];
      return meaning !== undefined && isNumber(again, meaning) ? null : 'a suggestion that is refused';
    });
    expect(suggested).toBeGreaterThan(TEXTS / 100);
  });
});

test(`${RESPELT} of them are answered the same however the same characters are spelt`, () => {
  forEachText(RESPELT, (text, reading) => {
    const other = respellings(text).find((respelt) => !isSameAnswer(readNumber(respelt), reading));
    return other === undefined ? null : `but ${JSON.stringify(other)}: ${JSON.stringify(readNumber(other))}`;
  });
});

/** Reads so many texts of the run's seed, and fails with the first complaints. */
function forEachText(count: number, complaint: (text: string, reading: Reading) => string | null): { read: number } {
  const chance = chanceFrom(seed());
  const complaints: string[] = [];
  let read = 0;
  for (let at = 0; at < count; at++) {
    const text = numberText(chance);
    const reading = readNumber(text);
    if (reading.ok) read++;
    const wrong = complaint(text, reading);
    if (wrong !== null) complaints.push(`${JSON.stringify(text)}: ${JSON.stringify(reading)}, ${wrong}`);
  }
  expect(complaints.slice(0, 20)).toEqual([]);
  return { read };
}

function isNumber(reading: Reading, meaning: ReturnType<typeof decimalOf>): boolean {
  return reading.ok && compareDecimals(decimalOf(reading.value), meaning) === 0;
}

/** Equal numbers, or equal problems. */
function isSameAnswer(one: Reading, other: Reading): boolean {
  return one.ok ? other.ok && Object.is(one.value, other.value) : !other.ok && one.problem === other.problem;
}

/** Canonical forms, full-width forms, white space around, and another space where all spaces inside are of one grouping kind. */
function respellings(text: string): string[] {
  const spaces = new Set(text.trim().match(/\s/g) ?? []);
  const [only] = spaces;
  const isGrouping = spaces.size === 1 && GROUPING_SPACES.some((space) => space === only);
  return [
    text.normalize('NFC'),
    text.normalize('NFD'),
    text.replace(/[0-9.,%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    ...[...WHITE_SPACE].map((space) => space + text + space),
    ...(isGrouping ? GROUPING_SPACES.map((space) => text.trim().replaceAll(only ?? '', space)) : []),
  ];
}
