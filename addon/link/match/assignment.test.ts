import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from './assignment.ts';

const total = (gains: readonly (readonly number[])[], chosen: readonly number[]): number =>
  chosen.reduce((sum, column, row) => sum + (column < 0 ? 0 : (gains[row]?.[column] ?? 0)), 0);

/** Every assignment tried, row by row. */
function bestTotal(gains: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  const options = gains[row];
  if (options === undefined) return 0;
  const without = bestTotal(gains, row + 1, taken);
  return options.reduce(
    (best, gain, column) =>
      taken.has(column) ? best : Math.max(best, gain + bestTotal(gains, row + 1, new Set([...taken, column]))),
    without,
  );
}

const matrices = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: -5, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('assigning rows to inputs', () => {
  test('gains as much as the best of all assignments, gives no input twice and chooses nothing without gain', () => {
    fc.assert(
      fc.property(matrices, (gains) => {
        const chosen = assign(gains);
        const given = chosen.filter((column) => column >= 0);
        expect(new Set(given).size).toBe(given.length);
        expect(chosen.every((column, row) => column < 0 || (gains[row]?.[column] ?? 0) > 0)).toBe(true);
        expect(total(gains, chosen)).toBe(bestTotal(gains));
      }),
    );
  });

  test('leaves a row its second choice where another needs the first more', () => {
    expect(
      assign([
        [0.9, 0.8],
        [0.85, 0.1],
      ]),
    ).toEqual([1, 0]);
  });

  test('of nothing is nothing', () => {
    expect(assign([])).toEqual([]);
    expect(assign([[], []])).toEqual([-1, -1]);
  });
});
