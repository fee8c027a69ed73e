import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARRYING, nextAt, SENDING, spentAfter } from './ration.ts';

const START = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;

describe.each([
  ['sendings', SENDING],
  ['a carrier’s turns', CARRYING],
])('the ration of %s', (_, ration) => {
  const { atOnce, stepMs } = ration;

  /** Those of the moments at which it is done, each as soon as it may. */
  function done(moments: readonly number[]): number[] {
    let spent = 0;
    return moments.filter((at) => {
      if (at < nextAt(ration, spent)) return false;
      spent = spentAfter(ration, spent, at);
      return true;
    });
  }

  test('gives the first of a day at once, one after the other', () => {
    expect(done(Array.from({ length: atOnce + 5 }, (_, index) => START + index))).toHaveLength(atOnce);
  });

  test('then gives one in each step, however many wait', () => {
    const moments = Array.from({ length: atOnce + 10 * (stepMs / 1_000) }, (_, second) => START + second * 1_000);
    const later = done(moments).slice(atOnce);
    expect(later.length).toBeGreaterThanOrEqual(9);
    later.slice(1).forEach((at, index) => {
      expect(at - (later[index] ?? 0)).toBe(stepMs);
    });
  });

  test('gives whoever pauses as many at once again', () => {
    const burst = (from: number) => Array.from({ length: atOnce }, (_, index) => from + index);
    expect(done([...burst(START), ...burst(START + atOnce * stepMs + 1)])).toHaveLength(2 * atOnce);
  });

  test('gives no day more than so many, whatever is typed when', () => {
    const moments = fc.array(fc.integer({ min: START, max: START + DAY }), { maxLength: 3_000 });
    fc.assert(
      fc.property(moments, (all) => done([...all].sort((a, b) => a - b)).length <= atOnce + DAY / stepMs),
      { numRuns: 100 },
    );
  });
});
