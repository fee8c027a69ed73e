/** Where an indicator leads if it goes on as it went so far. A straight line: an answer to "is it enough?", no forecast. */
import { type Plan, periodAt } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import type { Projected } from '../charts/trajectory.ts';
import { breaksOf, standardAt } from './breaks.ts';

/**
 * From the newest final figure to the end of the term: for a term's total from nothing at its beginning, for a state from its baseline.
 * Null for a goal of every period or year, which no line leads to, for flags, where there is no way behind or before it, and where the
 * standard has changed on the way.
 * @param results one for each period of the plan, as far as the page shows them.
 */
export function projectedOf(plan: Plan, results: readonly IndicatorResult[]): Projected | null {
  const elapsed = results.findLastIndex(({ value }) => typeof value === 'number');
  const result = results[elapsed];
  const end = plan.periods.length - 1;
  if (result === undefined || typeof result.value !== 'number' || elapsed === end) return null;
  const start = startOf(plan, result);
  if (start === null || start.elapsed >= elapsed) return null;
  const breaks = breaksOf(plan, result.id);
  if (standardAt(breaks, periodAt(plan, start.elapsed)) !== standardAt(breaks, periodAt(plan, elapsed))) return null;
  const perQuarter = (result.value - start.value) / (elapsed - start.elapsed);
  const value = result.value + perQuarter * (end - elapsed);
  return {
    from: { elapsed, value: result.value },
    to: { elapsed: end, value: result.unit === '%' ? Math.min(100, Math.max(0, value)) : Math.max(0, value) },
  };
}

function startOf(plan: Plan, { goal, baseline }: IndicatorResult): Projected['from'] | null {
  if (goal.horizon === 'term') return { elapsed: 0, value: 0 };
  if (goal.horizon !== 'byEnd' || baseline === null) return null;
  return { elapsed: plan.periodIndex.get(baseline.period) ?? 0, value: baseline.value };
}
