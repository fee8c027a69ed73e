/**
 * Findings: what is wrong, doubtful or still missing in a unit's report. The same rules run in the sidebar, the script and the
 * Worker; rules that look at other periods look at the unit's current reports, whatever their state.
 */
import { FINDING_WORDS } from './finding-words.ts';
import { malformedValue } from './malformed.ts';
import { type Period, quarterOf, yearBefore } from './periods.ts';
import { inputsOf, isDue, type Plan, periodAt, unitOf } from './plan.ts';
import type { InputDefinition } from './resolution/schema.ts';
import { numberIn, type Reasons, type Value, type Values, valueIn } from './values.ts';
import type { Finding } from './wire.ts';

/** A reason shorter than this counts as none. */
const MIN_REASON = 3;

/** Where changed values touch more inputs than this, looking at all of them anew costs less. */
const MANY = 8;

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
  const kind = unitOf(plan, context.unit)?.kind;
  return findingsIn(plan, context, lookingAt(plan, id, kind)).filter(
    (finding) => finding.input === id || finding.other === id,
  );
}

/**
 * The same as `findingsOf`, from the findings that a report had before some of its values were changed: only what looks at a changed
 * value is looked at again. Whatever `context.current` answers has to be what it was.
 */
export function findingsAfter(
  plan: Plan,
  context: ReportContext,
  before: { readonly values: ReportContext['values']; readonly findings: readonly Finding[] },
): Finding[] {
  const touched: InputDefinition[] = [];
  for (const { id, by } of inputsOf(plan, context.unit)) {
    if (valueIn(before.values, id) === valueIn(context.values, id)) continue;
    for (const one of lookingAt(plan, id, by)) if (!touched.includes(one)) touched.push(one);
    if (touched.length > MANY) return findingsOf(plan, context);
  }
  const kept = before.findings.filter(({ input }) => !touched.some(({ id }) => id === input));
  const place = ({ input }: Finding): number => plan.inputIndex.get(input) ?? 0;
  return [...kept, ...findingsIn(plan, context, touched)].sort((one, other) => place(one) - place(other));
}

/** The inputs of a kind of unit whose findings can name an input. */
function lookingAt(plan: Plan, id: string, kind: string | undefined): readonly InputDefinition[] {
  return (plan.named.get(id) ?? []).filter(({ by }) => by === kind);
}

function findingsIn(plan: Plan, context: ReportContext, inputs: readonly InputDefinition[]): Finding[] {
  const report = new CheckedReport(plan, context);
  const findings: Finding[] = [];
  for (const input of inputs) {
    const value = report.valueOf(input);
    if (typeof value === 'number') {
      for (const rule of RULES) {
        const finding = rule(report, input, value);
        if (finding !== null) findings.push(finding);
      }
    } else if (typeof value !== 'boolean' && context.period === plan.periods[0] && plan.byEndInputs.has(input.id)) {
      findings.push(baselineMissing(input));
    }
  }
  return findings;
}

