/**
 * What one typed value does: to its unit's figure and to the commune's, with verdict, shortfall and the target's verdict, from the last
 * consolidated view and the unit's own values. What does not change while a person types is made once, so that every keystroke may ask.
 */

import { baselineBefore, goalIn } from './cases.ts';
import {
  type Cells,
  CellTable,
  codeOf,
  emptyCells,
  isContradicted,
  markContradictions,
  readReported,
  type UnitReport,
} from './cells.ts';
import { describe, describePart, describeUnits, type Units } from './describe.ts';
import { add, type Fraction, fraction, SCALE, simplestOf, times, toThousandths } from './exact.ts';
import { type Figure, figureOf, partOf, type UnitPart } from './figures.ts';
import { mergedFigure, mergedUnits, type Others, type Own, othersIn } from './merged-figure.ts';
import type { Period } from './periods.ts';
import { INVALID, MISSING, type Plan, type PlannedIndicator } from './plan.ts';
import type { IndicatorDefinition } from './resolution/schema.ts';
import type { Value } from './values.ts';
import { type Case, expectedOf, verdictOf, worstOf } from './verdicts.ts';
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
  /** The last consolidated view of the period that is edited; of null nothing but the unit's own reports is known. */
  readonly summary: { readonly period: Period; readonly indicators: readonly IndicatorResult[] | null };
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

/** What stays as it is on one indicator, whatever is typed. */
interface Ground {
  readonly indicator: PlannedIndicator;
  /** The indicator as if this unit alone reported it. */
  readonly alone: PlannedIndicator;
  readonly before: IndicatorResult;
  readonly others: Others;
  readonly unitBefore: PartFigure | null;
  readonly baseline: Case['baseline'];
  /** All that the view says of the indicator's target. */
  readonly results: readonly IndicatorResult[];
  readonly targetBefore: Verdict;
}

class Prepared {
  private readonly plan: Plan;
  private readonly results: readonly IndicatorResult[] | null;
  private readonly unit: number;
  private readonly period: number;
  private readonly table: CellTable;
  /** The edited period's values: as reported, and with what contradicts each other made invalid. */
  private reported: Cells;
  private readonly row: Cells;
  /** By the indicator's place; null where the unit does not report it or the view is of another resolution. */
  private readonly grounds: (Ground | null | undefined)[] = [];
  /** Those of what an input feeds, by its place. */
  private readonly groundsAt: (readonly Ground[])[] = [];

  constructor(plan: Plan, situation: Situation, unit: number, period: number) {
    this.plan = plan;
    this.results = situation.summary.indicators;
    this.unit = unit;
    this.period = period;
    this.table = new CellTable(plan);
    this.reported = emptyCells(plan);
    for (const report of situation.own) {
      const index = plan.periodIndex.get(report.period);
      if (index === undefined) continue;
      const row = this.table.rowOf(index, unit).fill(MISSING);
      readReported(plan, unit, report.values, row);
      if (index === period) this.reported = row.slice();
      markContradictions(plan, row);
    }
    this.row = this.table.rowOf(period, unit);
  }

  readonly of: WhatIf = (input, value) => {
    const { plan, row, reported } = this;
    const place = plan.inputIndex.get(input);
    if (place === undefined) return [];
    // Asked before the row is changed: each ground is made once and kept.
    const spots = [place, ...(plan.related[place] ?? [])].map((at) => ({
      at,
      code: row[at] ?? 0,
      grounds: this.groundsOf(at),
    }));
    const old = reported[place] ?? 0;
    reported[place] = codeOf(value);
    for (const { at } of spots) row[at] = isContradicted(plan, reported, at) ? INVALID : (reported[at] ?? 0);
    const touched = new Set(
      spots.flatMap(({ at, code, grounds }) => (at === place || row[at] !== code ? grounds : [])),
    );
    const after = [...touched].map((ground) => this.after(ground, this.baselineMove(ground, place, old)));
    reported[place] = old;
    for (const { at, code } of spots) row[at] = code;
    return after.map((one) => effectOf(one, after));
  };

