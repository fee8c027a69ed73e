/**
 * Consolidation a second time, from the words of the domain alone: no plan, no caches, nothing of `shared/` but the shape of a
 * resolution. Every figure is reckoned afresh from the reports by the definitions, on rational numbers.
 */
import type { Goal, IndicatorDefinition, Resolution } from '../../shared/resolution/schema.ts';
import type { Value, Values } from '../../shared/values.ts';
import { judge } from './judgement.ts';
import { decimal, isZero, minus, over, type Rational, rational, sumOf, times } from './rational.ts';

export interface OracleReport {
  readonly unit: string;
  readonly period: string;
  readonly values: Values;
}

/** What is reckoned of an indicator; figures as rationals, flags as 1 and 0. */
export interface OracleFigure {
  readonly value: Rational | null;
  readonly provisional: Rational | null;
  readonly have: readonly string[];
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
  /** Numerator and, for ratio and growth, denominator of each unit that has its part; null where it is not applicable. */
  readonly parts: Readonly<Record<string, readonly Rational[] | null>>;
  /** Every part that is missing misses only inputs that are due at the year's end. */
  readonly awaited: boolean;
}

/** Reckons with one resolution and one set of reports. */
export class Oracle {
  readonly resolution: Resolution;
  readonly periods: readonly string[];
  private readonly reports: readonly OracleReport[];

