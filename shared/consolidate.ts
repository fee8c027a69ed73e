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
  private readonly baselineOf: (indicator: PlannedIndicator, period: number) => Baseline | null;

  constructor(indicator: PlannedIndicator, elapsed: number, quarters: number, baselineOf: Entry['baselineOf']) {
    this.indicator = indicator;
    this.elapsed = elapsed;
    this.quarters = quarters;
    this.figure = new Figure(indicator);
    this.baselineOf = baselineOf;
  }

  get verdict(): Verdict {
    return verdictAt(rankOfEntry(this));
  }

  get baseline(): Baseline | null {
    return this.baselineOf(this.indicator, this.elapsed);
  }
}

/** The rank of what counts only where there is nothing else. */
const LAST_RANK = rankOf('baseline');

/** What was asked for of a period: kept, and brought up to date when it is asked for again. */
interface View extends Judged {
  readonly indicators: Entry[];
  readonly targets: TargetResult[];
  /** The indicators, by their places, that have changed since. */
  readonly stale: number[];
}

function newView({ indicators, resolution }: Plan): View {
  return {
    indicators: [],
    targets: resolution.targets.map(({ number }) => ({ number, verdict: 'baseline' })),
    stale: indicators.map(({ index }) => index),
  };
}

/**
 * The reports of a commune with what follows from them, computed when asked for and kept until a report that it depends on changes.
 * `put` replaces a unit's report of a period; reports of unknown units or periods are passed over.
 */
export class Consolidation {
  private readonly plan: Plan;
  private readonly table: ReportTable;
  /** By period and the indicator's place. */
  private readonly known: (Entry | undefined)[][] = [];
  /** By the indicator's place: its earliest value is the baseline of every later period. */
  private readonly baselines: (Baseline | undefined)[] = [];
  /** By period. */
  private readonly views: (View | undefined)[] = [];

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
    const { indicators, targets } = this.viewOf(period);
    return { indicators: indicators.map((entry) => this.resultOf(entry)), targets: [...targets] };
  }

  /** The figures and verdicts of a period. */
  judge(period: Period): Judged {
    return this.viewOf(period);
  }

  private viewOf(period: Period): View {
    const { plan, views } = this;
    const index = plan.periodIndex.get(period);
    if (index === undefined) throw new Error(`${period} is outside the term`);
    this.forgetChanged();
    const view = views[index] ?? newView(plan);
    views[index] = view;
    const { indicators, targets, stale } = view;
    if (stale.length === 0) return view;
    const { judging, targetOf } = communePlan(plan);
    for (const place of stale) {
      const indicator = plan.indicators[place];
      if (indicator !== undefined) indicators[place] = this.entry(indicator, index);
    }
    let judged = -1;
    for (const place of stale) {
      const target = targetOf[place] ?? -1;
      // Those of one target stand together, mostly.
      if (target !== judged) judgeTarget(targets, target, worstIn(indicators, judging[target] ?? []));
      judged = target;
    }
    stale.length = 0;
    return view;
  }

  /** Earlier figures stand; a changed one and all later ones may have it as baseline, in their goal, as last value or in their term sum. */
  private forgetChanged(): void {
    const { table, known, views, baselines, plan } = this;
    for (const place of table.changed) {
      const touched = plan.touches[place] ?? [];
      const from = table.changedFrom[place] ?? 0;
      for (const indicator of touched) {
        if (from <= (baselines[indicator]?.elapsed ?? -1)) baselines[indicator] = undefined;
      }
      for (let period = from; period < known.length; period++) {
        const entries = known[period] ?? [];
        const stale = views[period]?.stale;
        for (const indicator of touched) {
          const entry = entries[indicator];
          if (entry?.isKnown !== true) continue;
          entry.isKnown = false;
          stale?.push(indicator);
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

  private readonly baselineOf = (indicator: PlannedIndicator, period: number): Baseline | null => {
    const known = this.baselines[indicator.index];
    if (known !== undefined && known.elapsed < period) return known;
    const found = baselineBefore(indicator, period, (earlier) => this.entry(indicator, earlier).figure);
    if (found !== null) this.baselines[indicator.index] = found;
    return found;
  };

  private open(indicator: PlannedIndicator, period: number): Entry {
    const { known, plan } = this;
    while (known.length <= period) known.push(plan.indicators.map(() => undefined));
    const entry = new Entry(indicator, period, plan.periods.length - 1, this.baselineOf);
    const entries = known[period] ?? [];
    entries[indicator.index] = entry;
    return entry;
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

function worstIn(entries: readonly Entry[], places: readonly number[]): Verdict {
  let worst = LAST_RANK;
  for (const place of places) {
    const entry = entries[place];
    if (entry !== undefined) worst = Math.min(worst, rankOfEntry(entry));
  }
  return verdictAt(worst);
}

/** Another object only where the verdict is another. */
function judgeTarget(targets: TargetResult[], place: number, verdict: Verdict): void {
  const told = targets[place];
  if (told !== undefined && told.verdict !== verdict) targets[place] = { number: told.number, verdict };
}
