/**
 * The shape of a resolution as data: who reports what, which indicators follow from it, which goals they are judged by,
 * and how its text is read. Everything else in `shared/` works on any resolution of this shape and knows no id of one.
 */
import * as v from 'valibot';
import { hasDecimals } from '../exact.ts';
import type { Period } from '../periods.ts';
import { isPeriod } from '../periods.ts';

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'an id: a letter, then letters, digits or hyphens'));
const Text = v.pipe(v.string(), v.minLength(1));
const PositiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
const Year = v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(9999));
/** Figures are reckoned in thousandths: a goal with more decimals would be another goal. */
const Decimal = v.pipe(
  v.number(),
  v.check((x) => hasDecimals(x, 3), 'expected a number with at most three decimals'),
);

/** Exported for the printed schema, which says it as a pattern. */
export const PeriodText = v.custom<Period>(isPeriod, 'a period such as 2025-Q4');

/** Where in the resolution's text something stands: the line, counted from 1, and its words. */
const Source = v.strictObject({ line: PositiveInteger, text: v.optional(Text) });

const Term = v.strictObject({
  baseline: v.pipe(PeriodText, v.description('The quarter before the term: fourth of the year before the first.')),
  firstYear: Year,
  lastYear: Year,
});

const Unit = v.strictObject({ id: Id, name: Text, kind: v.pipe(Id, v.description('The id of one of the kinds.')) });

const Input = v.strictObject({
  id: Id,
  by: v.pipe(Id, v.description('The kind of reporting unit that reports it.')),
  label: v.pipe(Text, v.description('What exactly is reported, as the sheet says it.')),
  short: v.pipe(Text, v.description('A shorter name, for lists beside figures.')),
  unit: v.pipe(Text, v.description('The unit of measure, as people write it.')),
  kind: v.pipe(
    v.picklist(['flow', 'level', 'flag']),
    v.description("flow: year to date; level: state at the period's end; flag: yes or no at the period's end."),
  ),
  decimals: v.picklist([0, 1, 2, 3]),
  due: v.pipe(
    v.picklist(['quarter', 'year', 'baseline']),
    v.description('When it must be there: every period, at the fourth quarter, or in the baseline period alone.'),
  ),
  partOf: v.optional(v.pipe(Id, v.description('The input that this one cannot exceed.'))),
  plausibleUpTo: v.optional(
    v.pipe(Decimal, v.description('Above this a value is taken for a slip and needs a reason.')),
  ),
  target: v.pipe(PositiveInteger, v.description('The number of the target that it is reported for.')),
});

const Formula = v.variant('kind', [
  v.pipe(v.strictObject({ kind: v.literal('sum'), input: Id }), v.description('The sum over the units.')),
  v.pipe(
    v.strictObject({ kind: v.literal('ratio'), numerator: Id, denominator: Id }),
    v.description('100 · the sum of numerators / the sum of denominators.'),
  ),
  v.pipe(
    v.strictObject({ kind: v.literal('growth'), current: Id, previous: Id }),
    v.description('100 · (the sum of this year / the sum of the year before − 1).'),
  ),
  v.pipe(
    v.strictObject({ kind: v.literal('termSum'), input: Id }),
    v.description("The sum over the units and over the term's years up to the period."),
  ),
  v.pipe(v.strictObject({ kind: v.literal('flag'), input: Id }), v.description('Yes or no.')),
]);

const Goal = v.strictObject({
  direction: v.picklist(['atLeast', 'atMost']),
  value: v.optional(
    v.pipe(
      v.union([Decimal, v.literal(true)]),
      v.description("In the indicator's unit, true for a flag; absent where the goal is a share of a baseline."),
    ),
  ),
  ofBaseline: v.optional(
    v.pipe(
      v.strictObject({ input: Id, share: Decimal }),
      v.description('The goal is `share` times the sum of `input` in the baseline period.'),
    ),
  ),
  strict: v.optional(v.pipe(v.boolean(), v.description('The value must be beyond the goal, not on it ("trên").'))),
  stretch: v.optional(v.pipe(Decimal, v.description('Beyond this the verdict is "exceeded".'))),
  horizon: v.pipe(
    v.picklist(['maintain', 'everyYear', 'byEnd', 'term']),
    v.description(
      'maintain: in every period; everyYear: in each year; byEnd: by the end of the term; term: in all of it.',
    ),
  ),
  growthPerYear: v.optional(
    v.pipe(
      Decimal,
      v.description("The pace towards a term's total grows by this many percent a year; a straight line where absent."),
    ),
  ),
});