  constructor(resolution: Resolution, reports: readonly OracleReport[]) {
    this.resolution = resolution;
    this.reports = reports;
    const { baseline, firstYear, lastYear } = resolution.term;
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
    this.periods = [baseline, ...years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`))];
  }

  judgementOf(indicator: IndicatorDefinition, period: string) {
    return judge(this, indicator, period);
  }

  figureOf(indicator: IndicatorDefinition, period: string): OracleFigure {
    return indicator.formula.kind === 'termSum'
      ? this.termFigure(indicator, indicator.formula.input, period)
      : this.plainFigure(indicator, period);
  }

  /** The goal in the indicator's unit; null while it depends on a baseline that is not whole. */
  goalOf(indicator: IndicatorDefinition): Rational | null {
    const { value, ofBaseline }: Goal = indicator.goal;
    if (ofBaseline === undefined) return value === true ? rational(1n) : decimal(value ?? 0);
    const numbers = this.unitsOf(indicator).map((unit) => this.cell(unit, this.periods[0] ?? '', ofBaseline.input));
    const counted = numbers.flatMap((cell) => (typeof cell === 'object' ? [cell] : []));
    return counted.length === numbers.length ? times(decimal(ofBaseline.share), sumOf(counted)) : null;
  }

  unitsOf(indicator: IndicatorDefinition): readonly string[] {
    const [first = ''] = inputIds(indicator);
    const by = this.input(first).by;
    return this.resolution.units.filter((unit) => unit.kind === by).map((unit) => unit.id);
  }

  input(id: string) {
    const input = this.resolution.inputs.find((one) => one.id === id);
    if (input === undefined) throw new Error(`no input ${id}`);
    return input;
  }

  private valueOf(unit: string, period: string, input: string): Value {
    return this.reports.find((one) => one.unit === unit && one.period === period)?.values[input] ?? null;
  }

  /** One of the four states; a flag as 1 or 0. */
  private cell(unit: string, period: string, input: string): Cell {
    const value = this.valueOf(unit, period, input);
    if (value === null) return 'missing';
    if (value === 'na') return 'not applicable';
    if (typeof value === 'boolean') return rational(value ? 1n : 0n);
    const exceeds = this.resolution.inputs.some((part) => {
      if (part.partOf === undefined || (part.id !== input && part.partOf !== input)) return false;
      const mine = this.valueOf(unit, period, part.id);
      const whole = this.valueOf(unit, period, part.partOf);
      return typeof mine === 'number' && typeof whole === 'number' && mine > whole;
    });
    return exceeds ? 'invalid' : decimal(value);
  }

  private plainFigure(indicator: IndicatorDefinition, period: string): OracleFigure {
    const ids = inputIds(indicator);
    const rows = this.unitsOf(indicator).map((unit) => ({ unit, cells: ids.map((id) => this.cell(unit, period, id)) }));
    const complete = (cells: readonly Cell[]) =>
      cells.includes('not applicable') ? null : cells.flatMap((cell) => (typeof cell === 'object' ? [cell] : []));
    const split = sorted(rows, complete);
    const missingRows = rows.filter(({ unit }) => split.missing.includes(unit));
    return {
      ...split,
      ...totals(split, combined(indicator, Object.values(split.parts))),
      awaited:
        missingRows.length > 0 &&
        missingRows.every(({ cells }) =>
          cells.every((cell, at) => cell !== 'missing' || this.input(ids[at] ?? '').due === 'year'),
        ),
    };
  }

  private termFigure(indicator: IndicatorDefinition, input: string, period: string): OracleFigure {
    const nothing = { value: null, provisional: null, have: [], missing: [], invalid: [], parts: {}, awaited: false };
    if (period === this.periods[0]) return nothing;
    const currentYear = Number(period.slice(0, 4));
    const years = this.periods.filter((one) => one.endsWith('Q4') && Number(one.slice(0, 4)) < currentYear).slice(1);
    const ends = [...years, period];
    const units = this.unitsOf(indicator);
    const rows = units.map((unit) => ({ unit, cells: ends.map((end) => this.cell(unit, end, input)) }));
    const added = (cells: readonly Cell[]): Rational[] | null => {
      const numbers = cells.flatMap((cell) => (typeof cell === 'object' ? [cell] : []));
      return numbers.length === 0 ? null : [sumOf(numbers)];
    };
    const split = sorted(rows, added);
    const known = units.map((unit) => added(ends.map((end) => this.latestOfYear(unit, end, input))));
    const missingRows = rows.filter(({ unit }) => split.missing.includes(unit));
    return {
      ...split,
      value: totals(split, combined(indicator, Object.values(split.parts))).value,
      provisional: isWhole(split) ? null : combined(indicator, known),
      // A past year's figure is overdue, whenever its input is due.
      awaited:
        missingRows.length > 0 &&
        this.input(input).due === 'year' &&
        rows.every(({ cells }) => !cells.slice(0, -1).includes('missing')),
    };
  }

  /** The year's figure, or where it is missing that of its latest earlier quarter with a valid number. */
  private latestOfYear(unit: string, end: string, input: string): Cell {
    const own = this.cell(unit, end, input);
    if (own !== 'missing' && own !== 'invalid') return own;
    const earlier = this.periods.filter(
      (one) => one.slice(0, 4) === end.slice(0, 4) && one < end && one !== this.periods[0],
    );
    const numbers = earlier.map((one) => this.cell(unit, one, input)).filter((cell) => typeof cell === 'object');
    return numbers.at(-1) ?? 'missing';
  }
}

type Cell = Rational | 'missing' | 'not applicable' | 'invalid';
type Split = Pick<OracleFigure, 'have' | 'missing' | 'invalid' | 'parts'>;

export function inputIds({ formula }: IndicatorDefinition): readonly string[] {
  switch (formula.kind) {
    case 'ratio':
      return [formula.numerator, formula.denominator];
    case 'growth':
      return [formula.current, formula.previous];
    default:
      return [formula.input];
  }
}

function sorted(
  rows: readonly { readonly unit: string; readonly cells: readonly Cell[] }[],
  part: (cells: readonly Cell[]) => readonly Rational[] | null,
): Split {
  const invalid = rows.filter(({ cells }) => cells.includes('invalid'));
  const missing = rows.filter(({ cells }) => !cells.includes('invalid') && cells.includes('missing'));
  const have = rows.filter((row) => !invalid.includes(row) && !missing.includes(row));
  const names = (some: typeof rows) => some.map(({ unit }) => unit);
  const parts = Object.fromEntries(have.map(({ unit, cells }) => [unit, part(cells)]));
  return { have: names(have), missing: names(missing), invalid: names(invalid), parts };
}

function isWhole({ missing, invalid }: Split): boolean {
  return missing.length === 0 && invalid.length === 0;
}

function totals(split: Split, figure: Rational | null): Pick<OracleFigure, 'value' | 'provisional'> {
  return isWhole(split) ? { value: figure, provisional: null } : { value: null, provisional: figure };
}

function combined({ formula }: IndicatorDefinition, parts: readonly (readonly Rational[] | null)[]): Rational | null {
  const there = parts.flatMap((part) => (part === null ? [] : [part]));
  if (there.length === 0) return null;
  const column = (at: number): Rational => sumOf(there.map((part) => part[at] ?? rational(0n)));
  if (formula.kind === 'flag') return rational(there.every((part) => !isZero(part[0] ?? rational(0n))) ? 1n : 0n);
  if (formula.kind === 'sum' || formula.kind === 'termSum') return column(0);
  if (isZero(column(1))) return null;
  const percent = times(rational(100n), over(column(0), column(1)));
  return formula.kind === 'ratio' ? percent : minus(percent, rational(100n));
}
