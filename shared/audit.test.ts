import { describe, expect, test } from 'vitest';
import { auditBaseline, auditText } from './audit.ts';
import { consolidate, type UnitReport } from './consolidate.ts';
import { compilePlan } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Resolution } from './resolution/schema.ts';
import type { Values } from './values.ts';

const plan = compilePlan(chiengMung());
const messages = (code: string, resolution: Resolution = chiengMung()) =>
  auditText(compilePlan(resolution)).flatMap((finding) => (finding.code === code ? [finding.message] : []));

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
  const withGoal = (id: string, value: number): Resolution => ({
    ...chiengMung(),
    indicators: chiengMung().indicators.map((indicator) =>
      indicator.id === id ? { ...indicator, goal: { ...indicator.goal, value } } : indicator,
    ),
  });

  test('a part that must exceed its whole', () => {
    expect(messages('part-above-whole')).toEqual([]);
    expect(messages('part-above-whole', withGoal('t02-fruit-coded', 1800))).toHaveLength(1);
    expect(messages('part-above-whole', withGoal('t20-cells-excellent', 95))).toHaveLength(1);
  });

  test('one figure held above and below', () => {
    const resolution = chiengMung();
    const contrary = {
      ...resolution.indicators[10]!,
      id: 't04-enterprises-few',
      goal: { direction: 'atMost', value: 40, horizon: 'byEnd' },
    } as const;
    const both = { ...resolution, indicators: [...resolution.indicators, contrary] };
    expect(messages('conflict', both)).toHaveLength(1);
    expect(messages('conflict')).toEqual([]);
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
