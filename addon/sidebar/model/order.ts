/** In which order the keyboard goes through the inputs of a period. */
import { expectedInputs } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import type { Values } from '../../../shared/values.ts';
import { valueIn } from '../../../shared/values.ts';
import type { Selection } from '../../rpc.ts';

/** The cell before or after this one among those expected that the workbook has; null past either end. */
export function neighbour(
  plan: Plan,
  unit: string,
  cell: Selection,
  step: 1 | -1,
  has: (cell: Selection) => boolean = () => true,
): Selection | null {
  const all = inputsOf(plan, unit);
  const expected = new Set(expectedInputs(plan, unit, cell.period).map((input) => input.id));
  const from = all.findIndex((input) => input.id === cell.input);
  for (let index = from + step; index >= 0 && index < all.length; index += step) {
    const input = all[index];
    if (input === undefined || !expected.has(input.id)) continue;
    const next = { period: cell.period, input: input.id };
    if (has(next)) return next;
  }
  return null;
}

/** Where to begin in a period: its first expected input without a value, else its first. */
export function firstCell(plan: Plan, unit: string, period: Period, values: Values): Selection | null {
  const expected = expectedInputs(plan, unit, period);
  const input = expected.find((one) => valueIn(values, one.id) === null) ?? expected[0];
  return input === undefined ? null : { period, input: input.id };
}

/** The latest earlier number of an input, valid or not: what a reading is compared with. */
export function lastNumber(
  plan: Plan,
  valuesIn: (period: Period) => Values,
  cell: Selection,
): { readonly period: Period; readonly value: number } | null {
  const index = plan.periods.indexOf(cell.period);
  for (let at = index - 1; at >= 0; at--) {
    const period = plan.periods[at];
    const value = period === undefined ? null : valueIn(valuesIn(period), cell.input);
    if (period !== undefined && typeof value === 'number') return { period, value };
  }
  return null;
}
