import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, localTime } from './dates.ts';

describe('a day is written dd/mm/yyyy', () => {
  test.each([
    ['2026-01-05', '05/01/2026'],
    ['2026-01-05T00:00:00Z', '05/01/2026'],
    ['2026-11-23T16:59:59.999Z', '23/11/2026'],
    ['2026-11-23T17:00:00Z', '24/11/2026'],
    ['2026-12-31T23:59:00+07:00', '31/12/2026'],
    ['2026-12-31T12:30-05:00', '01/01/2027'],
    ['2028-02-29', '29/02/2028'],
  ])('%s is %s', (iso, date) => expect(formatDate(iso)).toBe(date));

  test('its time is that of Vietnam', () => {
    expect(localTime('2026-11-24T03:02:59Z')).toEqual({ date: '24/11/2026', time: '10:02' });
    expect(localTime('2026-11-24')).toEqual({ date: '24/11/2026', time: '07:00' });
  });
});

describe('what is no date', () => {
  test.each([
    '',
    'hôm qua',
    '24/11/2026',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-24T25:00:00Z',
    ' 2026-11-24',
    '2026-11-24 10:00Z',
    '2026-11-24Z',
  ])('%j is nothing', (iso) => {
    expect(localTime(iso)).toBeNull();
    expect(formatDate(iso)).toBe('');
  });

  test('nor is a time that does not say of which zone', () => {
    expect(formatDate('2026-11-24T23:30:00')).toBe('');
  });
});

test('every moment of a century is dated as the time zone database dates it', () => {
  const database = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const moments = fc.date({
    min: new Date('1980-01-01T00:00:00Z'),
    max: new Date('2080-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (moment) => {
      const local = localTime(moment.toISOString());
      expect(`${local?.date}, ${local?.time}`).toBe(database.format(moment));
    }),
  );
});
