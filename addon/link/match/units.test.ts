import { describe, expect, test } from 'vitest';
import { fitOf, isDitto, readUnit } from './units.ts';

const unitFit = (row: string, input: string) => fitOf(readUnit(row), readUnit(input));

describe('a unit of measure', () => {
  test.each([
    ['Tỷ đ', 'tỷ đồng', 'same'],
    ['TY DONG', 'tỷ đồng', 'same'],
    ['Lượt người', 'lượt', 'same'],
    ['người', 'lượt', 'kin'],
    ['thôn/bản', 'bản', 'same'],
    ['DN/HTX', 'đơn vị', 'same'],
    ['Đ/c', 'người', 'same'],
    ['triệu đồng', 'tỷ đồng', 'scaled'],
    ['Tr.đồng', 'tỷ đồng', 'scaled'],
    ['m2', 'ha', 'scaled'],
    ['kg', 'tấn', 'scaled'],
    ['tấn', 'ha', 'other'],
    ['con', 'hộ', 'other'],
    ['%', 'hộ', 'ratio'],
    ['tạ/ha', 'ha', 'ratio'],
    ['triệu đồng/người', 'tỷ đồng', 'ratio'],
    ['', 'hộ', 'unknown'],
    ['CB', 'chi bộ', 'unknown'],
  ])('%j is to %j: %s', (row, input, expected) => {
    expect(unitFit(row, input)).toBe(expected);
  });

  test('of another resolution, unknown here, is known by its words', () => {
    expect(unitFit('MW', 'mw')).toBe('same');
    expect(unitFit('MW', 'ha')).toBe('other');
  });

  test.each(['"', '″', '-nt-', 'nt', '//'])('%j repeats the one above', (text) => {
    expect(isDitto(text)).toBe(true);
  });
});
