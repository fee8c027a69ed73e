import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { MADE_UP, PLAN, resultOf } from '../testing.ts';
import { projectedOf } from './projection.ts';

const END = PLAN.periods.length - 1;
const RATIO = resultOf('healthy', []);
const COUNT = resultOf('count', []);

const state = (base: IndicatorResult, value: number | null): IndicatorResult => ({
  ...base,
  value,
  goal: { ...base.goal, horizon: 'byEnd' },
  baseline: { period: '2030-Q4', value: 40 },
});
const total = (value: number | null): IndicatorResult => ({
  ...COUNT,
  value,
  goal: { ...COUNT.goal, horizon: 'term' },
});

describe('going on as it went so far', () => {
  it('a state leads on from its baseline through the newest figure', () => {
    const course = [state(COUNT, 40), state(COUNT, 45), state(COUNT, 50), state(COUNT, null)];
    expect(projectedOf(PLAN, course)).toEqual({ from: { elapsed: 2, value: 50 }, to: { elapsed: END, value: 80 } });
  });

  it('a total of the term leads on from nothing', () => {
    expect(projectedOf(PLAN, [total(null), total(3), total(6)])?.to).toEqual({ elapsed: END, value: 24 });
  });

  it('a percentage stays within a hundred, and a count above nothing', () => {
    expect(projectedOf(PLAN, [state(RATIO, 40), state(RATIO, 90)])?.to.value).toBe(100);
    expect(projectedOf(PLAN, [state(COUNT, 40), state(COUNT, 30)])?.to.value).toBe(0);
  });

  it('says nothing of what was measured by another standard at the beginning', () => {
    const anew = structuredClone(MADE_UP);
    for (const indicator of anew.indicators) indicator.breaks = [{ year: 2031, standard: 'chuẩn mới' }];
    expect(projectedOf(compilePlan(anew), [state(COUNT, 40), state(COUNT, 45)])).toBeNull();
    for (const indicator of anew.indicators) indicator.breaks = [{ year: 2032, standard: 'chuẩn mới' }];
    expect(projectedOf(compilePlan(anew), [state(COUNT, 40), state(COUNT, 45)])).not.toBeNull();
  });

  it('says nothing without a way behind it, at the end of the term, or of a goal that no line leads to', () => {
    expect(projectedOf(PLAN, [state(COUNT, 40)])).toBeNull();
    expect(
      projectedOf(
        PLAN,
        PLAN.periods.map(() => state(COUNT, 50)),
      ),
    ).toBeNull();
    expect(projectedOf(PLAN, [COUNT, { ...COUNT, value: 20 }])).toBeNull();
    expect(projectedOf(PLAN, [total(null), total(null)])).toBeNull();
  });
});
