/** Whether figures of different years may be joined by a line. */
import { inputIdsOf, type Plan } from '../../../shared/plan.ts';

/** True of figures that are counted from the first of January on, but not over the whole term. */
export function beginsAnew(plan: Plan, indicator: string): boolean {
  const formula = plan.indicatorById.get(indicator)?.formula;
  if (formula === undefined || formula.kind === 'termSum') return false;
  return plan.inputById.get(inputIdsOf(formula)[0] ?? '')?.kind === 'flow';
}
