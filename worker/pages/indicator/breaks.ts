/** Where the standard changes that an indicator is measured by. */
import { type Period, yearOf } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { IndicatorDefinition } from '../../../shared/resolution/schema.ts';

export type Break = NonNullable<IndicatorDefinition['breaks']>[number];

/** In their order; none of most indicators. */
export function breaksOf(plan: Plan, indicator: string): readonly Break[] {
  return plan.indicatorById.get(indicator)?.breaks ?? [];
}

/** Which of its standards a period's figure is measured by, counted from 0. */
export function standardAt(breaks: readonly Break[], period: Period): number {
  return breaks.filter(({ year }) => year <= yearOf(period)).length;
}