/** What is due in this period and missing: `required`, an error at submission only. */
export function missingRequired(plan: Plan, context: ReportContext): Finding[] {
  const report = new CheckedReport(plan, context);
  return inputsOf(plan, context.unit)
    .filter((input) => isDue(plan, input, context.period) && report.valueOf(input) === null)
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

/** A report while it is checked, with the unit's earlier ones as they are asked for. */
class CheckedReport {
  readonly plan: Plan;
  readonly period: Period;
  /** The period's place in the plan. */
  readonly index: number;
  private readonly values: ReportContext['values'];
  private readonly current: ReportContext['current'];
  private readonly known: (Values | undefined)[] = [];

  constructor(plan: Plan, { period, values, current }: ReportContext) {
    this.plan = plan;
    this.period = period;
    this.index = plan.periodIndex.get(period) ?? 0;
    this.values = values;
    this.current = current;
  }

  /** A value that is not well-formed counts as missing. */
  valueOf(input: InputDefinition): Value {
    const value = valueIn(this.values, input.id);
    return malformedValue(input, value) === null ? value : null;
  }

  /** The report of the period at a place; each is fetched once. */
  earlier(index: number): Values | undefined {
    if (!(index in this.known)) this.known[index] = this.current(periodAt(this.plan, index));
    return this.known[index];
  }
}

/** What is wrong with a number; null where this rule finds nothing. */
type Rule = (report: CheckedReport, input: InputDefinition, value: number) => Finding | null;

const againstWhole: Rule = (report, input, value) => {
  if (input.partOf === undefined) return null;
  const whole = report.plan.inputById.get(input.partOf);
  if (whole === undefined) return null;
  const wholeValue = report.valueOf(whole);
  if (wholeValue === 'na') {
    const message = FINDING_WORDS.wholeNotApplicable(input, whole);
    return { input: input.id, other: whole.id, severity: 'warning', code: 'whole-not-applicable', message };
  }
  if (typeof wholeValue !== 'number' || value <= wholeValue) return null;
  const message = FINDING_WORDS.partExceedsWhole(input, value, whole, wholeValue);
  return { input: input.id, other: whole.id, severity: 'error', code: 'part-exceeds-whole', message };
};

const implausible: Rule = (_report, input, value) => {
  if (input.plausibleUpTo === undefined || value <= input.plausibleUpTo) return null;
  const message = FINDING_WORDS.implausible(input, value, input.plausibleUpTo);
  return { input: input.id, severity: 'warning', code: 'implausible', message };
};

const jump: Rule = (report, input, value) => {
  if (input.kind !== 'level' || value === 0) return null;
  for (let index = report.index - 1; index >= 0; index--) {
    const values = report.earlier(index);
    const earlier = numberIn(values, input.id);
    if (values === undefined || earlier === null || isContradicted(report, values, input)) continue;
    if (earlier === 0 || !isFarFrom(value, earlier)) return null;
    const message = FINDING_WORDS.jump(input, value, earlier, periodAt(report.plan, index));
    return { input: input.id, severity: 'warning', code: 'jump', message };
  }
  return null;
};

const shrinkingFlow: Rule = (report, input, value) => {
  if (input.kind !== 'flow') return null;
  const lastYear = report.index - quarterOf(report.period);
  for (let index = report.index - 1; index > Math.max(lastYear, 0); index--) {
    const earlier = numberIn(report.earlier(index), input.id);
    if (earlier === null || value >= earlier) continue;
    const message = FINDING_WORDS.shrinkingFlow(input, value, earlier, periodAt(report.plan, index));
    return { input: input.id, severity: 'warning', code: 'shrinking-flow', message };
  }
  return null;
};

const comparisonDiffers: Rule = (report, input, value) => {
  const current = report.plan.comparedWith.get(input.id);
  if (current === undefined) return null;
  const period = yearBefore(report.period);
  const index = report.plan.periodIndex.get(period);
  const reported = index === undefined ? null : numberIn(report.earlier(index), current);
  if (reported === null || reported === value) return null;
  const message = FINDING_WORDS.comparisonDiffers(input, value, reported, period);
  return { input: input.id, other: current, severity: 'warning', code: 'comparison-differs', message };
};

const RULES: readonly Rule[] = [againstWhole, implausible, jump, shrinkingFlow, comparisonDiffers];

function baselineMissing(input: InputDefinition): Finding {
  return {
    input: input.id,
    severity: 'notice',
    code: 'baseline-missing',
    message: FINDING_WORDS.baselineMissing(input),
  };
}

/** More than 3 times, or less than a third: in thousandths, so that no binary fraction decides. */
function isFarFrom(value: number, earlier: number): boolean {
  const [a, b] = [Math.round(value * 1000), Math.round(earlier * 1000)];
  return a > 3 * b || 3 * a < b;
}

/** Whether an error finding touches an input of a report: as the part of its whole, or as the whole of a part. */
function isContradicted({ plan }: CheckedReport, values: Values, input: InputDefinition): boolean {
  if (isAboveWhole(values, input)) return true;
  return plan.partsOf.get(input.id)?.some((part) => isAboveWhole(values, part)) ?? false;
}

function isAboveWhole(values: Values, { id, partOf }: InputDefinition): boolean {
  if (partOf === undefined) return false;
  const value = numberIn(values, id);
  const whole = numberIn(values, partOf);
  return value !== null && whole !== null && value > whole;
}
