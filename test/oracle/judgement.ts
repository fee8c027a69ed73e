/** Verdict, expected figure, baseline, shortfall and last known figure, by the domain's table, rule by rule in its order. */
import type { IndicatorDefinition } from '../../shared/resolution/schema.ts';
import type { Verdict } from '../../shared/wire.ts';
import { inputIds, type Oracle, type OracleFigure } from './consolidation.ts';
import { ceil, compare, decimal, floor, minus, over, plus, type Rational, rational, sumOf, times } from './rational.ts';

export interface OracleJudgement {
  readonly figure: OracleFigure;
  readonly goal: Rational | null;
  readonly verdict: Verdict;
  readonly expected: Rational | null;
  readonly baseline: { readonly period: string; readonly value: Rational } | null;
  readonly shortfall: Rational | null;
  readonly last: { readonly period: string; readonly value: Rational; readonly verdict: Verdict } | null;
}

export function judge(oracle: Oracle, indicator: IndicatorDefinition, period: string): OracleJudgement {
  const figure = oracle.figureOf(indicator, period);
  const goal = oracle.goalOf(indicator);
  const baseline = baselineOf(oracle, indicator, period);
  const expected = expectedOf(oracle, indicator, goal, baseline, period);
  return {
    figure,
    goal,
    baseline,
    expected,
    verdict: verdictOf(oracle, indicator, { figure, goal, baseline, expected }, period),
    shortfall: shortfallOf(oracle, indicator, figure, goal),
    last: figure.value === null ? lastOf(oracle, indicator, period) : null,
  };
}

type Known = Pick<OracleJudgement, 'figure' | 'goal' | 'baseline' | 'expected'>;

function verdictOf(oracle: Oracle, indicator: IndicatorDefinition, known: Known, period: string): Verdict {
  const { figure, goal, expected } = known;
  const { value, provisional, missing, invalid } = figure;
  const { direction, horizon } = indicator.goal;
  const { kind } = indicator.formula;
  const isQ4 = period.endsWith('Q4');
  if (period === oracle.periods[0]) return 'baseline';
  if (missing.length === 0 && invalid.length === 0 && value === null) return 'not-applicable';
  if (goal === null) return 'no-data';
  if (value === null) {
    const total = kind === 'sum' || kind === 'termSum';
    if (total && direction === 'atLeast' && provisional !== null && isHit(indicator, provisional, goal)) return 'met';
    if (kind === 'termSum' && direction === 'atMost' && provisional !== null && !isHit(indicator, provisional, goal))
      return 'not-met';
    return invalid.length === 0 && !isQ4 && figure.awaited ? 'not-due' : 'no-data';
  }
  const hit = isHit(indicator, value, goal);
  if (horizon === 'maintain') return hit ? 'met' : 'not-met';
  if (horizon === 'everyYear') {
    if (!isQ4) return hit ? 'on-track' : 'behind';
    const { stretch } = indicator.goal;
    const beyond = stretch !== undefined && compare(value, decimal(stretch)) === (direction === 'atLeast' ? 1 : -1);
    return beyond ? 'exceeded' : hit ? 'met' : 'not-met';
  }
  if (horizon === 'byEnd' && hit) return 'met';
  if (horizon === 'term' && direction === 'atLeast' && hit) return 'met';
  if (horizon === 'term' && direction === 'atMost' && !hit) return 'not-met';
  if (period === oracle.periods.at(-1)) return hit ? 'met' : 'not-met';
  if (expected === null) return 'in-progress';
  const order = compare(value, expected);
  return (direction === 'atLeast' ? order >= 0 : order <= 0) ? 'on-track' : 'behind';
}

function isHit({ goal: { direction, strict } }: IndicatorDefinition, value: Rational, goal: Rational): boolean {
  const order = direction === 'atLeast' ? compare(value, goal) : compare(goal, value);
  return strict === true ? order > 0 : order >= 0;
}

function baselineOf(oracle: Oracle, indicator: IndicatorDefinition, period: string): OracleJudgement['baseline'] {
  if (indicator.goal.horizon !== 'byEnd' || indicator.formula.kind === 'flag') return null;
  for (const earlier of oracle.periods.slice(0, oracle.periods.indexOf(period))) {
    const { value } = oracle.figureOf(indicator, earlier);
    if (value !== null) return { period: earlier, value };
  }
  return null;
}

