/**
 * What one typed value does: to its unit's figure and to the commune's, with verdict and shortfall, from the last consolidated view
 * and the unit's own values. Pure and quick enough for every keystroke; other units' reports are not needed, only their parts.
 */
import { CellTable, encodeCells, type UnitReport } from './cells.ts';
import { describe, describePart, readPart } from './consolidate.ts';
import { type Fraction, fractionOf, hasDecimals, minus, plus } from './exact.ts';
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

/** The edited unit's own figure, all units but it left out. */
interface Change {
  readonly unit: number;
  readonly before: Figure;
  readonly after: Figure;
}

/** The effect on every indicator that the input feeds, in the resolution's order; none for an input that feeds none. */
export function effectsOf(plan: Plan, situation: Situation): Effect[] {
  const place = plan.inputIndex.get(situation.input);
  const unit = plan.unitIndex.get(situation.unit);
  const period = plan.periodIndex.get(situation.summary.period);
  if (place === undefined || unit === undefined || period === undefined) return [];
  const tableBefore = tableOf(plan, unit, situation.own);
  const tableAfter = tableOf(plan, unit, withValue(situation));
  return (plan.touches[place] ?? []).flatMap((index) => {
    const indicator = plan.indicators[index];
    const before = situation.summary.indicators[index];
    if (indicator === undefined || before?.id !== indicator.definition.id) return [];
    const alone = { ...indicator, units: [unit] };
    const change: Change = {
      unit,
      before: figureOf(plan, tableBefore, alone, period),
      after: figureOf(plan, tableAfter, alone, period),
    };
    return {
      indicator: indicator.definition,
      unitBefore: ownPart(indicator, change.before, unit),
      unitAfter: ownPart(indicator, change.after, unit),
      before,
      after: replaced(plan, indicator, before, change, period),
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
  change: Change,
  period: number,
): IndicatorResult {
  const figure = mergedFigure(plan, indicator, before, change);
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

/** What the edited unit's part becomes, among the parts of the others as the view has them. */
function mergedFigure(plan: Plan, indicator: PlannedIndicator, before: IndicatorResult, change: Change): Figure {
  const { unit, after } = change;
  const others = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => plan.unitIndex.get(id) ?? []).filter((place) => place !== unit);
  const parts = new Map<number, Part | null>();
  for (const place of others(before.coverage.have)) {
    parts.set(place, readPart(before.parts[plan.units[place]?.id ?? '']));
  }
  for (const [place, part] of after.parts) parts.set(place, part);
  const othersMissing = others(before.coverage.missing);
  const missing = [...othersMissing, ...after.missing].sort(ascending);
  const invalid = [...others(before.coverage.invalid), ...after.invalid].sort(ascending);
  const complete = missing.length === 0 && invalid.length === 0;
  const combined = combine(indicator, parts.values());
  const awaited =
    (othersMissing.length === 0 || awaitOnlyYearEnd(plan, indicator, before, change)) &&
    (after.missing.length === 0 || after.onlyYearEndMissing);
  return {
    have: [...others(before.coverage.have), ...after.have].sort(ascending),
    missing,
    invalid,
    parts,
    value: complete ? combined : null,
    provisional: complete ? null : provisionalOf(plan, indicator, before, change, combined),
    notApplicable: complete && combined === null,
    onlyYearEndMissing: missing.length > 0 && awaited,
  };
}

const ascending = (a: number, b: number): number => a - b;

/** Whether the other units wait for year-end inputs alone: the view's verdict tells, unless the edited unit's part may have decided it. */
function awaitOnlyYearEnd(plan: Plan, indicator: PlannedIndicator, before: IndicatorResult, change: Change): boolean {
  if (before.verdict === 'not-due') return true;
  const id = plan.units[change.unit]?.id ?? '';
  const ownDecided = !before.coverage.have.includes(id) && !change.before.onlyYearEndMissing;
  if (!ownDecided) return false;
  return indicator.inputs.some((input) => plan.inputs[input]?.due === 'year');
}

/**
 * A term sum's provisional figure counts every number there is, of units whose part is not complete too: those are what the view's
 * provisional figure has beyond the edited unit's own.
 */
function provisionalOf(
  plan: Plan,
  indicator: PlannedIndicator,
  before: IndicatorResult,
  change: Change,
  combined: Fraction | null,
): Fraction | null {
  if (indicator.formula.kind !== 'termSum') return combined;
  const own = plan.units[change.unit]?.id ?? '';
  const total = before.value ?? before.provisional;
  const known = before.parts[own]?.value;
  const ownBefore = typeof known === 'number' ? exactly(known) : (change.before.value ?? change.before.provisional);
  const ownAfter = change.after.value ?? change.after.provisional;
  if (typeof total !== 'number') return ownAfter;
  const others = ownBefore === null ? exactly(total) : minus(exactly(total), ownBefore);
  if (ownAfter !== null) return plus(others, ownAfter);
  return isNothing(others) && combined === null ? null : others;
}

function isNothing(value: Fraction): boolean {
  return value.n === 0;
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

/** A double as a fraction: the decimal of three places that it was made from, else its own binary value. */
function exactly(value: number): Fraction {
  const decimal = fractionOf(value);
  if (hasDecimals(value, 3)) return decimal;
  let n = value;
  let d = 1;
  while (!Number.isInteger(n) && d < 2 ** 52) {
    n *= 2;
    d *= 2;
  }
  return Number.isSafeInteger(n) ? { n, d } : decimal;
}
