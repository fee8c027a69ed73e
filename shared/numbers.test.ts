import { describe, expect, test } from 'vitest';
import { formatMoney } from './money.ts';
import { formatNumber } from './number-format.ts';
import { readNumber } from './numbers.ts';
import { readQuantity } from './quantity.ts';

const NBSP = '\u00a0';
const NARROW = '\u202f';
const THIN = '\u2009';

describe('reads what has one meaning in Vietnamese', () => {
  test.each([
    ['1180', 1180],
    ['1.180', 1180],
    ['1 180', 1180],
    ['1.180,5', 1180.5],
    ['1 180,5', 1180.5],
    [`1${NBSP}180,5`, 1180.5],
    [`1${NARROW}180,5`, 1180.5],
    [`1${THIN}180,5`, 1180.5],
    ['2,5', 2.5],
    ['0,285', 0.285],
    ['16,936', 16.936],
    ['1,180', 1.18],
    ['-3,2', -3.2],
    ['−3,2', -3.2],
    ['+4', 4],
    ['  12  ', 12],
    ['１２', 12],
    ['１．１８０，５', 1180.5],
    ['12.000.000', 12_000_000],
    ['28,5%', 28.5],
    ['28,5 %', 28.5],
    ['２８，５％', 28.5],
    ['0', 0],
    ['123456789012345', 123_456_789_012_345],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  test.each(['-0', '−0,0', '+0'])('%j is plain zero', (text) => {
    expect(readNumber(text)).toStrictEqual({ ok: true, value: 0 });
  });
});

describe('refuses everything else, and says what was probably meant', () => {
  test.each([
    ['', 'empty', undefined],
    [' \t ', 'empty', undefined],
    ['1.18', 'decimal-point', '1,18'],
    ['1.5', 'decimal-point', '1,5'],
    ['12.34', 'decimal-point', '12,34'],
    ['1.1800', 'decimal-point', '1,1800'],
    ['0.285', 'decimal-point', '0,285'],
    ['0.180', 'decimal-point', '0,180'],
    ['-1.18', 'decimal-point', '-1,18'],
    ['1.5%', 'decimal-point', '1,5%'],
    ['00.180', 'leading-zero', undefined],
    ['01.180', 'leading-zero', undefined],
    ['1.180.5', 'grouping', undefined],
    ['1.18.000', 'grouping', undefined],
    ['1,2,3', 'grouping', undefined],
    ['1,180,000', 'grouping', '1.180.000'],
    ['1.000,5.6', 'grouping', undefined],
    ['1,180.5', 'grouping', '1.180,5'],
    ['007', 'leading-zero', '7'],
    ['08', 'leading-zero', '8'],
    ['12 34', 'grouping', undefined],
    ['1 18', 'grouping', undefined],
    ['1. 180', 'grouping', undefined],
    ['1 .180', 'grouping', undefined],
    [`1 180${NBSP}000`, 'grouping', undefined],
    ['1.180 ha', 'unit', '1.180'],
    ['12 người', 'unit', '12'],
    ['1.18 ha', 'unit', '1,18'],
    ['2,5 tỷ', 'unit', undefined],
    ['2,5 tỷ'.normalize('NFD'), 'unit', undefined],
    ['2,5 tỉ đồng', 'unit', undefined],
    ['12k', 'unit', undefined],
    ['3 triệu', 'unit', undefined],
    ['5 nghìn', 'unit', undefined],
    ['7 VẠN', 'unit', undefined],
    ['12O', 'unit', undefined],
    ['–5', 'minus-sign', '-5'],
    ['–1.18', 'decimal-point', '-1,18'],
    ['1234567890123456', 'too-long', undefined],
    ['1'.repeat(50_000), 'too-long', undefined],
  ])('%j is %s, suggestion %j', (text, problem, suggestion) => {
    expect(readNumber(text)).toEqual({ ok: false, problem, ...(suggestion === undefined ? {} : { suggestion }) });
  });

  test.each('5-6|1/2|1e3|0x10|,5|5,|.5|--5|- 5|Infinity|NaN|1_000|١٢|12²|Ⅻ|=1+1|k|-|1\u200b2|５％％|1%2'.split('|'))(
    '%j has no reading',
    (text) => {
      const reading = readNumber(text);
      expect(reading).toEqual({ ok: false, problem: 'format' });
    },
  );

  test('1..2 has no reading', () => {
    expect(readNumber('1..2')).toEqual({ ok: false, problem: 'grouping' });
  });
});

describe('a field that knows its unit', () => {
  test.each([
    ['12 ha', 'ha', 12],
    ['12 HA', 'ha', 12],
    ['1.180ha', 'ha', 1180],
    ['2,5 tỷ', 'tỷ đồng', 2.5],
    ['2,5 tỉ đồng', 'tỷ đồng', 2.5],
    ['38', 'hộ', 38],
  ])('%j in %s is %d', (text, unit, value) => {
    expect(readQuantity(text, unit)).toEqual({ ok: true, value });
  });

  test.each([
    ['5%', 'ha'],
    ['5 triệu đồng', 'tỷ đồng'],
    ['12 ha', 'hộ'],
  ])('%j in %s is refused', (text, unit) => {
    expect(readQuantity(text, unit)).toMatchObject({ ok: false, problem: 'unit' });
  });
});

describe('writes numbers as Vietnamese offices do', () => {
  test.each([
    [1180.5, undefined, '1.180,5'],
    [1234567.891, undefined, '1.234.567,891'],
    [-3.2, undefined, '−3,2'],
    [28.5, 1, '28,5'],
    [89.96, 1, '90,0'],
    [1.005, 2, '1,01'],
    [-0.0001, 1, '0,0'],
    [0, undefined, '0'],
  ])('%d with %s decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test.each([
    [12.658, '12 tỷ 658 triệu đồng'],
    [1.18, '1 tỷ 180 triệu đồng'],
    [0.285, '285 triệu đồng'],
    [1200, '1.200 tỷ đồng'],
    [0, '0 đồng'],
    [-2.5, '−2 tỷ 500 triệu đồng'],
  ])('%d tỷ is said as %s', (value, text) => {
    expect(formatMoney(value)).toBe(text);
  });
});
