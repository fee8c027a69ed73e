/** Until when a goal is to be reached, in the words beside it. */
import type { Plan } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { TABLE_WORDS } from '../words.ts';

/** "duy trì", "hằng năm", "đến 2030", "cả nhiệm kỳ". */
export function horizonText(plan: Plan, { goal }: Pick<IndicatorResult, 'goal'>): string {
  const words = TABLE_WORDS.horizons;
  return goal.horizon === 'byEnd' ? words.byEnd(plan.resolution.term.lastYear) : words[goal.horizon];
}
