/** What the tests of the pages share: a made-up resolution with nothing of the real one, and builders for results and pages. */
import { consolidate, type UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan, type Plan } from '../../shared/plan.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';
import type { IndicatorResult, Summary, UnitStatus } from '../../shared/wire.ts';
import { NO_FILTER } from './overview/filter.ts';
import type { OverviewProps } from './props.ts';

const input = (id: string, unit: string, decimals: 0 | 3 = 0): Resolution['inputs'][number] => ({
  id,
  by: 'ward',
  label: id,
  short: id,
  unit,
  kind: 'level',
  decimals,
  due: 'quarter',
  target: 1,
});

/** Two wards and an office; a ratio, a sum, a growth and a ceiling. */
export const MADE_UP: Resolution = {
  id: 'made-up',
  version: 3,
  title: 'Made up',
  commune: 'Thử Nghiệm',
  term: { baseline: '2030-Q4', firstYear: 2031, lastYear: 2032 },
  units: [
    { id: 'north', name: 'Phường Bắc', kind: 'ward' },
    { id: 'south', name: 'Phường Nam', kind: 'ward' },
    { id: 'desk', name: 'Văn phòng', kind: 'bureau' },
  ],
  kinds: [
    { id: 'ward', name: 'Phường' },
    { id: 'bureau', name: 'Văn phòng' },
  ],
  sections: [{ id: 'only', label: 'Mục duy nhất', source: { line: 1 } }],
  targets: [
    { number: 1, section: 'only', label: 'Cây xanh', source: { line: 2 } },
    { number: 2, section: 'only', label: 'Thu', source: { line: 3 } },
  ],
  inputs: [
    input('trees', 'cây'),
    input('healthyTrees', 'cây'),
    input('gardeners', 'người'),
    input('income', 'tỷ đồng', 3),
    input('incomeBefore', 'tỷ đồng', 3),
    { ...input('fires', 'vụ'), by: 'bureau', kind: 'flow' },
  ],
  indicators: [
    {
      id: 'healthy',
      target: 1,
      label: 'Tỷ lệ cây khỏe',
      formula: { kind: 'ratio', numerator: 'healthyTrees', denominator: 'trees' },
      goal: { direction: 'atLeast', value: 90, horizon: 'maintain' },
    },
    {
      id: 'tended',
      target: 1,
      label: 'Người chăm trên số cây',
      formula: { kind: 'ratio', numerator: 'gardeners', denominator: 'trees' },
      goal: { direction: 'atLeast', value: 10, horizon: 'maintain' },
    },
    {
      id: 'count',
      target: 1,
      label: 'Số cây',
      formula: { kind: 'sum', input: 'trees' },
      goal: { direction: 'atLeast', value: 100, horizon: 'maintain' },
    },
    {
      id: 'growth',
      target: 2,
      label: 'Tăng thu',
      formula: { kind: 'growth', current: 'income', previous: 'incomeBefore' },
      goal: { direction: 'atLeast', value: 5, stretch: 6, horizon: 'everyYear' },
    },
    {
      id: 'fires',
      target: 2,
      label: 'Số vụ cháy',
      formula: { kind: 'termSum', input: 'fires' },
      goal: { direction: 'atMost', value: 10, horizon: 'term' },
    },
  ],
  statements: [],
  readings: [],
};

export const PLAN: Plan = compilePlan(MADE_UP);
const NOW = '2031-03-31T03:32:00Z';

export function unitStatus(plan: Plan, id: string, state: UnitStatus['state']): UnitStatus {
  const name = plan.units.find((unit) => unit.id === id)?.name ?? id;
  const there = state !== 'none';
  return {
    id,
    name,
    state,
    revision: there ? 1 : null,
    updatedAt: there ? '2031-03-31T02:15:00Z' : null,
    updatedBy: there ? 'someone@demo.test' : null,
    errors: 0,
    warnings: 0,
  };
}

/** The summary of a period as the Worker would answer it, for reports that are all accepted. */
export function summaryOf(plan: Plan, reports: readonly UnitReport[], period: Period): Summary {
  const reported = new Set(reports.filter((report) => report.period === period).map((report) => report.unit));
  return {
    resolution: { id: plan.resolution.id, version: plan.resolution.version },
    period,
    locked: false,
    ledger: { index: 0, hash: '' },
    units: plan.units.map((unit) => unitStatus(plan, unit.id, reported.has(unit.id) ? 'accepted' : 'none')),
    ...consolidate(plan, reports, period),
  };
}

/** One indicator's result of the made-up plan in its first quarter. */
export function resultOf(id: string, reports: readonly UnitReport[]): IndicatorResult {
  const result = summaryOf(PLAN, reports, '2031-Q1').indicators.find((one) => one.id === id);
  if (result === undefined) throw new Error(`no indicator ${id}`);
  return result;
}

/** A ward's report of the first quarter. */
export function ward(unit: string, values: UnitReport['values']): UnitReport {
  return { unit, period: '2031-Q1', values };
}

export function overviewProps(plan: Plan, summary: Summary): OverviewProps {
  return {
    plan,
    summary,
    me: { email: 'viewer@demo.test', role: 'viewer', units: [], name: 'Người xem' },
    now: NOW,
    basis: 'latest',
    periods: [summary.period],
    sample: true,
    term: plan.periods.map(() => ({ indicators: summary.indicators })),
    filter: NO_FILTER,
    audit: [],
    sequence: 17,
  };
}

/** What a page says, without its markup and its charts' titles. */
export function wordsOf(html: string): string {
  return html
    .replace(/<title>.*?<\/title>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
