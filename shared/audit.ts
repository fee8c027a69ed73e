/**
 * The self-audit of a resolution: what its own figures imply, where they need one another, where they contradict. Runs over the data,
 * before any report; with the baseline's reports it also compares what the text states with what was counted.
 */

import { AUDIT_WORDS } from './audit-words.ts';
import { compare, fraction, fractionOf, plus, SCALE, times, toNumber, toThousandths } from './exact.ts';
import { isWithin, type Plan, type PlannedIndicator, plannedIndicator } from './plan.ts';
import type { Statement } from './resolution/schema.ts';
import { numberIn, type Values } from './values.ts';
import type { IndicatorResult } from './wire.ts';

/**
 * What was found: what an increase implies, the year that a pace needs, the whole of a share, a cap elsewhere, a part above its
 * whole, goals that exclude each other, a goal that was met before the term, a count that the reports do not give.
 */
type AuditCode =
  | 'increase'
  | 'needed-base-year'
  | 'share-count'
  | 'cap'
  | 'part-above-whole'
  | 'conflict'
  | 'met-at-baseline'
  | 'count-differs';

/** A notice beside a target, in Vietnamese; nobody is asked to do anything about it but to know it. */
export interface AuditFinding {
  readonly target: number;
  readonly code: AuditCode;
  readonly message: string;
}

/** What the text alone implies, in the order of its targets. */
export function auditText(plan: Plan): readonly AuditFinding[] {
  const { statements } = plan.resolution;
  const findings = [
    ...statements.flatMap((statement) => auditStatement(plan, statement)),
    ...plan.indicators.flatMap((indicator) => neededBaseYear(plan, indicator)),
    ...plan.indicators.flatMap((part) => plan.indicators.flatMap((whole) => comparePair(plan, part, whole))),
  ];
  return findings.sort((a, b) => a.target - b.target);
}

/**
 * What the baseline adds: goals that were met before the term began, and counts of the text that the areas' sums do not give.
 * @param results the indicators of the baseline period.
 * @param valuesOf a unit's values of the baseline period.
 */
export function auditBaseline(
  plan: Plan,
  results: readonly IndicatorResult[],
  valuesOf: (unit: string) => Values | undefined,
): readonly AuditFinding[] {
  const findings = [
    ...plan.indicators.flatMap((indicator) => metAtBaseline(indicator, results[indicator.index])),
    ...plan.resolution.statements.flatMap((statement) => countDiffers(plan, statement, valuesOf)),
  ];
  return findings.sort((a, b) => a.target - b.target);
}

function auditStatement(plan: Plan, statement: Statement): AuditFinding[] {
  switch (statement.kind) {
    case 'increase':
      return [auditIncrease(plan, statement)];
    case 'share':
      return auditShare(plan, statement);
    case 'cap':
      return auditCap(plan, statement);
    case 'count':
      return [];
  }
}

/** 16,936 − 4,278 = 12,658; 4,278 of that are 33,8 %, not 6; five years of 6 % more are. */
function auditIncrease(plan: Plan, statement: Statement & { kind: 'increase' }): AuditFinding {
  const { target, total, increase, percent } = statement;
  const { firstYear, lastYear } = plan.resolution.term;
  const years = lastYear - firstYear + 1;
  const former = (toThousandths(total) - toThousandths(increase)) / SCALE;
  const message = AUDIT_WORDS.increase({
    ...statement,
    former,
    years,
    truePercent: (100 * increase) / former,
    compounded: former * (1 + percent / 100) ** years,
  });
  return { target, code: 'increase', message };
}

/** A total with a pace needs total / (r + r² + … + rⁿ) in the year before the term, r = 1 + g/100. */
function neededBaseYear(plan: Plan, indicator: PlannedIndicator): AuditFinding[] {
  const { growthPerYear, value } = indicator.goal;
  if (growthPerYear === undefined || typeof value !== 'number') return [];
  const { firstYear, lastYear } = plan.resolution.term;
  const rate = fraction(100 * SCALE + toThousandths(growthPerYear), 100 * SCALE);
  let power = rate;
  let sum = rate;
  for (let year = firstYear + 1; year <= lastYear; year++) {
    power = times(power, rate);
    sum = plus(sum, power);
  }
  const needed = toNumber(times(fractionOf(value), fraction(sum.d, sum.n)));
  const message = AUDIT_WORDS.neededBaseYear(growthPerYear, value, indicator.unit, firstYear - 1, needed);
  return [{ target: indicator.definition.target, code: 'needed-base-year', message }];
}

