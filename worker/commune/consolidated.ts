/** The current reports of the commune in memory, on both bases, and the summary that follows from them. */

import { type AuditFinding, auditBaseline, auditText } from '../../shared/audit.ts';
import { type Consolidation, createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Values } from '../../shared/values.ts';
import { BASES, type Basis, type Finding, type Summary, type UnitStatus } from '../../shared/wire.ts';
import type { Head } from '../store/chain.ts';
import type { Revision } from '../store/revision.ts';
import { type SummaryWriter, summaryWriter } from './summary-text.ts';
import { unitStatuses } from './unit-statuses.ts';

export interface Consolidated {
  /** Takes a new current revision in. Only after its transaction has ended well. */
  put(revision: Revision): void;
  current(unit: string, period: Period): Revision | undefined;
  valuesOf(unit: string): (period: Period) => Values | undefined;
  /** What is found in a revision, whether it is still the current one or not. */
  findings(revision: Revision): readonly Finding[];
  /** How far a unit is with its report of a period. */
  status(unit: string, period: Period): UnitStatus;
  /** The periods that have a report, in order. */
  periods(): Period[];
  /** What the resolution's text and the baseline's reports imply of its goals, for the targets' notes. */
  audit(basis: Basis): readonly AuditFinding[];
  /** All figures and verdicts of every period of the plan, in order. */
  term(basis: Basis): readonly Pick<Summary, 'indicators' | 'targets'>[];
  summary(period: Period, basis: Basis, frame: Frame): Summary;
  /** The same as JSON, of which what no report has changed since the last time is kept. */
  summaryText(period: Period, basis: Basis, frame: Frame): string;
}

/** What a summary says beside figures. */
interface Frame {
  readonly locked: boolean;
  readonly head: Head;
}

export function consolidated(plan: Plan, revisions: readonly Revision[]): Consolidated {
  const current = new Map<string, Map<Period, Revision>>();
  const keep = (revision: Revision): void => {
    const own = current.get(revision.unit) ?? new Map<Period, Revision>();
    current.set(revision.unit, own.set(revision.period, revision));
  };
  for (const revision of revisions) keep(revision);
  const on = (basis: Basis): Consolidation =>
    createConsolidation(
      plan,
      revisions.map((each) => countedOn(basis, each)),
    );
  const bases: Readonly<Record<Basis, Consolidation>> = { latest: on('latest'), accepted: on('accepted') };
  const text = auditText(plan);
  const currentOf = (unit: string, period: Period): Revision | undefined => current.get(unit)?.get(period);
  const valuesOf = (unit: string) => (period: Period) => currentOf(unit, period)?.values;
  const statuses = unitStatuses(plan, currentOf);
  const writers = new Map<string, SummaryWriter>();
  const summary = (period: Period, basis: Basis, { locked, head }: Frame): Summary => ({
    resolution: { id: plan.resolution.id, version: plan.resolution.version },
    period,
    locked,
    ledger: { index: head.index, hash: head.hash },
    units: plan.units.map(({ id }) => statuses.of(id, period)),
    ...bases[basis].at(period),
  });
  return {
    put: (revision) => {
      const was = currentOf(revision.unit, revision.period);
      keep(revision);
      statuses.changed(revision);
      for (const basis of BASES) {
        const report = countedOn(basis, revision);
        // One draft after another: on the accepted basis both are the same nothing.
        if (was === undefined || countedOn(basis, was).values !== report.values) bases[basis].put(report);
      }
    },
    current: currentOf,
    valuesOf,
    findings: statuses.findings,
    status: statuses.of,
    periods: () => plan.periods.filter((period) => plan.units.some(({ id }) => currentOf(id, period) !== undefined)),
    audit: (basis) => {
      const { baseline } = plan.resolution.term;
      const counted = (unit: string): Values | undefined => {
        const revision = currentOf(unit, baseline);
        return revision === undefined ? undefined : countedOn(basis, revision).values;
      };
      return [...text, ...auditBaseline(plan, bases[basis].at(baseline).indicators, counted)];
    },
    term: (basis) => plan.periods.map((period) => bases[basis].at(period)),
    summary,
    summaryText: (period, basis, frame) => {
      const key = `${basis} ${period}`;
      const write = writers.get(key) ?? summaryWriter(plan);
      writers.set(key, write);
      return write(summary(period, basis, frame));
    },
  };
}

const NOTHING: Values = {};

/** A report on a basis: where it does not count it is as if every value were not there yet. */
function countedOn(basis: Basis, { unit, period, values, state }: Revision): UnitReport {
  return { unit, period, values: basis === 'latest' || state === 'accepted' ? values : NOTHING };
}
