/**
 * What the sidebar reckons at a key, without painting: what the text is read as, what is wrong with it, what it does to the unit's and the
 * commune's figures. Beside it the same form built the usual way, which asks the script at every check: its round trip is not run but
 * counted, at the least that the stand-in takes for Google's, so that the ratio flatters the other.
 */
import { findingsFor } from '../../addon/sidebar/model/judge.ts';
import { readField } from '../../addon/sidebar/model/reading.ts';
import { consolidate, type UnitReport } from '../../shared/consolidate.ts';
import { whatIf } from '../../shared/effect.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { type Values, valueIn } from '../../shared/values.ts';
import { reportsUpTo } from '../consolidation/term-reports.ts';
import { interleaved } from '../measure.ts';
import { type Result, spreadOf } from '../results.ts';

const SUITE = 'keystroke-rules';
const plan = compilePlan(chiengMung());
const PERIOD: Period = '2027-Q3';
const UNIT = plan.units[0]?.id ?? '';
const GOAL_MICROSECONDS = 5;
/** A round trip of `google.script.run`, as the stand-in draws it from 0.7 to 2 s. */
const LEAST_ROUND_TRIP_MS = 700;

export function keystrokeRulesSuite(): Result[] {
  const reports: UnitReport[] = JSON.parse(JSON.stringify(reportsUpTo(plan, PERIOD)));
  const own = reports.filter(({ unit }) => unit === UNIT);
  const byPeriod = new Map(own.map(({ period, values }) => [period, values]));
  const valuesIn = (period: Period): Values => byPeriod.get(period) ?? {};
  const before = valuesIn(plan.periods[plan.periods.indexOf(PERIOD) - 1] ?? PERIOD);
  const summary = { period: PERIOD, indicators: consolidate(plan, reports, PERIOD).indicators };
  const ask = whatIf(plan, { summary, unit: UNIT, own });
  const keys = keysOf(valuesIn(PERIOD));
  const at = (key: Key): number => {
    const reading = readField(key.input, { text: key.text, chosen: null }, numberOf(before, key.input));
    if (reading.kind !== 'value') return 0;
    return (
      findingsFor(plan, UNIT, valuesIn, PERIOD, key.input, reading.value).length +
      ask(key.input.id, reading.value).length
    );
  };
  requireEffects(keys, ask, own, reports);
  let next = 0;
  const [samples = []] = interleaved([
    () => {
      next = (next + 1) % keys.length;
      const key = keys[next];
      return key === undefined ? 0 : at(key);
    },
  ]);
  const ours = spreadOf(samples);
  const roundTrip = 1000 * LEAST_ROUND_TRIP_MS;
  return [
    {
      suite: SUITE,
      name: 'a key in any field: reading, findings, effects, nothing painted',
      unit: 'µs',
      ours,
      peers: [
        {
          name: 'a google.script.run round trip for the same check, counted at the least latency of the stand-in',
          version: '',
          median: roundTrip,
          ratio: ours.median / roundTrip,
        },
      ],
      floor: null,
      goal: GOAL_MICROSECONDS,
      goalIs: 'median at most',
      met: ours.median <= GOAL_MICROSECONDS,
    },
  ];
}

/** A text as it stands in the field after a key. */
interface Key {
  readonly input: InputDefinition;
  readonly text: string;
}

/** Each number of the report typed digit by digit, in the sheet's order. */
function keysOf(values: Values): readonly Key[] {
  return plan.inputs.flatMap((input) => {
    const value = valueIn(values, input.id);
    if (typeof value !== 'number') return [];
    const text = String(value).replace('.', ',');
    return Array.from(text, (_, at) => ({ input, text: text.slice(0, at + 1) }));
  });
}

function numberOf(values: Values, { id }: InputDefinition): number | null {
  const value = valueIn(values, id);
  return typeof value === 'number' ? value : null;
}

/** Throws where what is said of a typed number is not what the commune's figures become with it. */
function requireEffects(
  keys: readonly Key[],
  ask: ReturnType<typeof whatIf>,
  own: readonly UnitReport[],
  reports: readonly UnitReport[],
): void {
  for (const { input, text } of keys) {
    const value = Number(text.replace(',', '.'));
    const typed = own.map((report) =>
      report.period === PERIOD ? { ...report, values: { ...report.values, [input.id]: value } } : report,
    );
    const others = reports.filter(({ unit }) => unit !== UNIT);
    const truth = consolidate(plan, [...others, ...typed], PERIOD).indicators;
    for (const { after } of ask(input.id, value)) {
      const expected = truth.find(({ id }) => id === after.id);
      if (expected?.verdict !== after.verdict || expected.value !== after.value) {
        throw new Error(`of “${text}” in “${input.label}” the effect is not the consolidation: nothing is measured`);
      }
    }
  }
}
