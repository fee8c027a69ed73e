/** A resolution with other ids, units, goals of every kind and a term of three years, judged as a person with a pencil would. */
import { describe, expect, test } from 'vitest';
import { MADE_UP, ONE_UNIT } from '../test/properties/resolutions.ts';
import { auditBaseline, auditText } from './audit.ts';
import { consolidate, type UnitReport } from './consolidate.ts';
import { goalText } from './display.ts';
import { findMalformed } from './malformed.ts';
import { handMadeMean } from './mean.ts';
import type { Period } from './periods.ts';
import { compilePlan, inputsOf, isDue } from './plan.ts';
import { findingsOf, judgeSubmission, missingRequired } from './validate.ts';
import type { Values } from './values.ts';
import type { IndicatorResult, Verdict } from './wire.ts';
import { periodName } from './words.ts';

const plan = compilePlan(MADE_UP);

/** Reports of both hamlets, and of the hall. */
function reports(period: Period, upper: Values, lower: Values = upper, hall: Values = {}): UnitReport[] {
  return [
    { unit: 'upper', period, values: upper },
    { unit: 'lower', period, values: lower },
    { unit: 'hall', period, values: hall },
  ];
}

function result(id: string, period: Period, some: readonly UnitReport[]): IndicatorResult {
  return consolidate(plan, some, period).indicators.find((one) => one.id === id)!;
}

const verdict = (id: string, period: Period, some: readonly UnitReport[]): Verdict => result(id, period, some).verdict;

test('the term of three years has a baseline and twelve quarters', () => {
  expect(plan.periods).toHaveLength(13);
  expect([plan.periods[0], plan.periods.at(-1)]).toEqual(['2026-Q4', '2029-Q4']);
  expect(periodName('2028-Q2', plan.periods[0])).toBe('6 tháng đầu năm 2028');
  expect(periodName('2026-Q4', plan.periods[0])).toBe('Kỳ gốc (năm 2026)');
});

test('every formula, direction and horizon that can be is in it', () => {
  const kinds = MADE_UP.indicators.map(({ formula, goal }) => `${formula.kind} ${goal.direction} ${goal.horizon}`);
  expect(new Set(kinds)).toEqual(
    new Set([
      ...['maintain', 'everyYear', 'byEnd'].flatMap((horizon) => [
        `sum atLeast ${horizon}`,
        `sum atMost ${horizon}`,
        `flag atLeast ${horizon}`,
      ]),
      ...['ratio atLeast byEnd', 'ratio atMost byEnd', 'ratio atLeast everyYear', 'ratio atMost everyYear'],
      ...['ratio atMost maintain', 'growth atLeast everyYear', 'growth atMost maintain', 'growth atLeast byEnd'],
      ...['termSum atLeast term', 'termSum atMost term'],
    ]),
  );
});

describe('goals that are kept in every period', () => {
  test.each<[id: string, each: Values, expected: Verdict]>([
    // 2 × 60,25 is 120,5: on the goal, and "trên" is not met.
    ['tea-kept', { tea: 60.25 }, 'not-met'],
    ['tea-kept', { tea: 60.26 }, 'met'],
    ['tea-old', { tea: 20, teaOld: 15 }, 'met'],
    ['tea-old', { tea: 20, teaOld: 15.01 }, 'not-met'],
    ['tea-old-share', { tea: 100, teaOld: 20 }, 'met'],
    ['tea-old-share', { tea: 99.99, teaOld: 20 }, 'not-met'],
    ['costs-growth', { costs: 1.1, costsLastYear: 1 }, 'met'],
    ['costs-growth', { costs: 1.101, costsLastYear: 1 }, 'not-met'],
    ['costs-growth', { costs: 1.1, costsLastYear: 0 }, 'not-applicable'],
  ])('%s of %j twice is %s', (id, each, expected) => {
    expect(verdict(id, '2027-Q1', reports('2027-Q1', each))).toBe(expected);
  });

  test('a flag of the hall alone', () => {
    expect(verdict('clinic-kept', '2027-Q1', reports('2027-Q1', {}, {}, { clinic: true }))).toBe('met');
    expect(verdict('clinic-kept', '2027-Q1', reports('2027-Q1', {}, {}, { clinic: false }))).toBe('not-met');
    expect(verdict('clinic-kept', '2027-Q1', reports('2027-Q1', {}))).toBe('no-data');
  });
});

