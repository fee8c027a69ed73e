import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_PERIODS, sampleState, sampleValues } from '../scripts/sample/figures.ts';
import { consolidate, type UnitReport } from './consolidate.ts';
import { whatIf } from './effect.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Value } from './values.ts';

const plan = compilePlan(chiengMung());
const reports: readonly UnitReport[] = plan.units.flatMap((unit) =>
  SAMPLE_PERIODS.filter((period) => sampleState(unit.id, period) !== 'none').map((period) => ({
    unit: unit.id,
    period,
    values: sampleValues(unit.id, period),
  })),
);

function effects(unit: string, period: (typeof SAMPLE_PERIODS)[number], input: string, value: Value) {
  const summary = { period, indicators: consolidate(plan, reports, period).indicators };
  return whatIf(plan, { summary, unit, own: reports.filter((report) => report.unit === unit) })(input, value);
}

describe('what a typed value does', () => {
  test('41,5 ha of fruit with a plant code in Mường Bằng brings the commune back on track', () => {
    const [effect] = effects('muong-bang', '2026-Q3', 'fruitAreaCoded', 41.5);
    expect(effect).toMatchObject({
      indicator: { id: 't02-fruit-coded' },
      unitBefore: { value: 33.5 },
      unitAfter: { value: 41.5 },
      before: { value: 73.5, verdict: 'behind' },
      after: { value: 81.5, verdict: 'on-track', shortfall: 68.5 },
    });
  });

  test('an input of several indicators touches each', () => {
    expect(effects('muong-bang', '2026-Q2', 'villages', 16).map((effect) => effect.indicator.id)).toEqual([
      't10-culture-houses',
      't15-drug-free-villages',
      't24-front-heads-trained',
    ]);
  });

  test('a part above its whole leaves no part', () => {
    const [effect] = effects('muong-bang', '2026-Q2', 'villagesWithCultureHouse', 99);
    expect(effect?.unitAfter).toBeNull();
    expect(effect?.after).toMatchObject({ value: null, coverage: { invalid: ['muong-bang'] } });
  });

  test('an input that feeds no indicator has no effect', () => {
    expect(effects('office', '2026-Q2', 'ntmCriteriaMet', 13)).toEqual([]);
  });
});

test('the commune after a typed value is what consolidating the edited reports gives, when the view is current', () => {
  const anyEdit = fc
    .record({ unit: fc.constantFrom(...plan.units), period: fc.constantFrom(...SAMPLE_PERIODS) })
    .chain(({ unit, period }) =>
      fc.record({
        unit: fc.constant(unit.id),
        period: fc.constant(period),
        input: fc.constantFrom(...inputsOf(plan, unit.id)),
        amount: fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.constantFrom<Value>(null, 'na')),
      }),
    );
  fc.assert(
    fc.property(anyEdit, ({ unit, period, input, amount }) => {
      const value = input.kind === 'flag' && typeof amount === 'number' ? amount % 2 === 0 : amount;
      const current = reports.find((report) => report.unit === unit && report.period === period);
      const edited = { unit, period, values: { ...current?.values, [input.id]: value } };
      const after = consolidate(plan, [...reports.filter((report) => report !== current), edited], period);
      for (const effect of effects(unit, period, input.id, value)) {
        const whole = after.indicators.find((indicator) => indicator.id === effect.indicator.id)!;
        expect({ ...effect.after, last: null, expected: 0 }).toEqual({ ...whole, last: null, expected: 0 });
      }
    }),
  );
});
