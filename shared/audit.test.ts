import { describe, expect, test } from 'vitest';
import { auditBaseline, auditText } from './audit.ts';
import { consolidate, type UnitReport } from './consolidate.ts';
import { compilePlan } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Goal, Resolution, Statement } from './resolution/schema.ts';
import type { Values } from './values.ts';

const plan = compilePlan(chiengMung());
const messages = (code: string, resolution: Resolution = chiengMung()) =>
  auditText(compilePlan(resolution)).flatMap((finding) => (finding.code === code ? [finding.message] : []));

/** A copy whose lists may be changed. */
type Mutable = Resolution & { statements: Statement[] };

function baseline(areas: readonly Values[]) {
  const units = ['chieng-mung', 'muong-bang', 'muong-bon'];
  const reports: UnitReport[] = areas.map((values, index) => ({ unit: units[index]!, period: '2025-Q4', values }));
  return auditBaseline(
    plan,
    consolidate(plan, reports, '2025-Q4').indicators,
    (unit) => reports.find((report) => report.unit === unit)?.values,
  );
}

describe('what the text of Chiềng Mung implies', () => {
  test('the increase is 33,8 % between the terms, 6 % a year', () => {
    expect(messages('increase')).toEqual([
      '16,936 − 4,278 = 12,658 tỷ đồng, nên phần tăng là 33,8%, không phải 6%. Nếu 6% là tốc độ tăng hằng năm thì sau 5 năm được 12,658 × 1,06⁵ ≈ 16,939 tỷ đồng.',
    ]);
  });

  test('the total needs 2,834 tỷ in 2025', () => {
    expect(messages('needed-base-year')[0]).toContain('cần năm 2025 đạt ít nhất 2,834 tỷ đồng');
  });

  test('2 schools are 28,5 % of 7, and of no more', () => {
    expect(messages('share-count')[0]).toContain('khi tổng số là 7 (2/7 = 28,57%)');
  });

  test('20 % excellent under a cap of 20 % of the good asks for all to be good; 15 % of the members does not', () => {
    expect(messages('cap')).toHaveLength(1);
    expect(messages('cap')[0]).toContain('đạt 100%, cao hơn mức 90% của Nghị quyết');
  });
});

describe('goals that cannot both be', () => {
  const withGoal = (id: string, goal: Partial<Goal>): Resolution => ({
    ...chiengMung(),
    indicators: chiengMung().indicators.map((indicator) =>
      indicator.id === id ? { ...indicator, goal: { ...indicator.goal, ...goal } } : indicator,
    ),
  });

  test('a part that must exceed its whole', () => {
    expect(messages('part-above-whole')).toEqual([]);
    expect(messages('part-above-whole', withGoal('t02-fruit-coded', { value: 1800 }))).toHaveLength(1);
    expect(messages('part-above-whole', withGoal('t20-cells-excellent', { value: 95 }))).toHaveLength(1);
  });

  /** The goal of t04-enterprises beside another of the same figure. */
  const beside = (own: Partial<Goal>, other: Goal): string[] => {
    const resolution = withGoal('t04-enterprises', own);
    const contrary = { ...resolution.indicators[10]!, id: 't04-enterprises-other', label: 'Mức khác', goal: other };
    return messages('conflict', { ...resolution, indicators: [...resolution.indicators, contrary] });
  };
  const few = (value: number, strict = false): Goal => ({ direction: 'atMost', value, strict, horizon: 'byEnd' });

  test('one figure held above and below', () => {
    expect(messages('conflict')).toEqual([]);
    expect(beside({}, few(40))).toHaveLength(1);
    expect(beside({}, few(60))).toEqual([]);
    expect(beside({}, { ...few(40), direction: 'atLeast' })).toEqual([]);
  });

  test('at 50 and no more than 50 is possible; above 50, or below it, is not', () => {
    expect(beside({}, few(50))).toEqual([]);
    expect(beside({ strict: true }, few(50))).toHaveLength(1);
    expect(beside({}, few(50, true))).toHaveLength(1);
  });

  test('goals of parts: equal to the whole’s is possible, and other wholes, kinds and growth do not compare', () => {
    expect(messages('part-above-whole', withGoal('t20-cells-excellent', { value: 90 }))).toEqual([]);
    expect(messages('part-above-whole', withGoal('t02-coffee-area', { value: 9000 }))).toEqual([]);
    expect(messages('part-above-whole', withGoal('t23-officials-good', { value: 101 }))).toEqual([]);
    expect(messages('part-above-whole', withGoal('t01-revenue-growth', { value: 500 }))).toEqual([]);
  });
});

describe('a share or a cap is said', () => {
  const stated = (code: string, change: (resolution: Mutable) => void): string[] => {
    const resolution: Mutable = structuredClone(chiengMung());
    change(resolution);
    return messages(code, resolution);
  };

  test('of a ratio with a goal above nothing alone', () => {
    const spoil = (change: Partial<Goal>) =>
      stated('share-count', ({ indicators }) => {
        Object.assign(indicators[17]!, { goal: { ...indicators[17]!.goal, ...change } });
      });
    expect(spoil({})).toHaveLength(1);
    expect(spoil({ value: 0 })).toEqual([]);
    const sum = stated('share-count', ({ statements }) => {
      Object.assign(statements[1]!, { indicator: 't02-coffee-area' });
    });
    expect(sum).toEqual([]);
  });

  test('of a cap over one whole, that asks for more than the text does', () => {
    const cap = (percent: number, part = 'cellsExcellent', of = 'cellsGood') =>
      stated('cap', ({ statements }) => {
        statements.splice(4, 2, { ...statements[4]!, percent, part, of } as Statement);
      });
    expect(cap(20)).toHaveLength(1);
    expect(cap(22.2)).toHaveLength(1);
    expect(cap(25)).toEqual([]);
    expect(cap(20, 'membersExcellent')).toEqual([]);
    expect(cap(20, 'coffeeArea')).toEqual([]);
    expect(cap(20, 'cellsExcellent', 'coffeeArea')).toEqual([]);
  });

  test('of a cap that asks exactly for the text’s percentage: nothing', () => {
    const exact = stated('cap', ({ indicators }) => {
      Object.assign(indicators[34]!, { goal: { ...indicators[34]!.goal, value: 18 } });
    });
    expect(exact).toEqual([]);
  });
});

describe('what the baseline adds', () => {
  test('a goal that was met before the term began', () => {
    const found = baseline([{ enterprises: 20 }, { enterprises: 20 }, { enterprises: 10 }]);
    expect(found).toMatchObject([{ target: 4, code: 'met-at-baseline' }]);
    expect(baseline([{ enterprises: 20 }, { enterprises: 20 }, { enterprises: 9 }])).toEqual([]);
  });

  test('cells and members that are not those of the text; nothing while an area is missing', () => {
    expect(baseline([{ partyCells: 21 }, { partyCells: 19 }, { partyCells: 17 }])).toMatchObject([
      { target: 20, code: 'count-differs', message: expect.stringContaining('57 chi bộ') },
    ]);
    expect(baseline([{ partyCells: 21 }, { partyCells: 19 }, { partyCells: 16 }])).toEqual([]);
    expect(baseline([{ partyCells: 21 }, { partyCells: 19 }])).toEqual([]);
  });
});
