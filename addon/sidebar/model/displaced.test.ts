import { expect, test } from 'vitest';
import type { Displaced } from '../../rpc.ts';
import { columnLetters, placesOf } from './displaced.ts';

const line = (id: string, more: Partial<Displaced>): Displaced => ({
  tab: '2026',
  tabName: '2026',
  line: 'row',
  id,
  label: id,
  why: 'moved',
  before: 5,
  now: 7,
  places: [],
  ...more,
});

test('a row whose label tells its place is bound there; any other only where a person says', () => {
  const rows = [
    line('a', {}),
    line('b', { why: 'renamed', now: null }),
    line('c', { why: 'double', now: null }),
    line('d', { why: 'gone', now: null, before: null }),
  ];
  const at = (one: { id: string; at: number | null }) => `${one.id} ${one.at}`;
  expect(placesOf(rows, {}).map(at)).toEqual(['a 7']);
  expect(placesOf(rows, { '2026 row b': 9, '2026 row d': null }).map(at)).toEqual(['a 7', 'b 9', 'd null']);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [703, 'AAA'],
])('column %d is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
