import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { consolidate, createConsolidation, type UnitReport } from './consolidate.ts';
import type { Period } from './periods.ts';
import { compilePlan } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Values } from './values.ts';
import type { IndicatorResult, Verdict } from './wire.ts';

interface ExpectedIndicator {
  readonly id: string;
  readonly value: number | boolean | null;
  readonly provisional: number | boolean | null;
  readonly expected: number | null;
  readonly baseline: { readonly period: Period; readonly value: number } | null;
  readonly shortfall: number | null;
  readonly verdict: Verdict;
  readonly have: readonly string[];
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
}

interface Example {
  readonly name: string;
  readonly reports: readonly UnitReport[];
  readonly expected: readonly {
    readonly period: Period;
    readonly targets: Readonly<Record<string, Verdict>>;
    readonly indicators: readonly ExpectedIndicator[];
  }[];
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('../test/fixtures/consolidation.json', import.meta.url), 'utf8'),
);
const plan = compilePlan(chiengMung());
const AREAS = ['chieng-mung', 'muong-bang', 'muong-bon'];

function report(unit: string, period: Period, values: Values): UnitReport {
  return { unit, period, values };
}

function result(reports: readonly UnitReport[], period: Period, id: string): IndicatorResult {
  return consolidate(plan, reports, period).indicators.find((indicator) => indicator.id === id)!;
}

/** Doubles on the wire may differ in their last digit from the exact fraction's; nothing else may. */
function close(actual: number | boolean | null, expected: number | boolean | null): void {
  if (typeof actual === 'number' && typeof expected === 'number') expect(actual).toBeCloseTo(expected, 9);
  else expect(actual).toBe(expected);
}

describe('the worked examples come out right', () => {
  describe.each(examples)('$name', (example) => {
    const consolidation = createConsolidation(plan, example.reports);
    test.each(example.expected)('$period', ({ period, targets, indicators }) => {
      const view = consolidation.at(period);
      expect(Object.fromEntries(view.targets.map((target) => [String(target.number), target.verdict]))).toEqual(
        targets,
      );
      expect(view.indicators.map((indicator) => indicator.id)).toEqual(indicators.map((indicator) => indicator.id));
      for (const [index, expected] of indicators.entries()) {
        const actual = view.indicators[index]!;
        expect({ id: actual.id, verdict: actual.verdict }).toEqual({ id: expected.id, verdict: expected.verdict });
        const { have, missing, invalid } = expected;
        expect(actual.coverage).toEqual({ have, missing, invalid });
        close(actual.value, expected.value);
        close(actual.provisional, expected.provisional);
        close(actual.expected, expected.expected);
        close(actual.shortfall, expected.shortfall);
        expect(actual.baseline?.period).toBe(expected.baseline?.period);
        close(actual.baseline?.value ?? null, expected.baseline?.value ?? null);
      }
    });
  });
});

