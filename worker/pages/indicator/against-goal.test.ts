import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { PLAN, resultOf, ward } from '../testing.ts';
import { againstGoalText, shortfallText, surplusText } from './against-goal.ts';

const both = (values: Parameters<typeof ward>[1]) => [ward('north', values), ward('south', values)];
const judged = (result: IndicatorResult, change: Partial<IndicatorResult>): IndicatorResult => ({
  ...result,
  ...change,
});
const FIRES = judged(resultOf('fires', []), { value: 12, verdict: 'not-met', shortfall: 2 });

describe('against the goal', () => {
  it('a total stands in percent of it, also above 100 %', () => {
    expect(againstGoalText(resultOf('count', both({ trees: 27 })))).toBe('54,0%');
    expect(againstGoalText(resultOf('count', both({ trees: 120 })))).toBe('240,0%');
  });

  it('a total just short of it is not shown as 100 %', () => {
    const almost = judged(resultOf('count', both({ trees: 27 })), { value: 99.99 });
    expect(againstGoalText(almost)).toBe('99,99%');
  });

  it('a ratio stands in percent points', () => {
    expect(againstGoalText(resultOf('healthy', both({ trees: 100, healthyTrees: 87 })))).toBe(
      'thấp hơn 3,0\u00a0điểm\u00a0%',
    );
    expect(againstGoalText(resultOf('healthy', both({ trees: 100, healthyTrees: 90 })))).toBe('bằng mục tiêu');
  });

  it('a distance is never shown as none', () => {
    const hair = judged(resultOf('healthy', both({ trees: 100, healthyTrees: 90 })), { value: 90.0004 });
    expect(againstGoalText(hair)).toBe('cao hơn 0,0004\u00a0điểm\u00a0%');
  });

  it('a ceiling is stood above or below', () => {
    expect(againstGoalText(FIRES)).toBe('cao hơn 2 vụ');
    expect(againstGoalText(judged(FIRES, { value: 4 }))).toBe('thấp hơn 6 vụ');
  });

  it('there is nothing to say without a figure, a goal, or of a flag', () => {
    expect(againstGoalText(resultOf('count', []))).toBeNull();
    expect(againstGoalText(judged(FIRES, { goal: { ...FIRES.goal, value: null } }))).toBeNull();
    expect(againstGoalText(judged(FIRES, { value: true, goal: { ...FIRES.goal, value: true } }))).toBeNull();
  });
});

describe('what is still needed', () => {
  it('of a ratio is counted in its numerator', () => {
    expect(shortfallText(PLAN, resultOf('healthy', both({ trees: 100, healthyTrees: 87 })))).toBe('còn thiếu 6 cây');
  });

  it('below a ceiling can be reduced, unless the term has broken it', () => {
    expect(shortfallText(PLAN, FIRES)).toBe('quá mức 2 vụ');
    const open = judged(FIRES, { goal: { ...FIRES.goal, horizon: 'byEnd' } });
    expect(shortfallText(PLAN, open)).toBe('còn phải giảm 2 vụ');
  });

  it('is not said where the goal is hit', () => {
    expect(shortfallText(PLAN, resultOf('count', both({ trees: 50 })))).toBeNull();
  });
});

describe('"vượt"', () => {
  it('says by how much', () => {
    expect(surplusText(resultOf('count', both({ trees: 52 })))).toBe('vượt 4,0%');
    expect(surplusText(resultOf('healthy', both({ trees: 1000, healthyTrees: 912 })))).toBe(
      'vượt 1,2\u00a0điểm\u00a0%',
    );
  });

  it('is at least so much while a part is missing', () => {
    expect(surplusText(resultOf('count', [ward('north', { trees: 130 })]))).toBe('vượt ít nhất 30,0%');
  });
});
