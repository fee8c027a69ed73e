import { describe, expect, test } from 'vitest';
import { SAMPLE_PERIODS, sampleState, sampleValues } from '../scripts/sample/figures.ts';
import { consolidate, createConsolidation, type UnitReport } from './consolidate.ts';
import { type Situation, whatIf } from './effect.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Value } from './values.ts';
import type { IndicatorResult } from './wire.ts';

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

describe('what waits for the year’s end', () => {
  const without = (unit: string): readonly UnitReport[] =>
    reports.map((report) =>
      report.unit === unit && report.period === '2026-Q2'
        ? { ...report, values: { ...report.values, population: null } }
        : report,
    );
  const water = (some: readonly UnitReport[], input: string, value: Value) => {
    const summary = { period: '2026-Q2' as const, indicators: consolidate(plan, some, '2026-Q2').indicators };
    const own = some.filter((report) => report.unit === 'muong-bang');
    const found = whatIf(plan, { summary, unit: 'muong-bang', own })(input, value);
    return found.find((effect) => effect.indicator.id === 't16-hygienic-water');
  };

  test('the last quarterly figure that was missing leaves nothing but that', () => {
    const effect = water(without('muong-bang'), 'population', 8000);
    expect(effect).toMatchObject({ before: { verdict: 'no-data' }, after: { verdict: 'not-due' } });
  });

  test('another unit’s missing quarterly figure is still missing', () => {
    const effect = water(without('muong-bon'), 'population', 8000);
    expect(effect).toMatchObject({ before: { verdict: 'no-data' }, after: { verdict: 'no-data' } });
  });

  test('a quarterly figure taken away is missing', () => {
    expect(water(reports, 'population', null)).toMatchObject({
      before: { verdict: 'not-due' },
      after: { verdict: 'no-data' },
    });
  });
});

describe('what it does not know has no effect', () => {
  const own = reports.filter((report) => report.unit === 'office');
  const { indicators } = consolidate(plan, reports, '2026-Q2');
  const ask = (situation: Partial<Situation>, input = 'dossiers') =>
    whatIf(plan, { summary: { period: '2026-Q2', indicators }, unit: 'office', own, ...situation })(input, 5);

  test('a known unit, period and input have one', () => {
    expect(ask({})).toHaveLength(1);
  });
  test('an unknown unit', () => {
    expect(ask({ unit: 'suoi-mau' })).toEqual([]);
  });
  test('a period outside the term', () => {
    expect(ask({ summary: { period: '2031-Q1', indicators } })).toEqual([]);
  });
  test('an unknown input', () => {
    expect(ask({}, 'tea')).toEqual([]);
  });
  test('an input that another kind of unit reports', () => {
    expect(ask({}, 'coffeeArea')).toEqual([]);
  });
  test('a view of another resolution, or of none', () => {
    expect(ask({ summary: { period: '2026-Q2', indicators: [] } })).toEqual([]);
    expect(ask({ summary: { period: '2026-Q2', indicators: indicators.toReversed() } })).toEqual([]);
  });
  test('own reports of periods outside the term are passed over', () => {
    expect(ask({ own: [...own, { unit: 'office', period: '2031-Q1', values: { dossiers: 1 } }] })).toEqual(ask({}));
  });
  test('no own report of the period: the typed value stands alone', () => {
    const [effect] = ask({ own: [] }, 'ntmRecognised');
    expect(effect).toMatchObject({ unitBefore: null, indicator: { id: 't11-advanced-rural' } });
  });
});

/** All reports; without one unit's of the last period; without another unit's first, so that it has no baseline. */
const SITUATIONS: readonly (readonly [name: string, reports: readonly UnitReport[]])[] = [
  ['all reports', reports],
  ['a unit without its last', reports.filter(({ unit, period }) => unit !== 'muong-bon' || period !== '2026-Q3')],
  ['a unit without its first', reports.filter(({ unit, period }) => unit !== 'muong-bon' || period !== '2025-Q4')],
  ['the unit’s own alone', reports.filter(({ unit }) => unit === 'muong-bang' || unit === 'office')],
];

describe.each(SITUATIONS)('every input, typed over with %s', (_name, some) => {
  const places = ['muong-bang', 'office'].flatMap((unit) =>
    (['2025-Q4', '2026-Q1', '2026-Q3'] as const).map((period) => [unit, period] as const),
  );
  test.each(places)('in %s, %s: as consolidating the edited reports gives', (unit, period) => {
    const before = consolidate(plan, some, period);
    const own = some.filter((report) => report.unit === unit);
    const ask = whatIf(plan, { summary: { period, ...before }, unit, own });
    const values = own.find((report) => report.period === period)?.values;
    for (const input of inputsOf(plan, unit)) {
      const holder = createConsolidation(plan, some);
      for (const value of input.kind === 'flag' ? [true, false, null, 'na' as const] : [3, 9000, null, 'na' as const]) {
        holder.put({ unit, period, values: { ...values, [input.id]: value } });
        const after = holder.at(period);
        const effects = ask(input.id, value);
        const ids = new Set(effects.map((effect) => effect.indicator.id));
        const others = (results: readonly IndicatorResult[]) => results.filter((result) => !ids.has(result.id));
        expect(others(after.indicators), `${input.id} = ${value}`).toEqual(others(before.indicators));
        for (const effect of effects) {
          if (effect.before.goal.value === null) continue;
          const whole = after.indicators.find((one) => one.id === effect.indicator.id)!;
          const target = after.targets.find((one) => one.number === whole.target)!;
          const earlier = before.targets.find((one) => one.number === whole.target)!;
          // Of a series that had a value until now the view does not tell the one before it.
          const last = effect.before.value === null || whole.value !== null ? whole.last : null;
          const named = `${input.id} = ${value}: ${whole.id}`;
          expect(effect.after, named).toEqual({ ...whole, last });
          expect(effect.unitAfter, named).toEqual(whole.parts[unit] ?? null);
          expect(effect.unitBefore, named).toEqual(effect.before.parts[unit] ?? null);
          expect(effect.target, named).toEqual({
            number: target.number,
            before: earlier.verdict,
            after: target.verdict,
          });
        }
      }
    }
  });
});
