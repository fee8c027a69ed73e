/** How far the reports reach: after it figures are only carried on. */
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';

/** The place of the last of these periods, counted from the baseline; 0 where there is none. */
export function lastReported(plan: Plan, periods: readonly Period[]): number {
  return Math.max(0, ...periods.map((period) => plan.periodIndex.get(period) ?? 0));
}
