/** The rules of the resolution applied to what the sheet has, with the typed value in its place. */

import { asMalformed, malformedValue } from '../../../shared/malformed.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { findingsAbout, findingsOf, judgeSubmission, missingRequired } from '../../../shared/validate.ts';
import type { Reasons, Value, Values } from '../../../shared/values.ts';
import type { Finding } from '../../../shared/wire.ts';
import type { Selection } from '../../rpc.ts';
import { keyOf, type SidebarState } from './state.ts';

/** What is wrong with a value of an input of the unit in this period, worst first. A value that would be refused has no other findings. */
export function findingsFor(
  plan: Plan,
  unit: string,
  valuesIn: (period: Period) => Values,
  period: Period,
  input: InputDefinition,
  value: Value,
): readonly Finding[] {
  const refused = malformedValue(input, value);
  if (refused !== null) return [asMalformed(input.id, refused)];
  const values = { ...valuesIn(period), [input.id]: value };
  return findingsAbout(plan, { unit, period, values, current: valuesIn }, input.id);
}

/** The reasons of a period: the Worker's, with what was typed here over them. */
export function reasonsIn(state: Pick<SidebarState, 'syncs' | 'reasons'>, period: Period): Reasons {
  const reasons: Record<string, string> = { ...state.syncs[period]?.reasons };
  for (const [key, draft] of Object.entries(state.reasons)) {
    if (key.startsWith(`${period}/`) && draft.status !== 'typing') reasons[key.slice(period.length + 1)] = draft.text;
  }
  return reasons;
}

/** The text of one cell's reason as the person sees it. */
export function reasonText(state: Pick<SidebarState, 'syncs' | 'reasons'>, cell: Selection): string {
  return state.reasons[keyOf(cell)]?.text ?? state.syncs[cell.period]?.reasons[cell.input] ?? '';
}

export interface PeriodJudgement {
  /** Errors, warnings and notices of the whole period. */
  readonly findings: readonly Finding[];
  /** Inputs that are due and empty. */
  readonly missing: readonly Finding[];
  /** What stands in the way of a submission, warnings with a reason left out. */
  readonly blocking: readonly Finding[];
}

/** The whole period as the sheet has it now. */
export function judgePeriod(
  plan: Plan,
  unit: string,
  period: Period,
  valuesIn: (period: Period) => Values,
  reasons: Reasons,
): PeriodJudgement {
  const context = { unit, period, values: valuesIn(period), current: valuesIn };
  return {
    findings: findingsOf(plan, context),
    missing: missingRequired(plan, context),
    blocking: judgeSubmission(plan, context, reasons),
  };
}