describe('goals of every year', () => {
  test.each<[id: string, each: Values, inYear: Verdict, atEnd: Verdict]>([
    ['barns-year', { barns: 5 }, 'behind', 'not-met'],
    ['barns-year', { barns: 6 }, 'on-track', 'met'],
    // 15 is the stretch goal itself: only beyond it is exceeded.
    ['barns-year', { barns: 7.5 }, 'on-track', 'met'],
    ['barns-year', { barns: 8 }, 'on-track', 'exceeded'],
    ['fires-year', { fires: 3 }, 'behind', 'not-met'],
    ['fires-year', { fires: 2 }, 'on-track', 'met'],
    ['fires-year', { fires: 1 }, 'on-track', 'exceeded'],
    ['sales-growth', { sales: 1.05, salesLastYear: 1 }, 'on-track', 'met'],
    ['sales-growth', { sales: 1.06, salesLastYear: 1 }, 'on-track', 'met'],
    ['sales-growth', { sales: 1.061, salesLastYear: 1 }, 'on-track', 'exceeded'],
    ['sales-growth', { sales: 1.049, salesLastYear: 1 }, 'behind', 'not-met'],
    ['homes-metered', { homes: 100, homesWired: 100, homesMetered: 90 }, 'on-track', 'met'],
  ])('%s of %j twice: %s within the year, %s at its end', (id, each, inYear, atEnd) => {
    expect(verdict(id, '2027-Q2', reports('2027-Q2', each))).toBe(inYear);
    expect(verdict(id, '2027-Q4', reports('2027-Q4', each))).toBe(atEnd);
  });

  test('what is due at the year’s end is waited for, and missing then', () => {
    expect(verdict('homes-metered', '2027-Q2', reports('2027-Q2', { homes: 100 }))).toBe('not-due');
    expect(verdict('homes-metered', '2027-Q4', reports('2027-Q4', { homes: 100 }))).toBe('no-data');
    expect(verdict('archive-year', '2027-Q3', reports('2027-Q3', {}))).toBe('not-due');
  });
});

describe('goals by the end of the term', () => {
  const start = reports('2026-Q4', { wells: 8, homes: 100, homesWeak: 20 });

  test('a count is expected on the line from its baseline, rounded in the units’ favour', () => {
    // 16 + (40 − 16) · 5/12 = 26.
    const at = (wells: number) => result('wells-end', '2028-Q1', [...start, ...reports('2028-Q1', { wells })]);
    expect(at(13)).toMatchObject({ expected: 26, baseline: { period: '2026-Q4', value: 16 }, verdict: 'on-track' });
    expect(at(12)).toMatchObject({ verdict: 'behind', shortfall: 16 });
    expect(at(20)).toMatchObject({ verdict: 'met', shortfall: 0 });
  });

  test('where less is better the line falls, and “under” asks for one less', () => {
    // 40 + (10 − 40) · 7/12 = 22,5, rounded up to 23.
    const at = (weak: number) =>
      result('homes-weak-end', '2028-Q3', [...start, ...reports('2028-Q3', { homes: 100, homesWeak: weak })]);
    expect(at(11)).toMatchObject({ expected: 23, verdict: 'on-track', shortfall: 13 });
    expect(at(12)).toMatchObject({ verdict: 'behind' });
    expect(at(5)).toMatchObject({ value: 10, verdict: 'on-track', shortfall: 1 });
    expect(at(4)).toMatchObject({ verdict: 'met' });
  });

  test('without an earlier figure it is in progress, and decided at the very end', () => {
    const wired = { homes: 200, homesWired: 196 };
    expect(verdict('homes-wired', '2027-Q4', reports('2027-Q4', wired))).toBe('in-progress');
    expect(verdict('homes-wired', '2029-Q4', reports('2029-Q4', wired))).toBe('not-met');
    // 197/200 is 98,5 %, and the goal is above it.
    expect(verdict('homes-wired', '2029-Q4', reports('2029-Q4', { homes: 200, homesWired: 197 }))).toBe('not-met');
    expect(verdict('homes-wired', '2029-Q4', reports('2029-Q4', { homes: 200, homesWired: 198 }))).toBe('met');
  });

  test('a flag of several units is set where each has set it', () => {
    const bridges = (upper: boolean, lower: boolean) =>
      result('bridges', '2027-Q1', reports('2027-Q1', { bridgeOpen: upper }, { bridgeOpen: lower }));
    expect(bridges(true, true)).toMatchObject({ value: true, verdict: 'met' });
    expect(bridges(true, false)).toMatchObject({ value: false, verdict: 'in-progress', shortfall: null });
  });
});

