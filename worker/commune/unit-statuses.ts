/** How far each unit is with its report of each period, and what is found in it: what stands in a summary beside its figures. */
import type { Period } from '../../shared/periods.ts';
import { type Plan, unitName } from '../../shared/plan.ts';
import { findingsAfter, findingsOf, isUnexplained, type ReportContext } from '../../shared/validate.ts';
import type { Finding, UnitStatus } from '../../shared/wire.ts';
import type { Revision } from '../store/revision.ts';

export interface UnitStatuses {
  of(unit: string, period: Period): UnitStatus;
  /** What is found in a revision, whether it is still the current one or not, beside the unit's other current reports. */
  findings(revision: Revision): readonly Finding[];
  /** A unit has a new current report: what was known of the one before it is of use, of the unit's other periods nothing is. */
  changed(revision: Revision): void;
}

/** A status, and what it was counted from. */
interface Counted {
  readonly status: UnitStatus;
  readonly values: Revision['values'];
  readonly findings: readonly Finding[];
}

/** @param currentOf the current report of a unit and period. */
export function unitStatuses(
  plan: Plan,
  currentOf: (unit: string, period: Period) => Revision | undefined,
): UnitStatuses {
  const none = new Map(plan.units.map(({ id, name }) => [id, noReport(id, name)]));
  const counted = new Map<string, Map<Period, Counted>>();
  /** Of the report that a unit's newest one took the place of, while no other period of the unit has changed since. */
  const before = new Map<string, { readonly period: Period; readonly was: Counted }>();

  const contextOf = ({ unit, period, values }: Revision): ReportContext => ({
    unit,
    period,
    values,
    current: (other) => currentOf(unit, other)?.values,
  });

  function count(revision: Revision): Counted {
    const { unit, period, values } = revision;
    const context = contextOf(revision);
    const earlier = before.get(unit);
    const findings = earlier?.period === period ? findingsAfter(plan, context, earlier.was) : findingsOf(plan, context);
    return { status: statusOf(unitName(plan, unit), revision, findings), values, findings };
  }

  /** Of a current revision, counted once. */
  function countedOf(revision: Revision): Counted {
    const { unit, period } = revision;
    const known = counted.get(unit) ?? new Map<Period, Counted>();
    const one = known.get(period) ?? count(revision);
    counted.set(unit, known.set(period, one));
    return one;
  }

  return {
    of: (unit, period) => {
      const revision = currentOf(unit, period);
      return revision === undefined
        ? (none.get(unit) ?? noReport(unit, unitName(plan, unit)))
        : countedOf(revision).status;
    },
    findings: (revision) =>
      revision === currentOf(revision.unit, revision.period)
        ? countedOf(revision).findings
        : findingsOf(plan, contextOf(revision)),
    // A finding may look at the unit's other periods: one changed report takes all of the unit's statuses away.
    changed: ({ unit, period }) => {
      const was = counted.get(unit)?.get(period);
      if (was !== undefined) before.set(unit, { period, was });
      else if (before.get(unit)?.period !== period) before.delete(unit);
      counted.delete(unit);
    },
  };
}

function noReport(id: string, name: string): UnitStatus {
  return { id, name, state: 'none', revision: null, updatedAt: null, updatedBy: null, errors: 0, warnings: 0 };
}

function statusOf(name: string, revision: Revision, findings: readonly Finding[]): UnitStatus {
  return {
    id: revision.unit,
    name,
    state: revision.state,
    revision: revision.revision,
    updatedAt: revision.at,
    updatedBy: revision.by,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter((finding) => isUnexplained(finding, revision.reasons)).length,
  };
}
