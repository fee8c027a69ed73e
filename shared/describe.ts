/** Figures and verdicts as the wire tells them, and a told part read back. */
import { type Fraction, fraction, SCALE, toNumber, toThousandths } from './exact.ts';
import { combine, type Figure, type Part } from './figures.ts';
import type { Period } from './periods.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import { type Case, expectedOf, shortfallOf, verdictOf } from './verdicts.ts';
import type { IndicatorResult } from './wire.ts';

/** A case as the wire tells it. */
export function describe(plan: Plan, one: Case, last: IndicatorResult['last']): IndicatorResult {
  const { indicator, figure, goal, baseline } = one;
  const expected = expectedOf(one);
  const shortfall = shortfallOf(indicator, figure, goal);
  return {
    id: indicator.definition.id,
    target: indicator.definition.target,
    unit: indicator.unit,
    value: shown(indicator, figure.value),
    provisional: shown(indicator, figure.provisional),
    verdict: verdictOf(one),
    goal: {
      direction: indicator.goal.direction,
      value: shown(indicator, goal),
      strict: indicator.goal.strict ?? false,
      stretch: indicator.goal.stretch ?? null,
      horizon: indicator.goal.horizon,
    },
    expected: expected === null ? null : toNumber(expected),
    baseline: baseline === null ? null : { period: periodAt(plan, baseline.elapsed), value: toNumber(baseline.value) },
    shortfall: shortfall === null ? null : toNumber(shortfall),
    last,
    coverage: {
      have: unitIds(plan, figure.have),
      missing: unitIds(plan, figure.missing),
      invalid: unitIds(plan, figure.invalid),
    },
    parts: partsOf(plan, indicator, figure),
  };
}

/** The period at a place of the plan. */
export function periodAt(plan: Plan, index: number): Period {
  return plan.periods[index] ?? plan.resolution.term.baseline;
}

function shown(indicator: PlannedIndicator, value: Fraction | null): number | boolean | null {
  if (value === null) return null;
  return indicator.formula.kind === 'flag' ? value.n === 1 : toNumber(value);
}

/** The id of the unit at a place of the plan. */
export function unitIdAt(plan: Plan, place: number): string {
  return plan.units[place]?.id ?? '';
}

function unitIds(plan: Plan, places: readonly number[]): string[] {
  return places.map((place) => unitIdAt(plan, place));
}

function partsOf(plan: Plan, indicator: PlannedIndicator, figure: Figure): IndicatorResult['parts'] {
  const parts: IndicatorResult['parts'] = {};
  for (const [place, part] of figure.parts) {
    const unit = plan.units[place]?.id;
    if (unit !== undefined) parts[unit] = describePart(indicator, part);
  }
  return parts;
}

/** A unit's own figure; `{value: null}` where it is not applicable. */
export function describePart(indicator: PlannedIndicator, part: Part | null): IndicatorResult['parts'][string] {
  if (part === null) return { value: null };
  const value = shown(indicator, combine(indicator, [part]));
  if (part.denominator === null) return { value };
  return {
    value,
    numerator: toNumber(fraction(part.numerator, SCALE)),
    denominator: toNumber(fraction(part.denominator, SCALE)),
  };
}

/** A described part read back, exactly; null where it is not applicable or not there. */
export function readPart(part: IndicatorResult['parts'][string] | undefined): Part | null {
  if (part === undefined || (part.value === null && part.numerator === undefined)) return null;
  if (part.numerator !== undefined && part.denominator !== undefined) {
    return { numerator: toThousandths(part.numerator), denominator: toThousandths(part.denominator) };
  }
  if (typeof part.value === 'boolean') return { numerator: part.value ? 1 : 0, denominator: null };
  return { numerator: toThousandths(part.value ?? 0), denominator: null };
}
