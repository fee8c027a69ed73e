import { describe, expect, it } from 'vitest';
import { readTyped } from '../../stand-in/model/typed-input.ts';
import { editingText } from './editing-text.ts';

const VIETNAM = { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
const NOVEMBER = Date.UTC(2026, 10, 24);

function edited(
  value: string | number | boolean | null,
  numberFormat = 'General',
  formula: string | null = null,
): string {
  return editingText({ value, formula, numberFormat }, VIETNAM);
}

describe('the text that a cell’s editor begins with', () => {
  it('writes figures with a comma and without grouping', () => {
    expect(edited(41.5)).toBe('41,5');
    expect(edited(1234567.891, '#,##0.0')).toBe('1234567,891');
    expect(edited(-3.2)).toBe('-3,2');
  });

  it('shows a share as a person would type it, without the noise of binary figures', () => {
    expect(edited(0.285, '0.0%')).toBe('28,5%');
    expect(edited(0.07, '0%')).toBe('7%');
  });

  it('shows the formula, not its result', () => {
    expect(edited(57.785, 'General', '=SUM(D4:D6)')).toBe('=SUM(D4:D6)');
  });

  it('is empty for an empty cell', () => {
    expect(edited(null)).toBe('');
  });

  it('keeps text that looks like a figure from becoming one', () => {
    expect(edited('1.180')).toBe("'1.180");
    expect(edited('=SUM(A1)')).toBe("'=SUM(A1)");
    expect(edited('1.180', '@')).toBe('1.180');
    expect(edited('Mường Bằng')).toBe('Mường Bằng');
  });

  it.each([0, 1, 41.5, 1180, 0.285, 16.936, -0.5, 123456789.123])(
    'reads back as %d when it is typed again',
    (value) => {
      const read = readTyped(edited(value), { ...VIETNAM, now: NOVEMBER });
      expect(read).toMatchObject({ kind: 'value', value });
    },
  );
});
