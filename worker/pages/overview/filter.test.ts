import { describe, expect, it } from 'vitest';
import { PLAN, summaryOf, ward } from '../testing.ts';
import { comparedPeriod, type Filter, filtered, filterQuery, isNarrowing, NO_FILTER, readFilter } from './filter.ts';

const { indicators } = summaryOf(PLAN, [ward('north', { trees: 60 }), ward('south', { trees: 60 })], '2031-Q1');
const left = (change: Partial<Filter>) => filtered(PLAN, { ...NO_FILTER, ...change }, indicators).map(({ id }) => id);
const read = (query: string) => readFilter(PLAN, new URLSearchParams(query));

describe('the overview’s filter', () => {
  it('leaves everything where nothing is asked', () => {
    expect(left({})).toEqual(indicators.map(({ id }) => id));
    expect(isNarrowing({ ...NO_FILTER, comparison: 'year' })).toBe(false);
  });

  it('goes by verdict, section and the unit that has a part', () => {
    expect(left({ verdict: 'met' })).toEqual(['count']);
    expect(left({ section: 'only' })).toHaveLength(indicators.length);
    expect(left({ unit: 'desk' })).toEqual(['fires']);
    expect(left({ unit: 'desk', verdict: 'met' })).toEqual([]);
  });

  it('finds words without diacritics, in any order, in the target’s label too, and a target by its number', () => {
    expect(left({ words: 'cay so' })).toEqual(['tended', 'count']);
    expect(left({ words: 'CÂY XANH' })).toEqual(['healthy', 'tended', 'count']);
    expect(left({ words: '2 tăng' })).toEqual(['growth']);
    expect(left({ words: 'không có' })).toEqual([]);
  });

  it('is the same again after a way through an address', () => {
    const filter: Filter = {
      verdict: 'behind',
      section: 'only',
      unit: 'north',
      words: 'cây & hoa',
      comparison: 'before',
    };
    expect(read(String(new URLSearchParams(filterQuery(filter))))).toEqual(filter);
    expect(read('verdict=&section=&unit=&q=+&compare=')).toEqual(NO_FILTER);
    expect(filterQuery(NO_FILTER)).toEqual([]);
  });

  it.each(['verdict=good', 'section=1', 'unit=constructor', 'compare=month'])('does not know %s', (query) => {
    expect(read(query)).toBeNull();
  });
});

describe('the period that is compared with', () => {
  it.each([
    ['before', '2031-Q2', '2031-Q1'],
    ['before', '2030-Q4', null],
    ['year', '2031-Q4', '2030-Q4'],
    ['year', '2031-Q1', null],
    [null, '2031-Q2', null],
  ] as const)('%s of %s is %s', (comparison, period, other) => {
    expect(comparedPeriod(PLAN, comparison, period)).toBe(other);
  });
});
