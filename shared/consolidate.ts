/**
 * Consolidation: from the current reports of all units to the figures and verdicts of one period. A pure function of the reports
 * and the plan; a long-lived holder keeps what a changed report does not touch.
 */
import { CellTable, changedPlaces, encodeCells, type UnitReport } from './cells.ts';
import { describe, periodAt } from './describe.ts';
import { add, type Fraction, fraction, SCALE, times } from './exact.ts';
import { type Figure, figureOf } from './figures.ts';
import type { Period } from './periods.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import { type Baseline, type Case, worstOf } from './verdicts.ts';
import type { IndicatorResult, TargetResult } from './wire.ts';

export type { UnitReport } from './cells.ts';

/** All indicators and all targets, in the resolution's order. */
export interface Consolidated {
  readonly indicators: IndicatorResult[];
  readonly targets: TargetResult[];
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
  private readonly table: CellTable;
  private readonly figures: (Figure | undefined)[][];
  private readonly results: (IndicatorResult | undefined)[][];

  constructor(plan: Plan) {
    this.plan = plan;
    this.table = new CellTable(plan);
    this.figures = plan.indicators.map(() => []);
    this.results = plan.indicators.map(() => []);
  }

  /** Replaces a report and forgets what depended on the inputs that changed. */
  put(report: UnitReport): void {
    const period = this.plan.periodIndex.get(report.period);
    const unit = this.plan.unitIndex.get(report.unit);
    if (period === undefined || unit === undefined) return;
    const cells = encodeCells(this.plan, report.values);
    const changed = changedPlaces(this.table.at(period, unit), cells);
    this.table.set(period, unit, cells);
    for (const place of changed) {
      for (const index of this.plan.touches[place] ?? []) this.forget(index, period);
    }
  }

  /** The consolidated view of a period. */
  at(period: Period): Consolidated {
    const index = this.plan.periodIndex.get(period);
    if (index === undefined) throw new Error(`${period} is outside the term`);
    const indicators = this.plan.indicators.map((indicator) => this.result(indicator, index));
    return { indicators, targets: targetsOf(this.plan, indicators) };
  }

  /** Earlier figures stand; this and all later ones may have it as baseline, in their goal, as last value or in their term sum. */
  private forget(index: number, period: number): void {
    this.figures[index]?.splice(period);
    this.results[index]?.splice(period);
  }

  private figure(indicator: PlannedIndicator, period: number): Figure {
    const known = this.figures[indicator.index];
    const figure = known?.[period] ?? figureOf(this.plan, this.table, indicator, period);
    if (known !== undefined) known[period] = figure;
    return figure;
  }

  private result(indicator: PlannedIndicator, period: number): IndicatorResult {
    const known = this.results[indicator.index];
    const result = known?.[period] ?? this.judge(indicator, period);
    if (known !== undefined) known[period] = result;
    return result;
  }

  private judge(indicator: PlannedIndicator, period: number): IndicatorResult {
    const figure = this.figure(indicator, period);
    const goal = this.goalOf(indicator);
    const baseline = this.baselineOf(indicator, period);
    const one: Case = { indicator, figure, goal, elapsed: period, quarters: this.plan.periods.length - 1, baseline };
    return describe(this.plan, one, this.lastOf(indicator, figure, period));
  }

  /** A constant of the text, or a share of the baseline's sum where every unit gave a number. */
  private goalOf(indicator: PlannedIndicator): Fraction | null {
    if (indicator.baselineGoal === null) return indicator.fixedGoal;
    let sum: Fraction['n'] = 0;
    for (const unit of indicator.units) {
      const code = this.table.cell(0, unit, indicator.baselineGoal.input);
      if (code < 0) return null;
      sum = add(sum, code);
    }
    return times(indicator.baselineGoal.share, fraction(sum, SCALE));
  }

  private baselineOf(indicator: PlannedIndicator, period: number): Baseline | null {
    if (indicator.goal.horizon !== 'byEnd' || indicator.formula.kind === 'flag') return null;
    for (let elapsed = 0; elapsed < period; elapsed++) {
      const { value } = this.figure(indicator, elapsed);
      if (value !== null) return { elapsed, value };
    }
    return null;
  }

  private lastOf(indicator: PlannedIndicator, figure: Figure, period: number): IndicatorResult['last'] {
    if (figure.value !== null) return null;
    for (let earlier = period - 1; earlier >= 0; earlier--) {
      if (this.figure(indicator, earlier).value === null) continue;
      const { value, verdict } = this.result(indicator, earlier);
      return value === null ? null : { period: periodAt(this.plan, earlier), value, verdict };
    }
    return null;
  }
}

/** The verdict of every target from the results of all indicators. */
export function targetsOf(plan: Plan, indicators: readonly IndicatorResult[]): TargetResult[] {
  return plan.resolution.targets.map(({ number }) => ({
    number,
    verdict: worstOf(indicators.filter((result) => result.target === number).map((result) => result.verdict)),
  }));
}
