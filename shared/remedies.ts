/**
 * Who can still help how much: for an indicator that misses its goal, the smallest change of each unit that would hit it alone, and how
 * far each unit is from the goal by itself. Exact, in units of the numerator, from a consolidated view.
 */
import { readPart } from './describe.ts';
import { add, ceil, floor, fraction, minus, multiply, SCALE, simplestOf, times, toThousandths } from './exact.ts';
import type { Part } from './figures.ts';
import { isWithin, type Plan, type PlannedIndicator, plannedIndicator } from './plan.ts';
import type { IndicatorResult } from './wire.ts';

/** What one unit could do. Amounts are of the numerator: to add where more is needed, to take away where less is. */
export interface Remedy {
  readonly unit: string;
  /** The smallest change that hits the commune's goal if no other unit moves; null where the unit has not so much room, or the view does not show that it has. */
  readonly change: number | null;
  /** What the unit itself lacks to (or has above) the goal's percentage; 0 where it is there; null for sums, which have no goal by unit. */
  readonly ownGap: number | null;
}

interface UnitPart extends Part {
  readonly unit: string;
}

/**
 * The remedies of an indicator that has a value and a shortfall, the unit farthest from the goal first; empty where the goal is hit,
 * where nothing can be said (growth, flags, no value) or done (a term's ceiling once broken), and for an indicator that the plan does not
 * know.
 * @param results all indicators of the same view: they tell how large the wholes are that a part cannot exceed.
 */
export function remediesFor(
  plan: Plan,
  result: IndicatorResult,
  results: readonly IndicatorResult[],
): readonly Remedy[] {
  const indicator = plannedIndicator(plan, result.id);
  if (indicator === undefined || result.shortfall === null || result.shortfall === 0) return [];
  if (indicator.formula.kind === 'termSum' && indicator.goal.direction === 'atMost') return [];
  const needed = changeNeeded(indicator, result.shortfall);
  const known = knownNumbers(plan, [...results, result]);
  const remedies = partsOf(result).map((part) => ({
    unit: part.unit,
    change: toThousandths(needed) <= roomOf(plan, indicator, part, known) ? needed : null,
    ownGap: ownGap(indicator, part),
  }));
  return remedies.sort((a, b) => (b.ownGap ?? 0) - (a.ownGap ?? 0));
}

/** The unit that is farthest from the goal by itself; null where no unit is behind it. */
export function farthest(remedies: readonly Remedy[]): Remedy | null {
  const first = remedies[0];
  return first === undefined || first.ownGap === null || first.ownGap === 0 ? null : first;
}

function partsOf(result: IndicatorResult): UnitPart[] {
  return Object.entries(result.parts).flatMap(([unit, described]) => {
    const part = readPart(described);
    return part === null ? [] : [{ unit, ...part }];
  });
}

/** What a view tells of single inputs: thousandths by unit and input. */
type KnownNumbers = ReadonlyMap<string, number>;

const keyOf = (unit: string, input: number): string => `${input} ${unit}`;

/** Sums, ratios and growth show the inputs that they are made of; a term sum shows several years' together. */
function knownNumbers(plan: Plan, results: readonly IndicatorResult[]): KnownNumbers {
  const known = new Map<string, number>();
  for (const result of results) {
    const indicator = plannedIndicator(plan, result.id);
    if (indicator === undefined || indicator.formula.kind === 'termSum' || indicator.formula.kind === 'flag') continue;
    for (const part of partsOf(result)) {
      [part.numerator, part.denominator].forEach((number, at) => {
        const input = indicator.inputs[at];
        if (input !== undefined && number !== null) known.set(keyOf(part.unit, input), Number(number));
      });
    }
  }
  return known;
}

/**
 * By how many thousandths a unit's numerator can move towards the goal: up to the smallest whole that it is part of, or down to the
 * largest of its own parts and never below zero. None where the view does not show one of those: it may be smaller than what is needed.
 */
function roomOf(plan: Plan, indicator: PlannedIndicator, part: UnitPart, known: KnownNumbers): number {
  const input = indicator.inputs[0] ?? -1;
  const numerator = Number(part.numerator);
  const down = indicator.goal.direction === 'atMost';
  const bounds = plan.inputs.flatMap((_, place) => {
    const bounding = down ? isWithin(plan, place, input) : isWithin(plan, input, place);
    return bounding ? [known.get(keyOf(part.unit, place)) ?? null] : [];
  });
  if (bounds.includes(null)) return 0;
  const numbers = bounds.filter((bound) => bound !== null);
  return down ? numerator - Math.max(0, ...numbers) : Math.min(...numbers) - numerator;
}

/**
 * The smallest change that the input's decimals can write. A shortfall is exact, and of a strict goal already one last decimal more:
 * what is between two decimals is rounded up once, not twice.
 */
function changeNeeded(indicator: PlannedIndicator, shortfall: number): number {
  const steps = times(simplestOf(shortfall), fraction(10 ** indicator.decimals, 1));
  return Number(indicator.goal.strict === true ? floor(steps) : ceil(steps)) / 10 ** indicator.decimals;
}

/** goal/100 · denominator − numerator (atMost: the other way), rounded up to what the input's decimals can write. */
function ownGap(indicator: PlannedIndicator, part: UnitPart): number | null {
  const goal = indicator.fixedGoal;
  if (part.denominator === null || goal === null) return null;
  const wanted = fraction(multiply(goal.n, part.denominator), multiply(goal.d, 100 * SCALE));
  const have = fraction(part.numerator, SCALE);
  const gap = indicator.goal.direction === 'atLeast' ? minus(wanted, have) : minus(have, wanted);
  const steps = times(gap, fraction(10 ** indicator.decimals, 1));
  const whole = indicator.goal.strict === true ? add(floor(steps), 1) : ceil(steps);
  return whole > 0 ? Number(whole) / 10 ** indicator.decimals : 0;
}
