/** Doubles decide as long as they are sure, bigints where they are not: at the edge between them nobody can tell which it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Oracle } from '../test/oracle/consolidation.ts';
import { type Rational, toNumber } from '../test/oracle/rational.ts';
import { createConsolidation, type UnitReport } from './consolidate.ts';
import { compare, compareExactly, type Fraction, fraction } from './exact.ts';
import type { Period } from './periods.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { InputDefinition } from './resolution/schema.ts';
import type { Value } from './values.ts';

const EDGE = Number.MAX_SAFE_INTEGER;

describe('two fractions', () => {
  /** Numbers whose products lie around the largest safe integer, or far beyond it. */
  const anyPart = fc.oneof(
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 94_906_200, max: 94_906_300 }),
    fc.integer({ min: EDGE - 200, max: EDGE }),
    fc.integer({ min: 1, max: EDGE }),
  );
  const anyFraction = fc.tuple(anyPart, anyPart, fc.boolean()).map(([n, d, below]) => fraction(below ? -n : n, d));
  /** The same value in other terms, or a step beside it. */
  const beside = ({ n, d }: Fraction) =>
    fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1, max: 1 })).map(([by, step]) => {
      const [numerator, denominator] = [Number(n) * by + step, Number(d) * by];
      const safe = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
      return safe ? fraction(numerator, denominator) : fraction(n, d);
    });

  test('compare as bigints do, far apart, close together and equal', () => {
    const pair = fc.oneof(
      fc.tuple(anyFraction, anyFraction),
      anyFraction.chain((one) => beside(one).map((other) => [one, other] as [Fraction, Fraction])),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(compare(one, other)).toBe(compareExactly(one, other));
        expect(compare(one, one)).toBe(0);
      }),
    );
  });
});

describe('sums of many units', () => {
  const resolution = chiengMung();
  /** So many that the sums of the largest numbers that a report may carry are beyond what a double holds. */
  const units = Array.from({ length: 12 }, (_, at) => ({ ...resolution.units[at % 4]!, id: `unit-${at}` }));
  const plan = compilePlan({ ...resolution, units });
  const period: Period = '2026-Q1';

  /** Around a ninth of the largest safe sum: nine units' numbers are sometimes within it and sometimes not; and a few small ones. */
  const anyLarge = ({ kind, decimals }: InputDefinition): fc.Arbitrary<Value> => {
    if (kind === 'flag') return fc.boolean();
    const scale = 10 ** decimals;
    const ninth = Math.floor((EDGE / 9000) * scale);
    return fc
      .oneof(
        { weight: 8, arbitrary: fc.integer({ min: ninth - 3, max: ninth + 3 }) },
        { weight: 1, arbitrary: fc.nat({ max: 20 }) },
      )
      .map((units) => Math.min(units / scale, 1e12));
  };
  const anyReport = fc.nat({ max: units.length - 1 }).chain((at) => {
    const { id } = units[at]!;
    const inputs = inputsOf(plan, id);
    return fc.tuple(...inputs.map(anyLarge)).map((drawn): UnitReport => {
      const values = Object.fromEntries(inputs.map((input, place) => [input.id, drawn[place] ?? null]));
      return { unit: id, period, values };
    });
  });

  test('equal the definitions on rational numbers, also after they were too large and came back', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 12, maxLength: 40 }), (reports) => {
        const consolidation = createConsolidation(plan, reports);
        const newestFirst = [...reports].reverse();
        const oracle = new Oracle(plan.resolution, newestFirst);
        for (const [place, result] of consolidation.at(period).indicators.entries()) {
          const expected = oracle.judgementOf(resolution.indicators[place]!, period);
          expect(result.verdict, result.id).toBe(expected.verdict);
          const { value, provisional } = expected.figure;
          expectNear(result.value ?? result.provisional, value ?? provisional);
          expectNear(result.shortfall, expected.shortfall);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Doubles may differ in their last digits. */
function expectNear(told: number | boolean | null, value: Rational | null): void {
  expect(told === null).toBe(value === null);
  if (typeof told !== 'number' || value === null) return;
  expect(Math.abs(told - toNumber(value))).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(told)));
}
