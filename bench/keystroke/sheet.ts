/** What the keystroke's benchmark types into: one area's workbook with a year's figures, the commune's beside it, "Số liệu minh họa". */
import { type Desk, UNIT } from '../../addon/built-addon.test-support.ts';
import { effectsIn } from '../../addon/sidebar/model/effect.ts';
import { type FieldView, fieldOf, placeOf } from '../../addon/sidebar/model/field.ts';
import { SAMPLE_PERIODS, sampleState, sampleValues } from '../../scripts/sample/figures.ts';
import { consolidate } from '../../shared/consolidate.ts';
import { formatNumber } from '../../shared/number-format.ts';
import { isPeriod, type Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { type Values, valueIn } from '../../shared/values.ts';
import type { Summary } from '../../shared/wire.ts';

const plan = compilePlan(chiengMung());
const PERIOD: Period = '2026-Q3';

/** The first input of the period is still blank: there the sidebar begins. */
const FIRST = 'revenue';

function valuesOf(unit: string, period: Period): Values {
  const { [FIRST]: first, ...others } = SAMPLE_PERIODS.includes(period) ? sampleValues(unit, period) : {};
  return first === undefined || (unit === UNIT && period === PERIOD) ? others : { [FIRST]: first, ...others };
}

const valuesIn = (period: Period): Values => valuesOf(UNIT, period);

export function enterSample(desk: Desk): void {
  for (const period of SAMPLE_PERIODS) {
    for (const [input, value] of Object.entries(valuesIn(period))) desk.call('sidebarCommit', { period, input, value });
  }
}

export function communeAt(period: string): Summary {
  if (!isPeriod(period)) throw new Error(`no period: ${period}`);
  const reports = plan.units.flatMap(({ id: unit }) =>
    SAMPLE_PERIODS.filter((one) => sampleState(unit, one) !== 'none').map((one) => ({
      unit,
      period: one,
      values: valuesOf(unit, one),
    })),
  );
  return {
    resolution: { id: plan.resolution.id, version: 1 },
    period,
    locked: false,
    ledger: { index: 1, hash: '' },
    units: [],
    ...consolidate(plan, reports, period),
  };
}

/** What must be said of a text. */
export interface Said {
  readonly echo: string;
  /** All that stands under the field: a question, a refusal, findings. */
  readonly findings: readonly string[];
  /** The unit's and the commune's figures with the typed value, for each indicator that it touches. */
  readonly figures: readonly string[];
}

/** Made afresh by the rules themselves, so that nothing stale can agree with it. */
export function whatIsSaid(label: string, text: string): Said {
  const input = plan.resolution.inputs.find((one) => one.label === label);
  if (input === undefined) throw new Error(`no input is called ${label}`);
  const held = valueIn(valuesIn(PERIOD), input.id);
  const source = { plan, unit: UNIT, valuesIn, unconfirmed: false };
  const cell = { period: PERIOD, input: input.id };
  const place = placeOf(source, cell, { status: 'value', value: held, fromFormula: false });
  if (place === null) throw new Error(`no field for ${input.id}`);
  const field = fieldOf(source, place, { text, chosen: null });
  const refused = field.findings.some(({ severity }) => severity === 'refused');
  const value = field.reading.kind === 'value' && !refused ? field.reading.value : held;
  const effects = effectsIn({ plan, unit: UNIT, summary: communeAt(PERIOD), valuesIn }, PERIOD)(input.id, value);
  return {
    echo: field.echo,
    findings: [...answerOf(field), ...field.findings.map(({ message }) => message)],
    figures: effects.flatMap(({ unit, commune }) => [unit.after, commune?.after ?? '']),
  };
}

function answerOf({ reading }: FieldView): readonly string[] {
  if (reading.kind === 'refused') return [reading.message];
  return reading.kind === 'ask' ? reading.choices.map((choice) => formatNumber(choice)) : [];
}
