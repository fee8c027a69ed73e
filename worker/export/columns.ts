/** The columns of an export: for each its head, its width, and what it says of an indicator. Read the list to see the table. */
import { decimalsBeside, goalText } from '../../shared/display.ts';
import { decimalsOf, roundAsShown } from '../../shared/number-format.ts';
import { indicatorLabel, type Plan } from '../../shared/plan.ts';
import type { IndicatorResult, Summary } from '../../shared/wire.ts';
import { NO, periodName, VERDICT_WORDS, YES } from '../../shared/words.ts';
import { againstGoalText } from '../pages/indicator/against-goal.ts';
import { coverageOf } from '../pages/indicator/coverage.ts';
import { figureOf } from '../pages/indicator/figure.ts';
import { horizonText } from '../pages/indicator/horizon.ts';
import { EXPORT_WORDS } from '../words.ts';
import { type Cell, count, EMPTY, number, text } from './cells.ts';

export interface Column {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (result: IndicatorResult) => Cell;
}

const { heads } = EXPORT_WORDS;

/** Percentages are numbers in percent points, as in the summary; the column of units says "%". */
export function columnsOf(plan: Plan, summary: Summary): readonly Column[] {
  const coverage = (result: IndicatorResult) => coverageOf(plan, result, summary.units);
  return [
    { head: heads.target, width: 12, cell: (result) => count(result.target) },
    { head: heads.targetLabel, width: 34, cell: (result) => text(targetLabel(plan, result)) },
    { head: heads.indicator, width: 40, cell: ({ id }) => text(indicatorLabel(plan, id)) },
    { head: heads.unit, width: 12, cell: ({ unit }) => text(unit) },
    { head: heads.goal, width: 18, cell: ({ goal, unit }) => text(goalText(goal, unit)) },
    { head: heads.horizon, width: 14, cell: (result) => text(horizonText(plan, result)) },
    { head: heads.goalValue, width: 14, cell: ({ goal }) => bound(goal.value) },
    { head: heads.value, width: 14, cell: valueCell },
    { head: heads.provisional, width: 14, cell: (result) => figure(result, result.provisional) },
    { head: heads.absolute, width: 24, cell: (result) => text(figureOf(plan, result).absolute) },
    { head: heads.expected, width: 16, cell: expectedCell },
    { head: heads.against, width: 24, cell: (result) => text(againstGoalText(result)) },
    { head: heads.verdict, width: 20, cell: ({ verdict }) => text(VERDICT_WORDS[verdict]) },
    { head: heads.coverage, width: 14, cell: (result) => text(coverage(result).share) },
    { head: heads.missing, width: 26, cell: (result) => text(coverage(result).missing) },
    { head: heads.invalid, width: 26, cell: (result) => text(coverage(result).invalid) },
    { head: heads.standing, width: 14, cell: (result) => text(coverage(result).standing) },
    { head: heads.last, width: 14, cell: (result) => figure(result, result.last?.value ?? null) },
    { head: heads.lastPeriod, width: 22, cell: (result) => lastPeriodCell(plan, result) },
    ...plan.units.map(({ id, name }) => ({
      head: name,
      width: 14,
      cell: (result: IndicatorResult) => partCell(result, id),
    })),
  ];
}

function targetLabel(plan: Plan, { target }: IndicatorResult): string | null {
  return plan.resolution.targets.find(({ number: own }) => own === target)?.label ?? null;
}

/** Where nothing applies the cell says so: left empty it would read as not there yet. */
function valueCell(result: IndicatorResult): Cell {
  return result.verdict === 'not-applicable' ? text(VERDICT_WORDS['not-applicable']) : figure(result, result.value);
}

function partCell(result: IndicatorResult, unit: string): Cell {
  const part = result.parts[unit];
  if (part === undefined) return EMPTY;
  return part.value === null ? text(VERDICT_WORDS['not-applicable']) : figure(result, part.value);
}

function lastPeriodCell(plan: Plan, { last }: IndicatorResult): Cell {
  return last === null ? EMPTY : text(periodName(last.period, plan.resolution.term.baseline));
}

/** Shown with enough decimals to stay on its side of all that the verdict compares it with. */
function figure(result: IndicatorResult, value: number | boolean | null): Cell {
  return typeof value === 'number' ? number(value, figureDecimals(result, value)) : flag(value);
}

function figureDecimals({ unit, goal, expected }: IndicatorResult, value: number): number {
  const bounds = [goal.value, goal.stretch, expected];
  return decimalsBeside(
    value,
    unit,
    bounds.filter((each) => typeof each === 'number'),
  );
}

/** A pace can have endless decimals: as many as tell it from the figure beside it, as that one is shown. */
function expectedCell(result: IndicatorResult): Cell {
  const { expected, value, provisional, unit } = result;
  if (expected === null) return EMPTY;
  const figures = [value, provisional].filter((each) => typeof each === 'number');
  const shown = figures.map((each) => roundAsShown(each, figureDecimals(result, each)));
  return number(expected, decimalsBeside(expected, unit, shown));
}

/** A goal is never rounded: figures are compared with what it says. */
function bound(value: number | boolean | null): Cell {
  return typeof value === 'number' ? number(value, decimalsOf(value)) : flag(value);
}

function flag(value: boolean | null): Cell {
  return value === null ? EMPTY : text(value ? YES : NO);
}
