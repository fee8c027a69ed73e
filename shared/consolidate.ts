/**
 * Consolidation: from the current reports of all units to the figures and verdicts of one period. A pure function of the reports
 * and the plan; a long-lived holder keeps what a changed report does not touch.
 */
import { baselineBefore, goalIn } from './cases.ts';
import type { UnitReport } from './cells.ts';
import { communePlan } from './commune-plan.ts';
import { describe, describeUnits, shown } from './describe.ts';
import { type Figure, figureOf } from './figures.ts';
import { KnownCase, KnownPeriod, KnownView } from './known-period.ts';
import type { Period } from './periods.ts';
import { type Plan, type PlannedIndicator, periodAt } from './plan.ts';
import { ReportTable } from './report-table.ts';
import type { Baseline } from './verdicts.ts';
import { tallyWhole } from './whole-figure.ts';
import type { IndicatorResult, TargetResult, Verdict } from './wire.ts';

export type { UnitReport } from './cells.ts';

/** All indicators and all targets, in the resolution's order. */
export interface Consolidated {
  readonly indicators: IndicatorResult[];
  readonly targets: TargetResult[];
}

/** What is decided of one period, before any of it is put into words: in the resolution's order. Stands until the next report. */
export interface Judged {
  readonly indicators: readonly { readonly figure: Figure; readonly verdict: Verdict }[];
  readonly targets: readonly TargetResult[];
}

/** The figures and verdicts of one period from all current reports. Throws on a period outside the term: a bug. */
export function consolidate(plan: Plan, reports: readonly UnitReport[], period: Period): Consolidated {
  return createConsolidation(plan, reports).at(period);
}

/** A holder that has taken in these reports; the later of two for the same unit and period counts. */
export function createConsolidation(plan: Plan, reports: readonly UnitReport[]): Consolidation {
  const consolidation = new Consolidation(plan);
  for (const report of reports) consolidation.put(report);
  return consolidation;
}

/**
 * The reports of a commune with what follows from them, computed when asked for and kept until a report that it depends on changes.
 * `put` replaces a unit's report of a period; reports of unknown units or periods are passed over.
 */
export class Consolidation {
  private readonly plan: Plan;
  private readonly table: ReportTable;
  /** By the period's place. */
  private readonly known: KnownPeriod[] = [];
  /** By the indicator's place: its earliest value is the baseline of every later period. */
  private readonly baselines: (Baseline | undefined)[] = [];

  constructor(plan: Plan) {
    this.plan = plan;
    this.table = new ReportTable(plan);
  }

  /** Replaces a report; what depended on the inputs that changed is forgotten when something is asked for. */
  put(report: UnitReport): void {
    const { plan } = this;
    const period = plan.periodIndex.get(report.period);
    const unit = plan.unitIndex.get(report.unit);
    if (period === undefined || unit === undefined) return;
    this.table.put(period, unit, report.values);
  }

  /** The consolidated view of a period. */
  at(period: Period): Consolidated {
    const { indicators, targets } = this.viewOf(period);
    return { indicators: indicators.map((one) => this.resultOf(one)), targets: [...targets] };
  }

  /** The figures and verdicts of a period. */
  judge(period: Period): Judged {
    return this.viewOf(period);
  }

  private viewOf(period: Period): KnownView {
    const { plan } = this;
    const index = plan.periodIndex.get(period);
    if (index === undefined) throw new Error(`${period} is outside the term`);
    this.forgetChanged();
    const known = this.knownAt(index);
    known.view ??= new KnownView(plan);
    const { view } = known;
    for (const place of view.stale) {
      const indicator = plan.indicators[place];
      if (indicator !== undefined) view.indicators[place] = this.caseOf(indicator, index);
    }
    const { judging, targetOf } = communePlan(plan);
    let judged = -1;
    for (const place of view.stale) {
      const target = targetOf[place] ?? -1;
      // Those of one target stand together, mostly.
      if (target !== judged) view.judgeTarget(target, judging[target] ?? []);
      judged = target;
    }
    view.clearStale();
    return view;
  }

  /** Earlier figures stand; a changed one and all later ones may have it as baseline, in their goal, as last value or in their term sum. */
  private forgetChanged(): void {
    const { table, known, baselines, plan } = this;
    for (const place of table.changed) {
      const touched = plan.touches[place] ?? [];
      const from = table.changedFrom[place] ?? 0;
      for (const indicator of touched) {
        if (from <= (baselines[indicator]?.elapsed ?? -1)) baselines[indicator] = undefined;
      }
      for (let period = from; period < known.length; period++) {
        for (const indicator of touched) known[period]?.forget(indicator);
      }
    }
    table.clearChanges();
  }

  private knownAt(period: number): KnownPeriod {
    const { known, plan } = this;
    while (known.length <= period) known.push(new KnownPeriod(plan));
    return known[period] ?? new KnownPeriod(plan);
  }

  private caseOf(indicator: PlannedIndicator, period: number): KnownCase {
    const { cases, isStale } = this.knownAt(period);
    const { index } = indicator;
    const one = cases[index] ?? new KnownCase(indicator, period, this.plan.periods.length - 1, this.baselineOf);
    if (isStale[index] === 1) {
      const { table } = this;
      if (!tallyWhole(one.figure, table, indicator, period)) figureOf(table, indicator, period, one.figure);
      one.goal = goalIn(table, indicator);
      one.forgetVerdict();
      cases[index] = one;
      isStale[index] = 0;
    }
    return one;
  }

  private readonly baselineOf = (indicator: PlannedIndicator, period: number): Baseline | null => {
    const known = this.baselines[indicator.index];
    if (known !== undefined && known.elapsed < period) return known;
    const found = baselineBefore(indicator, period, (earlier) => this.caseOf(indicator, earlier).figure);
    if (found !== null) this.baselines[indicator.index] = found;
    return found;
  };

  private resultOf(one: KnownCase): IndicatorResult {
    if (one.result !== null) return one.result;
    const { plan, table } = this;
    const { indicator, elapsed, figure } = one;
    const last = figure.value === null ? this.lastOf(indicator, elapsed) : null;
    const units = describeUnits(plan, table, indicator, elapsed);
    one.result = describe(plan, one, one.verdict, last, units);
    return one.result;
  }

  private lastOf(indicator: PlannedIndicator, period: number): IndicatorResult['last'] {
    for (let earlier = period - 1; earlier >= 0; earlier--) {
      const one = this.caseOf(indicator, earlier);
      const value = shown(indicator, one.figure.value);
      if (value !== null) return { period: periodAt(this.plan, earlier), value, verdict: one.verdict };
    }
    return null;
  }
}