function expectedOf(
  oracle: Oracle,
  indicator: IndicatorDefinition,
  goal: Rational | null,
  baseline: OracleJudgement['baseline'],
  period: string,
): Rational | null {
  const { direction, horizon, growthPerYear } = indicator.goal;
  const elapsed = oracle.periods.indexOf(period);
  if (goal === null || elapsed === 0) return null;
  let exact: Rational | null = null;
  if (horizon === 'term') exact = times(goal, share(oracle, growthPerYear, elapsed));
  if (baseline !== null) {
    const then = oracle.periods.indexOf(baseline.period);
    const part = rational(BigInt(elapsed - then), BigInt(oracle.periods.length - 1 - then));
    const line = plus(baseline.value, times(minus(goal, baseline.value), part));
    const stricter = direction === 'atLeast' ? compare(line, goal) > 0 : compare(line, goal) < 0;
    exact = stricter ? goal : line;
  }
  if (exact === null || !isCount(oracle, indicator)) return exact;
  return direction === 'atLeast' ? floor(exact) : ceil(exact);
}

/** elapsed / quarters; with g % a year ((1 + g/100)ᵏ − 1) / ((1 + g/100)ⁿ − 1) at year ends, linear between two of them. */
function share(oracle: Oracle, growth: number | undefined, elapsed: number): Rational {
  const quarters = oracle.periods.length - 1;
  if (growth === undefined || growth === 0) return rational(BigInt(elapsed), BigInt(quarters));
  const rate = plus(rational(1n), over(decimal(growth), rational(100n)));
  const grown = (years: number): Rational => {
    let power = rational(1n);
    for (let year = 0; year < years; year++) power = times(power, rate);
    return minus(power, rational(1n));
  };
  const atYear = (years: number): Rational => over(grown(years), grown(quarters / 4));
  const year = Math.floor(elapsed / 4);
  if (elapsed % 4 === 0) return atYear(year);
  return plus(atYear(year), times(minus(atYear(year + 1), atYear(year)), rational(BigInt(elapsed % 4), 4n)));
}

function isCount(oracle: Oracle, indicator: IndicatorDefinition): boolean {
  const { kind } = indicator.formula;
  return (kind === 'sum' || kind === 'termSum') && decimalsOf(oracle, indicator) === 0;
}

function decimalsOf(oracle: Oracle, indicator: IndicatorDefinition): number {
  return oracle.input(inputIds(indicator)[0] ?? '').decimals;
}

function shortfallOf(
  oracle: Oracle,
  indicator: IndicatorDefinition,
  { value, parts }: OracleFigure,
  goal: Rational | null,
): Rational | null {
  const { kind } = indicator.formula;
  if (value === null || goal === null || kind === 'growth' || kind === 'flag') return null;
  if (isHit(indicator, value, goal)) return rational(0n);
  const there = Object.values(parts).flatMap((part) => (part === null ? [] : [part]));
  const column = (at: number): Rational => sumOf(there.map((part) => part[at] ?? rational(0n)));
  const have = kind === 'ratio' ? column(0) : value;
  const wanted = kind === 'ratio' ? times(over(goal, rational(100n)), column(1)) : goal;
  const lacking = indicator.goal.direction === 'atLeast' ? minus(wanted, have) : minus(have, wanted);
  const strict = indicator.goal.strict === true;
  const decimals = decimalsOf(oracle, indicator);
  if (decimals === 0) return strict ? plus(floor(lacking), rational(1n)) : ceil(lacking);
  return strict ? plus(lacking, rational(1n, 10n ** BigInt(decimals))) : lacking;
}

function lastOf(oracle: Oracle, indicator: IndicatorDefinition, period: string): OracleJudgement['last'] {
  const earlier = oracle.periods.slice(0, oracle.periods.indexOf(period)).reverse();
  for (const one of earlier) {
    const { value } = oracle.figureOf(indicator, one);
    if (value !== null) return { period: one, value, verdict: judge(oracle, indicator, one).verdict };
  }
  return null;
}
