/**
 * Findings: what is wrong, doubtful or still missing in a unit's report. The same rules run in the sidebar, the script and the
 * Worker; rules that look at other periods look at the unit's current reports, whatever their state.
 */
import { FINDING_WORDS } from './finding-words.ts';
import { malformedValue } from './malformed.ts';
import { type Period, yearBefore, yearOf } from './periods.ts';
import { inputsOf, isDue, type Plan } from './plan.ts';
import type { InputDefinition } from './resolution/schema.ts';
import { numberIn, type Reasons, type Value, type Values, valueIn } from './values.ts';
import type { Finding } from './wire.ts';

/** A reason shorter than this counts as none. */
const MIN_REASON = 3;

/** A report's values as they arrived, and where the unit's other reports are found. */
export interface ReportContext {
  readonly unit: string;
  readonly period: Period;
  readonly values: Readonly<Record<string, unknown>>;
  /** The unit's current values of another period; undefined where there is no report. */
  readonly current: (period: Period) => Values | undefined;
}

/** Errors, warnings and notices of well-formed values, in the resolution's order. Values that are not well-formed count as missing. */
export function findingsOf(plan: Plan, context: ReportContext): Finding[] {
  return findingsIn(plan, context, inputsOf(plan, context.unit));
}

/** Those of the same findings that name this input, as their own or as the other: cheap enough for every keystroke. */
export function findingsAbout(plan: Plan, context: ReportContext, id: string): Finding[] {
  const touched = inputsOf(plan, context.unit).filter((input) =>
    [input.id, input.partOf, plan.comparedWith.get(input.id)].includes(id),
  );
  return findingsIn(plan, context, touched).filter((finding) => finding.input === id || finding.other === id);
}

function findingsIn(plan: Plan, context: ReportContext, inputs: readonly InputDefinition[]): Finding[] {
  const report = { ...context, values: wellFormed(plan, context.unit, context.values) };
  return inputs.flatMap((input) => RULES.flatMap((rule) => rule(plan, report, input) ?? []));
}

/** What is due in this period and missing: `required`, an error at submission only. */
export function missingRequired(plan: Plan, context: ReportContext): Finding[] {
  const values = wellFormed(plan, context.unit, context.values);
  return inputsOf(plan, context.unit)
    .filter((input) => isDue(plan, input, context.period) && valueIn(values, input.id) === null)
    .map((input) => ({
      input: input.id,
      severity: 'error',
      code: 'required',
      message: FINDING_WORDS.required(input),
    }));
}

/** Every finding that stands in the way of a submission: errors, missing required inputs, warnings without a reason. */
export function judgeSubmission(plan: Plan, context: ReportContext, reasons: Reasons): Finding[] {
  const open = findingsOf(plan, context).filter(
    (finding) => finding.severity === 'error' || isUnexplained(finding, reasons),
  );
  return [...open, ...missingRequired(plan, context)];
}

/** Whether a finding is a warning whose input has no reason yet. */
export function isUnexplained(finding: Finding, reasons: Reasons): boolean {
  return finding.severity === 'warning' && !reasonGiven(reasons, finding.input);
}

/** Whether an input has a reason of at least `MIN_REASON` characters. */
export function reasonGiven(reasons: Reasons, input: string): boolean {
  if (!Object.prototype.propertyIsEnumerable.call(reasons, input)) return false;
  return (reasons[input] ?? '').trim().length >= MIN_REASON;
}

interface WellFormedContext extends ReportContext {
  readonly values: Values;
}

type Rule = (plan: Plan, report: WellFormedContext, input: InputDefinition) => Finding | null;

const partExceedsWhole: Rule = (plan, report, input) => {
  const whole = wholeOf(plan, input);
  const value = numberIn(report.values, input.id);
  const wholeValue = whole === null ? null : numberIn(report.values, whole.id);
  if (whole === null || value === null || wholeValue === null || value <= wholeValue) return null;
  const message = FINDING_WORDS.partExceedsWhole(input, value, whole, wholeValue);
  return { input: input.id, other: whole.id, severity: 'error', code: 'part-exceeds-whole', message };
};

const baselineMissing: Rule = (plan, report, input) => {
  if (report.period !== plan.periods[0] || !plan.byEndInputs.has(input.id)) return null;
  const value = valueIn(report.values, input.id);
  if (value !== null && value !== 'na') return null;
  return {
    input: input.id,
    severity: 'notice',
    code: 'baseline-missing',
    message: FINDING_WORDS.baselineMissing(input),
  };
};

