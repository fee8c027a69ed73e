/**
 * A resolution compiled once for all later work: who reports which inputs, which inputs feed which indicators, what a changed
 * input touches, and every goal, pace and horizon as exact fractions.
 */
import { type Fraction, fraction, fractionOf, reduce } from './exact.ts';
import { paceOf } from './pace.ts';
import { type Period, periodsOf, quarterOf } from './periods.ts';
import type {
  Formula,
  Goal,
  IndicatorDefinition,
  InputDefinition,
  ReportingUnit,
  Resolution,
} from './resolution/schema.ts';

/** Position of a code in a `Cells` row where there is no number. Reported numbers are never negative. */
export const MISSING = -1;
/** The code of “not applicable”. */
export const NOT_APPLICABLE = -2;
/** The code of a number that an error touches. */
export const INVALID = -3;

/** An indicator with everything that its figures and verdicts need, looked up once. */
export interface PlannedIndicator {
  readonly definition: IndicatorDefinition;
  readonly formula: Formula;
  readonly goal: Goal;
  /** What the two above say, in one place: every indicator is the same kind of object, which engines read faster. */
  readonly kind: Formula['kind'];
  readonly horizon: Goal['horizon'];
  readonly atLeast: boolean;
  readonly strict: boolean;
  /** Its place in the resolution's order. */
  readonly index: number;
  /** Places in the plan's inputs: one for a sum, term sum or flag; two (numerator, denominator) for a ratio or growth. */
  readonly inputs: readonly number[];
  /** Whether each of those inputs is due at the year's end alone. */
  readonly yearEnd: readonly boolean[];
  /** Places of the units that report it, in the resolution's order. */
  readonly units: readonly number[];
  /** True where the figure counts things: a sum or term sum of an input without decimals. */
  readonly isCount: boolean;
  /** Decimals of what the shortfall is given in: the input of a sum, the numerator of a ratio. */
  readonly decimals: number;
  /** The goal where it is a constant of the text; 1 for a flag. */
  readonly fixedGoal: Fraction | null;
  readonly stretch: Fraction | null;
  /** The share of the baseline's sum of `input` that the goal is. */
  readonly baselineGoal: { readonly input: number; readonly share: Fraction } | null;
  /** For the horizon term: the share of the goal to be reached by the end of period k (0: baseline). */
  readonly pace: readonly Fraction[] | null;
  /** "%", the input's unit, or null for a flag. */
  readonly unit: string | null;
}

/** A compiled resolution. Places are indexes into its lists, in the resolution's order. */
export interface Plan {
  readonly resolution: Resolution;
  /** The baseline period, then all quarters of the term: the index of a quarter is what has elapsed of the term. */
  readonly periods: readonly Period[];
  readonly periodIndex: ReadonlyMap<string, number>;
  readonly units: readonly ReportingUnit[];
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly inputs: readonly InputDefinition[];
  readonly inputIndex: ReadonlyMap<string, number>;
  readonly inputById: ReadonlyMap<string, InputDefinition>;
  readonly indicators: readonly PlannedIndicator[];
  /** Places of the indicators, by their ids. */
  readonly indicatorIndex: ReadonlyMap<string, number>;
  readonly indicatorById: ReadonlyMap<string, IndicatorDefinition>;
  /** Places of the indicators that an input feeds, by the input's place; those whose goal depends on it included. */
  readonly touches: readonly (readonly number[])[];
  /** Inputs of one kind of unit, in the resolution's order. */
  readonly inputsByKind: ReadonlyMap<string, readonly InputDefinition[]>;
  /** For each input its whole's place ("part of"), or -1. */
  readonly wholeOf: readonly number[];
  /** The places of an input's whole and of its parts, by the input's place: what can contradict it. */
  readonly related: readonly (readonly number[])[];
  /** The parts of each whole, by the whole's id. */
  readonly partsOf: ReadonlyMap<string, readonly InputDefinition[]>;
  /** For an input that repeats last year's figure (growth's denominator) the input whose figure it repeats. */
  readonly comparedWith: ReadonlyMap<string, string>;
  /** The inputs whose findings can name an input, by its id: itself, its parts, and what repeats its figure a year later. */
  readonly named: ReadonlyMap<string, readonly InputDefinition[]>;
  /** Inputs of indicators with the horizon byEnd: their baseline sets the pace. */
  readonly byEndInputs: ReadonlySet<string>;
}

