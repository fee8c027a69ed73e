/**
 * Verdicts: the table of `domain.md` in its order, the first rule that fits. Everything is compared as exact fractions; what is
 * expected by now and what is still needed follow from the same goal.
 */
import {
  add,
  ceil,
  compare,
  crossed,
  type Fraction,
  floor,
  fraction,
  minus,
  multiply,
  plus,
  SCALE,
  times,
} from './exact.ts';
import type { Figure } from './figures.ts';
import type { PlannedIndicator } from './plan.ts';
import { VERDICTS } from './verdict-names.ts';
import type { Verdict } from './wire.ts';

/** The value of the earliest period that has one, and how much of the term had elapsed then. */
export interface Baseline {
  readonly elapsed: number;
  readonly value: Fraction;
}

/**
 * What is known of an indicator's way to its goal, whatever its figure is by now. `elapsed` counts the term's quarters up to and with the
 * period; 0 is the baseline period.
 */
export interface Course {
  readonly indicator: PlannedIndicator;
  readonly goal: Fraction | null;
  readonly elapsed: number;
  readonly quarters: number;
  /** For the horizon byEnd, where an earlier period has a value. May be looked for when it is asked for: not every verdict needs it. */
  readonly baseline: Baseline | null;
}

/** What a verdict is made from. */
export interface Case extends Course {
  readonly figure: Figure;
  /** What `expectedOf` says of the course: no figure changes it, so that it can be kept. May be made when it is asked for. */
  readonly expected: Fraction | null;
}

/** The verdict of a case: the first rule of the domain's table that fits. */
export function verdictOf(one: Case): Verdict {
  const { indicator, figure, goal, elapsed } = one;
  if (elapsed === 0) return 'baseline';
  if (figure.notApplicable) return 'not-applicable';
  if (goal === null) return 'no-data';
  const { value } = figure;
  return value === null ? verdictWithoutValue(indicator, figure, goal, elapsed) : verdictOfValue(one, value, goal);
}

/** Whether a value meets the goal, exactly. */
export function hits(indicator: PlannedIndicator, value: Fraction, goal: Fraction): boolean {
  const order = compare(value, goal) * (indicator.atLeast ? 1 : -1);
  return indicator.strict ? order > 0 : order >= 0;
}

function isTotal(indicator: PlannedIndicator): boolean {
  return indicator.kind === 'sum' || indicator.kind === 'termSum';
}

function verdictWithoutValue(indicator: PlannedIndicator, figure: Figure, goal: Fraction, elapsed: number): Verdict {
  const { provisional } = figure;
  if (provisional !== null && isTotal(indicator)) {
    // What is there already reaches the goal, or already breaks the ceiling: no missing part can undo that.
    if (indicator.atLeast && hits(indicator, provisional, goal)) return 'met';
    const isCeiling = !indicator.atLeast && indicator.kind === 'termSum';
    if (isCeiling && !hits(indicator, provisional, goal)) return 'not-met';
  }
  const awaited = figure.invalid === 0 && elapsed % 4 !== 0 && figure.onlyYearEndMissing;
  return awaited ? 'not-due' : 'no-data';
}

function verdictOfValue(one: Case, value: Fraction, goal: Fraction): Verdict {
  const { indicator, elapsed, quarters } = one;
  const { horizon, atLeast } = indicator;
  const hit = hits(indicator, value, goal);
  if (horizon === 'maintain') return hit ? 'met' : 'not-met';
  if (horizon === 'everyYear') return yearlyVerdict(indicator, value, hit, elapsed);
  if (hit && (horizon === 'byEnd' || atLeast)) return 'met';
  if (horizon === 'term' && !atLeast && !hit) return 'not-met';
  if (elapsed === quarters) return hit ? 'met' : 'not-met';
  if (horizon === 'byEnd' && (indicator.kind === 'flag' || one.baseline === null)) return 'in-progress';
  const { expected } = one;
  if (expected === null) return 'in-progress';
  const order = compare(value, expected);
  return (atLeast ? order >= 0 : order <= 0) ? 'on-track' : 'behind';
}

