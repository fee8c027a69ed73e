/** Which inputs a period asks of a unit, and how many of them are there. */
import type { Period } from './periods.ts';
import { inputsOf, isDue, type Plan } from './plan.ts';
import type { InputDefinition } from './resolution/schema.ts';
import { type Values, valueIn } from './values.ts';

/** The inputs that this period asks of the unit: those due in it; in the baseline also those that set a pace. */
export function expectedInputs(plan: Plan, unit: string, period: Period): readonly InputDefinition[] {
  return inputsOf(plan, unit).filter((input) => isExpected(plan, input, period));
}

/** Whether a period asks for an input: it is due, or, in the baseline, sets a pace. */
export function isExpected(plan: Plan, input: InputDefinition, period: Period): boolean {
  return isDue(plan, input, period) || (period === plan.resolution.term.baseline && plan.byEndInputs.has(input.id));
}

/** How far a report of a period is. */
export interface Completeness {
  /** How many of the expected inputs have something: a number, a yes or no, or "not applicable". */
  readonly entered: number;
  readonly expected: number;
}

/** Nothing is there where there is no report. */
/** Counts what is there of what is expected; a unit that the plan does not know is asked for nothing. */
export function completenessOf(plan: Plan, unit: string, period: Period, values: Values | undefined): Completeness {
  const expected = expectedInputs(plan, unit, period);
  return { entered: expected.filter(({ id }) => valueIn(values, id) !== null).length, expected: expected.length };
}
