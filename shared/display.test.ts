import { describe, expect, test } from 'vitest';
import { formatFigure, formatFigureBeside, goalText } from './display.ts';

describe('a figure', () => {
  test.each([
    [38, 'hộ', '38 hộ'],
    [1.6, '%', '1,6%'],
    [100 / 7, '%', '14,3%'],
    [1203.5, 'ha', '1.203,5 ha'],
    [true, null, 'Có'],
    [false, null, 'Chưa'],
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

describe('a goal', () => {
  const goal = { direction: 'atLeast', strict: false, stretch: null } as const;
  test('says its side', () => {
    expect(goalText({ ...goal, value: 90 }, '%')).toBe('≥ 90%');
    expect(goalText({ ...goal, value: 1180, strict: true }, 'ha')).toBe('trên 1.180 ha');
    expect(goalText({ ...goal, direction: 'atMost', value: 1.5 }, '%')).toBe('≤ 1,5%');
    expect(goalText({ ...goal, value: true }, null)).toBe('được công nhận');
    expect(goalText({ ...goal, value: null }, 'vụ')).toBe('chưa xác định');
  });
});
