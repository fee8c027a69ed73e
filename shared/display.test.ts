import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, type Decimal, decimalOf } from '../test/oracle/decimals.ts';
import { formatFigure, formatFigureBeside, goalText, withUnit } from './display.ts';
import { readNumber } from './numbers.ts';

describe('a figure', () => {
  test.each([
    [38, 'hộ', '38 hộ'],
    [1.6, '%', '1,6%'],
    [100 / 7, '%', '14,3%'],
    [1203.5, 'ha', '1.203,5 ha'],
    [true, null, 'Có'],
    [false, null, 'Chưa'],
    [-0.04, '%', '0,0%'],
    [-1234.56, '%', '−1.234,6%'],
    [2.0001, 'ha', '2 ha'],
    [7, null, '7'],
    [null, 'ha', 'chưa có'],
  ])('%j %s reads %s', (value, unit, text) => expect(formatFigure(value, unit)).toBe(text));
});

describe('a figure beside its goal never stands on the wrong side', () => {
  test.each([
    [89.96, '%', [90], '89,96%'],
    [89.996, '%', [90], '89,996%'],
    [90, '%', [90], '90,0%'],
    [89.5, '%', [90], '89,5%'],
    [1.5000001, '%', [1.5], '1,5000001%'],
    [28.571428571, '%', [28.5], '28,6%'],
    [1180.004, 'ha', [1180], '1.180,004 ha'],
    [16.9359, 'tỷ đồng', [16.936], '16,9359 tỷ đồng'],
    [1.499995, '%', [1.5], '1,499995%'],
  ])('%d%s against %j reads %s', (value, unit, bounds, text) => {
    expect(formatFigureBeside(value, unit, bounds)).toBe(text);
  });
});

describe('a figure beside bounds that are shown or judged with it', () => {
  test.each([
    [-0.04, '%', [0], '−0,04%'],
    [0.04, '%', [0], '0,04%'],
    [0, '%', [0], '0,0%'],
    [2.0001, 'ha', [2], '2,0001 ha'],
    [2.0001, 'ha', [], '2 ha'],
    [89.99, '%', [90, 89.985], '89,99%'],
    [16.9365, 'tỷ đồng', [16.9365], '16,9365 tỷ đồng'],
    [89.99999999999999, '%', [90], '89,99999999999999%'],
    [1e-13, '%', [0], '0,0000000000001%'],
    [999_999_999_999.9999, 'lượt', [1e12], '999.999.999.999,9999 lượt'],
    [true, null, [90], 'Có'],
    [null, '%', [90], 'chưa có'],
  ])('%d%s against %j reads %s', (value, unit, bounds, text) => {
    expect(formatFigureBeside(value, unit, bounds)).toBe(text);
  });

  test('never stands on another side of any bound than the exact figure, and is the figure rounded', () => {
    fc.assert(
      fc.property(judged, units, ({ value, bounds }, unit) => {
        const shown = formatFigureBeside(value, unit, bounds);
        const exact = decimalOf(value);
        for (const bound of bounds.map(decimalOf)) {
          expect(compareDecimals(shownDecimal(shown), bound), shown).toBe(compareDecimals(exact, bound));
        }
        expect(isRounded(shownDecimal(shown), exact)).toBe(true);
      }),
    );
  });

  test('has no more decimals than it needs', () => {
    fc.assert(
      fc.property(judged, ({ value, bounds }) => {
        const shown = shownDecimal(formatFigureBeside(value, '%', bounds));
        fc.pre(shown.places > 1);
        const shorter = roundedTo(decimalOf(value), shown.places - 1);
        const isAmbiguous = bounds.some(
          (bound) => compareDecimals(shorter, decimalOf(bound)) !== compareDecimals(decimalOf(value), decimalOf(bound)),
        );
        expect(isAmbiguous).toBe(true);
      }),
    );
  });

  test('is read back as what it shows, where it has digits that a person could type', () => {
    fc.assert(
      fc.property(judged, units, ({ value, bounds }, unit) => {
        const shown = formatFigureBeside(value, unit, bounds);
        const number = numberIn(shown);
        fc.pre(number.replace(/\D/g, '').replace(/^0+/, '').length <= 15 && number.length <= 64);
        const reading = readNumber(number);
        expect(reading.ok && compareDecimals(decimalOf(reading.value), shownDecimal(shown)) === 0, number).toBe(true);
      }),
    );
  });
});

