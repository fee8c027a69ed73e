/**
 * A consolidated figure with one unit's part replaced, from what the wire tells of the other units: their parts, coverage and totals.
 * Their reports are not needed.
 */
import { readPart, unitIdAt } from './describe.ts';
import { type Fraction, minus, plus, simplestOf } from './exact.ts';
import { combine, type Figure, type Part } from './figures.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import type { IndicatorResult } from './wire.ts';

/** One unit's own figure before and after, computed from its own reports with all other units left out. */
export interface Change {
  /** The unit's place in the plan. */
  readonly unit: number;
  readonly before: Figure;
  readonly after: Figure;
}

/**
 * What the commune's figure becomes.
 * @param result the figure as the view has it, with the unit's part as it was.
 */
export function mergedFigure(plan: Plan, indicator: PlannedIndicator, result: IndicatorResult, change: Change): Figure {
  const { unit, after } = change;
  const others = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => plan.unitIndex.get(id) ?? []).filter((place) => place !== unit);
  const othersHave = others(result.coverage.have);
  const othersMissing = others(result.coverage.missing);
  const parts = new Map<number, Part | null>();
  for (const place of othersHave) parts.set(place, readPart(result.parts[unitIdAt(plan, place)]));
  for (const [place, part] of after.parts) parts.set(place, part);
  const missing = [...othersMissing, ...after.missing].sort(ascending);
  const invalid = [...others(result.coverage.invalid), ...after.invalid].sort(ascending);
  const complete = missing.length === 0 && invalid.length === 0;
  const combined = combine(indicator, parts.values());
  const awaited =
    (othersMissing.length === 0 || awaitOnlyYearEnd(plan, indicator, result, change)) &&
    (after.missing.length === 0 || after.onlyYearEndMissing);
  return {
    have: [...othersHave, ...after.have].sort(ascending),
    missing,
    invalid,
    parts,
    value: complete ? combined : null,
    provisional: complete ? null : provisionalOf(plan, indicator, result, change, combined),
    notApplicable: complete && combined === null,
    onlyYearEndMissing: missing.length > 0 && awaited,
  };
}

const ascending = (a: number, b: number): number => a - b;

/** Whether the other units wait for year-end inputs alone: the view's verdict tells, unless the edited unit's part may have decided it. */
function awaitOnlyYearEnd(plan: Plan, indicator: PlannedIndicator, result: IndicatorResult, change: Change): boolean {
  if (result.verdict === 'not-due') return true;
  const ownDecided = !result.coverage.have.includes(unitIdAt(plan, change.unit)) && !change.before.onlyYearEndMissing;
  return ownDecided && indicator.inputs.some((input) => plan.inputs[input]?.due === 'year');
}

/**
 * A term sum's provisional figure counts every number there is, of units whose part is not complete too: those are what the view's
 * total has beyond the edited unit's own.
 */
function provisionalOf(
  plan: Plan,
  indicator: PlannedIndicator,
  result: IndicatorResult,
  change: Change,
  combined: Fraction | null,
): Fraction | null {
  if (indicator.formula.kind !== 'termSum') return combined;
  const total = result.value ?? result.provisional;
  const known = result.parts[unitIdAt(plan, change.unit)]?.value;
  const ownBefore = typeof known === 'number' ? simplestOf(known) : (change.before.value ?? change.before.provisional);
  const ownAfter = change.after.value ?? change.after.provisional;
  if (typeof total !== 'number') return ownAfter;
  const others = ownBefore === null ? simplestOf(total) : minus(simplestOf(total), ownBefore);
  if (ownAfter !== null) return plus(others, ownAfter);
  // Nothing beyond the unit's own: the others may have zeros or no number, which the view does not tell.
  return others.n === 0 && combined === null && ownBefore !== null ? null : others;
}
