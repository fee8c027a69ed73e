/**
 * What one typed value does: to its unit's figure and to the commune's, with verdict, shortfall and the target's verdict, from the last
 * consolidated view and the unit's own values. What does not change while a person types is made once, so that every keystroke may ask.
 */
import { type Cells, CellTable, changedPlaces, encodeCells, type UnitReport } from './cells.ts';
import { describe, describePart } from './describe.ts';
import { add, type Fraction, fraction, SCALE, simplestOf, times, toThousandths } from './exact.ts';
import { type Figure, figureOf } from './figures.ts';
import { mergedFigure } from './merged-figure.ts';
import type { Period } from './periods.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import type { IndicatorDefinition } from './resolution/schema.ts';
import { type Value, type Values, valueIn } from './values.ts';
import { type Case, worstOf } from './verdicts.ts';
import type { IndicatorResult, Verdict } from './wire.ts';

/** A unit's own figure; null values where it is not applicable. */
export type PartFigure = IndicatorResult['parts'][string];

/** The effect on one indicator. */
export interface Effect {
  readonly indicator: IndicatorDefinition;
  /** The unit's own figure without and with the typed value; null while its part is not there. */
  readonly unitBefore: PartFigure | null;
  readonly unitAfter: PartFigure | null;
  /** The commune's: as the last view says, and with the unit's own part replaced. */
  readonly before: IndicatorResult;
  readonly after: IndicatorResult;
  /** The verdict of the indicator's target before and after, all effects of the typed value taken together. */
  readonly target: { readonly number: number; readonly before: Verdict; readonly after: Verdict };
}

/** What is known before a value is typed. */
export interface Situation {
  /** The last consolidated view of the period that is edited. */
  readonly summary: { readonly period: Period; readonly indicators: readonly IndicatorResult[] };
  readonly unit: string;
  /** The unit's own values of every period, as its sheet has them; the edited period without the typed value. */
  readonly own: readonly UnitReport[];
}

/**
 * The effects of one input's typed value: on every indicator that it feeds, in the resolution's order, then on those that an
 * error between a part and its whole leaves without the unit's part, or its end gives back. None for an input that feeds no indicator.
 */
export type WhatIf = (input: string, value: Value) => readonly Effect[];

/** Prepares for any number of typed values in one situation. Units, periods and inputs that the plan does not know have no effect. */
export function whatIf(plan: Plan, situation: Situation): WhatIf {
  const unit = plan.unitIndex.get(situation.unit);
  const period = plan.periodIndex.get(situation.summary.period);
  if (unit === undefined || period === undefined) return () => [];
  return new Prepared(plan, situation, unit, period).of;
}

class Prepared {
  private readonly plan: Plan;
  private readonly results: readonly IndicatorResult[];
  private readonly unit: number;
  private readonly period: number;
  private readonly values: Values;
  private readonly row: Cells | undefined;
  private readonly table: CellTable;
  private readonly figures = new Map<number, Figure>();

  constructor(plan: Plan, situation: Situation, unit: number, period: number) {
    this.plan = plan;
    this.results = situation.summary.indicators;
    this.unit = unit;
    this.period = period;
    this.table = tableOf(plan, unit, situation.own);
    this.row = this.table.at(period, unit);
    this.values = situation.own.find((report) => report.period === situation.summary.period)?.values ?? {};
  }

  readonly of: WhatIf = (input, value) => {
    const place = this.plan.inputIndex.get(input);
    if (place === undefined) return [];
    const row = encodeCells(this.plan, { ...this.values, [input]: value });
    const touched = this.touchedBy(place, row);
    // Asked before the row is changed: each is computed once and kept.
    for (const { indicator } of touched) this.figureBefore(indicator);
    this.table.set(this.period, this.unit, row);
    const effects = touched.map(({ indicator, result }) => this.effectOn(indicator, result, input, value));
    this.table.set(this.period, this.unit, this.row);
    return effects.map((effect) => ({ ...effect, target: this.targetOf(effect, effects) }));
  };

  /** What the input feeds; and what its whole or its parts feed, where a part is now above its whole or no longer is: both are invalid. */
  private touchedBy(place: number, row: Cells): { indicator: PlannedIndicator; result: IndicatorResult }[] {
    const indexes = [place, ...changedPlaces(this.row, row)].flatMap((changed) => this.plan.touches[changed] ?? []);
    return [...new Set(indexes)].flatMap((index) => this.known(index));
  }

