/** Until when a goal is to be reached, in the words beside it. */
import type { Plan } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { HORIZON_WORDS } from '../../../shared/words.ts';

/** "duy trì", "hằng năm", "đến 2030", "cả nhiệm kỳ". */
export function horizonText(plan: Plan, { goal }: Pick<IndicatorResult, 'goal'>): string {
  return HORIZON_WORDS[goal.horizon](plan.resolution.term.lastYear);
}
