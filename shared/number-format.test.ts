import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, formatNumber, roundAsShown } from './number-format.ts';
import { readNumber } from './numbers.ts';

describe('writes numbers as Vietnamese offices do', () => {
  test.each([
    [1180.5, undefined, '1.180,5'],
    [1234567.891, undefined, '1.234.567,891'],
    [1234567.8915, undefined, '1.234.567,892'],
    [0.0004, undefined, '0'],
    [2.0001, undefined, '2'],
    [100, undefined, '100'],
    [-3.2, undefined, '−3,2'],
    [28.5, 1, '28,5'],
    [28.5, 3, '28,500'],
    [89.96, 1, '90,0'],
    [999.95, 1, '1.000,0'],
    [1.005, 2, '1,01'],
    [0.5, 0, '1'],
    [0.05, 0, '0'],
    [0.005, 2, '0,01'],
    [5e-7, 6, '0,000001'],
    [-0.0001, 1, '0,0'],
    [-0.05, 1, '−0,1'],
    [0, undefined, '0'],
    [-0, undefined, '0'],
    [1e21, undefined, '1.000.000.000.000.000.000.000'],
    [123456789012345680000, 1, '123.456.789.012.345.680.000,0'],
  ])('%d with %s decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test('decimals are counted as written', () => {
    expect([1180, 1.18, 0.285, -0.5, 0.1 + 0.2, 1e-7, 1e21, 0].map(decimalsOf)).toEqual([0, 2, 3, 1, 17, 7, 0, 0]);
  });
});

/** Numbers of up to fifteen digits, up to three of them decimals. */
const inputs = fc
  .tuple(
    fc.oneof(
      fc.nat(2_000_000),
      fc.maxSafeNat().map((n) => n % 1e15),
    ),
    fc.nat(3),
    fc.boolean(),
  )
  .map(([digits, places, isNegative]) => Number(`${isNegative ? '-' : ''}${digits}e-${places}`));
const decimalPlaces = fc.option(fc.nat(3), { nil: undefined });

test('what is written is read back as the number', () => {
  fc.assert(
    fc.property(inputs, (value) => {
      expect(readNumber(formatNumber(value))).toEqual({ ok: true, value: value === 0 ? 0 : value });
      expect(readNumber(formatNumber(value, decimalsOf(value)))).toEqual({ ok: true, value: value === 0 ? 0 : value });
    }),
  );
});

test('what is written with fewer or more decimals is read back as the rounded number', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e11, max: 1e11, noNaN: true }), fc.nat(3), (value, decimals) => {
      const value_ = roundAsShown(value, decimals);
      expect(readNumber(formatNumber(value, decimals))).toEqual({ ok: true, value: value_ });
      expect(Object.is(value_, -0)).toBe(false);
      expect(Math.abs(value_ - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-3));
    }),
  );
});

test('it is what Intl writes for vi-VN, but for the minus sign and a negative zero', () => {
  fc.assert(
    fc.property(
      fc.oneof(inputs, fc.double({ min: -1e12, max: 1e12, noNaN: true })),
      decimalPlaces,
      (value, decimals) => {
        const options =
          decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const theirs = new Intl.NumberFormat('vi-VN', { ...options, signDisplay: 'negative' }).format(value);
        expect(formatNumber(value, decimals)).toBe(theirs.replace('-', '−'));
      },
    ),
  );
});
