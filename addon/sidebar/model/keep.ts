/** "Giữ như kỳ trước": which levels could stay as they were, and which ones were kept and still wait for a person's word. */

import { expectedInputs } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { type Value, type Values, valueIn } from '../../../shared/values.ts';
import { cellAt } from './cells.ts';
import { keyOf, type SidebarState } from './state.ts';

export interface Keepable {
  readonly input: InputDefinition;
  readonly value: Exclude<Value, null>;
}

/** The level of the period just before; null where the input is no level or the period before has none. */
export function levelBefore(
  plan: Plan,
  valuesIn: (period: Period) => Values,
  period: Period,
  input: InputDefinition,
): Keepable['value'] | null {
  const previous = plan.periods[plan.periods.indexOf(period) - 1];
  return input.kind !== 'level' || previous === undefined ? null : valueIn(valuesIn(previous), input.id);
}

interface Sheet extends Pick<SidebarState, 'readings' | 'pending'> {
  /** The keys of the cells whose fields hold a text that is not in the sheet. */
  readonly typedInto: readonly string[];
}

/** The levels that this period asks for, whose cells and fields are empty, and that the period before has; in order. */
export function keepables(
  plan: Plan,
  unit: string,
  period: Period,
  valuesIn: (period: Period) => Values,
  sheet: Sheet,
): readonly Keepable[] {
  return expectedInputs(plan, unit, period).flatMap((input) => {
    const cell = { period, input: input.id };
    const held = cellAt(sheet, cell);
    if (held.status !== 'value' || held.value !== null || sheet.typedInto.includes(keyOf(cell))) return [];
    const value = levelBefore(plan, valuesIn, period, input);
    return value === null ? [] : [{ input, value }];
  });
}

/** The inputs whose value was only kept: not confirmed, and not overwritten by what is on its way. */
export function unconfirmedIn(
  state: Pick<SidebarState, 'syncs' | 'readings' | 'pending' | 'confirmed'>,
  period: Period,
): readonly string[] {
  return (state.syncs[period]?.unconfirmed ?? []).filter((input) => {
    const key = keyOf({ period, input });
    const held = cellAt(state, { period, input });
    return !(key in state.pending) && !(key in state.confirmed) && held.status === 'value' && held.value !== null;
  });
}