function yearlyVerdict(indicator: PlannedIndicator, value: Fraction, hit: boolean, elapsed: number): Verdict {
  if (elapsed % 4 !== 0) return hit ? 'on-track' : 'behind';
  if (indicator.stretch !== null) {
    const beyond = compare(value, indicator.stretch);
    if (indicator.atLeast ? beyond > 0 : beyond < 0) return 'exceeded';
  }
  return hit ? 'met' : 'not-met';
}

/**
 * Where the figure should be by now, in its own unit: for the horizon term the pace's share of the goal, for byEnd the line from the
 * baseline to the goal, never stricter than the goal; a count rounded in the units' favour. Null where there is none.
 */
export function expectedOf(one: Course): Fraction | null {
  const { indicator, goal, elapsed } = one;
  if (goal === null || elapsed === 0) return null;
  const exact = indicator.horizon === 'term' ? onPace(indicator, goal, elapsed) : onLine(one, goal);
  if (exact === null || !indicator.isCount) return exact;
  return fraction(indicator.atLeast ? floor(exact) : ceil(exact), 1);
}

function onPace(indicator: PlannedIndicator, goal: Fraction, elapsed: number): Fraction | null {
  const share = indicator.pace?.[elapsed];
  return share === undefined ? null : times(goal, share);
}

/** (baseline · (all − gone) + goal · gone) / all, of the quarters since the baseline. A baseline that hits the goal asks for no more than that. */
function onLine(one: Course, goal: Fraction): Fraction | null {
  const { indicator, baseline, elapsed, quarters } = one;
  if (indicator.horizon !== 'byEnd' || indicator.kind === 'flag' || baseline === null) return null;
  const { value } = baseline;
  const all = quarters - baseline.elapsed;
  const gone = elapsed - baseline.elapsed;
  if (all <= 0) return null;
  if (compare(goal, value) * (indicator.atLeast ? 1 : -1) <= 0) return goal;
  return fraction(
    add(multiply(multiply(value.n, goal.d), all - gone), multiply(multiply(goal.n, value.d), gone)),
    multiply(multiply(value.d, goal.d), all),
  );
}

/**
 * What is still needed to hit the goal today (atMost: what is too much), in units of the numerator. Of a count the smallest whole
 * number that suffices; of anything else exact, and one last decimal more where the goal is strict. Null for growth and flags.
 */
export function shortfallOf(indicator: PlannedIndicator, figure: Figure, goal: Fraction | null): Fraction | null {
  const { value } = figure;
  if (value === null || goal === null) return null;
  if (indicator.kind === 'growth' || indicator.kind === 'flag') return null;
  if (hits(indicator, value, goal)) return fraction(0, 1);
  const exact = indicator.kind === 'ratio' ? ratioGap(indicator, value, goal) : gap(indicator, value, goal);
  const strict = indicator.strict;
  if (indicator.decimals === 0) return fraction(strict ? add(floor(exact), 1) : ceil(exact), 1);
  return strict ? plus(exact, fraction(1, 10 ** indicator.decimals)) : exact;
}

function gap(indicator: PlannedIndicator, value: Fraction, goal: Fraction): Fraction {
  return indicator.atLeast ? minus(goal, value) : minus(value, goal);
}

/** The value is 100 · numerators / denominators, both in thousandths: goal/100 · denominators − numerators, and atMost the other way. */
function ratioGap(indicator: PlannedIndicator, value: Fraction, goal: Fraction): Fraction {
  const above = crossed(goal.n, value.d, goal.d, value.n);
  return fraction(indicator.atLeast ? above : multiply(above, -1), multiply(goal.d, 100 * SCALE));
}

/** Where a verdict stands, from the worst: what is not judged comes last, and counts for a target only where there is nothing else. */
export function rankOf(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** A target's verdict is its indicators' worst. */
export function worstOf(results: readonly { readonly verdict: Verdict }[]): Verdict {
  return VERDICTS.find((one) => results.some(({ verdict }) => verdict === one)) ?? 'baseline';
}

/** The verdict at a place of that order. */
export function verdictAt(rank: number): Verdict {
  return VERDICTS[rank] ?? 'baseline';
}
