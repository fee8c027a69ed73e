import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('waits between half and the whole of a step that doubles from two seconds to ten minutes', () => {
  const steps = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].map((seconds) => seconds * 1_000);
  steps.forEach((step, index) => {
    expect([backoffMs(index + 1, 0), backoffMs(index + 1, 0.999_999_9)]).toEqual([step / 2, step]);
  });
});

test('never waits longer than ten minutes nor shorter than a second, whatever has failed how often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), chance, (failures, luck) => {
      const wait = backoffMs(failures, luck);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(600_000);
    }),
  );
});

test('spreads those who failed together over half of the step', () => {
  const waits = Array.from({ length: 100 }, (_, index) => backoffMs(5, index / 100));
  expect(new Set(waits).size).toBe(100);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(15_000);
});
