/**
 * The figure of one indicator in one period: never a mean of percentages, always the formula over the sums of the units that
 * have their part; and who has, who is missing, whose part is invalid.
 *
 * Sums are added up as doubles: every reported number is a whole number of thousandths and not negative, so a sum within the safe integers
 * is exact, and one that is beyond them cannot come back. Only then is it added up again in bigints.
 */
import type { CellTable } from './cells.ts';
import { add, crossed, type Fraction, fraction, type Integer, multiply, SCALE } from './exact.ts';
import { INVALID, MISSING, NOT_APPLICABLE, type PlannedIndicator } from './plan.ts';

/** A unit's own figures: thousandths (a flag: 1 or 0); null denominators where the formula has none. */
export interface Part {
  readonly numerator: Integer;
  readonly denominator: Integer | null;
}

/** A unit's part; null where it is not applicable and left out; or why the unit has none; undefined where none is asked for. */
export type UnitPart = Part | null | typeof MISSING | typeof INVALID | undefined;

/** What the parts of all units come to: sums over the units that have their part and are not left out. */
export interface Tally {
  /** Of a flag, how many say yes. */
  numerator: Integer;
  denominator: Integer;
  /** How many units these are. */
  counted: number;
  missing: number;
  invalid: number;
  /** Every missing part is missing only inputs that are due at the year's end. */
  awaited: boolean;
}

/** One indicator's figure over the units that report it: its tally, from which fractions are made when they are asked for. */
export class Figure implements Tally {
  readonly indicator: PlannedIndicator;
  numerator: Integer = 0;
  denominator: Integer = 0;
  counted = 0;
  missing = 0;
  invalid = 0;
  awaited = false;
  /** A term sum's provisional figure is of more than the parts that there are. */
  soFar: Fraction | null = null;

  constructor(indicator: PlannedIndicator) {
    this.indicator = indicator;
  }

  /** There only if every unit has its part and something applies. Of ratio and growth not in lowest terms: over the denominators' sum. */
  get value(): Fraction | null {
    return this.isComplete ? this.combined() : null;
  }

  /** The same formula over what there is, while `value` is not. */
  get provisional(): Fraction | null {
    if (this.isComplete) return null;
    return this.indicator.kind === 'termSum' ? this.soFar : this.combined();
  }

  /** Every unit has its part, and nothing applies. */
  get notApplicable(): boolean {
    return this.isComplete && (this.counted === 0 || (this.indicator.inputs.length > 1 && this.denominator === 0));
  }

  /** Some part is missing, and every missing one is missing only inputs that are due at the year's end. */
  get onlyYearEndMissing(): boolean {
    return this.missing > 0 && this.awaited;
  }

  private get isComplete(): boolean {
    return this.missing === 0 && this.invalid === 0;
  }

  private combined(): Fraction | null {
    return combine(this.indicator, this.numerator, this.denominator, this.counted);
  }
}

/**
 * The figure of an indicator at the end of a period (its place in the plan). In the baseline period a term sum has none.
 * @param figure is made anew: nothing of it has to be thrown away where figures are asked for again and again.
 */
export function figureOf(
  table: CellTable,
  indicator: PlannedIndicator,
  period: number,
  figure = new Figure(indicator),
): Figure {
  figure.soFar = null;
  if (indicator.kind !== 'termSum') tallyUnits(figure, table, indicator, period);
  else if (period === 0) tally(figure, 0, 0, 0, 1, 0, false);
  else {
    tallyTerm(figure, table, indicator, period);
    figure.soFar = termSoFar(table, indicator, period);
  }
  return figure;
}

/** Puts a tally into a figure. */
export function tally(
  figure: Figure,
  numerator: Integer,
  denominator: Integer,
  counted: number,
  missing: number,
  invalid: number,
  awaited: boolean,
): void {
  figure.numerator = numerator;
  figure.denominator = denominator;
  figure.counted = counted;
  figure.missing = missing;
  figure.invalid = invalid;
  figure.awaited = awaited;
}

/** What sums come to under the indicator's formula; null where no number is in them, or nothing arose: 0 of 0 is no percentage. */
export function combine(
  { kind }: PlannedIndicator,
  numerator: Integer,
  denominator: Integer,
  counted: number,
): Fraction | null {
  if (counted === 0) return null;
  if (kind === 'sum' || kind === 'termSum') return fraction(numerator, SCALE);
  if (kind === 'flag') return fraction(numerator === counted ? 1 : 0, 1);
  if (denominator === 0) return null;
  return fraction(kind === 'ratio' ? multiply(numerator, 100) : crossed(numerator, 100, denominator, 100), denominator);
}

/** What a unit brings to an indicator in a period. A unit without a report misses its part; in the baseline period no year's is asked for. */
export function partOf(table: CellTable, indicator: PlannedIndicator, period: number, unit: number): UnitPart {
  const [first = -1, second] = indicator.inputs;
  if (indicator.kind === 'termSum') {
    return period === 0 ? undefined : termPart(table, first, period, unit);
  }
  const numerator = table.cell(period, unit, first);
  const denominator = second === undefined ? null : table.cell(period, unit, second);
  if (numerator >= 0 && (denominator === null || denominator >= 0)) return { numerator, denominator };
  if (numerator === INVALID || denominator === INVALID) return INVALID;
  return numerator === MISSING || denominator === MISSING ? MISSING : null;
}

