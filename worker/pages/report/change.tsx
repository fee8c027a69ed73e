/** "38 hộ → 41 hộ": an input's value before and after, in words. */
import { formatValue } from '../../../shared/display.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Value } from '../../../shared/values.ts';
import { Arrow } from '../arrow.tsx';

interface ChangeProps {
  readonly plan: Plan;
  readonly input: string;
  readonly from: Value;
  readonly to: Value;
}

/** With the input's unit of measure; an input that the plan does not know has none. */
export function ChangeOf({ plan, input, from, to }: ChangeProps) {
  const unit = plan.inputById.get(input)?.unit ?? '';
  return (
    <span class="change">
      {formatValue(from, unit)} <Arrow /> {formatValue(to, unit)}
    </span>
  );
}

/** An input's short name as people read it; its id where the plan does not know it. */
export function inputName(plan: Plan, input: string): string {
  return plan.inputById.get(input)?.short ?? input;
}
