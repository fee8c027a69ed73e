import { describe, expect, test } from 'vitest';
import { findMalformed } from './malformed.ts';
import type { Period } from './periods.ts';
import { compilePlan } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import { findingsAbout, findingsOf, judgeSubmission, missingRequired, type ReportContext } from './validate.ts';
import type { Values } from './values.ts';

const plan = compilePlan(chiengMung());

function context(period: Period, values: Record<string, unknown>, others: Record<string, Values> = {}): ReportContext {
  return { unit: 'muong-bang', period, values, current: (other) => others[other] };
}

function codes(report: ReportContext): string[] {
  return findingsOf(plan, report).map((finding) => `${finding.severity} ${finding.code} ${finding.input}`);
}

describe('malformed values refuse the report', () => {
  test.each([
    ['a text', { population: '12' }],
    ['a flag where a number is expected', { population: true }],
    ['a negative number', { population: -1 }],
    ['a fraction of a person', { population: 1.5 }],
    ['one decimal too many', { coffeeArea: 1.234 }],
    ['a number above 10¹²', { population: 1_000_000_000_001 }],
    ['not a finite number', { population: Number.POSITIVE_INFINITY }],
    ['a list', { population: [1] }],
    ['an unknown input', { gold: 1 }],
    ['a name that every object inherits', { toString: 1 }],
    ['an input of the other kind of unit', { totalSpending: 1 }],
  ])('%s', (_name, values) => {
    const findings = findMalformed(plan, 'muong-bang', values);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'refused', code: 'malformed', input: Object.keys(values)[0] });
  });

  test('numbers, zero, not applicable and blank are well formed', () => {
    const values = { population: 8000, labourExport: 0, coffeeArea: 'na', revenue: 1.234, visitors: null };
    expect(findMalformed(plan, 'muong-bang', values)).toEqual([]);
    expect(findMalformed(plan, 'office', { ntmRecognised: false })).toEqual([]);
  });

  test('the message says what was read', () => {
    expect(findMalformed(plan, 'muong-bang', { population: 'tám nghìn' })[0]?.message).toContain('“tám nghìn”');
  });
});

describe('findings', () => {
  test('a part above its whole is an error that names both', () => {
    expect(findingsOf(plan, context('2026-Q4', { schools: 3, schoolsStandard: 4 }))[0]).toMatchObject({
      input: 'schoolsStandard',
      other: 'schools',
      severity: 'error',
      code: 'part-exceeds-whole',
    });
  });

  test('a part equal to its whole is none', () => {
    expect(codes(context('2026-Q4', { schools: 3, schoolsStandard: 3 }))).toEqual([]);
  });

  test('a number whose whole is not applicable is a warning', () => {
    expect(codes(context('2026-Q4', { schools: 'na', schoolsStandard: 3 }))).toEqual([
      'warning whole-not-applicable schoolsStandard',
    ]);
  });

  test('the baseline asks for a flag as for a number, and is content with “no”', () => {
    const office = (values: Record<string, unknown>) =>
      codes({ unit: 'office', period: '2025-Q4', values, current: () => undefined });
    expect(office({})).toContain('notice baseline-missing ntmRecognised');
    expect(office({ ntmRecognised: 'na' })).toContain('notice baseline-missing ntmRecognised');
    expect(office({ ntmRecognised: false })).not.toContain('notice baseline-missing ntmRecognised');
  });

  test('above the plausible bound, not on it', () => {
    expect(codes(context('2026-Q1', { enterprises: 100 }))).toEqual([]);
    expect(codes(context('2026-Q1', { enterprises: 101 }))).toEqual(['warning implausible enterprises']);
  });

  test('a level more than three times its latest earlier valid number, or less than a third', () => {
    const others: Record<string, Values> = { '2025-Q4': { households: 2000 }, '2026-Q1': { households: null } };
    expect(codes(context('2026-Q2', { households: 6000 }, others))).toEqual(['warning implausible households']);
    expect(codes(context('2026-Q2', { households: 4000 }, others))).toEqual([]);
    expect(codes(context('2026-Q2', { households: 666 }, others))).toEqual(['warning jump households']);
    expect(codes(context('2026-Q2', { households: 667 }, others))).toEqual([]);
    expect(codes(context('2026-Q2', { households: 0 }, others))).toEqual([]);
  });

  test('a third and three times are no jump, nor is anything from or to zero', () => {
    const from = (earlier: number, value: number) =>
      codes(context('2026-Q2', { households: value }, { '2026-Q1': { households: earlier } }));
    expect(from(999, 333)).toEqual([]);
    expect(from(999, 332)).toEqual(['warning jump households']);
    expect(from(333, 999)).toEqual([]);
    expect(from(333, 1000)).toEqual(['warning jump households']);
    expect(from(0, 1000)).toEqual([]);
    expect(from(1000, 0)).toEqual([]);
  });

  test('a jump is of levels, and looks at a part that is as large as its whole', () => {
    expect(codes(context('2026-Q2', { visitors: 900 }, { '2026-Q1': { visitors: 1 } }))).toEqual([]);
    const all: Record<string, Values> = { '2026-Q1': { villages: 20, villagesDrugFree: 20 } };
    expect(codes(context('2026-Q2', { villages: 5 }, all))).toEqual(['warning jump villages']);
    expect(codes(context('2026-Q2', { villagesDrugFree: 5 }, all))).toEqual(['warning jump villagesDrugFree']);
  });

  test('a flow is compared beyond a period without a number, with the latest that is higher', () => {
    const others: Record<string, Values> = { '2026-Q1': { visitors: 900 }, '2026-Q2': { visitors: null } };
    expect(codes(context('2026-Q3', { visitors: 899 }, others))).toEqual(['warning shrinking-flow visitors']);
    const higher = { ...others, '2026-Q2': { visitors: 901 } };
    expect(findingsOf(plan, context('2026-Q3', { visitors: 1 }, higher))[0]?.message).toContain('6 tháng đầu năm');
    expect(codes(context('2026-Q2', { coffeeArea: 9 }, { '2026-Q1': { coffeeArea: 10 } }))).toEqual([]);
  });

  test('a value that is none counts as missing', () => {
    for (const none of ['4', -4, 4.5, true, {}, undefined, Number.NaN]) {
      expect(codes(context('2026-Q4', { schools: 3, schoolsStandard: none }))).toEqual([]);
      expect(missingRequired(plan, context('2026-Q4', { schoolsStandard: none }))).toContainEqual(
        expect.objectContaining({ input: 'schoolsStandard', severity: 'error', code: 'required' }),
      );
    }
  });

  test('a jump does not look at a number that an error touches', () => {
    const others: Record<string, Values> = {
      '2025-Q4': { villages: 20 },
      '2026-Q1': { villages: 2, villagesDrugFree: 3 },
    };
    expect(codes(context('2026-Q2', { villages: 18 }, others))).toEqual([]);
  });

  test('a year-to-date flow below an earlier period of the same year, not of another year', () => {
    const others: Record<string, Values> = { '2026-Q4': { visitors: 900 }, '2027-Q1': { visitors: 100 } };
    expect(codes(context('2027-Q2', { visitors: 99 }, others))).toEqual(['warning shrinking-flow visitors']);
    expect(codes(context('2027-Q2', { visitors: 100 }, others))).toEqual([]);
    expect(codes(context('2027-Q1', { visitors: 10 }, { '2026-Q4': { visitors: 900 } }))).toEqual([]);
  });

  test("last year's revenue differs from what was reported then", () => {
    const others: Record<string, Values> = { '2026-Q2': { revenue: 0.5 } };
    expect(codes(context('2027-Q2', { revenueSamePeriodLastYear: 0.6 }, others))).toEqual([
      'warning comparison-differs revenueSamePeriodLastYear',
    ]);
    expect(codes(context('2027-Q2', { revenueSamePeriodLastYear: 0.5 }, others))).toEqual([]);
  });

  test('in the baseline period, a byEnd input without a number is a notice', () => {
    const notices = findingsOf(plan, context('2025-Q4', { enterprises: 12 })).filter(
      (finding) => finding.severity === 'notice',
    );
    expect(notices.map((finding) => finding.input)).toContain('fruitAreaCoded');
    expect(notices.map((finding) => finding.input)).not.toContain('enterprises');
    expect(notices.map((finding) => finding.input)).not.toContain('revenue');
    expect(codes(context('2026-Q1', {}))).toEqual([]);
  });
});

