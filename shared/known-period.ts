/** What is known of a period: each indicator's case, and what was made of it so far. */
import type { Fraction } from './exact.ts';
import { Figure } from './figures.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import { type Baseline, type Case, expectedOf, rankOf, verdictAt, verdictOf } from './verdicts.ts';
import type { IndicatorResult, TargetResult, Verdict } from './wire.ts';

/** Where an indicator's baseline is looked for. */
type BaselineOf = (indicator: PlannedIndicator, period: number) => Baseline | null;

/** One indicator in one period. Reckoned anew it is still the same object: nothing has to be thrown away with every report. */
export class KnownCase implements Case {
  readonly indicator: PlannedIndicator;
  readonly elapsed: number;
  readonly quarters: number;
  readonly figure: Figure;
  goal: Fraction | null = null;
  result: IndicatorResult | null = null;
  /** -1 while it is not judged. */
  private knownRank = -1;
  private knownExpected: Fraction | null = null;
  /** The goal and the baseline that it follows from; undefined while it was not asked for. */
  private expectedFor: Fraction | null | undefined = undefined;
  private expectedFrom: Baseline | null = null;
  private readonly baselineOf: BaselineOf;

  constructor(indicator: PlannedIndicator, elapsed: number, quarters: number, baselineOf: BaselineOf) {
    this.indicator = indicator;
    this.elapsed = elapsed;
    this.quarters = quarters;
    this.figure = new Figure(indicator);
    this.baselineOf = baselineOf;
  }

  get baseline(): Baseline | null {
    return this.baselineOf(this.indicator, this.elapsed);
  }

  /** Follows from the goal and the baseline alone, which most new figures leave as they are. */
  get expected(): Fraction | null {
    const { goal, baseline } = this;
    if (goal !== this.expectedFor || baseline !== this.expectedFrom) {
      this.expectedFor = goal;
      this.expectedFrom = baseline;
      this.knownExpected = expectedOf(this);
    }
    return this.knownExpected;
  }

  /** The verdict's, from the worst. */
  get rank(): number {
    if (this.knownRank < 0) this.knownRank = rankOf(verdictOf(this));
    return this.knownRank;
  }

  get verdict(): Verdict {
    return verdictAt(this.rank);
  }

  /** After its figure or goal was reckoned anew. */
  forgetVerdict(): void {
    this.knownRank = -1;
    this.result = null;
  }
}

/** All indicators in one period, by their places. */
export class KnownPeriod {
  /** Each is made when it is first asked for. */
  readonly cases: (KnownCase | undefined)[] = [];
  /** 1 where something has changed since the case was reckoned. */
  readonly isStale: Uint8Array;
  /** Where all of the period was asked for; of many only an indicator's baseline is. */
  view: KnownView | null = null;

  constructor({ indicators }: Plan) {
    this.isStale = new Uint8Array(indicators.length).fill(1);
  }

  forget(indicator: number): void {
    this.isStale[indicator] = 1;
    this.view?.forget(indicator);
  }
}

/** All that is told of one period, and what of it has to be brought up to date. */
export class KnownView {
  readonly indicators: KnownCase[] = [];
  readonly targets: TargetResult[];
  /** The places of what has changed since. */
  readonly stale: number[];
  /** 1 for each of these places. */
  private readonly isListed: Uint8Array;

  constructor({ indicators, resolution }: Plan) {
    this.targets = resolution.targets.map(({ number }) => ({ number, verdict: 'baseline' }));
    this.stale = indicators.map(({ index }) => index);
    this.isListed = new Uint8Array(indicators.length).fill(1);
  }

  forget(indicator: number): void {
    if (this.isListed[indicator] === 1) return;
    this.isListed[indicator] = 1;
    this.stale.push(indicator);
  }

  /** After it was brought up to date. */
  clearStale(): void {
    for (const place of this.stale) this.isListed[place] = 0;
    this.stale.length = 0;
  }

  /** Judges a target anew, from the places of its indicators; told by another object only where the verdict is another. */
  judgeTarget(target: number, indicators: readonly number[]): void {
    let worst = LAST_RANK;
    for (const place of indicators) worst = Math.min(worst, this.indicators[place]?.rank ?? worst);
    const verdict = verdictAt(worst);
    const told = this.targets[target];
    if (told !== undefined && told.verdict !== verdict) this.targets[target] = { number: told.number, verdict };
  }
}

/** The rank of what counts only where there is nothing else. */
const LAST_RANK = rankOf('baseline');
