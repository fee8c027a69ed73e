/**
 * The figure of one indicator in one period: never a mean of percentages, always the formula over the sums of the units that
 * have their part; and who has, who is missing, whose part is invalid.
 */
import type { CellTable } from './cells.ts';
import { add, type Fraction, fraction, type Integer, minus, SCALE } from './exact.ts';
import { quarterOf, yearOf } from './periods.ts';
import { INVALID, MISSING, NOT_APPLICABLE, type Plan, type PlannedIndicator } from './plan.ts';

/** A unit's own figures: thousandths (a flag: 1 or 0); null denominators where the formula has none. */
export interface Part {
  readonly numerator: Integer;
  readonly denominator: Integer | null;
}

/** One indicator's figure over the units that report it, with who has, misses or spoils a part. */
export interface Figure {
  /** Units by their place in the plan. */
  readonly have: readonly number[];
  readonly missing: readonly number[];
  readonly invalid: readonly number[];
  /** The part of each unit of `have`; null where the unit is not applicable and left out. */
  readonly parts: ReadonlyMap<number, Part | null>;
  /** There only if every unit has its part and something applies. */
  readonly value: Fraction | null;
  /** The same formula over what there is, while `value` is not. */
  readonly provisional: Fraction | null;
  /** Every unit has its part, and nothing applies. */
  readonly notApplicable: boolean;
  /** Every missing part is missing only inputs that are due at the year's end. */
  readonly onlyYearEndMissing: boolean;
}

const NOTHING: Figure = {
  have: [],
  missing: [],
  invalid: [],
  parts: new Map(),
  value: null,
  provisional: null,
  notApplicable: false,
  onlyYearEndMissing: false,
};

/** The figure of an indicator at the end of a period (its place in the plan). In the baseline period a term sum has none. */
export function figureOf(plan: Plan, table: CellTable, indicator: PlannedIndicator, period: number): Figure {
  if (indicator.formula.kind === 'termSum') {
    return period === 0 ? NOTHING : termFigure(plan, table, indicator, period);
  }
  return periodFigure(plan, table, indicator, period);
}

/** What the parts of some units come to under the indicator's formula; null where no number is among them. */
export function combine(indicator: PlannedIndicator, parts: Iterable<Part | null>): Fraction | null {
  let numerator: Integer = 0;
  let denominator: Integer = 0;
  let count = 0;
  let yes = 0;
  for (const part of parts) {
    if (part === null) continue;
    count += 1;
    yes += part.numerator === 1 ? 1 : 0;
    numerator = add(numerator, part.numerator);
    if (part.denominator !== null) denominator = add(denominator, part.denominator);
  }
  if (count === 0) return null;
  switch (indicator.formula.kind) {
    case 'flag':
      return fraction(yes === count ? 1 : 0, 1);
    case 'sum':
    case 'termSum':
      return fraction(numerator, SCALE);
    case 'ratio':
      return percentage(numerator, denominator);
    case 'growth': {
      const share = percentage(numerator, denominator);
      return share === null ? null : minus(share, fraction(100, 1));
    }
  }
}

function percentage(numerator: Integer, denominator: Integer): Fraction | null {
  // Nothing arose: 0 of 0 is no percentage.
  if (denominator === 0) return null;
  return fraction(
    typeof numerator === 'number' && numerator <= MAX_PERCENT ? numerator * 100 : BigInt(numerator) * BigInt(100),
    denominator,
  );
}

const MAX_PERCENT = Math.floor(Number.MAX_SAFE_INTEGER / 100);

function periodFigure(plan: Plan, table: CellTable, indicator: PlannedIndicator, period: number): Figure {
  const sorted = new Sorted();
  let onlyYearEndMissing = true;
  for (const unit of indicator.units) {
    const codes = indicator.inputs.map((input) => table.cell(period, unit, input));
    sorted.sort(unit, codes, () => partOf(codes));
    if (sorted.isMissing(unit) && !missesOnlyYearEnd(plan, indicator, codes)) onlyYearEndMissing = false;
  }
  return sorted.figure(indicator, onlyYearEndMissing, () => combine(indicator, sorted.parts.values()));
}

