/**
 * Who can still help how much: for an indicator that misses its goal, the smallest change of each unit that would hit it alone, and how
 * far each unit is from the goal by itself. Exact, in units of the numerator, from a consolidated view.
 */
import { readPart } from './consolidate.ts';
import {
  add,
  ceil,
  compare,
  type Fraction,
  floor,
  fraction,
  minus,
  multiply,
  SCALE,
  toNumber,
  toThousandths,
} from './exact.ts';
import type { Part } from './figures.ts';
import { isWithin, type Plan, type PlannedIndicator } from './plan.ts';
import type { IndicatorResult } from './wire.ts';

/** What one unit could do. Amounts are of the numerator: to add where more is needed, to take away where less is. */
export interface Remedy {
  readonly unit: string;
  /** The smallest change that hits the commune's goal if no other unit moves; null where the unit has not so much room. */
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
  const indicator = plan.indicators.find((one) => one.definition.id === result.id);
  if (indicator === undefined || result.shortfall === null || result.shortfall === 0) return [];
  if (indicator.formula.kind === 'termSum' && indicator.goal.direction === 'atMost') return [];
  const needed = toThousandths(result.shortfall);
  const known = knownNumbers(plan, [...results, result]);
  const remedies = partsOf(result).map((part) => ({
    unit: part.unit,
    change: needed <= roomOf(plan, indicator, part, known) ? needed / SCALE : null,
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
    const indicator = plan.indicators.find((one) => one.definition.id === result.id);
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
 * By how many thousandths a unit's numerator can move towards the goal: up to the smallest whole that it is part of, down to the
 * largest of its own parts, as far as the view tells them; never below zero.
 */
function roomOf(plan: Plan, indicator: PlannedIndicator, part: UnitPart, known: KnownNumbers): number {
  const input = indicator.inputs[0] ?? -1;
  const numerator = Number(part.numerator);
  const numberOf = (place: number): number[] => {
    const number = known.get(keyOf(part.unit, place));
    return number === undefined ? [] : [number];
  };
  if (indicator.goal.direction === 'atMost') {
    return (
      numerator -
      Math.max(0, ...plan.inputs.flatMap((_, place) => (isWithin(plan, place, input) ? numberOf(place) : [])))
    );
  }
  return (
    Math.min(...plan.inputs.flatMap((_, place) => (isWithin(plan, input, place) ? numberOf(place) : []))) - numerator
  );
}

/** goal/100 · denominator − numerator (atMost: the other way), rounded as a shortfall is. */
function ownGap(indicator: PlannedIndicator, part: UnitPart): number | null {
  const goal = indicator.fixedGoal;
  if (part.denominator === null || goal === null) return null;
  const wanted = fraction(multiply(goal.n, part.denominator), multiply(goal.d, 100 * SCALE));
  const have = fraction(part.numerator, SCALE);
  const gap = indicator.goal.direction === 'atLeast' ? minus(wanted, have) : minus(have, wanted);
  const order = compare(gap, fraction(0, 1));
  const strict = indicator.goal.strict === true;
  if (order < 0 || (order === 0 && !strict)) return 0;
  return toNumber(rounded(indicator, gap, strict));
}

function rounded(indicator: PlannedIndicator, gap: Fraction, strict: boolean): Fraction {
  if (indicator.decimals > 0) return gap;
  return fraction(strict ? add(floor(gap), 1) : ceil(gap), 1);
}
