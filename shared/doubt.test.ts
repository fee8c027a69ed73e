import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtfulNumber, doubtfulReadings, type Expectation, otherReading } from './doubt.ts';
import { decimalsOf, formatNumber } from './number-format.ts';
import { readNumber } from './numbers.ts';

const whole: Expectation = { decimals: 0, last: null };
const hectares: Expectation = { decimals: 2, plausibleUpTo: 1180, last: null };
const billions: Expectation = { decimals: 3, plausibleUpTo: 10, last: null };

/** The question that a field would ask about what is typed into it. */
function asked(text: string, field: Expectation): readonly [number, number] | null {
  const reading = readNumber(text);
  if (!reading.ok) throw new Error(`${text} is not read`);
  return doubtfulReadings(text, reading.value, field);
}

describe('a comma before three digits', () => {
  test.each(['1,180', '１，１８０', '+1,180', ' 1,180 ', '1,180 %', '\u00851,180'])(
    'is asked about where whole numbers are expected: %j',
    (text) => {
      expect(asked(text, whole)).toEqual([1180, 1.18]);
      expect(asked(text, { ...whole, last: 1.2 })).toEqual([1180, 1.18]);
    },
  );

  test('is asked about in a field of whole numbers although its decimals are zeros', () => {
    expect(asked('1,000', whole)).toEqual([1000, 1]);
    expect(asked('5,000', { ...whole, last: 5 })).toEqual([5000, 5]);
  });

  test('is asked about where the field takes fewer decimals', () => {
    expect(asked('1,185', { ...hectares, last: 1 })).toEqual([1185, 1.185]);
  });

  test('is asked about where the field takes fewer than three and there is nothing to compare with', () => {
    expect(asked('1,180', hectares)).toEqual([1180, 1.18]);
    expect(asked('1,180', { ...hectares, last: 1 })).toBeNull();
  });

  test('is asked about where its reading is more than three times the last number, or less than a third', () => {
    expect(asked('1,180', { ...billions, last: 900 })).toEqual([1180, 1.18]);
    expect(asked('16,936', { ...billions, last: 5.6 })).toEqual([16936, 16.936]);
    expect(asked('3,000', { ...billions, last: 1 })).toBeNull();
    expect(asked('3,000', { ...billions, last: 9 })).toBeNull();
    expect(asked('3,001', { ...billions, last: 1 })).toEqual([3001, 3.001]);
    expect(asked('2,999', { ...billions, last: 9 })).toEqual([2999, 2.999]);
  });

  test('after a zero is far where it is not plausible', () => {
    expect(asked('16,936', { ...billions, last: 0 })).toEqual([16936, 16.936]);
    expect(asked('6,936', { ...billions, last: 0 })).toBeNull();
    expect(asked('6,936', { decimals: 3, last: 0 })).toBeNull();
  });

  test('is read as Vietnamese where the field takes it and nothing speaks against it', () => {
    expect(asked('16,936', billions)).toBeNull();
  });

  test('behind a minus sign puts the larger first all the same', () => {
    expect(asked('-1,180', whole)).toEqual([-1.18, -1180]);
    expect(asked('−1,180', whole)).toEqual([-1.18, -1180]);
  });
});

describe('a dot before three digits', () => {
  test('is asked about only where the other reading is near the last number and this one is not', () => {
    expect(asked('1.180', { ...billions, last: 1.1 })).toEqual([1180, 1.18]);
    expect(asked('1.180', { ...billions, last: 1000 })).toBeNull();
    expect(asked('1.180', { ...billions, last: 30 })).toBeNull();
  });

  test('is asked about without a last number where only the other reading is plausible', () => {
    expect(asked('1.180', billions)).toEqual([1180, 1.18]);
    expect(asked('10.000', { ...billions, plausibleUpTo: 10 })).toEqual([10_000, 10]);
    expect(asked('11.000', { ...billions, plausibleUpTo: 10 })).toBeNull();
    expect(asked('1.180', { ...billions, plausibleUpTo: undefined })).toBeNull();
  });

  test('is not asked about where the field could not take the other reading', () => {
    expect(asked('1.180', { ...whole, last: 1 })).toBeNull();
    expect(asked('1.185', { ...hectares, last: 1 })).toBeNull();
    expect(asked('2.000', { ...whole, last: 2 })).toEqual([2000, 2]);
  });
});

describe('what is never asked about', () => {
  const texts = ['1180', '1.180,5', '1.180.000', '1180,000', '0,180', '1,18', '1,1800', '1 180', '12', '1 180,500'];
  test.each(texts)('%j', (text) => {
    expect(otherReading(text, 1)).toBeNull();
  });
});

test('an implausible number that has one reading is not asked about', () => {
  expect(asked('1180', billions)).toBeNull();
  expect(asked('12,5', { ...billions, last: 1 })).toBeNull();
});

const marks = fc.constantFrom('.', ',');
const field = fc.record({
  decimals: fc.nat(3),
  plausibleUpTo: fc.option(fc.constantFrom(10, 350, 1180, 20_000), { nil: undefined }),
  last: fc.option(
    fc.oneof(
      fc.nat(2000),
      fc.nat(2000).map((n) => n / 1000),
    ),
    { nil: null },
  ),
});

describe('a number that a spreadsheet with English marks made of a text', () => {
  test.each([
    [1.18, hectares, [1180, 1.18]],
    [1.5, hectares, null],
    [1.1, { ...hectares, plausibleUpTo: 1750 }, [1100, 1.1]],
    [41.5, hectares, null],
    [0.5, hectares, null],
    [1.25, billions, null],
    [1.18, whole, [1180, 1.18]],
    [12.345, { ...whole, plausibleUpTo: 12000 }, null],
    [1.1805, whole, null],
  ] as const)('%d, with nothing to compare with, in %j: %j', (value, field, choices) => {
    expect(doubtfulNumber(value, field)).toEqual(choices);
  });

  test('is compared with the last one: near it, it is taken; a thousandth of it is asked about, whole numbers too', () => {
    expect(doubtfulNumber(1.18, { ...hectares, last: 1.2 })).toBeNull();
    expect(doubtfulNumber(1.18, { ...hectares, last: 1150 })).toEqual([1180, 1.18]);
    expect(doubtfulNumber(12, { ...whole, last: 11_900 })).toEqual([12_000, 12]);
    expect(doubtfulNumber(12, { ...whole, last: 10 })).toBeNull();
    expect(doubtfulNumber(12, whole)).toBeNull();
  });

  test('is taken where thousands would be as far off', () => {
    expect(doubtfulNumber(2, { ...whole, last: 100 })).toBeNull();
  });
});

test('both of the numbers asked about are readable, a thousandfold apart, and one of them is what was read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(999), marks, field, (head, tail, mark, expectation) => {
      const text = `${head}${mark}${String(tail).padStart(3, '0')}`;
      const choices = asked(text, expectation);
      fc.pre(choices !== null);
      for (const choice of choices) {
        expect(readNumber(formatNumber(choice, decimalsOf(choice)))).toEqual({ ok: true, value: choice });
      }
      expect(choices[0]).toBe(Math.round(choices[1] * 1000));
      expect(readNumber(text)).toEqual({ ok: true, value: choices[mark === '.' ? 0 : 1] });
    }),
  );
});

test('a comma before three digits is never taken where whole numbers are expected', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(999), field, (head, tail, expectation) => {
      const text = `${head},${String(tail).padStart(3, '0')}`;
      expect(asked(text, { ...expectation, decimals: 0 })).not.toBeNull();
    }),
  );
});