const wholeNotApplicable: Rule = (plan, report, input) => {
  const whole = wholeOf(plan, input);
  if (whole === null || valueIn(report.values, whole.id) !== 'na') return null;
  if (numberIn(report.values, input.id) === null) return null;
  const message = FINDING_WORDS.wholeNotApplicable(input, whole);
  return { input: input.id, other: whole.id, severity: 'warning', code: 'whole-not-applicable', message };
};

const implausible: Rule = (_plan, report, input) => {
  const value = numberIn(report.values, input.id);
  if (value === null || input.plausibleUpTo === undefined || value <= input.plausibleUpTo) return null;
  const message = FINDING_WORDS.implausible(input, value, input.plausibleUpTo);
  return { input: input.id, severity: 'warning', code: 'implausible', message };
};

const jump: Rule = (plan, report, input) => {
  const value = numberIn(report.values, input.id);
  if (input.kind !== 'level' || value === null || value === 0) return null;
  const earlier = latestValid(plan, report, input);
  if (earlier === null || earlier.value === 0) return null;
  if (!isFarFrom(value, earlier.value)) return null;
  const message = FINDING_WORDS.jump(input, value, earlier.value, earlier.period);
  return { input: input.id, severity: 'warning', code: 'jump', message };
};

const shrinkingFlow: Rule = (plan, report, input) => {
  const value = numberIn(report.values, input.id);
  if (input.kind !== 'flow' || value === null) return null;
  for (const period of earlierPeriods(plan, report.period)) {
    if (yearOf(period) !== yearOf(report.period)) break;
    const earlier = numberIn(report.current(period), input.id);
    if (earlier === null || value >= earlier) continue;
    const message = FINDING_WORDS.shrinkingFlow(input, value, earlier, period);
    return { input: input.id, severity: 'warning', code: 'shrinking-flow', message };
  }
  return null;
};

const comparisonDiffers: Rule = (plan, report, input) => {
  const current = plan.comparedWith.get(input.id);
  const value = numberIn(report.values, input.id);
  if (current === undefined || value === null) return null;
  const period = yearBefore(report.period);
  const reported = plan.periodIndex.has(period) ? numberIn(report.current(period), current) : null;
  if (reported === null || reported === value) return null;
  const message = FINDING_WORDS.comparisonDiffers(input, value, reported, period);
  return { input: input.id, other: current, severity: 'warning', code: 'comparison-differs', message };
};

const RULES: readonly Rule[] = [
  partExceedsWhole,
  wholeNotApplicable,
  implausible,
  jump,
  shrinkingFlow,
  comparisonDiffers,
  baselineMissing,
];

/** More than 3 times, or less than a third: in thousandths, so that no binary fraction decides. */
function isFarFrom(value: number, earlier: number): boolean {
  const [a, b] = [Math.round(value * 1000), Math.round(earlier * 1000)];
  return a > 3 * b || 3 * a < b;
}

function latestValid(
  plan: Plan,
  report: WellFormedContext,
  input: InputDefinition,
): { readonly period: Period; readonly value: number } | null {
  for (const period of earlierPeriods(plan, report.period)) {
    const values = report.current(period);
    const value = numberIn(values, input.id);
    if (values !== undefined && value !== null && !isContradicted(plan, values, input)) return { period, value };
  }
  return null;
}

/** Whether an error finding touches an input of a report: as the part of its whole, or as the whole of a part. */
function isContradicted(plan: Plan, values: Values, input: InputDefinition): boolean {
  return [input, ...(plan.partsOf.get(input.id) ?? [])].some((part) => {
    const whole = wholeOf(plan, part);
    const value = numberIn(values, part.id);
    const wholeValue = whole === null ? null : numberIn(values, whole.id);
    return value !== null && wholeValue !== null && value > wholeValue;
  });
}

/** The periods before one, the latest first. */
function earlierPeriods(plan: Plan, period: Period): readonly Period[] {
  const index = plan.periodIndex.get(period) ?? 0;
  return plan.periods.slice(0, index).reverse();
}

function wholeOf(plan: Plan, input: InputDefinition): InputDefinition | null {
  return input.partOf === undefined ? null : (plan.inputById.get(input.partOf) ?? null);
}

function wellFormed(plan: Plan, unit: string, values: Readonly<Record<string, unknown>>): Values {
  const kept: Record<string, Value> = {};
  for (const input of inputsOf(plan, unit)) {
    const value: unknown = Object.prototype.propertyIsEnumerable.call(values, input.id) ? values[input.id] : null;
    if (isValue(value) && malformedValue(input, value) === null) kept[input.id] = value;
  }
  return kept;
}

function isValue(value: unknown): value is Value {
  return value === null || value === 'na' || typeof value === 'number' || typeof value === 'boolean';
}