describe('goals of the whole term', () => {
  const year = (period: Period, sales: number): UnitReport[] => reports(period, { sales, costs: 1, trees: 150 });

  test('the pace of 7,5 % a year: shares of (1,075ᵏ − 1) / (1,075³ − 1)', () => {
    const some = [...year('2027-Q4', 4.198), ...year('2028-Q4', 4.198)];
    // 27,125 · 0,075 / 0,242296875 = 8,39625…
    expect(result('sales-term', '2027-Q4', some).expected).toBeCloseTo((27.125 * 0.075) / (1.075 ** 3 - 1), 9);
    expect(verdict('sales-term', '2027-Q4', some)).toBe('behind');
    expect(verdict('sales-term', '2027-Q4', year('2027-Q4', 4.199))).toBe('on-track');
  });

  test('a total once reached stays reached while a quarter is empty; “trên” is above it', () => {
    const exactly = reports('2027-Q4', { sales: 13.562 }, { sales: 13.563 });
    expect(verdict('sales-term', '2028-Q1', exactly)).toBe('no-data');
    expect(verdict('sales-term', '2028-Q1', year('2027-Q4', 13.563))).toBe('met');
  });

  test('a ceiling once broken stays broken; at it, all is well', () => {
    const costs = (first: number, second: number | null): UnitReport[] => [
      ...reports('2027-Q4', { costs: first }),
      ...reports('2028-Q1', { costs: second }),
    ];
    expect(verdict('costs-term', '2028-Q1', costs(10.001, null))).toBe('not-met');
    expect(verdict('costs-term', '2028-Q1', costs(10, 0))).toBe('behind');
    expect(verdict('costs-term', '2028-Q1', costs(1, 1))).toBe('on-track');
    expect(result('costs-term', '2028-Q1', costs(10.001, 0.5))).toMatchObject({ verdict: 'not-met', shortfall: 1.002 });
  });

  test('a goal that is a share of the baseline waits for every unit’s baseline', () => {
    const before = reports('2026-Q4', { accidentsFormerTerm: 40 });
    const now = reports('2027-Q4', { accidents: 10 });
    expect(result('accidents-term', '2027-Q4', [...before, ...now])).toMatchObject({
      goal: { value: 68 },
      expected: 23,
      verdict: 'on-track',
    });
    expect(result('accidents-term', '2027-Q4', [before[0]!, ...now])).toMatchObject({
      goal: { value: null },
      verdict: 'no-data',
    });
    // A third of 80, to three places: 26,64.
    expect(result('accidents-year', '2027-Q4', [...before, ...now])).toMatchObject({
      goal: { value: 26.64 },
      verdict: 'met',
    });
  });

  test('what is due at the year’s end is waited for in the current year, not in a past one', () => {
    const trees = (period: Period): UnitReport[] => reports(period, { trees: 100 });
    expect(verdict('trees-term', '2028-Q1', trees('2027-Q4'))).toBe('not-due');
    expect(verdict('trees-term', '2029-Q1', trees('2027-Q4'))).toBe('no-data');
    expect(verdict('trees-term', '2028-Q4', [...trees('2027-Q4'), ...trees('2028-Q4')])).toBe('behind');
  });
});

