import { describe, expect, test } from 'vitest';
import { readNumber } from './numbers.ts';

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
    ['12 000 000,25', 12_000_000.25],
    ['-1 180', -1180],
    ['+1.180,5', 1180.5],
    ['\t12\r\n', 12],
    ['\u008512\u0085', 12],
    ['\ufeff12\u3000', 12],
    ['28,5%', 28.5],
    ['28,5 %', 28.5],
    ['２８，５％', 28.5],
    ['-28,5%', -28.5],
    [`28,5${NBSP}%`, 28.5],
    [`1 180${THIN}％ `, 1180],
    ['1.180%', 1180],
    ['0', 0],
    ['999', 999],
    ['0,000000000000000000001', 1e-21],
    ['0,123456789012345', 0.123456789012345],
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
    ['1180.5', 'decimal-point', '1180,5'],
    ['1 180.5', 'decimal-point', '1 180,5'],
    [`1 180${NBSP}000.5`, 'grouping', undefined],
    ['1 180 000.2525', 'decimal-point', '1 180 000,2525'],
    ['1 180.500', 'grouping', undefined],
    ['１．１８', 'decimal-point', '1,18'],
    ['+1.5 ％', 'decimal-point', '+1,5%'],
    ['0.285', 'decimal-point', '0,285'],
    ['0.180', 'decimal-point', '0,180'],
    ['-1.18', 'decimal-point', '-1,18'],
    ['1.5%', 'decimal-point', '1,5%'],
    ['00.180', 'leading-zero', undefined],
    ['01.180', 'leading-zero', undefined],
    ['01.180,5', 'leading-zero', undefined],
    ['0 180', 'grouping', undefined],
    ['0.180.000', 'grouping', undefined],
    ['00', 'leading-zero', '0'],
    ['00,5', 'leading-zero', '0,5'],
    ['-007%', 'leading-zero', '-7%'],
    ['1.180.5', 'grouping', undefined],
    ['1.18.000', 'grouping', undefined],
    ['1,2,3', 'grouping', undefined],
    ['1,180,000', 'grouping', '1.180.000'],
    ['1.000,5.6', 'grouping', undefined],
    ['1,180.5', 'grouping', '1.180,5'],
    ['1,180,000.25', 'grouping', '1.180.000,25'],
    ['123,180.5', 'grouping', '123.180,5'],
    ['123,180,000', 'grouping', '123.180.000'],
    ['1,180.5.5', 'grouping', undefined],
    ['1234,180.5', 'grouping', undefined],
    ['1234,180,000', 'grouping', undefined],
    ['1180,000.5', 'grouping', undefined],
    ['1180.000.000', 'grouping', undefined],
    ['1.180 000', 'grouping', undefined],
    ['1  180', 'grouping', undefined],
    ['1\u3000180', 'format', undefined],
    ['1\n180', 'format', undefined],
    ['1\u0085180', 'format', undefined],
    ['007', 'leading-zero', '7'],
    ['08', 'leading-zero', '8'],
    ['0123', 'leading-zero', '123'],
    ['000,55', 'leading-zero', '0,55'],
    ['00 180', 'grouping', undefined],
    ['12 34', 'grouping', undefined],
    ['1 18', 'grouping', undefined],
    ['1. 180', 'grouping', undefined],
    ['1 .180', 'grouping', undefined],
    [`1 180${NBSP}000`, 'grouping', undefined],
    ['1.180 ha', 'unit', '1.180'],
    ['12 người', 'unit', '12'],
    ['1.18 ha', 'unit', '1,18'],
    ['-12 m²', 'unit', '-12'],
    ['12 lượt/năm', 'unit', '12'],
    ['007 hộ', 'unit', '7'],
    ['–5 ha', 'unit', '-5'],
    ['1.180.5 ha', 'unit', undefined],
    ['1234567890123456 ha', 'unit', undefined],
    ['2,5 tỷ', 'unit', undefined],
    ['2,5 tỷ'.normalize('NFD'), 'unit', undefined],
    ['2,5 tỉ đồng', 'unit', undefined],
    ['12k', 'unit', undefined],
    ['3 triệu', 'unit', undefined],
    ['5 nghìn', 'unit', undefined],
    ['7 VẠN', 'unit', undefined],
    ['3 trăm', 'unit', undefined],
    ['3 ngàn', 'unit', undefined],
    ['3 tr', 'unit', undefined],
    ['3 tr.đ', 'unit', undefined],
    ['3 trđ', 'unit', undefined],
    ['3 TRIỆUĐỒNG', 'unit', undefined],
    ['3 triệu/hộ', 'unit', undefined],
    ['3 chục', 'unit', undefined],
    ['3 rưỡi', 'unit', undefined],
    ['3 thousand', 'unit', undefined],
    ['3 trường', 'unit', '3'],
    ['3 block', 'unit', '3'],
    ['3 k hộ', 'unit', undefined],
    ['12O', 'unit', undefined],
    ['–5', 'minus-sign', '-5'],
    ['–1.18', 'decimal-point', '-1,18'],
    ['–5%', 'minus-sign', '-5%'],
    ['–1,180.5', 'grouping', '-1.180,5'],
    ['1234567890123456', 'too-long', undefined],
    ['001234567890123456', 'too-long', undefined],
    ['-1.234.567.890.123.456', 'too-long', undefined],
    ['0.30000000000000004', 'too-long', undefined],
    ['12345678901234567%', 'too-long', undefined],
    ['0,1234567890123456', 'too-long', undefined],
    ['1/2345678901234567', 'too-long', undefined],
  ])('%j is %s, suggestion %j', (text, problem, suggestion) => {
    expect(readNumber(text)).toStrictEqual({ ok: false, problem, ...(suggestion === undefined ? {} : { suggestion }) });
  });

  test.each(
    '5-6|1/2|1e3|0x10|,5|5,|.5|--5|- 5|Infinity|NaN|1_000|١٢|12²|Ⅻ|=1+1|k|-|1\u200b2|５％％|1%2|%|2 %%|5  %|5\t%|5% ha|12 ha%|−-5|－5|＋5|1\u0301|\u200e5|\u20665\u2069|5٪|5﹪|ha 5|5 ha 6|ha 5 ha|00/5|.|,'.split(
      '|',
    ),
  )('%j has no reading', (text) => {
    const reading = readNumber(text);
    expect(reading).toEqual({ ok: false, problem: 'format' });
  });

  test('1..2 has no reading', () => {
    expect(readNumber('1..2')).toEqual({ ok: false, problem: 'grouping' });
  });

  test('a pasted page is too long, whatever it says', () => {
    expect(readNumber('1'.repeat(50_000))).toEqual({ ok: false, problem: 'too-long' });
    expect(readNumber(' '.repeat(50_000) + 'x'.repeat(65))).toEqual({ ok: false, problem: 'too-long' });
    expect(readNumber(`0,${'0'.repeat(61)}1`)).toEqual({ ok: true, value: 1e-62 });
    expect(readNumber(`0,${'0'.repeat(62)}1`)).toEqual({ ok: false, problem: 'too-long' });
  });
});