function tallyUnits(figure: Figure, table: CellTable, indicator: PlannedIndicator, period: number): void {
  const { inputs, units, yearEnd } = indicator;
  const first = inputs[0] ?? -1;
  const second = inputs.length > 1 ? (inputs[1] ?? -1) : -1;
  let numerator = 0;
  let denominator = 0;
  let counted = 0;
  let missing = 0;
  let invalid = 0;
  let awaited = true;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? -1;
    const a = table.cell(period, unit, first);
    const b = second < 0 ? 0 : table.cell(period, unit, second);
    if (a >= 0 && b >= 0) {
      numerator += a;
      denominator += b;
      counted++;
    } else if (a === INVALID || b === INVALID) {
      invalid++;
    } else if (a === MISSING || b === MISSING) {
      missing++;
      if ((a === MISSING && yearEnd[0] !== true) || (b === MISSING && yearEnd[1] !== true)) awaited = false;
    }
  }
  tally(figure, numerator, denominator, counted, missing, invalid, awaited);
  if (!isSafe(numerator) || !isSafe(denominator)) sumExactly(figure, table, period);
}

/** Whether a sum of numbers that are not negative is exact. */
export function isSafe(sum: number): boolean {
  return sum <= Number.MAX_SAFE_INTEGER;
}

/** The sums again, without a limit. */
function sumExactly(figure: Figure, table: CellTable, period: number): void {
  const { indicator } = figure;
  figure.numerator = 0;
  figure.denominator = 0;
  for (const unit of indicator.units) {
    const part = partOf(table, indicator, period, unit);
    if (typeof part !== 'object' || part === null) continue;
    figure.numerator = add(figure.numerator, part.numerator);
    figure.denominator = add(figure.denominator, part.denominator ?? 0);
  }
}

/** A past year's figure is overdue, whatever its input's due date: only the current one can be "not due yet". */
function tallyTerm(figure: Figure, table: CellTable, indicator: PlannedIndicator, period: number): void {
  const input = indicator.inputs[0] ?? -1;
  const { units } = indicator;
  let numerator = 0;
  let counted = 0;
  let missing = 0;
  let invalid = 0;
  let awaited = indicator.yearEnd[0] === true;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? -1;
    let applies = false;
    let isMissing = false;
    let isInvalid = false;
    let sum = 0;
    for (let end = Math.min(4, period); ; end = Math.min(end + 4, period)) {
      const code = table.cell(end, unit, input);
      if (code >= 0) {
        sum += code;
        applies = true;
      } else if (code === INVALID) isInvalid = true;
      else if (code === MISSING) {
        isMissing = true;
        if (end < period) awaited = false;
      }
      if (end === period) break;
    }
    if (isInvalid) invalid++;
    else if (isMissing) missing++;
    else if (applies) {
      numerator += sum;
      counted++;
    }
  }
  tally(figure, numerator, 0, counted, missing, invalid, awaited);
  if (!isSafe(numerator)) sumExactly(figure, table, period);
}

/** The figures at the ends of the term's past years and of the period. Not applicable counts as 0 in its year; all of them leave the unit out. */
function termPart(table: CellTable, input: number, period: number, unit: number): UnitPart {
  let numerator: Integer = 0;
  let applies = false;
  let missing = false;
  for (let first = 1; first <= period; first += 4) {
    const code = table.cell(Math.min(first + 3, period), unit, input);
    if (code >= 0) {
      numerator = add(numerator, code);
      applies = true;
    } else if (code === INVALID) return INVALID;
    else if (code === MISSING) missing = true;
  }
  if (missing) return MISSING;
  return applies ? { numerator, denominator: null } : null;
}

/** Over every number there is: a year without one takes its latest earlier quarter's, so that a total does not un-happen. */
function termSoFar(table: CellTable, indicator: PlannedIndicator, period: number): Fraction | null {
  const input = indicator.inputs[0] ?? -1;
  let numerator: Integer = 0;
  let counted = 0;
  for (const unit of indicator.units) {
    for (let first = 1; first <= period; first += 4) {
      const code = latestOfYear(table, input, unit, first, Math.min(first + 3, period));
      if (code < 0) continue;
      numerator = add(numerator, code);
      counted++;
    }
  }
  return combine(indicator, numerator, 0, counted);
}

function latestOfYear(table: CellTable, input: number, unit: number, first: number, last: number): number {
  const own = table.cell(last, unit, input);
  if (own >= 0 || own === NOT_APPLICABLE) return own;
  for (let period = last - 1; period >= first; period--) {
    const earlier = table.cell(period, unit, input);
    if (earlier >= 0) return earlier;
  }
  return MISSING;
}
