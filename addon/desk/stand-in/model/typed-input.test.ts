import { describe, expect, test } from 'vitest';
import { readTyped } from './typed-input.ts';

const NOW = Date.UTC(2026, 10, 24);
const vietnamese = { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', now: NOW };
const american = { locale: 'en_US', timeZone: 'America/New_York', now: NOW };

describe('a text typed into a vi_VN sheet', () => {
  test.each([
    ['1180', 1180, null],
    ['1.180', 1180, '#,##0'],
    ['1.180,5', 1180.5, '#,##0.00'],
    ['12.000.000', 12_000_000, '#,##0'],
    ['2,5', 2.5, null],
    ['-3,2', -3.2, null],
    ['+4', 4, null],
    [',5', 0.5, null],
    ['28,5%', 0.285, '0.00%'],
    ['30 %', 0.3, '0%'],
    ['0%', 0, '0%'],
    ['1e3', 1000, '0.00E+00'],
    ['TRUE', true, null],
    ['false', false, null],
  ])('%s is read as %s', (text, value, numberFormat) => {
    expect(readTyped(text, vietnamese)).toEqual({ kind: 'value', value, numberFormat });
  });

  test.each(['1.18', '1.5', '1.180.5', '1,180,000', '12 người', '1 180', 'k', '-', ',', '31/2', '5-13', '1/2/3/4'])(
    '%s stays text',
    (text) => {
      expect(readTyped(text, vietnamese)).toEqual({ kind: 'value', value: text, numberFormat: null });
    },
  );

  test.each([
    ['1/2', '2026-01-31T17:00:00.000Z'],
    ['5-6', '2026-06-04T17:00:00.000Z'],
    ['24/11/2026', '2026-11-23T17:00:00.000Z'],
    ['2026-11-24', '2026-11-23T17:00:00.000Z'],
  ])('%s becomes the date %s (midnight in Hà Nội)', (text, iso) => {
    expect(readTyped(text, vietnamese)).toEqual({ kind: 'value', value: new Date(iso), numberFormat: 'dd/mm/yyyy' });
  });

  test('an apostrophe keeps a number text, and is not part of it', () => {
    expect(readTyped("'1180", vietnamese)).toEqual({ kind: 'value', value: '1180', numberFormat: null });
  });

  test('a formula is brought to US notation, texts in it are left', () => {
    expect(readTyped('=IF(A1>2,5;"a;b 1,5";SUM(A1;B2))', vietnamese)).toEqual({
      kind: 'formula',
      formula: '=IF(A1>2.5,"a;b 1,5",SUM(A1,B2))',
    });
  });
});

describe('a text typed into an en_US sheet', () => {
  test('1.180 is 1.18 there, and 1/2 the second of January', () => {
    expect(readTyped('1.180', american)).toMatchObject({ value: 1.18 });
    expect(readTyped('1/2', american)).toMatchObject({ value: new Date('2026-01-02T05:00:00.000Z') });
  });
});
