import { describe, expect, it } from 'vitest';
import { fullMomentText, momentText } from './times.ts';

describe('a moment', () => {
  it('says only the time where it was today in Vietnam', () => {
    expect(momentText('2026-11-24T03:32:59Z', '2026-11-24T10:00:00Z')).toBe('10:32 hôm nay');
  });

  it('counts the day in Vietnam, not in UTC', () => {
    // 23:30 UTC on the 23rd is 06:30 on the 24th.
    expect(momentText('2026-11-23T23:30:00Z', '2026-11-24T03:00:00Z')).toBe('06:30 hôm nay');
    expect(momentText('2026-11-24T16:59:00Z', '2026-11-24T17:01:00Z')).toBe('23:59 ngày 24/11/2026');
  });

  it('is written with two digits for day and month', () => {
    expect(fullMomentText('2026-01-05T00:00:00Z')).toBe('07:00, ngày 05/01/2026');
  });

  it('is nothing where the text is no moment', () => {
    expect(momentText('', '2026-11-24T03:00:00Z')).toBe('');
    expect(fullMomentText('yesterday')).toBe('');
  });
});
