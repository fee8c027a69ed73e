import { describe, expect, test } from 'vitest';
import { consolidate } from './consolidate.ts';
import { handMadeMean } from './mean.ts';
import { compilePlan } from './plan.ts';
import { farthest, remediesFor } from './remedies.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Values } from './values.ts';
import type { IndicatorResult } from './wire.ts';

const plan = compilePlan(chiengMung());

function resultsOf(areas: readonly Values[]): readonly IndicatorResult[] {
  const units = ['chieng-mung', 'muong-bang', 'muong-bon'];
  const reports = areas.map((values, index) => ({ unit: units[index]!, period: '2026-Q4' as const, values }));
  return consolidate(plan, reports, '2026-Q4').indicators;
}

function result(id: string, areas: readonly Values[]): IndicatorResult {
  return resultsOf(areas).find((indicator) => indicator.id === id)!;
}

function remedies(id: string, areas: readonly Values[]) {
  const results = resultsOf(areas);
  return remediesFor(plan, results.find((indicator) => indicator.id === id)!, results);
}

describe('who can still help', () => {
  test('where less is better: who has most above the goal comes first, and who cannot do it alone has no change', () => {
    const poor = result('t08-poor-households', [
      { households: 2000, poorHouseholds: 30 },
      { households: 1800, poorHouseholds: 60 },
      { households: 1600, poorHouseholds: 20 },
    ]);
    expect(poor.shortfall).toBe(29);
    expect(remediesFor(plan, poor, [])).toEqual([
      { unit: 'muong-bang', change: 29, ownGap: 33 },
      { unit: 'chieng-mung', change: 29, ownGap: 0 },
      { unit: 'muong-bon', change: null, ownGap: 0 },
    ]);
    expect(farthest(remediesFor(plan, poor, []))?.unit).toBe('muong-bang');
  });

  test('where more is better: a part cannot rise above its whole', () => {
    const insured = result('t07-health-insurance', [
      { population: 100, insured: 95 },
      { population: 100, insured: 60 },
      { population: 100, insured: 90 },
    ]);
    expect(insured.shortfall).toBe(25);
    expect(remediesFor(plan, insured, [])).toEqual([
      { unit: 'muong-bang', change: 25, ownGap: 30 },
      { unit: 'chieng-mung', change: null, ownGap: 0 },
      { unit: 'muong-bon', change: null, ownGap: 0 },
    ]);
  });

  test('a strict percentage asks one more than the round figure', () => {
    const water = result(
      't16-centralised-water',
      [30, 30, 30].map((served) => ({
        population: 100,
        hygienicWaterPopulation: 100,
        centralisedWaterPopulation: served,
      })),
    );
    expect(water.shortfall).toBe(1);
    expect(remediesFor(plan, water, []).map((remedy) => remedy.ownGap)).toEqual([1, 1, 1]);
  });

  test('a sum has no goal by unit: each could bring all that is needed', () => {
    const enterprises = result('t04-enterprises', [{ enterprises: 10 }, { enterprises: 12 }, { enterprises: 5 }]);
    expect(remediesFor(plan, enterprises, [])).toEqual([
      { unit: 'chieng-mung', change: 23, ownGap: null },
      { unit: 'muong-bang', change: 23, ownGap: null },
      { unit: 'muong-bon', change: 23, ownGap: null },
    ]);
  });

  test('a whole that another indicator shows is a bound too, and the nearest one counts', () => {
    const schools = (standard: number) => ({ schools: 10, schoolsStandard: standard, schoolsLevel2: 1 });
    expect(remedies('t09-schools-level-2', [schools(8), schools(6), schools(5)])).toMatchObject([
      { unit: 'chieng-mung', change: 6 },
      { unit: 'muong-bang', change: null },
      { unit: 'muong-bon', change: null },
    ]);
    const coded = (area: number) => ({ fruitArea: area, fruitAreaCoded: 30 });
    expect(remedies('t02-fruit-coded', [coded(600), coded(89.99), coded(90)])).toEqual([
      { unit: 'chieng-mung', change: 60, ownGap: null },
      { unit: 'muong-bang', change: null, ownGap: null },
      { unit: 'muong-bon', change: 60, ownGap: null },
    ]);
  });

  test('no change is promised where the view does not show how large the whole is', () => {
    const coded = (area: number | null) => ({ fruitArea: area, fruitAreaCoded: 30 });
    expect(remedies('t02-fruit-coded', [coded(600), coded(null), coded(600)])).toMatchObject([
      { unit: 'chieng-mung', change: 60 },
      { unit: 'muong-bang', change: null },
      { unit: 'muong-bon', change: 60 },
    ]);
  });

  test('a ceiling over the term that is broken cannot be mended', () => {
    const units = ['chieng-mung', 'muong-bang', 'muong-bon'];
    const reports = units.flatMap((unit) => [
      { unit, period: '2025-Q4' as const, values: { complexCasesPreviousTerm: 10 } },
      { unit, period: '2026-Q4' as const, values: { complexCases: 10 } },
    ]);
    const { indicators } = consolidate(plan, reports, '2026-Q4');
    const cases = indicators.find((indicator) => indicator.id === 't22-complex-cases')!;
    expect(cases).toMatchObject({ value: 30, goal: { value: 27 }, shortfall: 3 });
    expect(remediesFor(plan, cases, indicators)).toEqual([]);
  });

  test('nothing is said where the goal is hit, a part is missing, or a figure has no shortfall', () => {
    expect(remedies('t04-enterprises', [{ enterprises: 50 }, { enterprises: 1 }, { enterprises: 1 }])).toEqual([]);
    expect(remedies('t04-enterprises', [{ enterprises: 5 }, { enterprises: 1 }])).toEqual([]);
    const falling = { revenue: 1, revenueSamePeriodLastYear: 2 };
    expect(remedies('t01-revenue-growth', [falling, falling, falling])).toEqual([]);
  });
});

describe('the mean that is not the figure', () => {
  test('stands beside the ratio of sums', () => {
    const poor = result('t08-poor-households', [
      { households: 1000, poorHouseholds: 10 },
      { households: 100, poorHouseholds: 10 },
      { households: 100, poorHouseholds: 0 },
    ]);
    expect(handMadeMean(poor)?.mean).toBeCloseTo(11 / 3, 12);
    expect(handMadeMean(poor)?.value).toBeCloseTo(2000 / 1200, 12);
  });

  test('is not said of a sum, nor of a single unit', () => {
    expect(
      handMadeMean(result('t04-enterprises', [{ enterprises: 5 }, { enterprises: 1 }, { enterprises: 2 }])),
    ).toBeNull();
  });
});
