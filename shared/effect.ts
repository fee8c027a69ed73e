/**
 * What one typed value does: to its unit's figure and to the commune's, with verdict and shortfall, from the last consolidated view
 * and the unit's own values. Pure and quick enough for every keystroke; other units' reports are not needed, only their parts.
 */
import { CellTable, encodeCells, type UnitReport } from './cells.ts';
import { describe, describePart } from './consolidate.ts';
import { type Fraction, fractionOf, toThousandths } from './exact.ts';
import { combine, type Figure, figureOf, type Part } from './figures.ts';
import type { Period } from './periods.ts';
import type { Plan, PlannedIndicator } from './plan.ts';
import type { IndicatorDefinition } from './resolution/schema.ts';
import type { Value } from './values.ts';
import type { Case } from './verdicts.ts';
import type { IndicatorResult } from './wire.ts';

/** A unit's own figure; null values where it is not applicable. */
export type PartFigure = IndicatorResult['parts'][string];

export interface Effect {
  readonly indicator: IndicatorDefinition;
  /** The unit's own figure without and with the typed value; null while its part is not there. */
  readonly unitBefore: PartFigure | null;
  readonly unitAfter: PartFigure | null;
  /** The commune's: as the last view says, and with the unit's own part replaced. */
  readonly before: IndicatorResult;
  readonly after: IndicatorResult;
}

export interface Situation {
  /** The last consolidated view of the period that is edited. */
  readonly summary: { readonly period: Period; readonly indicators: readonly IndicatorResult[] };
  readonly unit: string;
  /** The unit's own values of every period, as its sheet has them; the edited period without the typed value. */
  readonly own: readonly UnitReport[];
  readonly input: string;
  /** The typed value. */
  readonly value: Value;
}

/** The effect on every indicator that the input feeds, in the resolution's order; none for an input that feeds none. */
export function effectsOf(plan: Plan, situation: Situation): Effect[] {
  const place = plan.inputIndex.get(situation.input);
  const unit = plan.unitIndex.get(situation.unit);
  const period = plan.periodIndex.get(situation.summary.period);
  if (place === undefined || unit === undefined || period === undefined) return [];
  const edited = withValue(situation);
  return (plan.touches[place] ?? []).flatMap((index) => {
    const indicator = plan.indicators[index];
    const before = situation.summary.indicators[index];
    if (indicator === undefined || before?.id !== indicator.definition.id) return [];
    const own = { ...indicator, units: [unit] };
    const partBefore = figureOf(plan, tableOf(plan, unit, situation.own), own, period);
    const partAfter = figureOf(plan, tableOf(plan, unit, edited), own, period);
    return {
      indicator: indicator.definition,
      unitBefore: ownPart(indicator, partBefore, unit),
      unitAfter: ownPart(indicator, partAfter, unit),
      before,
      after: replaced(plan, indicator, before, unit, partAfter, period),
    };
  });
}

function withValue(situation: Situation): readonly UnitReport[] {
  const { unit, input, value, own } = situation;
  const { period } = situation.summary;
  const current = own.find((report) => report.period === period);
  const edited = { unit, period, values: { ...current?.values, [input]: value } };
  return [...own.filter((report) => report !== current), edited];
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

/** The commune's indicator with one unit's part replaced; goal, baseline and expected figure stay as the view has them. */
function replaced(
  plan: Plan,
  indicator: PlannedIndicator,
  before: IndicatorResult,
  unit: number,
  own: Figure,
  period: number,
): IndicatorResult {
  const figure = mergedFigure(plan, indicator, before, unit, own);
  const one: Case = {
    indicator,
    figure,
    goal: goalOf(before),
    elapsed: period,
    quarters: plan.periods.length - 1,
    baseline: baselineOf(plan, before),
  };
  return describe(plan, one, figure.value === null ? before.last : null);
}

function mergedFigure(
  plan: Plan,
  indicator: PlannedIndicator,
  before: IndicatorResult,
  unit: number,
  own: Figure,
): Figure {
  const others = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => plan.unitIndex.get(id) ?? []).filter((place) => place !== unit);
  const parts = new Map<number, Part | null>();
  for (const place of others(before.coverage.have)) {
    const id = plan.units[place]?.id;
    if (id !== undefined) parts.set(place, partFrom(before.parts[id]));
  }
  for (const [place, part] of own.parts) parts.set(place, part);
  const missing = [...others(before.coverage.missing), ...own.missing];
  const invalid = [...others(before.coverage.invalid), ...own.invalid];
  const complete = missing.length === 0 && invalid.length === 0;
  const sum = combine(indicator, parts.values());
  return {
    have: [...others(before.coverage.have), ...own.have].sort((a, b) => a - b),
    missing: missing.sort((a, b) => a - b),
    invalid: invalid.sort((a, b) => a - b),
    parts,
    value: complete ? sum : null,
    provisional: complete ? null : sum,
    notApplicable: complete && sum === null,
    onlyYearEndMissing:
      missing.length > 0 &&
      (before.verdict === 'not-due' || own.missing.length === missing.length) &&
      (own.missing.length === 0 || own.onlyYearEndMissing),
  };
}

function partFrom(part: PartFigure | undefined): Part | null {
  if (part === undefined || (part.value === null && part.numerator === undefined)) return null;
  if (part.numerator !== undefined && part.denominator !== undefined) {
    return { numerator: toThousandths(part.numerator), denominator: toThousandths(part.denominator) };
  }
  if (typeof part.value === 'boolean') return { numerator: part.value ? 1 : 0, denominator: null };
  return { numerator: toThousandths(part.value ?? 0), denominator: null };
}

function goalOf(before: IndicatorResult): Fraction | null {
  const { value } = before.goal;
  if (value === null) return null;
  return typeof value === 'boolean' ? { n: 1, d: 1 } : exactly(value);
}

function baselineOf(plan: Plan, before: IndicatorResult): Case['baseline'] {
  if (before.baseline === null) return null;
  const elapsed = plan.periodIndex.get(before.baseline.period);
  return elapsed === undefined ? null : { elapsed, value: exactly(before.baseline.value) };
}

/** A double as the fraction that it was made from, to nine decimals: enough for every goal and percentage of the wire. */
function exactly(value: number): Fraction {
  const three = fractionOf(value);
  if (typeof three.n === 'number' && three.n / 1000 === value) return three;
  const scale = 1e9;
  const scaled = Math.round(value * scale);
  return Number.isSafeInteger(scaled) ? { n: scaled, d: scale } : three;
}
