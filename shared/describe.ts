/** Figures and verdicts as the wire tells them, and a told part read back. */
import type { CellTable } from './cells.ts';
import { type Fraction, fraction, type Integer, SCALE, toNumber, toThousandths } from './exact.ts';
import { combine, type Part, partOf, type UnitPart } from './figures.ts';
import { INVALID, MISSING, type Plan, type PlannedIndicator, periodAt } from './plan.ts';
import { type Case, shortfallOf } from './verdicts.ts';
import type { IndicatorResult, Verdict } from './wire.ts';

/** What the wire tells of the single units. */
export type Units = Pick<IndicatorResult, 'coverage' | 'parts'>;

/** A case and its verdict as the wire tells them. */
export function describe(
  plan: Plan,
  one: Case,
  verdict: Verdict,
  last: IndicatorResult['last'],
  { coverage, parts }: Units,
): IndicatorResult {
  const { indicator, figure, goal, baseline, expected } = one;
  const shortfall = shortfallOf(indicator, figure, goal);
  return {
    id: indicator.definition.id,
    target: indicator.definition.target,
    unit: indicator.unit,
    value: shown(indicator, figure.value),
    provisional: shown(indicator, figure.provisional),
    verdict,
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
    coverage,
    parts,
  };
}

/** Who has a part in an indicator, who misses it, whose is invalid, and the parts. */
export function describeUnits(plan: Plan, table: CellTable, indicator: PlannedIndicator, period: number): Units {
  const coverage: Units['coverage'] = { have: [], missing: [], invalid: [] };
  const parts: Units['parts'] = {};
  for (const unit of indicator.units) {
    addUnit(coverage, parts, indicator, unitIdAt(plan, unit), partOf(table, indicator, period, unit));
  }
  return { coverage, parts };
}

/** Adds what one unit brings. */
export function addUnit(
  { have, missing, invalid }: Units['coverage'],
  parts: Units['parts'],
  indicator: PlannedIndicator,
  unit: string,
  part: UnitPart,
): void {
  if (part === MISSING) missing.push(unit);
  else if (part === INVALID) invalid.push(unit);
  else if (part !== undefined) {
    have.push(unit);
    parts[unit] = describePart(indicator, part);
  }
}

/** A figure as the wire tells it. */
export function shown(indicator: PlannedIndicator, value: Fraction | null): number | boolean | null {
  if (value === null) return null;
  return indicator.kind === 'flag' ? value.n === 1 : toNumber(value);
}

/** The id of the unit at a place of the plan. */
export function unitIdAt(plan: Plan, place: number): string {
  return plan.units[place]?.id ?? '';
}

/** A unit's own figure; `{value: null}` where it is not applicable. */
export function describePart(indicator: PlannedIndicator, part: Part | null): IndicatorResult['parts'][string] {
  if (part === null) return { value: null };
  const { numerator, denominator } = part;
  const value = shown(indicator, combine(indicator, numerator, denominator ?? 0, 1));
  if (denominator === null) return { value };
  return { value, numerator: fromThousandths(numerator), denominator: fromThousandths(denominator) };
}

function fromThousandths(x: Integer): number {
  return toNumber(fraction(x, SCALE));
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
