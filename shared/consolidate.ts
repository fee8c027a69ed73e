/**
 * Consolidation: from the current reports of all units to the figures and verdicts of one period. A pure function of the reports
 * and the plan; a long-lived holder keeps what a changed report does not touch.
 */
import { baselineBefore, goalIn } from './cases.ts';
import type { UnitReport } from './cells.ts';
import { communePlan } from './commune-plan.ts';
import { describe, describeUnits, shown } from './describe.ts';
import type { Fraction } from './exact.ts';
import { Figure, figureOf } from './figures.ts';
import type { Period } from './periods.ts';
import { type Plan, type PlannedIndicator, periodAt } from './plan.ts';
import { ReportTable } from './report-table.ts';
import { type Baseline, type Case, rankOf, verdictAt, verdictOf } from './verdicts.ts';
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
  readonly targets: readonly Verdict[];
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

/** What is known of an indicator in a period: its case, and what was made of it so far. */
class Entry implements Case {
  readonly indicator: PlannedIndicator;
  readonly elapsed: number;
  readonly quarters: number;
  readonly figure: Figure;
  goal: Fraction | null = null;
  /** Nothing has changed since it was reckoned. */
  isKnown = false;
  /** Its verdict's rank; -1 while it is not judged. */
  rank = -1;
  result: IndicatorResult | null = null;
  private readonly figureAt: (indicator: PlannedIndicator, period: number) => Figure;

  constructor(indicator: PlannedIndicator, elapsed: number, quarters: number, figureAt: Entry['figureAt']) {
    this.indicator = indicator;
    this.elapsed = elapsed;
    this.quarters = quarters;
    this.figure = new Figure(indicator);
    this.figureAt = figureAt;
  }

  get verdict(): Verdict {
    return verdictAt(rankOfEntry(this));
  }

  get baseline(): Baseline | null {
    return baselineBefore(this.indicator, this.elapsed, (period) => this.figureAt(this.indicator, period));
  }
}

/** The rank of what counts only where there is nothing else. */
const LAST_RANK = rankOf('baseline');

/**
 * The reports of a commune with what follows from them, computed when asked for and kept until a report that it depends on changes.
 * `put` replaces a unit's report of a period; reports of unknown units or periods are passed over.
 */
export class Consolidation {
  private readonly plan: Plan;
  private readonly table: ReportTable;
  /** By period and the indicator's place. */
  private readonly known: (Entry | undefined)[][] = [];

  constructor(plan: Plan) {
    this.plan = plan;
    this.table = new ReportTable(plan);
  }

  /** Replaces a report and forgets what depended on the inputs that changed. */
  put(report: UnitReport): void {
    const { plan } = this;
    const period = plan.periodIndex.get(report.period);
    const unit = plan.unitIndex.get(report.unit);
    if (period === undefined || unit === undefined) return;
    this.table.put(period, unit, report.values);
  }

  /** The consolidated view of a period. */
  at(period: Period): Consolidated {
    const entries = this.entriesAt(period);
    const targets = this.targetsOf(entries);
    return {
      indicators: entries.map((entry) => this.resultOf(entry)),
      targets: this.plan.resolution.targets.map(({ number }, at) => ({ number, verdict: targets[at] ?? 'baseline' })),
    };
  }

  /** The figures and verdicts of a period. */
  judge(period: Period): Judged {
    const entries = this.entriesAt(period);
    return { indicators: entries, targets: this.targetsOf(entries) };
  }

  private entriesAt(period: Period): Entry[] {
    const index = this.plan.periodIndex.get(period);
    if (index === undefined) throw new Error(`${period} is outside the term`);
    this.forgetChanged();
    return this.plan.indicators.map((indicator) => this.entry(indicator, index));
  }

  /** Earlier figures stand; a changed one and all later ones may have it as baseline, in their goal, as last value or in their term sum. */
  private forgetChanged(): void {
    const { table, known, plan } = this;
    for (let place = 0; place < plan.inputs.length; place++) {
      for (let period = table.changedFrom[place] ?? 0; period < known.length; period++) {
        const entries = known[period] ?? [];
        for (const indicator of plan.touches[place] ?? []) {
          const entry = entries[indicator];
          if (entry !== undefined) entry.isKnown = false;
        }
      }
    }
    table.clearChanges();
  }

  private entry(indicator: PlannedIndicator, period: number): Entry {
    const entry = this.known[period]?.[indicator.index] ?? this.open(indicator, period);
    if (!entry.isKnown) {
      const { table } = this;
      if (!tallyWhole(entry.figure, table, indicator, period)) figureOf(table, indicator, period, entry.figure);
      entry.goal = goalIn(table, indicator);
      entry.rank = -1;
      entry.result = null;
      entry.isKnown = true;
    }
    return entry;
  }

  private readonly figureAt = (indicator: PlannedIndicator, period: number): Figure =>
    this.entry(indicator, period).figure;

  private open(indicator: PlannedIndicator, period: number): Entry {
    const { known, plan } = this;
    while (known.length <= period) known.push(plan.indicators.map(() => undefined));
    const entry = new Entry(indicator, period, plan.periods.length - 1, this.figureAt);
    const entries = known[period] ?? [];
    entries[indicator.index] = entry;
    return entry;
  }

  private targetsOf(entries: readonly Entry[]): Verdict[] {
    const targets: Verdict[] = [];
    for (const places of communePlan(this.plan).judging) {
      let worst = LAST_RANK;
      for (const place of places) {
        const entry = entries[place];
        if (entry !== undefined) worst = Math.min(worst, rankOfEntry(entry));
      }
      targets.push(verdictAt(worst));
    }
    return targets;
  }

  private resultOf(entry: Entry): IndicatorResult {
    if (entry.result !== null) return entry.result;
    const { plan, table } = this;
    const { indicator, elapsed, figure } = entry;
    const last = figure.value === null ? this.lastOf(indicator, elapsed) : null;
    const units = describeUnits(plan, table, indicator, elapsed);
    entry.result = describe(plan, entry, entry.verdict, last, units);
    return entry.result;
  }

  private lastOf(indicator: PlannedIndicator, period: number): IndicatorResult['last'] {
    for (let earlier = period - 1; earlier >= 0; earlier--) {
      const entry = this.entry(indicator, earlier);
      const value = shown(indicator, entry.figure.value);
      if (value !== null) return { period: periodAt(this.plan, earlier), value, verdict: entry.verdict };
    }
    return null;
  }
}

function rankOfEntry(entry: Entry): number {
  if (entry.rank < 0) entry.rank = rankOf(verdictOf(entry));
  return entry.rank;
}
