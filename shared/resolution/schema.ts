/**
 * The shape of a resolution as data: who reports what, which indicators follow from it, which goals they are judged by,
 * and how its text is read. Everything else in `shared/` works on any resolution of this shape and knows no id of one.
 */
import * as v from 'valibot';
import type { Period } from '../periods.ts';
import { isPeriod } from '../periods.ts';

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'an id: a letter, then letters, digits or hyphens'));
const Text = v.pipe(v.string(), v.minLength(1));
const PositiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
const PeriodText = v.custom<Period>(isPeriod, 'a period such as 2025-Q4');

/** Where in the resolution's text something stands: the line, counted from 1, and its words. */
const Source = v.strictObject({ line: PositiveInteger, text: v.optional(Text) });

const Unit = v.strictObject({ id: Id, name: Text, kind: Id });

const Input = v.strictObject({
  id: Id,
  /** The kind of reporting unit that reports it. */
  by: Id,
  label: Text,
  /** A shorter name, for lists beside figures. */
  short: Text,
  /** The unit of measure, as people write it. */
  unit: Text,
  /** flow: year to date · level: state at the period's end · flag: yes or no at the period's end. */
  kind: v.picklist(['flow', 'level', 'flag']),
  decimals: v.picklist([0, 1, 2, 3]),
  /** When it must be there: every period, at the fourth quarter, or in the baseline period alone. */
  due: v.picklist(['quarter', 'year', 'baseline']),
  /** The input that this one cannot exceed. */
  partOf: v.optional(Id),
  /** Above this a value is taken for a slip and needs a reason. */
  plausibleUpTo: v.optional(v.number()),
  target: PositiveInteger,
});

const Formula = v.variant('kind', [
  v.strictObject({ kind: v.literal('sum'), input: Id }),
  v.strictObject({ kind: v.literal('ratio'), numerator: Id, denominator: Id }),
  v.strictObject({ kind: v.literal('growth'), current: Id, previous: Id }),
  v.strictObject({ kind: v.literal('termSum'), input: Id }),
  v.strictObject({ kind: v.literal('flag'), input: Id }),
]);

const Goal = v.strictObject({
  direction: v.picklist(['atLeast', 'atMost']),
  /** A number in the indicator's unit, `true` for a flag; absent where the goal is a share of a baseline. */
  value: v.optional(v.union([v.number(), v.literal(true)])),
  /** The goal is `share` times the sum of `input` in the baseline period. */
  ofBaseline: v.optional(v.strictObject({ input: Id, share: v.number() })),
  /** The value must be beyond the goal, not on it ("trên"). */
  strict: v.optional(v.boolean()),
  /** Above this the verdict is "exceeded". */
  stretch: v.optional(v.number()),
  horizon: v.picklist(['maintain', 'everyYear', 'byEnd', 'term']),
  /** The pace towards a term's total grows by this many percent a year; a straight line where absent. */
  growthPerYear: v.optional(v.number()),
});

const Indicator = v.strictObject({
  id: Id,
  target: PositiveInteger,
  label: Text,
  formula: Formula,
  goal: Goal,
  readings: v.optional(v.array(Id)),
});

const Target = v.strictObject({ number: PositiveInteger, section: Id, label: Text, source: Source });

/** How an open question of the text is read: data, with a version, for a person to sign. */
const Reading = v.strictObject({
  id: Id,
  version: PositiveInteger,
  targets: v.array(PositiveInteger),
  question: Text,
  reading: Text,
});

const Rule = v.strictObject({ text: Text });

/** Figures that the text states beside its goals, and rules elsewhere that bound them: what the self-audit reckons with. */
const Statement = v.variant('kind', [
  /** A total said to exceed the former one by an amount, and by a percentage. */
  v.strictObject({
    kind: v.literal('increase'),
    target: PositiveInteger,
    unit: Text,
    total: v.number(),
    increase: v.number(),
    percent: v.number(),
    source: Source,
  }),
  /** A percentage said to correspond to a number of things. */
  v.strictObject({
    kind: v.literal('share'),
    target: PositiveInteger,
    indicator: Id,
    count: PositiveInteger,
    source: Source,
  }),
  /** How many there are of something, to be compared with the baseline's sum. */
  v.strictObject({
    kind: v.literal('count'),
    target: PositiveInteger,
    input: Id,
    value: PositiveInteger,
    source: Source,
  }),
  /** A rule elsewhere: no more than so many percent of `of` may be `part`. */
  v.strictObject({
    kind: v.literal('cap'),
    target: PositiveInteger,
    part: Id,
    of: Id,
    percent: v.number(),
    rule: Rule,
  }),
]);

export const ResolutionSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: Id,
  version: PositiveInteger,
  title: Text,
  commune: Text,
  term: v.strictObject({ baseline: PeriodText, firstYear: PositiveInteger, lastYear: PositiveInteger }),
  units: v.pipe(v.array(Unit), v.minLength(1)),
  kinds: v.pipe(v.array(v.strictObject({ id: Id, name: Text })), v.minLength(1)),
  sections: v.array(v.strictObject({ id: Id, label: Text, source: Source })),
  targets: v.array(Target),
  inputs: v.array(Input),
  indicators: v.array(Indicator),
  readings: v.array(Reading),
  statements: v.array(Statement),
});

export type Resolution = v.InferOutput<typeof ResolutionSchema>;
export type ReportingUnit = Resolution['units'][number];
export type InputDefinition = Resolution['inputs'][number];
export type IndicatorDefinition = Resolution['indicators'][number];
export type TargetDefinition = Resolution['targets'][number];
export type Formula = IndicatorDefinition['formula'];
export type Goal = IndicatorDefinition['goal'];
export type Direction = Goal['direction'];
export type Statement = Resolution['statements'][number];
export type Horizon = Goal['horizon'];
