import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../test/oracle/decimals.ts';
import { formatMoney } from './money.ts';
import { readNumber } from './numbers.ts';

describe('money is said in tỷ and triệu', () => {
  test.each([
    [12.658, '12 tỷ 658 triệu đồng'],
    [1.18, '1 tỷ 180 triệu đồng'],
    [1.005, '1 tỷ 5 triệu đồng'],
    [0.285, '285 triệu đồng'],
    [1, '1 tỷ đồng'],
    [1200, '1.200 tỷ đồng'],
    [0, '0 đồng'],
    [-2.5, '−2 tỷ 500 triệu đồng'],
    [1e12, '1.000.000.000.000 tỷ đồng'],
    [999_999_999_999.999, '999.999.999.999 tỷ 999 triệu đồng'],
    [1e21, '1.000.000.000.000.000.000.000 tỷ đồng'],
  ])('%d tỷ is %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });

  test.each([
    [0.9996, '1 tỷ đồng'],
    [1.9995, '2 tỷ đồng'],
    [0.0005, '1 triệu đồng'],
    [0.0004, '0 đồng'],
    [-0.0004, '0 đồng'],
  ])('what is finer than a million is rounded: %d tỷ is %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });
});

test('what is said is the amount, never with a thousand triệu or a part that is zero', () => {
  const thousandths = fc.oneof(
    fc.integer({ min: -5000, max: 5000 }),
    fc.maxSafeNat().map((n) => n % 1e15),
  );
  fc.assert(
    fc.property(thousandths, (millions) => {
      expect(millionsOf(formatMoney(Number(`${millions}e-3`)))).toBe(BigInt(millions));
    }),
  );
});

test('an amount with more decimals is said to the nearest million', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (billions) => {
      const { digits, places } = decimalOf(billions);
      const off = millionsOf(formatMoney(billions)) * 10n ** BigInt(places) - digits * 1000n;
      expect((off < 0n ? -off : off) * 2n <= 10n ** BigInt(places)).toBe(true);
    }),
  );
});

/** The millions of đồng that a text says. */
function millionsOf(text: string): bigint {
  if (text === '0 đồng') return 0n;
  const match = /^(−?)(?:([1-9][\d.]*) tỷ ?)?(?:([1-9]\d{0,2}) triệu )?đồng$/.exec(text.replace(/tỷ đồng$/, 'tỷđồng'));
  expect(match, text).not.toBeNull();
  const [, minus = '', billions = '0', millions = '0'] = match ?? [];
  if (billions.length < 20) expect(readNumber(billions).ok).toBe(true);
  const sum = BigInt(billions.replace(/\./g, '')) * 1000n + BigInt(millions);
  return minus === '' ? sum : -sum;
}