/** Compiles a resolution whose references hold (see `resolution/check.ts`). Throws on an unknown id: a bug in the data. */
export function compilePlan(resolution: Resolution): Plan {
  const periods = periodsOf(resolution.term);
  const inputIndex = indexById(resolution.inputs);
  const context: Context = { resolution, periods, inputIndex };
  const indicators = resolution.indicators.map((definition, index) => planIndicator(context, definition, index));
  const comparedWith = new Map(
    indicators.flatMap(({ formula }) => (formula.kind === 'growth' ? [[formula.previous, formula.current]] : [])),
  );
  return {
    resolution,
    periods,
    periodIndex: new Map(periods.map((period, index) => [period, index])),
    units: resolution.units,
    unitIndex: indexById(resolution.units),
    inputs: resolution.inputs,
    inputIndex,
    inputById: new Map(resolution.inputs.map((input) => [input.id, input])),
    indicators,
    indicatorIndex: new Map(indicators.map((indicator) => [indicator.definition.id, indicator.index])),
    indicatorById: new Map(resolution.indicators.map((indicator) => [indicator.id, indicator])),
    touches: resolution.inputs.map((_, place) => indicators.filter((one) => feeds(one, place)).map((one) => one.index)),
    inputsByKind: new Map(
      resolution.kinds.map((kind) => [kind.id, resolution.inputs.filter((input) => input.by === kind.id)]),
    ),
    wholeOf: resolution.inputs.map((input) => (input.partOf === undefined ? -1 : placeOf(inputIndex, input.partOf))),
    related: resolution.inputs.map(({ id, partOf }) =>
      resolution.inputs.flatMap((other, place) => (other.id === partOf || other.partOf === id ? [place] : [])),
    ),
    partsOf: groupParts(resolution.inputs),
    comparedWith,
    named: new Map(
      resolution.inputs.map(({ id }) => [
        id,
        resolution.inputs.filter((one) => [one.id, one.partOf, comparedWith.get(one.id)].includes(id)),
      ]),
    ),
    byEndInputs: new Set(
      indicators
        .filter((one) => one.goal.horizon === 'byEnd')
        .flatMap((one) => one.inputs.map((place) => resolution.inputs[place]?.id ?? '')),
    ),
  };
}

/** The inputs that a unit reports, in the resolution's order; none for an unknown unit. */
export function inputsOf(plan: Plan, unit: string): readonly InputDefinition[] {
  const kind = unitOf(plan, unit)?.kind;
  return kind === undefined ? [] : (plan.inputsByKind.get(kind) ?? []);
}

/** A reporting unit by its id; undefined for an unknown one. */
export function unitOf(plan: Plan, unit: string): ReportingUnit | undefined {
  const place = plan.unitIndex.get(unit);
  return place === undefined ? undefined : plan.units[place];
}

/** A unit's name as people read it; its id where the plan does not know it. */
export function unitName(plan: Plan, unit: string): string {
  return unitOf(plan, unit)?.name ?? unit;
}

/** An indicator's label as people read it; its id where the plan does not know it. */
export function indicatorLabel(plan: Plan, indicator: string): string {
  return plan.indicatorById.get(indicator)?.label ?? indicator;
}

/** An indicator with all that was looked up for it; undefined for an unknown id. */
export function plannedIndicator(plan: Plan, indicator: string): PlannedIndicator | undefined {
  const place = plan.indicatorIndex.get(indicator);
  return place === undefined ? undefined : plan.indicators[place];
}

/** The period at a place of the plan. */
export function periodAt(plan: Plan, index: number): Period {
  return plan.periods[index] ?? plan.resolution.term.baseline;
}

