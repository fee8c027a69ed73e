import { describe, expect, test } from 'vitest';
import { dayOf, nightAfter } from './night.ts';

describe('the nightly check is due', () => {
  test.each([
    ['2026-06-30T01:59:59.999+07:00', '2026-06-30T02:00:00.000+07:00'],
    ['2026-06-30T02:00:00.000+07:00', '2026-07-01T02:00:00.000+07:00'],
    ['2026-06-30T06:59:59.999+07:00', '2026-07-01T02:00:00.000+07:00'],
    ['2026-06-30T23:30:00.000+07:00', '2026-07-01T02:00:00.000+07:00'],
    ['2027-12-31T12:00:00.000+07:00', '2028-01-01T02:00:00.000+07:00'],
  ])('after %s at %s', (moment, due) => {
    expect(nightAfter(Date.parse(moment))).toBe(Date.parse(due));
  });

  test('on the day that it is in Vietnam', () => {
    expect(dayOf(Date.parse('2026-06-30T23:59:59.999+07:00'))).toBe('2026-06-30');
    expect(dayOf(Date.parse('2026-07-01T00:00:00.000+07:00'))).toBe('2026-07-01');
  });
});
