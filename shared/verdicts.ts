/**
 * Verdicts: the table of `domain.md` in its order, the first rule that fits. Everything is compared as exact fractions; what is
 * expected by now and what is still needed follow from the same goal.
 */
import { add, ceil, compare, type Fraction, floor, fraction, minus, multiply, plus, SCALE, times } from './exact.ts';
import type { Figure } from './figures.ts';
import type { PlannedIndicator } from './plan.ts';
import { VERDICTS } from './verdict-names.ts';
import type { Verdict } from './wire.ts';

/** The value of the earliest period that has one, and how much of the term had elapsed then. */
export interface Baseline {
  readonly elapsed: number;
  readonly value: Fraction;
}

/** What a verdict is made from. `elapsed` counts the term's quarters up to and with the period; 0 is the baseline period. */
export interface Case {
  readonly indicator: PlannedIndicator;
  readonly figure: Figure;
  readonly goal: Fraction | null;
  readonly elapsed: number;
  readonly quarters: number;
  /** For the horizon byEnd, where an earlier period has a value. */
  readonly baseline: Baseline | null;
}

/** The verdict of a case: the first rule of the domain's table that fits. */
export function verdictOf(one: Case): Verdict {
  const { indicator, figure, goal, elapsed } = one;
  if (elapsed === 0) return 'baseline';
  if (figure.notApplicable) return 'not-applicable';
  if (goal === null) return 'no-data';
  if (figure.value === null) return verdictWithoutValue(indicator, figure, goal, elapsed);
  return verdictOfValue(one, figure.value, goal);
}

/** Whether a value meets the goal, exactly. */
export function hits(indicator: PlannedIndicator, value: Fraction, goal: Fraction): boolean {
  const order = compare(value, goal) * (indicator.goal.direction === 'atLeast' ? 1 : -1);
  return indicator.goal.strict === true ? order > 0 : order >= 0;
}

function isTotal(indicator: PlannedIndicator): boolean {
  return indicator.formula.kind === 'sum' || indicator.formula.kind === 'termSum';
}

function verdictWithoutValue(indicator: PlannedIndicator, figure: Figure, goal: Fraction, elapsed: number): Verdict {
  const { provisional } = figure;
  if (provisional !== null && isTotal(indicator)) {
    // What is there already reaches the goal, or already breaks the ceiling: no missing part can undo that.
    if (indicator.goal.direction === 'atLeast' && hits(indicator, provisional, goal)) return 'met';
    const isCeiling = indicator.goal.direction === 'atMost' && indicator.formula.kind === 'termSum';
    if (isCeiling && !hits(indicator, provisional, goal)) return 'not-met';
  }
  const awaited = figure.invalid.length === 0 && elapsed % 4 !== 0 && figure.onlyYearEndMissing;
  return awaited ? 'not-due' : 'no-data';
}

function verdictOfValue(one: Case, value: Fraction, goal: Fraction): Verdict {
  const { indicator, elapsed, quarters } = one;
  const { horizon, direction } = indicator.goal;
  const hit = hits(indicator, value, goal);
  if (horizon === 'maintain') return hit ? 'met' : 'not-met';
  if (horizon === 'everyYear') return yearlyVerdict(indicator, value, hit, elapsed);
  if (hit && (horizon === 'byEnd' || direction === 'atLeast')) return 'met';
  if (horizon === 'term' && direction === 'atMost' && !hit) return 'not-met';
  if (elapsed === quarters) return hit ? 'met' : 'not-met';
  if (horizon === 'byEnd' && (indicator.formula.kind === 'flag' || one.baseline === null)) return 'in-progress';
  const expected = expectedOf(one);
  if (expected === null) return 'in-progress';
  const order = compare(value, expected);
  return (direction === 'atLeast' ? order >= 0 : order <= 0) ? 'on-track' : 'behind';
}