/** The largest total of which `count` still makes the percentage: 2 of 7 are 28,57 %, 2 of 8 are not 28,5 %. */
function auditShare(plan: Plan, statement: Statement & { kind: 'share' }): AuditFinding[] {
  const indicator = plannedIndicator(plan, statement.indicator);
  const percent = indicator?.goal.value;
  if (indicator?.formula.kind !== 'ratio' || typeof percent !== 'number' || percent <= 0) return [];
  const total = Math.floor((statement.count * 100 * SCALE) / toThousandths(percent));
  const unit = plan.inputs[indicator.inputs[0] ?? -1]?.unit ?? '';
  const share = (100 * statement.count) / total;
  const message = AUDIT_WORDS.share(percent, statement.count, total, share, unit);
  return [{ target: statement.target, code: 'share-count', message }];
}

/** Where `part` may be at most p % of `of`, a goal of e % of all as `part` needs e/p of all as `of`. */
function auditCap(plan: Plan, statement: Statement & { kind: 'cap' }): AuditFinding[] {
  const part = ratioOf(plan, statement.part);
  const of = ratioOf(plan, statement.of);
  if (part?.fixedGoal == null || of?.fixedGoal == null || part.inputs[1] !== of.inputs[1]) return [];
  const needed = times(part.fixedGoal, fraction(100 * SCALE, toThousandths(statement.percent)));
  if (compare(needed, of.fixedGoal) <= 0) return [];
  const message = AUDIT_WORDS.cap({
    part: part.definition.label,
    of: of.definition.label,
    partGoal: toNumber(part.fixedGoal),
    ofGoal: toNumber(of.fixedGoal),
    needed: toNumber(needed),
    rule: statement.rule.text,
  });
  return [{ target: statement.target, code: 'cap', message }];
}

function ratioOf(plan: Plan, numerator: string): PlannedIndicator | undefined {
  return plan.indicators.find(({ formula }) => formula.kind === 'ratio' && formula.numerator === numerator);
}

/** Two goals that cannot both be: a part beyond its whole, or the same figure held above and below. */
function comparePair(plan: Plan, part: PlannedIndicator, whole: PlannedIndicator): AuditFinding[] {
  if (part.fixedGoal === null || whole.fixedGoal === null || part.formula.kind === 'flag') return [];
  const order = compare(part.fixedGoal, whole.fixedGoal);
  if (part.goal.direction !== 'atLeast' || order < 0) return [];
  const { target, label } = part.definition;
  const other = whole.definition.label;
  if (order > 0 && isPart(plan, part, whole)) {
    return [{ target, code: 'part-above-whole', message: AUDIT_WORDS.partAboveWhole(label, other) }];
  }
  const same = JSON.stringify(part.formula) === JSON.stringify(whole.formula);
  // At 5 and no more than 5 is possible; above 5 and no more than 5 is not.
  const apart = order > 0 || part.goal.strict === true || whole.goal.strict === true;
  if (!same || whole.goal.direction !== 'atMost' || !apart) return [];
  return [{ target, code: 'conflict', message: AUDIT_WORDS.conflict(label, other) }];
}

/** The same formula over an input and over the whole that it is part of. */
function isPart(plan: Plan, part: PlannedIndicator, whole: PlannedIndicator): boolean {
  if (part.formula.kind !== whole.formula.kind || part.formula.kind === 'growth') return false;
  return part.inputs[1] === whole.inputs[1] && isWithin(plan, part.inputs[0] ?? -1, whole.inputs[0] ?? -1);
}

/** A shortfall of nothing is decided exactly; growth has none, and is no state that could be kept from then on. */
function metAtBaseline(indicator: PlannedIndicator, result: IndicatorResult | undefined): AuditFinding[] {
  if (indicator.goal.horizon !== 'byEnd' || result === undefined) return [];
  if (result.shortfall !== 0 && result.value !== true) return [];
  const message = AUDIT_WORDS.metAtBaseline(indicator.definition.label, result.value, result.unit, result.goal);
  return [{ target: indicator.definition.target, code: 'met-at-baseline', message }];
}

/** Only where every unit has given its number: a sum of some says nothing about the text. */
function countDiffers(
  plan: Plan,
  statement: Statement,
  valuesOf: (unit: string) => Values | undefined,
): AuditFinding[] {
  if (statement.kind !== 'count') return [];
  const input = plan.inputById.get(statement.input);
  if (input === undefined) return [];
  const units = plan.units.filter((unit) => unit.kind === input.by);
  const numbers = units.flatMap((unit) => numberIn(valuesOf(unit.id), input.id) ?? []);
  const sum = numbers.reduce((total, number) => total + toThousandths(number), 0);
  if (numbers.length < units.length || sum === toThousandths(statement.value)) return [];
  const message = AUDIT_WORDS.countDiffers(input, statement.value, sum / SCALE);
  return [{ target: statement.target, code: 'count-differs', message }];
}
