/** What one revision of a report changed: its values, what is wrong with them, their reasons, its state. */
import type { Plan } from '../../../shared/plan.ts';
import type { Finding, ReportState } from '../../../shared/wire.ts';
import { changesOf, type ReasonChange, reasonChangesOf, type ValueChange } from '../../decide/changes.ts';
import type { DescribedRevision } from '../report/shown.ts';

/** A revision and the one that it followed; null for the first. */
export interface HistoryStep {
  readonly revision: DescribedRevision;
  readonly before: DescribedRevision | null;
}

/** In the resolution's order; `from` is the state before where it was another. */
export interface StepChanges {
  readonly from: ReportState | 'none' | null;
  readonly values: readonly ValueChange[];
  readonly reasons: readonly ReasonChange[];
  /** Findings that the revision brought, and those that it did away with. */
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
}

export function changesIn(plan: Plan, { revision, before }: HistoryStep): StepChanges {
  const known = before?.findings ?? [];
  const inOrder = <T extends { readonly input: string }>(items: readonly T[]): T[] =>
    [...items].sort((one, other) => placeOf(plan, one.input) - placeOf(plan, other.input));
  return {
    from: before?.state === revision.state ? null : (before?.state ?? 'none'),
    values: inOrder(changesOf(before?.values ?? {}, revision.values)),
    reasons: inOrder(reasonChangesOf(before?.reasons ?? {}, revision.reasons)),
    came: inOrder(without(revision.findings, known)),
    went: inOrder(without(known, revision.findings)),
  };
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !others.some((other) => isSame(finding, other)));
}

/** The message names values, which change while the matter stays. */
function isSame(one: Finding, other: Finding): boolean {
  return one.input === other.input && one.other === other.other && one.code === other.code;
}

function placeOf(plan: Plan, input: string): number {
  return plan.inputIndex.get(input) ?? plan.inputs.length;
}