/** Whether the input at one place is, over however many steps, part of the input at another. */
export function isWithin(plan: Plan, part: number, whole: number): boolean {
  for (let place = plan.wholeOf[part] ?? -1; place >= 0; place = plan.wholeOf[place] ?? -1) {
    if (place === whole) return true;
  }
  return false;
}

/** The unit of measure of what an indicator's shortfall is given in: its first input's. Null for an unknown indicator. */
export function numeratorUnit(plan: Plan, indicator: string): string | null {
  const definition = plan.indicatorById.get(indicator);
  const [input = ''] = definition === undefined ? [] : inputIdsOf(definition.formula);
  return plan.inputById.get(input)?.unit ?? null;
}

/** Whether an input must be there in a period: always, at year end, or in the baseline period. */
export function isDue(plan: Plan, input: InputDefinition, period: Period): boolean {
  if (period === plan.periods[0]) return input.due === 'baseline';
  if (input.due === 'quarter') return true;
  return input.due === 'year' && quarterOf(period) === 4;
}

interface Context {
  readonly resolution: Resolution;
  readonly periods: readonly Period[];
  readonly inputIndex: ReadonlyMap<string, number>;
}

function planIndicator(context: Context, definition: IndicatorDefinition, index: number): PlannedIndicator {
  const { resolution, inputIndex } = context;
  const { formula, goal } = definition;
  const inputs = inputIdsOf(formula).map((id) => placeOf(inputIndex, id));
  const main = resolution.inputs[inputs[0] ?? -1];
  if (main === undefined) throw new Error(`indicator ${definition.id} has no input`);
  const counts = (formula.kind === 'sum' || formula.kind === 'termSum') && main.decimals === 0;
  return {
    definition,
    formula,
    goal,
    kind: formula.kind,
    horizon: goal.horizon,
    atLeast: goal.direction === 'atLeast',
    strict: goal.strict === true,
    index,
    inputs,
    yearEnd: inputs.map((place) => resolution.inputs[place]?.due === 'year'),
    units: resolution.units.flatMap((unit, place) => (unit.kind === main.by ? [place] : [])),
    isCount: counts,
    decimals: main.decimals,
    fixedGoal: goal.value === undefined ? null : goal.value === true ? fraction(1, 1) : lowest(goal.value),
    stretch: goal.stretch === undefined ? null : lowest(goal.stretch),
    baselineGoal:
      goal.ofBaseline === undefined
        ? null
        : { input: placeOf(inputIndex, goal.ofBaseline.input), share: fractionOf(goal.ofBaseline.share) },
    pace: goal.horizon === 'term' ? paceOf(goal, context.periods.length - 1) : null,
    unit: formula.kind === 'flag' ? null : formula.kind === 'ratio' || formula.kind === 'growth' ? '%' : main.unit,
  };
}

/** In lowest terms, so that what is reckoned with it stays small. */
function lowest(goal: number): Fraction {
  return reduce(fractionOf(goal));
}

/** The ids that a formula reads: its numerator first. */
export function inputIdsOf(formula: Formula): readonly string[] {
  if (formula.kind === 'ratio') return [formula.numerator, formula.denominator];
  if (formula.kind === 'growth') return [formula.current, formula.previous];
  return [formula.input];
}

function feeds(indicator: PlannedIndicator, place: number): boolean {
  return indicator.inputs.includes(place) || indicator.baselineGoal?.input === place;
}

function groupParts(inputs: readonly InputDefinition[]): Map<string, InputDefinition[]> {
  const parts = new Map<string, InputDefinition[]>();
  for (const input of inputs) {
    if (input.partOf !== undefined) parts.set(input.partOf, [...(parts.get(input.partOf) ?? []), input]);
  }
  return parts;
}

function indexById(items: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}

function placeOf(index: ReadonlyMap<string, number>, id: string): number {
  const place = index.get(id);
  if (place === undefined) throw new Error(`unknown id ${id}`);
  return place;
}
