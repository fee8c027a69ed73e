/** How much of a term's total should be there by the end of each of its quarters. */
import { type Fraction, fraction, minus, multiply, plus, reduce, SCALE, times, toThousandths } from './exact.ts';
import type { Goal } from './resolution/schema.ts';

/**
 * The shares of a term's total to be reached by the end of each of its quarters, from 0 to 1: a straight line, or with a growth
 * of g % a year ((1 + g/100)ᵏ − 1) / ((1 + g/100)ⁿ − 1) at the end of year k of n, linear between two year ends.
 */
export function paceOf(goal: Goal, quarters: number): Fraction[] {
  const years = quarters / 4;
  const ends =
    goal.growthPerYear === undefined || goal.growthPerYear === 0 ? null : growthShares(goal.growthPerYear, years);
  return Array.from({ length: quarters + 1 }, (_, elapsed) => {
    if (ends === null) return fraction(elapsed, quarters);
    const year = Math.floor(elapsed / 4);
    const before = ends[year] ?? fraction(1, 1);
    const after = ends[year + 1] ?? before;
    return reduce(plus(before, times(minus(after, before), fraction(elapsed % 4, 4))));
  });
}

/** The shares at the ends of the years 0 … n, all over one denominator: 100 % + g % as p/q, powers by repeated product. */
function growthShares(growth: number, years: number): Fraction[] {
  const q = 100 * SCALE;
  const p = q + toThousandths(growth);
  const powers = [fraction(1, 1)];
  for (let k = 1; k <= years; k++) powers.push(times(powers[k - 1] ?? fraction(1, 1), fraction(p, q)));
  const one = fraction(1, 1);
  const whole = minus(powers[years] ?? one, one);
  return powers.map((power) => {
    const part = minus(power, one);
    return reduce(fraction(multiply(part.n, whole.d), multiply(part.d, whole.n)));
  });
}