describe('its reports', () => {
  const context = (
    values: Readonly<Record<string, unknown>>,
    earlier: Readonly<Partial<Record<Period, Values>>> = {},
  ) => ({
    unit: 'upper',
    period: '2028-Q2' as Period,
    values,
    current: (period: Period) => earlier[period],
  });
  const codes = (values: Values, earlier?: Readonly<Partial<Record<Period, Values>>>) =>
    findingsOf(plan, context(values, earlier)).map(({ input, code }) => `${input} ${code}`);

  test('know their own inputs, and refuse another kind’s', () => {
    expect(inputsOf(plan, 'hall').map((input) => input.id)).toEqual([
      'clinic',
      'archive',
      'staff',
      'staffLate',
      'letters',
    ]);
    expect(findMalformed(plan, 'upper', { staff: 3, tea: -1, homes: 1.5, bridgeOpen: 1, nobody: 0 })).toHaveLength(5);
    expect(findMalformed(plan, 'nowhere', { tea: 1 })).toHaveLength(1);
  });

  test.each<[values: Values, expected: string[], earlier?: Readonly<Partial<Record<Period, Values>>>]>([
    [{ homes: 10, homesWired: 11 }, ['homesWired part-exceeds-whole']],
    [{ homes: 'na', homesWired: 11 }, ['homesWired whole-not-applicable']],
    [{ wells: 101 }, ['wells implausible']],
    [{ wells: 31 }, ['wells jump'], { '2027-Q4': { wells: 10 } }],
    [{ wells: 30 }, [], { '2027-Q4': { wells: 10 } }],
    [{ sales: 1 }, ['sales shrinking-flow'], { '2028-Q1': { sales: 1.001 } }],
    [{ sales: 1 }, [], { '2027-Q4': { sales: 1.001 } }],
    [{ salesLastYear: 2 }, ['salesLastYear comparison-differs'], { '2027-Q2': { sales: 2.5 } }],
    [{ salesLastYear: 2.5 }, [], { '2027-Q2': { sales: 2.5 } }],
  ])('%j: %j', (values, expected, earlier) => expect(codes(values, earlier)).toEqual(expected));

  test('are due by quarter, by year and at the baseline', () => {
    const due = (period: Period) =>
      inputsOf(plan, 'upper')
        .filter((input) => isDue(plan, input, period))
        .map((one) => one.id);
    expect(due('2026-Q4')).toEqual(['accidentsFormerTerm']);
    expect(due('2028-Q2')).not.toContain('trees');
    expect(due('2028-Q4')).toContain('trees');
    expect(missingRequired(plan, context({}))).toHaveLength(due('2028-Q2').length);
    expect(
      judgeSubmission(plan, context({ wells: 101 }), { wells: 'đã kiểm tra' }).map((one) => one.code),
    ).not.toContain('implausible');
  });
});

describe('its words, its mean and its audit', () => {
  test('goals in words', () => {
    const goals = consolidate(plan, [], '2027-Q1').indicators.map((one) => goalText(one.goal, one.unit));
    expect(goals.slice(0, 4)).toEqual(['trên 120,5 ha', '≤ 30 ha', '≥ 12 chuồng', 'dưới 6 vụ']);
    expect(goals).toContain('chưa xác định');
    expect(goals).toContain('được công nhận');
  });

  test('the mean of percentages beside the figure', () => {
    const some = reports('2027-Q1', { homes: 100, homesWeak: 10 }, { homes: 10, homesWeak: 5 });
    expect(handMadeMean(result('homes-weak-share', '2027-Q1', some))).toEqual({ mean: 30, value: (100 * 15) / 110 });
    const loss = reports('2027-Q1', { sales: 1, salesLastYear: 2 }, { sales: 4, salesLastYear: 2 });
    expect(handMadeMean(result('sales-growth', '2027-Q1', loss))).toEqual({ mean: 25, value: 25 });
  });

  test('what its text implies', () => {
    const found = auditText(plan).map(({ target, code }) => `${target} ${code}`);
    expect(found).toEqual(['2 share-count', '3 increase', '3 needed-base-year']);
  });

  test('what its baseline adds', () => {
    const baseline = reports('2026-Q4', { wells: 20, homes: 400, homesWeak: 4, bridgeOpen: true });
    const valuesOf = (unit: string) => baseline.find((one) => one.unit === unit)?.values;
    const found = auditBaseline(plan, consolidate(plan, baseline, '2026-Q4').indicators, valuesOf);
    expect(found.map(({ target, code, message }) => `${target} ${code}: ${message.slice(0, 24)}`)).toEqual([
      '2 met-at-baseline: “Giếng nước sạch” đã đạt',
      '2 met-at-baseline: “Nhà tạm còn lại” đã đạt',
      '2 met-at-baseline: “Tỷ lệ nhà tạm” đã đạt m',
      '2 count-differs: Nghị quyết nêu 812 nhà, ',
      '4 met-at-baseline: “Cầu treo” đã đạt mục ti',
    ]);
  });
});

test('a resolution of one unit works alike: the commune is the unit', () => {
  const alone = compilePlan(ONE_UNIT);
  const some: UnitReport[] = [{ unit: 'upper', period: '2027-Q1', values: { tea: 130, teaOld: 13 } }];
  const [kept, old] = consolidate(alone, some, '2027-Q1').indicators;
  expect(kept).toMatchObject({ value: 130, verdict: 'met', parts: { upper: { value: 130 } } });
  expect(old).toMatchObject({ value: 13, coverage: { have: ['upper'], missing: [], invalid: [] } });
  expect(handMadeMean(kept!)).toBeNull();
});
