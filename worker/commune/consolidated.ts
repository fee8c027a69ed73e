/** The current reports of the commune in memory, on both bases, and the summary that follows from them. */

import { type AuditFinding, auditBaseline, auditText } from '../../shared/audit.ts';
import { type Consolidation, createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import { type Plan, unitName } from '../../shared/plan.ts';
import { findingsOf, isUnexplained } from '../../shared/validate.ts';
import type { Values } from '../../shared/values.ts';
import { BASES, type Basis, type Finding, type Summary, type UnitStatus } from '../../shared/wire.ts';
import type { Head } from '../store/chain.ts';
import type { Revision } from '../store/revisions.ts';

export interface Consolidated {
  /** Takes a new current revision in. Only after its transaction has ended well. */
  put(revision: Revision): void;
  current(unit: string, period: Period): Revision | undefined;
  valuesOf(unit: string): (period: Period) => Values | undefined;
  findings(revision: Revision): Finding[];
  /** How far a unit is with its report of a period. */
  status(unit: string, period: Period): UnitStatus;
  /** The periods that have a report, in order. */
  periods(): Period[];
  /** What the resolution's text and the baseline's reports imply of its goals, for the targets' notes. */
  audit(basis: Basis): readonly AuditFinding[];
  /** All figures and verdicts of every period of the plan, in order. */
  term(basis: Basis): readonly Pick<Summary, 'indicators' | 'targets'>[];
  summary(period: Period, basis: Basis, frame: { readonly locked: boolean; readonly head: Head }): Summary;
}

export function consolidated(plan: Plan, revisions: readonly Revision[]): Consolidated {
  const current = new Map(revisions.map((revision) => [keyOf(revision.unit, revision.period), revision]));
  const on = (basis: Basis): Consolidation =>
    createConsolidation(
      plan,
      revisions.map((each) => countedOn(basis, each)),
    );
  const bases: Readonly<Record<Basis, Consolidation>> = { latest: on('latest'), accepted: on('accepted') };
  const text = auditText(plan);
  const valuesOf = (unit: string) => (period: Period) => current.get(keyOf(unit, period))?.values;
  const findings = ({ unit, period, values }: Revision): Finding[] =>
    findingsOf(plan, { unit, period, values, current: valuesOf(unit) });
  const status = (unit: string, period: Period): UnitStatus =>
    statusOf(unit, unitName(plan, unit), current.get(keyOf(unit, period)), findings);
  return {
    put: (revision) => {
      current.set(keyOf(revision.unit, revision.period), revision);
      for (const basis of BASES) bases[basis].put(countedOn(basis, revision));
    },
    current: (unit, period) => current.get(keyOf(unit, period)),
    valuesOf,
    findings,
    status,
    periods: () => plan.periods.filter((period) => plan.units.some(({ id }) => current.has(keyOf(id, period)))),
    audit: (basis) => {
      const { baseline } = plan.resolution.term;
      const counted = (unit: string): Values | undefined => {
        const revision = current.get(keyOf(unit, baseline));
        return revision === undefined ? undefined : countedOn(basis, revision).values;
      };
      return [...text, ...auditBaseline(plan, bases[basis].at(baseline).indicators, counted)];
    },
    term: (basis) => plan.periods.map((period) => bases[basis].at(period)),
    summary: (period, basis, { locked, head }) => ({
      resolution: { id: plan.resolution.id, version: plan.resolution.version },
      period,
      locked,
      ledger: { index: head.index, hash: head.hash },
      units: plan.units.map(({ id }) => status(id, period)),
      ...bases[basis].at(period),
    }),
  };
}

/** A report on a basis: where it does not count it is as if every value were not there yet. */
function countedOn(basis: Basis, { unit, period, values, state }: Revision): UnitReport {
  return { unit, period, values: basis === 'latest' || state === 'accepted' ? values : {} };
}

function statusOf(
  id: string,
  name: string,
  revision: Revision | undefined,
  findingsOfRevision: (revision: Revision) => Finding[],
): UnitStatus {
  if (revision === undefined) {
    return { id, name, state: 'none', revision: null, updatedAt: null, updatedBy: null, errors: 0, warnings: 0 };
  }
  const found = findingsOfRevision(revision);
  return {
    id,
    name,
    state: revision.state,
    revision: revision.revision,
    updatedAt: revision.at,
    updatedBy: revision.by,
    errors: found.filter(({ severity }) => severity === 'error').length,
    warnings: found.filter((finding) => isUnexplained(finding, revision.reasons)).length,
  };
}

function keyOf(unit: string, period: Period): string {
  return `${period} ${unit}`;
}
