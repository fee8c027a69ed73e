/** The Worker's messages that the sidebar reads, checked before anything is made of them. */
import { isPeriod, type Period } from '../../../shared/periods.ts';
import { VERDICTS } from '../../../shared/verdict-names.ts';
import type { IndicatorResult, LiveMessage, Summary, UnitStatus } from '../../../shared/wire.ts';
import {
  type Check,
  count,
  either,
  listOf,
  number,
  oneOf,
  optional,
  orNull,
  recordOf,
  shapeOf,
  text,
  truth,
} from './shape.ts';

const period: Check<Period> = isPeriod;
const figure = either(number, truth);

const verdict = oneOf(...VERDICTS);

type Part = IndicatorResult['parts'][string];

// A part's absent numbers are absent on the wire too, so `undefined` cannot stand in their place there.
const part: Check<Part> = (value): value is Part =>
  shapeOf<{ value: Part['value']; numerator: number | undefined; denominator: number | undefined }>({
    value: orNull(figure),
    numerator: optional(number),
    denominator: optional(number),
  })(value);

const indicator = shapeOf<IndicatorResult>({
  id: text,
  target: count,
  unit: orNull(text),
  value: orNull(figure),
  provisional: orNull(figure),
  verdict,
  goal: shapeOf<IndicatorResult['goal']>({
    direction: oneOf('atLeast', 'atMost'),
    value: orNull(figure),
    strict: truth,
    stretch: orNull(number),
    horizon: oneOf('maintain', 'everyYear', 'byEnd', 'term'),
  }),
  expected: orNull(number),
  baseline: orNull(shapeOf<NonNullable<IndicatorResult['baseline']>>({ period, value: number })),
  shortfall: orNull(number),
  last: orNull(shapeOf<NonNullable<IndicatorResult['last']>>({ period, value: figure, verdict })),
  coverage: shapeOf<IndicatorResult['coverage']>({ have: listOf(text), missing: listOf(text), invalid: listOf(text) }),
  parts: recordOf(part),
});

const unitStatus = shapeOf<UnitStatus>({
  id: text,
  name: text,
  state: oneOf('none', 'draft', 'submitted', 'returned', 'accepted'),
  revision: orNull(count),
  updatedAt: orNull(text),
  updatedBy: orNull(text),
  errors: count,
  warnings: count,
});

export const isSummary = shapeOf<Summary>({
  resolution: shapeOf<Summary['resolution']>({ id: text, version: count }),
  period,
  locked: truth,
  ledger: shapeOf<Summary['ledger']>({ index: count, hash: text }),
  units: listOf(unitStatus),
  indicators: listOf(indicator),
  targets: listOf(shapeOf<Summary['targets'][number]>({ number: count, verdict })),
});

export const isLiveMessage = shapeOf<LiveMessage>({ type: oneOf('summary'), period, sequence: count });
export const isTicket = shapeOf<{ ticket: string }>({ ticket: text });
export const isProblem = shapeOf<{ code: string }>({ code: text });