describe('a ratio', () => {
  const poor = (values: readonly [number, number][]) =>
    AREAS.map((unit, index) =>
      report(unit, '2026-Q4', { households: values[index]![1], poorHouseholds: values[index]![0] }),
    );

  test('is the ratio of sums, not the mean of percentages', () => {
    const reports = poor([
      [10, 1000],
      [0, 100],
      [20, 200],
    ]);
    expect(result(reports, '2026-Q4', 't08-poor-households').value).toBeCloseTo(3000 / 1300, 12);
  });

  test('whose denominators sum to zero is not applicable', () => {
    const reports = poor([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(result(reports, '2026-Q4', 't08-poor-households')).toMatchObject({
      value: null,
      provisional: null,
      verdict: 'not-applicable',
    });
  });

  test('leaves out a unit that is not applicable, and does not miss it', () => {
    const reports = [
      report('chieng-mung', '2026-Q4', { households: 100, poorHouseholds: 1 }),
      report('muong-bang', '2026-Q4', { households: 100, poorHouseholds: 2 }),
      report('muong-bon', '2026-Q4', { households: 'na', poorHouseholds: 50 }),
    ];
    const poorRate = result(reports, '2026-Q4', 't08-poor-households');
    expect(poorRate.value).toBe(1.5);
    expect(poorRate.verdict).toBe('met');
    expect(poorRate.parts['muong-bon']).toEqual({ value: null });
    expect(poorRate.parts['muong-bang']).toEqual({ value: 2, numerator: 2, denominator: 100 });
  });
});

describe('decimals are exact', () => {
  test('0,1 + 0,2 is not above 0,3: a strict goal at its edge stays unmet', () => {
    const coffee = (areas: readonly number[]) =>
      AREAS.map((unit, index) => report(unit, '2026-Q2', { coffeeArea: areas[index]! }));
    expect(result(coffee([1179.7, 0.1, 0.2]), '2026-Q2', 't02-coffee-area')).toMatchObject({
      value: 1180,
      verdict: 'not-met',
      shortfall: 0.01,
    });
    expect(result(coffee([1179.71, 0.1, 0.2]), '2026-Q2', 't02-coffee-area').verdict).toBe('met');
  });

  test('sums beyond the safe integers lose nothing', () => {
    const huge = 999_999_999_999.999;
    const periods: Period[] = ['2026-Q4', '2027-Q4', '2028-Q4', '2029-Q4', '2030-Q4'];
    const reports = AREAS.flatMap((unit) => periods.map((period) => report(unit, period, { revenue: huge })));
    expect(result(reports, '2030-Q4', 't01-revenue-term').value).toBe(Number('14999999999999.985'));
  });
});

describe('blank is not zero', () => {
  test('a missing part leaves no value, only a provisional figure and the last one known', () => {
    const reports = [
      ...AREAS.map((unit) => report(unit, '2026-Q1', { enterprises: 10 })),
      report('chieng-mung', '2026-Q2', { enterprises: 12 }),
      report('muong-bang', '2026-Q2', { enterprises: null }),
    ];
    expect(result(reports, '2026-Q2', 't04-enterprises')).toMatchObject({
      value: null,
      provisional: 12,
      verdict: 'no-data',
      last: { period: '2026-Q1', value: 30, verdict: 'in-progress' },
      coverage: { have: ['chieng-mung'], missing: ['muong-bang', 'muong-bon'], invalid: [] },
    });
  });

  test('a part above its whole makes both invalid, and names the unit', () => {
    const reports = AREAS.map((unit, index) =>
      report(unit, '2026-Q4', { villages: 10, villagesDrugFree: 8 + index * 2 }),
    );
    expect(result(reports, '2026-Q4', 't15-drug-free-villages')).toMatchObject({
      value: null,
      verdict: 'no-data',
      coverage: { have: ['chieng-mung', 'muong-bang'], missing: [], invalid: ['muong-bon'] },
    });
    expect(result(reports, '2026-Q4', 't10-culture-houses').coverage.invalid).toEqual(['muong-bon']);
  });
});

describe('a holder that is told of one changed report', () => {
  test('equals a full recomputation, in every period', () => {
    const [example] = examples;
    const reports = [...example!.reports];
    const holder = createConsolidation(plan, reports);
    for (const period of plan.periods) holder.at(period);
    for (const [index, changed] of reports.entries()) {
      const edited = { ...changed, values: { ...changed.values, complexCases: index, households: 7000 + index } };
      reports[index] = edited;
      holder.put(edited);
      const period = plan.periods[(index * 7) % plan.periods.length]!;
      expect(holder.at(period)).toEqual(consolidate(plan, reports, period));
    }
  });

  test('keeps what the report does not touch, and makes anew what it does, from its period on', () => {
    const holder = createConsolidation(plan, examples[0]!.reports);
    const first = holder.at('2026-Q2').indicators;
    const later = holder.at('2026-Q4').indicators;
    const report = examples[0]!.reports.find((one) => one.unit === 'muong-bang' && one.period === '2026-Q4')!;
    holder.put({ ...report, values: { ...report.values, coffeeArea: 1 } });
    const earlier = holder.at('2026-Q2').indicators;
    const after = holder.at('2026-Q4').indicators;
    expect(earlier.every((result, place) => result === first[place])).toBe(true);
    const anew = after.filter((result, place) => result !== later[place]).map((result) => result.id);
    expect(anew).toEqual(['t02-coffee-area']);
  });

  test('passes over a unit and a period that it does not know', () => {
    const holder = createConsolidation(plan, examples[0]!.reports);
    const before = holder.at('2026-Q4');
    holder.put({ unit: 'suoi-mau', period: '2026-Q4', values: { coffeeArea: 1 } });
    holder.put({ unit: 'muong-bang', period: '2031-Q1', values: { coffeeArea: 1 } });
    expect(holder.at('2026-Q4')).toEqual(before);
  });

  test('has no view of a period outside the term', () => {
    expect(() => createConsolidation(plan, []).at('2031-Q1')).toThrow('2031-Q1 is outside the term');
  });
});