function yearlyVerdict(indicator: PlannedIndicator, value: Fraction, hit: boolean, elapsed: number): Verdict {
  if (elapsed % 4 !== 0) return hit ? 'on-track' : 'behind';
  if (indicator.stretch !== null) {
    const beyond = compare(value, indicator.stretch);
    if (indicator.goal.direction === 'atLeast' ? beyond > 0 : beyond < 0) return 'exceeded';
  }
  return hit ? 'met' : 'not-met';
}

/**
 * Where the figure should be by now, in its own unit: for the horizon term the pace's share of the goal, for byEnd the line from the
 * baseline to the goal, never stricter than the goal; a count rounded in the units' favour. Null where there is none.
 */
export function expectedOf(one: Case): Fraction | null {
  const { indicator, goal, elapsed } = one;
  if (goal === null || elapsed === 0) return null;
  const exact = indicator.goal.horizon === 'term' ? onPace(indicator, goal, elapsed) : onLine(one, goal);
  if (exact === null || !indicator.isCount) return exact;
  return fraction(indicator.goal.direction === 'atLeast' ? floor(exact) : ceil(exact), 1);
}

function onPace(indicator: PlannedIndicator, goal: Fraction, elapsed: number): Fraction | null {
  const share = indicator.pace?.[elapsed];
  return share === undefined ? null : times(goal, share);
}

function onLine(one: Case, goal: Fraction): Fraction | null {
  const { indicator, baseline, elapsed, quarters } = one;
  if (indicator.goal.horizon !== 'byEnd' || indicator.formula.kind === 'flag' || baseline === null) return null;
  if (baseline.elapsed >= quarters) return null;
  const share = fraction(elapsed - baseline.elapsed, quarters - baseline.elapsed);
  const line = plus(baseline.value, times(minus(goal, baseline.value), share));
  const stricter = compare(line, goal) * (indicator.goal.direction === 'atLeast' ? 1 : -1) > 0;
  return stricter ? goal : line;
}

/**
 * What is still needed to hit the goal today (atMost: what is too much), in units of the numerator. Of a count the smallest whole
 * number that suffices; of anything else exact, and one last decimal more where the goal is strict. Null for growth and flags.
 */
export function shortfallOf(indicator: PlannedIndicator, figure: Figure, goal: Fraction | null): Fraction | null {
  const { value } = figure;
  if (value === null || goal === null) return null;
  if (indicator.formula.kind === 'growth' || indicator.formula.kind === 'flag') return null;
  if (hits(indicator, value, goal)) return fraction(0, 1);
  const exact = indicator.formula.kind === 'ratio' ? ratioGap(indicator, figure, goal) : gap(indicator, value, goal);
  const strict = indicator.goal.strict === true;
  if (indicator.decimals === 0) return fraction(strict ? add(floor(exact), 1) : ceil(exact), 1);
  return strict ? plus(exact, fraction(1, 10 ** indicator.decimals)) : exact;
}

function gap(indicator: PlannedIndicator, value: Fraction, goal: Fraction): Fraction {
  return indicator.goal.direction === 'atLeast' ? minus(goal, value) : minus(value, goal);
}

function ratioGap(indicator: PlannedIndicator, figure: Figure, goal: Fraction): Fraction {
  let numerator: Fraction['n'] = 0;
  let denominator: Fraction['n'] = 0;
  for (const part of figure.parts.values()) {
    numerator = add(numerator, part?.numerator ?? 0);
    denominator = add(denominator, part?.denominator ?? 0);
  }
  const needed = fraction(multiply(goal.n, denominator), multiply(goal.d, 100 * SCALE));
  return gap(indicator, fraction(numerator, SCALE), needed);
}

/** A target's verdict is its indicators' worst; what is not judged counts only where there is nothing else. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  let worst: number = VERDICTS.length - 1;
  for (const verdict of verdicts) worst = Math.min(worst, VERDICTS.indexOf(verdict));
  return VERDICTS[worst] ?? 'baseline';
}
