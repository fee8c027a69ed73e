import { expect, test } from 'vitest';
import { pauseAfter } from './pulse-pace.ts';

test.each([
  ['at work in the grid', 0, false, 350],
  ['still at work', 19, false, 350],
  ['reading', 20, false, 1_000],
  ['elsewhere', 70, false, 3_000],
  ['just opened', Number.POSITIVE_INFINITY, false, 3_000],
  ['hidden, even while something changes', 0, true, 20_000],
])('waits at least: %s', (_, quiet, hidden, ms) => {
  expect(pauseAfter(quiet, hidden, 0)).toBe(ms);
});

test('waits up to a fifth longer by chance, so that four sidebars do not ask in step', () => {
  const pauses = [0, 0.25, 0.5, 0.75, 1].map((chance) => pauseAfter(20, false, chance));
  expect(pauses).toEqual([1_000, 1_050, 1_100, 1_150, 1_200]);
});
