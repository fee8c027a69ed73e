/** What the tests of the reports' pages share: a unit's revisions of the real resolution, described as the service would. */
import type { Period } from '../../../shared/periods.ts';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import { findingsOf } from '../../../shared/validate.ts';
import type { Values } from '../../../shared/values.ts';
import type { ReportProps } from '../report.tsx';
import type { DescribedRevision, ReportView } from './shown.ts';

export const plan = compilePlan(chiengMung());
export const UNIT = 'muong-bang';
export const PERIOD: Period = '2026-Q2';
/** Looks like a sheet's formula, markup and a text that turns its line around. */
export const HOSTILE = `=HYPERLINK("//x")<script>alert(1)</script><img src=x onerror=alert(1)>&"'\u202Eabc`;

export function revisionOf(
  values: Values,
  over: Partial<DescribedRevision> = {},
  earlier: Readonly<Partial<Record<Period, Values>>> = {},
): DescribedRevision {
  return {
    revision: 1,
    state: 'draft',
    sheet: 'sheet-muong-bang',
    values,
    reasons: {},
    contentHash: '0123456789abcdef'.repeat(4),
    at: '2026-07-03T03:32:00.000Z',
    by: 'reporter.muong-bang@demo.test',
    reason: null,
    sending: { via: 'person', editors: null, formulas: [] },
    findings: findingsOf(plan, { unit: UNIT, period: PERIOD, values, current: (period) => earlier[period] }),
    ...over,
  };
}

/** A report that nothing was before. */
export function viewOf(current: DescribedRevision, over: Partial<ReportView> = {}): ReportView {
  return { current, sent: current, reference: null, lastReturn: null, before: null, yearBefore: null, ...over };
}

export function reportProps(view: ReportView | null, over: Partial<ReportProps> = {}): ReportProps {
  return {
    plan,
    me: { email: 'reviewer@demo.test', role: 'reviewer', units: [], name: null },
    now: '2026-07-03T05:00:00.000Z',
    sample: true,
    unit: UNIT,
    period: PERIOD,
    rows: 'all',
    view,
    lock: null,
    targets: [],
    done: null,
    refused: null,
    sequence: 7,
    ...over,
  };
}