  /** The indicator and what the view says of it; none where the unit does not report it or the view is of another resolution. */
  private known(index: number): { indicator: PlannedIndicator; result: IndicatorResult }[] {
    const indicator = this.plan.indicators[index];
    const result = this.results[index];
    if (indicator === undefined || result?.id !== indicator.definition.id) return [];
    return indicator.units.includes(this.unit) ? [{ indicator, result }] : [];
  }

  private effectOn(
    indicator: PlannedIndicator,
    before: IndicatorResult,
    input: string,
    value: Value,
  ): Omit<Effect, 'target'> {
    const change = { unit: this.unit, before: this.figureBefore(indicator), after: this.ownFigure(indicator) };
    const figure = mergedFigure(this.plan, indicator, before, change);
    const one: Case = {
      indicator,
      figure,
      goal: goalOf(indicator, before, this.baselineMove(indicator, input, value)),
      elapsed: this.period,
      quarters: this.plan.periods.length - 1,
      baseline: baselineOf(this.plan, before),
    };
    return {
      indicator: indicator.definition,
      unitBefore: ownPart(indicator, change.before, this.unit),
      unitAfter: ownPart(indicator, change.after, this.unit),
      before,
      after: describe(this.plan, one, figure.value === null ? before.last : null),
    };
  }

  private figureBefore(indicator: PlannedIndicator): Figure {
    const figure = this.figures.get(indicator.index) ?? this.ownFigure(indicator);
    this.figures.set(indicator.index, figure);
    return figure;
  }

  private ownFigure(indicator: PlannedIndicator): Figure {
    return figureOf(this.plan, this.table, { ...indicator, units: [this.unit] }, this.period);
  }

  /** By how many thousandths the typed value moves the baseline's sum that a goal is a share of; null where it takes it away. */
  private baselineMove(indicator: PlannedIndicator, input: string, value: Value): number | null {
    const of = indicator.baselineGoal?.input;
    if (this.period !== 0 || of === undefined || this.plan.inputs[of]?.id !== input) return 0;
    const before = valueIn(this.values, input);
    if (typeof before !== 'number' || typeof value !== 'number') return null;
    return toThousandths(value) - toThousandths(before);
  }

  private targetOf({ before }: Omit<Effect, 'target'>, effects: readonly Omit<Effect, 'target'>[]): Effect['target'] {
    const number = before.target;
    const results = this.results.filter((result) => result.target === number);
    const after = results.map((result) => effects.find((one) => one.before === result)?.after ?? result);
    return {
      number,
      before: worstOf(results.map((result) => result.verdict)),
      after: worstOf(after.map((result) => result.verdict)),
    };
  }
}

function tableOf(plan: Plan, unit: number, own: readonly UnitReport[]): CellTable {
  const table = new CellTable(plan);
  for (const report of own) {
    const period = plan.periodIndex.get(report.period);
    if (period !== undefined) table.set(period, unit, encodeCells(plan, report.values));
  }
  return table;
}

function ownPart(indicator: PlannedIndicator, figure: Figure, unit: number): PartFigure | null {
  const part = figure.parts.get(unit);
  return part === undefined ? null : describePart(indicator, part);
}

/** The text's goal; or the share of the baseline's sum, which is read back from the goal that the view names. */
function goalOf(indicator: PlannedIndicator, before: IndicatorResult, move: number | null): Fraction | null {
  const { baselineGoal } = indicator;
  if (baselineGoal === null) return indicator.fixedGoal;
  const { value } = before.goal;
  if (typeof value !== 'number' || move === null) return null;
  const share = Number(baselineGoal.share.n) / Number(baselineGoal.share.d);
  return times(baselineGoal.share, fraction(add(toThousandths(value / share), move), SCALE));
}

function baselineOf(plan: Plan, before: IndicatorResult): Case['baseline'] {
  if (before.baseline === null) return null;
  const elapsed = plan.periodIndex.get(before.baseline.period);
  return elapsed === undefined ? null : { elapsed, value: simplestOf(before.baseline.value) };
}
