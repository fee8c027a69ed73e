import { describe, expect, test } from 'vitest';
import {
  add,
  ceil,
  compare,
  floor,
  fraction,
  hasDecimals,
  minus,
  multiply,
  reduce,
  times,
  toNumber,
  toThousandths,
} from './exact.ts';

const HUGE = 9_007_199_254_740_991;

describe('integers never lose a digit', () => {
  test('a sum beyond the safe integers becomes a bigint', () => {
    expect(add(HUGE, 2)).toBe(9_007_199_254_740_993n);
    expect(multiply(HUGE, HUGE)).toBe(BigInt(HUGE) * BigInt(HUGE));
    expect(add(-1, 1)).toBe(0);
  });
});

describe('decimals', () => {
  test.each([
    [0.1, 100],
    [16.936, 16_936],
    [999_999_999_999.999, 999_999_999_999_999],
  ])('%d is %d thousandths', (x, thousandths) => {
    expect(toThousandths(x)).toBe(thousandths);
  });

  test('are told from numbers with more of them', () => {
    expect(hasDecimals(1.234, 3)).toBe(true);
    expect(hasDecimals(1.2345, 3)).toBe(false);
    expect(hasDecimals(0.1 + 0.2, 3)).toBe(false);
    expect(hasDecimals(999_999_999_999.999, 3)).toBe(true);
    expect(hasDecimals(12, 0)).toBe(true);
    expect(hasDecimals(12.5, 0)).toBe(false);
  });
});

describe('fractions', () => {
  test('compare by cross-multiplication', () => {
    expect(compare(fraction(1, 3), fraction(333_333_333_333_333, 1_000_000_000_000_000))).toBe(1);
    expect(compare(fraction(2, 6), fraction(1, 3))).toBe(0);
    expect(compare(fraction(-1, 2), fraction(0, 1))).toBe(-1);
  });

  test('floor and ceil hold below zero and beyond the safe integers', () => {
    expect(floor(fraction(-1, 2))).toBe(-1);
    expect(ceil(fraction(-1, 2))).toBeCloseTo(0);
    expect(floor(fraction(7, 7))).toBe(1);
    expect(ceil(fraction(8, 7))).toBe(2);
    expect(floor(fraction(-7n * 10n ** 20n - 1n, 10n ** 20n))).toBe(-8);
    expect(ceil(fraction(7n * 10n ** 20n + 1n, 10n ** 20n))).toBe(8);
  });

  test('become the nearest double, also from bigints', () => {
    expect(toNumber(fraction(1, 3))).toBe(1 / 3);
    expect(toNumber(fraction(10n ** 30n, 3n * 10n ** 30n))).toBe(1 / 3);
    expect(toNumber(fraction(14_999_999_999_999_985n, 1000))).toBe(Number('14999999999999.985'));
    expect(toNumber(fraction(-(10n ** 30n), 3n * 10n ** 30n))).toBe(-1 / 3);
  });

  test('reduce to lowest terms', () => {
    expect(reduce(fraction(6n * 10n ** 18n, 9n * 10n ** 18n))).toEqual({ n: 2, d: 3 });
    expect(times(fraction(2, 3), fraction(3, 2))).toEqual({ n: 6, d: 6 });
    expect(minus(fraction(1, 2), fraction(1, 3))).toEqual({ n: 1, d: 6 });
  });
});
