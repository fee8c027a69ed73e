/** The resolution's formulas as texts for other engines, over the numbers of one period's reports in the first year of the term. */
import type { Consolidated, UnitReport } from '../../shared/consolidate.ts';
import { type Plan, type PlannedIndicator, plannedIndicator } from '../../shared/plan.ts';
import type { Value } from '../../shared/values.ts';

/**
 * An indicator's formula. In the term's first year a term sum is over that year alone, so every value follows from one period's reports.
 * @param sum how the engine adds up an input over the units that report it.
 */
export function formulaOf(
  indicator: PlannedIndicator,
  sum: (input: number, units: readonly number[]) => string,
): string {
  const [first = '', second = ''] = indicator.inputs.map((input) => sum(input, indicator.units));
  switch (indicator.kind) {
    case 'ratio':
      return `100*${first}/${second}`;
    case 'growth':
      return `100*(${first}/${second}-1)`;
    default:
      return first;
  }
}

/** What a report has of an input, as a number: of a flag 1 or 0. Null where it has none; every engine's sums pass that over. */
export function numberOf(report: UnitReport | undefined, input: string): number | null {
  const value: Value = report?.values[input] ?? null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : null;
}

/** Throws where an engine's values are not ours, to the digits that a binary fraction can keep; nothing is compared then. */
export function requireSameValues(plan: Plan, name: string, ours: Consolidated, theirs: readonly number[]): void {
  for (const [place, { id, value }] of ours.indicators.entries()) {
    const own = Number(value);
    const other = theirs[place] ?? Number.NaN;
    const near = Math.abs(own - other) <= 1e-9 * Math.max(1, Math.abs(own));
    if (value === null || !near) {
      throw new Error(`${name} has ${other} for ${plannedIndicator(plan, id)?.definition.label}, not ${value}`);
    }
  }
}
