import { describe, expect, test } from 'vitest';
import { isPeriod, periodsOf, yearBefore } from './periods.ts';
import { periodHeading, periodName } from './words.ts';

describe('a period', () => {
  test.each(['2025-Q4', '2026-Q1'])('%j is one', (text) => expect(isPeriod(text)).toBe(true));
  test.each(['2026-Q5', '2026-q1', '2026Q1', '226-Q1', '2026-Q1 ', '0999-Q1', '2026-Q1\n', 20261, null])(
    '%j is none',
    (text) => expect(isPeriod(text)).toBe(false),
  );

  test('a year before it is the same quarter', () => expect(yearBefore('2027-Q3')).toBe('2026-Q3'));
});

test('a term of five years has its baseline and twenty quarters', () => {
  const periods = periodsOf({ baseline: '2025-Q4', firstYear: 2026, lastYear: 2030 });
  expect(periods).toHaveLength(21);
  expect([periods[0], periods[1], periods[20]]).toEqual(['2025-Q4', '2026-Q1', '2030-Q4']);
});

test('periods are named as offices name them', () => {
  expect([periodName('2026-Q1'), periodName('2026-Q2'), periodName('2026-Q3'), periodName('2026-Q4')]).toEqual([
    'Quý I/2026',
    '6 tháng đầu năm 2026',
    '9 tháng năm 2026',
    'Năm 2026',
  ]);
  expect(periodName('2025-Q4', '2025-Q4')).toBe('Kỳ gốc (năm 2025)');
  expect(periodHeading('2026-Q3')).toBe('9 tháng');
});
