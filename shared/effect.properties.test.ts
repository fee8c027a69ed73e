/** What a typed value does is what consolidating the edited reports would say, whatever the resolution and the reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyReports, anyValue } from '../test/properties/reports.ts';
import { PLANS } from '../test/properties/resolutions.ts';
import { consolidate, type UnitReport } from './consolidate.ts';
import { whatIf } from './effect.ts';
import type { Period } from './periods.ts';
import { inputsOf, type Plan } from './plan.ts';
import { remediesFor } from './remedies.ts';
import type { InputDefinition } from './resolution/schema.ts';
import type { Value } from './values.ts';
import type { IndicatorResult, Verdict } from './wire.ts';

interface Edit {
  readonly reports: readonly UnitReport[];
  readonly unit: string;
  readonly period: Period;
  readonly input: InputDefinition;
  readonly value: Value;
}

function anyEdit(plan: Plan): fc.Arbitrary<Edit> {
  const place = fc.tuple(anyReports(plan), fc.constantFrom(...plan.units));
  return place.chain(([reports, { id: unit }]) => {
    const own = reports.filter((one) => one.unit === unit).map((one) => one.period);
    return fc
      .constantFrom(...inputsOf(plan, unit))
      .chain((input) =>
        fc
          .tuple(fc.constantFrom(...(own.length === 0 ? plan.periods : own)), anyValue(plan, input))
          .map(([period, value]) => ({ reports, unit, period, input, value })),
      );
  });
}

function edited({ reports, unit, period, input, value }: Edit): readonly UnitReport[] {
  const current = reports.find((one) => one.unit === unit && one.period === period);
  const after = { unit, period, values: { ...current?.values, [input.id]: value } };
  return [...reports.filter((one) => one !== current), after];
}

/**
 * Three things no view tells: why other units miss a part (so "not due" may stand for "no data", and the other way), the last figure of
 * a series that has one now, and whether other units' nothing is zeros or no number. The Worker's answer brings them.
 */
const comparable = (result: IndicatorResult) => ({
  ...result,
  last: null,
  provisional: result.provisional === 0 ? null : result.provisional,
  verdict: undecided(result),
});
const undecided = ({ value, verdict }: IndicatorResult): Verdict =>
  value === null && verdict === 'not-due' ? 'no-data' : verdict;

describe.each(PLANS)('%s', (_name, plan) => {
  test('the effect equals the consolidation of the edited reports', () => {
    fc.assert(
      fc.property(anyEdit(plan), (edit) => {
        const { reports, unit, period, input, value } = edit;
        const before = consolidate(plan, reports, period);
        const after = consolidate(plan, edited(edit), period);
        const own = reports.filter((one) => one.unit === unit);
        const effects = whatIf(plan, { summary: { period, ...before }, unit, own })(input.id, value);
        for (const effect of effects) {
          const whole = after.indicators.find((one) => one.id === effect.indicator.id)!;
          // A goal that was not known may have become one: the other units' baselines are not in the view.
          if (effect.before.goal.value === null) continue;
          expect(comparable(effect.after)).toEqual(comparable(whole));
          expect(effect.unitAfter).toEqual(whole.parts[unit] ?? null);
        }
        const ids = new Set(effects.map((effect) => effect.indicator.id));
        const others = (results: readonly IndicatorResult[]) => results.filter((result) => !ids.has(result.id));
        expect(others(after.indicators)).toEqual(others(before.indicators));
      }),
    );
  });

  test('asked again and again in one situation, it answers as if asked once', () => {
    fc.assert(
      fc.property(anyEdit(plan), fc.nat(), (edit, at) => {
        const { reports, unit, period, input, value } = edit;
        const summary = { period, ...consolidate(plan, reports, period) };
        const own = reports.filter((one) => one.unit === unit);
        const ask = whatIf(plan, { summary, unit, own });
        const inputs = inputsOf(plan, unit);
        const first = ask(input.id, value);
        ask(inputs[at % inputs.length]!.id, null);
        expect(ask(input.id, value)).toEqual(first);
      }),
    );
  });

  test('a remedy’s change by its unit alone hits the goal, and one step less does not', () => {
    fc.assert(
      fc.property(anyReports(plan), fc.constantFrom(...plan.periods), (reports, period) => {
        const { indicators } = consolidate(plan, reports, period);
        for (const result of indicators) {
          const planned = plan.indicators.find((one) => one.definition.id === result.id)!;
          const input = plan.inputs[planned.inputs[0]!]!;
          const sign = result.goal.direction === 'atLeast' ? 1 : -1;
          for (const { unit, change } of remediesFor(plan, result, indicators)) {
            if (change === null) continue;
            const report = reports.find((one) => one.unit === unit && one.period === period)!;
            const moved = (by: number): IndicatorResult => {
              // In a term sum what is not applicable this year counts as nothing.
              const current = report.values[input.id];
              const from = typeof current === 'number' ? current : 0;
              const value = Math.round((from + sign * by) * 1000) / 1000;
              const values = { ...report.values, [input.id]: value };
              const some = reports.map((one) => (one === report ? { ...one, values } : one));
              return consolidate(plan, some, period).indicators.find((one) => one.id === result.id)!;
            };
            const step = 1 / 10 ** input.decimals;
            expect(moved(change)).toMatchObject({ shortfall: 0 });
            expect(moved(change - step).shortfall).not.toBe(0);
          }
        }
      }),
    );
  });
});