describe('a submission', () => {
  test('waits for what is due in its period', () => {
    const inputs = (period: Period) => missingRequired(plan, context(period, {})).map((finding) => finding.input);
    expect(inputs('2026-Q1')).toContain('population');
    expect(inputs('2026-Q1')).not.toContain('poorHouseholds');
    expect(inputs('2026-Q4')).toContain('poorHouseholds');
    expect(inputs('2026-Q4')).not.toContain('complexCasesPreviousTerm');
    expect(inputs('2025-Q4')).toEqual(['complexCasesPreviousTerm']);
    expect(missingRequired(plan, context('2025-Q4', { complexCasesPreviousTerm: 'na' }))).toEqual([]);
  });

  test('asks a reason of three characters for a warning', () => {
    const report = context('2025-Q4', { complexCasesPreviousTerm: 30, enterprises: 101 });
    expect(judgeSubmission(plan, report, {})).toMatchObject([{ code: 'implausible' }]);
    expect(judgeSubmission(plan, report, { enterprises: ' a ' })).toMatchObject([{ code: 'implausible' }]);
    expect(judgeSubmission(plan, report, { enterprises: 'đã rà soát' })).toEqual([]);
    expect(judgeSubmission(plan, report, { enterprises: ' rõ. ' })).toEqual([]);
    expect(judgeSubmission(plan, report, Object.create({ enterprises: 'của ai khác' }))).toHaveLength(1);
  });

  test('is stopped by an error, whatever the reason', () => {
    const report = context('2025-Q4', { complexCasesPreviousTerm: 30, schools: 3, schoolsStandard: 4 });
    expect(judgeSubmission(plan, report, { schoolsStandard: 'đúng như vậy' })).toMatchObject([
      { code: 'part-exceeds-whole' },
    ]);
  });
});

test('what is found about one input is what is found in the whole report and names it', () => {
  const numbers = Object.fromEntries(plan.resolution.inputs.map(({ id }, index) => [id, (index % 5) * 700]));
  const before = Object.fromEntries(Object.keys(numbers).map((id) => [id, 100]));
  for (const unit of ['muong-bang', 'office']) {
    for (const values of [numbers, { ...numbers, households: 'na', schools: 'na' }]) {
      const report = { ...context('2026-Q4', values, { '2026-Q3': before, '2025-Q4': before }), unit };
      const all = findingsOf(plan, report);
      expect(all.length).toBeGreaterThan(0);
      for (const id of Object.keys(numbers)) {
        expect(findingsAbout(plan, report, id)).toEqual(all.filter(({ input, other }) => [input, other].includes(id)));
      }
    }
  }
});