/** A break in the series of an indicator's figures. */
const Break = v.strictObject({
  year: v.pipe(Year, v.description('From its first quarter on.')),
  standard: v.pipe(Text, v.description('By what it is measured from then on, as it goes behind "theo".')),
});

const Indicator = v.strictObject({
  id: Id,
  target: PositiveInteger,
  label: Text,
  formula: Formula,
  goal: Goal,
  readings: v.optional(v.pipe(v.array(Id), v.description('The readings that it rests on.'))),
  breaks: v.optional(
    v.pipe(
      v.array(Break),
      v.description('When the standard that it is measured by changes: figures before and after are not comparable.'),
    ),
  ),
});

const Target = v.strictObject({ number: PositiveInteger, section: Id, label: Text, source: Source });

/** What another reading of the text changes: the term, or single keys of inputs and indicators, by their ids. */
const Changes = v.strictObject({
  term: v.optional(Term),
  inputs: v.optional(
    v.record(Id, v.partial(v.pick(Input, ['label', 'short', 'unit', 'kind', 'decimals', 'due', 'target']))),
  ),
  indicators: v.optional(v.record(Id, v.partial(v.pick(Indicator, ['label', 'formula', 'goal'])))),
});

const Alternative = v.strictObject({ id: Id, reading: Text, changes: Changes });

/** How an open question of the text is read: data, with a version, for a person to sign. */
const Reading = v.strictObject({
  id: Id,
  version: v.pipe(
    PositiveInteger,
    v.description('1 at first; one more with every change, which is a new version of the resolution too.'),
  ),
  targets: v.pipe(v.array(PositiveInteger), v.description('The targets that it touches; none where it touches all.')),
  question: v.pipe(Text, v.description('What the text leaves open.')),
  reading: v.pipe(Text, v.description('How it is read here.')),
  alternatives: v.optional(
    v.pipe(
      v.array(Alternative),
      v.description('Other readings, each with what it would change: one command switches.'),
    ),
  ),
});

const Rule = v.strictObject({ text: Text });

/** Figures that the text states beside its goals, and rules elsewhere that bound them: what the self-audit reckons with. */
const Statement = v.variant('kind', [
  /** A total said to exceed the former one by an amount, and by a percentage. */
  v.strictObject({
    kind: v.literal('increase'),
    target: PositiveInteger,
    unit: Text,
    total: Decimal,
    increase: Decimal,
    percent: Decimal,
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
    percent: Decimal,
    rule: Rule,
  }),
]);

/** The shape of a resolution; what a shape cannot say is in `check.ts`. */
export const ResolutionSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: Id,
  version: PositiveInteger,
  title: Text,
  commune: Text,
  term: Term,
  units: v.pipe(v.array(Unit), v.minLength(1)),
  kinds: v.pipe(v.array(v.strictObject({ id: Id, name: Text })), v.minLength(1)),
  sections: v.array(v.strictObject({ id: Id, label: Text, source: Source })),
  targets: v.array(Target),
  inputs: v.array(Input),
  indicators: v.array(Indicator),
  readings: v.array(Reading),
  statements: v.array(Statement),
});

/** A whole resolution. */
export type Resolution = v.InferOutput<typeof ResolutionSchema>;
/** Who fills one workbook: an area, an office. */
export type ReportingUnit = Resolution['units'][number];
/** One number (or flag) that a unit reports. */
export type InputDefinition = Resolution['inputs'][number];
/** One figure that follows from inputs, with its goal. */
export type IndicatorDefinition = Resolution['indicators'][number];
/** One numbered target of the text; its verdict is the worst of its indicators'. */
export type TargetDefinition = Resolution['targets'][number];
/** How an indicator follows from inputs. */
export type Formula = IndicatorDefinition['formula'];
/** What an indicator is judged by. */
export type Goal = IndicatorDefinition['goal'];
/** When a goal is judged. */
export type Horizon = Goal['horizon'];
/** How an open question of the text is read. */
export type ReadingDefinition = Resolution['readings'][number];
/** Another way of reading it. */
export type AlternativeReading = NonNullable<ReadingDefinition['alternatives']>[number];
/** A figure that the text states beside its goals, for the self-audit. */
export type Statement = Resolution['statements'][number];