  private groundsOf(place: number): readonly Ground[] {
    this.groundsAt[place] ??= (this.plan.touches[place] ?? []).flatMap((index) => {
      const ground = this.grounds[index] === undefined ? this.prepare(index) : this.grounds[index];
      this.grounds[index] = ground;
      return ground ?? [];
    });
    return this.groundsAt[place];
  }

  private prepare(index: number): Ground | null {
    const { plan, unit } = this;
    const indicator = plan.indicators[index];
    if (indicator === undefined || !indicator.units.includes(unit)) return null;
    const before = this.results === null ? this.viewOf(indicator) : this.results[index];
    if (before?.id !== indicator.definition.id) return null;
    const alone = { ...indicator, units: [unit] };
    const own = this.ownOf(alone);
    const results = (this.results ?? [before]).filter(({ target }) => target === before.target);
    return {
      indicator,
      alone,
      before,
      others: othersIn(plan, indicator, before, unit, own),
      unitBefore: ownPart(indicator, own.part),
      baseline: baselineOf(plan, before),
      results,
      targetBefore: worstOf(results),
    };
  }

  /** What a view would say if no other unit had reported yet, but for the last value. */
  private viewOf(indicator: PlannedIndicator): IndicatorResult {
    const { plan, table, period } = this;
    const figureAt = (at: number): Figure => figureOf(table, indicator, at);
    const baseline = baselineBefore(indicator, period, figureAt);
    const units = describeUnits(plan, table, indicator, period);
    return this.describe(figureAt(period), goalIn(table, indicator), baseline, null, units);
  }

  private describe(
    figure: Figure,
    goal: Case['goal'],
    baseline: Case['baseline'],
    last: IndicatorResult['last'],
    units: Units,
  ): IndicatorResult {
    const { plan, period } = this;
    const { indicator } = figure;
    const course = { indicator, goal, elapsed: period, quarters: plan.periods.length - 1, baseline };
    const one = { ...course, figure, expected: expectedOf(course) };
    return describe(plan, one, verdictOf(one), last, units);
  }

  private ownOf(alone: PlannedIndicator): Own {
    const { table, period, unit } = this;
    return { part: partOf(table, alone, period, unit), figure: figureOf(table, alone, period) };
  }

  private after(ground: Ground, move: number | null): Reckoned {
    const { indicator, before, others, baseline } = ground;
    const own = this.ownOf(ground.alone);
    const figure = mergedFigure(indicator, others, own);
    const last = figure.value === null ? before.last : null;
    const units = mergedUnits(this.plan, indicator, others, own);
    const after = this.describe(figure, goalOf(indicator, before, move), baseline, last, units);
    return { ground, unitAfter: ownPart(indicator, own.part), after };
  }

  /** By how many thousandths the typed value moves the baseline's sum that a goal is a share of; null where it takes it away. */
  private baselineMove({ indicator }: Ground, place: number, before: number): number | null {
    if (this.period !== 0 || indicator.baselineGoal?.input !== place) return 0;
    const after = this.reported[place] ?? MISSING;
    return before < 0 || after < 0 ? null : after - before;
  }
}

/** An indicator with the typed value. */
interface Reckoned {
  readonly ground: Ground;
  readonly unitAfter: PartFigure | null;
  readonly after: IndicatorResult;
}

/** @param all with the same typed value: others of them may count for the same target. */
function effectOf({ ground, unitAfter, after }: Reckoned, all: readonly Reckoned[]): Effect {
  const { indicator, before, results, targetBefore, unitBefore } = ground;
  const changed = results.map((result) => all.find((one) => one.ground.before === result)?.after ?? result);
  const target = { number: before.target, before: targetBefore, after: worstOf(changed) };
  return { indicator: indicator.definition, unitBefore, unitAfter, before, after, target };
}

function ownPart(indicator: PlannedIndicator, part: UnitPart): PartFigure | null {
  return typeof part === 'object' ? describePart(indicator, part) : null;
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