const units = fc.constantFrom('%', 'ha', null);

/** Figures at, near and far from their bounds: inputs, ratios, negative growth, up to the largest that may be reported. */
const judged = fc
  .record({
    goal: fc.oneof(
      fc.constantFrom(0, 1.5, 28.5, 90, 100, 1180, 16.936, -5, 1e12),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
    ),
    nearness: fc.integer({ min: -16, max: 3 }),
    steps: fc.integer({ min: -11, max: 11 }),
    ratio: fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 })),
    kind: fc.constantFrom('near', 'ratio', 'huge'),
    others: fc.array(
      fc.integer({ min: -200, max: 200 }).map((n) => n / 2),
      { maxLength: 2 },
    ),
  })
  .map(({ goal, nearness, steps, ratio: [n, d], kind, others }) => {
    const near = goal + steps * 10 ** nearness;
    const value = kind === 'near' ? near : kind === 'ratio' ? (100 * n) / d : near * 1e9;
    return { value, bounds: [goal, (100 * n) / d, ...others] };
  });

/** The number of a shown figure, without its unit. */
function numberIn(shown: string): string {
  return shown.replace(/%$| ha$/, '');
}

/** What a shown figure says, to its last digit. */
function shownDecimal(shown: string): Decimal {
  const number = numberIn(shown);
  expect(number).toMatch(/^−?(0|[1-9]\d{0,2}(\.\d{3})*)(,\d+)?$/);
  const [, decimals = ''] = number.split(',');
  return { digits: BigInt(number.replace('−', '-').replace(/[.,]/g, '')), places: decimals.length };
}

/** Halves away from zero. */
function roundedTo({ digits, places }: Decimal, fewer: number): Decimal {
  if (places <= fewer) return { digits, places };
  const unit = 10n ** BigInt(places - fewer);
  const size = digits < 0n ? -digits : digits;
  const rounded = (2n * size + unit) / (2n * unit);
  return { digits: digits < 0n ? -rounded : rounded, places: fewer };
}

function isRounded(shown: Decimal, exact: Decimal): boolean {
  return compareDecimals(shown, roundedTo(exact, shown.places)) === 0;
}

describe('a unit', () => {
  test('stands behind a space, percent without one, and none adds nothing', () => {
    expect([withUnit('38', 'hộ'), withUnit('1,6', '%'), withUnit('7', null)]).toEqual(['38 hộ', '1,6%', '7']);
  });
});

describe('a goal', () => {
  const goal = { direction: 'atLeast', strict: false, stretch: null } as const;
  test('says its side', () => {
    expect(goalText({ ...goal, value: 90 }, '%')).toBe('≥ 90%');
    expect(goalText({ ...goal, value: 1180, strict: true }, 'ha')).toBe('trên 1.180 ha');
    expect(goalText({ ...goal, direction: 'atMost', value: 1.5 }, '%')).toBe('≤ 1,5%');
    expect(goalText({ ...goal, direction: 'atMost', value: 5, strict: true }, 'vụ')).toBe('dưới 5 vụ');
    expect(goalText({ ...goal, value: 1.2345 }, '%')).toBe('≥ 1,2345%');
    expect(goalText({ ...goal, value: true }, null)).toBe('được công nhận');
    expect(goalText({ ...goal, value: null }, 'vụ')).toBe('chưa xác định');
  });
});