function partOf(codes: readonly number[]): Part | null {
  if (codes.includes(NOT_APPLICABLE)) return null;
  return { numerator: codes[0] ?? 0, denominator: codes[1] ?? null };
}

function missesOnlyYearEnd(plan: Plan, indicator: PlannedIndicator, codes: readonly number[]): boolean {
  return indicator.inputs.every((input, at) => codes[at] !== MISSING || plan.inputs[input]?.due === 'year');
}

/** One past year or the current one of a term sum: where its figure stands, and where to look for an earlier one. */
interface TermYear {
  readonly period: number;
  readonly first: number;
}

function termFigure(plan: Plan, table: CellTable, indicator: PlannedIndicator, period: number): Figure {
  const years = termYears(plan, period);
  const input = indicator.inputs[0] ?? -1;
  const yearEndInput = plan.inputs[input]?.due === 'year';
  const sorted = new Sorted();
  let onlyYearEndMissing = yearEndInput;
  for (const unit of indicator.units) {
    const codes = years.map((year) => table.cell(year.period, unit, input));
    sorted.sort(unit, codes, () => termPart(codes));
    // A past year's figure is overdue, whatever its input's due date: only the current one can be "not due yet".
    if (codes.slice(0, -1).includes(MISSING)) onlyYearEndMissing = false;
  }
  return sorted.figure(indicator, onlyYearEndMissing, () => termProvisional(table, indicator, years));
}

function termYears(plan: Plan, period: number): TermYear[] {
  const current = plan.periods[period] ?? plan.resolution.term.baseline;
  const currentYear = yearOf(current) - plan.resolution.term.firstYear;
  return Array.from({ length: currentYear + 1 }, (_, year) => {
    const first = 1 + year * 4;
    return { first, period: year === currentYear ? first + quarterOf(current) - 1 : first + 3 };
  });
}

/** Not applicable counts as 0 in its year; a unit for which no year applies is left out. */
function termPart(codes: readonly number[]): Part | null {
  let numerator: Integer = 0;
  let applies = false;
  for (const code of codes) {
    if (code < 0) continue;
    applies = true;
    numerator = add(numerator, code);
  }
  return applies ? { numerator, denominator: null } : null;
}

/** Over every number there is: a year without one takes its latest earlier quarter's, so that a total does not un-happen. */
function termProvisional(table: CellTable, indicator: PlannedIndicator, years: readonly TermYear[]): Fraction | null {
  const input = indicator.inputs[0] ?? -1;
  const parts = indicator.units.map((unit) =>
    termPart(years.map((year) => latestOfYear((period) => table.cell(period, unit, input), year))),
  );
  return combine(indicator, parts);
}

function latestOfYear(code: (period: number) => number, year: TermYear): number {
  const own = code(year.period);
  if (own !== MISSING && own !== INVALID) return own;
  for (let period = year.period - 1; period >= year.first; period--) {
    const earlier = code(period);
    if (earlier >= 0) return earlier;
  }
  return MISSING;
}

/** Sorts units into those that have their part, miss it, or have an invalid one. */
class Sorted {
  readonly have: number[] = [];
  readonly missing: number[] = [];
  readonly invalid: number[] = [];
  readonly parts = new Map<number, Part | null>();

  sort(unit: number, codes: readonly number[], part: () => Part | null): void {
    if (codes.includes(INVALID)) this.invalid.push(unit);
    else if (codes.includes(MISSING)) this.missing.push(unit);
    else {
      this.have.push(unit);
      this.parts.set(unit, part());
    }
  }

  isMissing(unit: number): boolean {
    return this.missing[this.missing.length - 1] === unit;
  }

  figure(indicator: PlannedIndicator, onlyYearEndMissing: boolean, provisional: () => Fraction | null): Figure {
    const complete = this.missing.length === 0 && this.invalid.length === 0;
    const value = complete ? combine(indicator, this.parts.values()) : null;
    return {
      have: this.have,
      missing: this.missing,
      invalid: this.invalid,
      parts: this.parts,
      value,
      provisional: complete ? null : provisional(),
      notApplicable: complete && value === null,
      onlyYearEndMissing: this.missing.length > 0 && onlyYearEndMissing,
    };
  }
}
