/** A report as rows: every input of the unit with its value, what it is compared with, what is wrong with it, and what it counts for. */
import { isExpected } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { type Value, valueIn } from '../../../shared/values.ts';
import type { Finding } from '../../../shared/wire.ts';
import { reasonIn } from '../../decide/changes.ts';
import type { ReportView } from './shown.ts';

/** Which rows are shown. */
export const ROW_CHOICES = ['all', 'issues', 'changes'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

export interface ReportRow {
  readonly input: InputDefinition;
  readonly value: Value;
  /** Whether an error touches it, so that it counts like a missing one. */
  readonly invalid: boolean;
  /** Whether the period asks for it. */
  readonly expected: boolean;
  /** Of the period before and the year before; null, too, where the unit has no report of it. */
  readonly before: Value;
  readonly yearBefore: Value;
  /** Its own, and the errors of a part that exceeds it. */
  readonly findings: readonly Finding[];
  readonly reason: string | null;
  /** What it was in the revision that it is compared with; null where it is the same. */
  readonly changed: { readonly from: Value } | null;
  readonly reasonChanged: { readonly from: string | null } | null;
  readonly formula: boolean;
  /** The numbers of the targets that it counts for, beside its own. */
  readonly alsoFeeds: readonly number[];
}

/** Every input of the unit in the resolution's order. */
export function rowsOf(plan: Plan, unit: string, period: Period, view: ReportView): ReportRow[] {
  const { current, sent, reference } = view;
  const formulas = new Set(sent.sending?.formulas ?? []);
  return inputsOf(plan, unit).map((input) => {
    const value = valueIn(current.values, input.id);
    const findings = current.findings.filter((finding) => isAbout(finding, input.id));
    const reason = reasonIn(current.reasons, input.id);
    const from = reference === null ? value : valueIn(reference.values, input.id);
    const reasonBefore = reference === null ? reason : reasonIn(reference.reasons, input.id);
    return {
      input,
      value,
      invalid: findings.some(({ severity }) => severity === 'error'),
      expected: isExpected(plan, input, period),
      before: valueIn(view.before?.values, input.id),
      yearBefore: valueIn(view.yearBefore?.values, input.id),
      findings,
      reason,
      changed: from === value ? null : { from },
      reasonChanged: reasonBefore === reason ? null : { from: reasonBefore },
      formula: formulas.has(input.id),
      alsoFeeds: targetsOf(plan, input).filter((number) => number !== input.target),
    };
  });
}

/** Whether a reviewer has to look at a row: an error, a warning, or a number that the period asks for and that is not there. */
export function hasIssue({ findings, expected, value }: ReportRow): boolean {
  return (
    (expected && value === null) || findings.some(({ severity }) => severity === 'error' || severity === 'warning')
  );
}

export function hasChange({ changed, reasonChanged }: ReportRow): boolean {
  return changed !== null || reasonChanged !== null;
}

export function chosenRows(rows: readonly ReportRow[], choice: RowChoice): readonly ReportRow[] {
  if (choice === 'all') return rows;
  return rows.filter(choice === 'issues' ? hasIssue : hasChange);
}

/** An error between a part and its whole concerns both. */
function isAbout({ input, other, severity }: Finding, id: string): boolean {
  return input === id || (other === id && severity === 'error');
}

function targetsOf(plan: Plan, input: InputDefinition): number[] {
  const touched = plan.touches[plan.inputIndex.get(input.id) ?? -1] ?? [];
  const numbers = touched.flatMap((index) => plan.indicators[index]?.definition.target ?? []);
  return [...new Set(numbers)].sort((one, other) => one - other);
}
