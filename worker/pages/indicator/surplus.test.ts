import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { PLAN, resultOf, summaryOf, ward } from '../testing.ts';
import { surpassedTargets, surplusOf } from './surplus.ts';

const BOTH = (trees: number, healthy: number, gardeners = 0) => [
  ward('north', { trees, healthyTrees: healthy, gardeners }),
  ward('south', { trees, healthyTrees: healthy, gardeners }),
];
const judged = (result: IndicatorResult, change: Partial<IndicatorResult>): IndicatorResult => ({
  ...result,
  ...change,
});

describe('the surplus', () => {
  it('of a total is in percent of the goal', () => {
    expect(surplusOf(resultOf('count', BOTH(52, 0)))).toEqual({
      amount: 4,
      measure: 'percent-of-goal',
      atLeast: false,
    });
  });

  it('of a ratio is in percent points', () => {
    expect(surplusOf(resultOf('healthy', BOTH(100, 95)))).toEqual({ amount: 5, measure: 'own-unit', atLeast: false });
  });

  it('is none on the goal itself', () => {
    expect(surplusOf(resultOf('count', BOTH(50, 0)))).toBeNull();
  });

  it('is a lower bound where a provisional figure already beats the goal', () => {
    const result = resultOf('count', [ward('north', { trees: 130 })]);
    expect(result.verdict).toBe('met');
    expect(surplusOf(result)).toEqual({ amount: 30, measure: 'percent-of-goal', atLeast: true });
  });

  it('is none while the verdict is not final', () => {
    const result = resultOf('growth', [
      ward('north', { income: 2, incomeBefore: 1 }),
      ward('south', { income: 2, incomeBefore: 1 }),
    ]);
    expect(result.verdict).toBe('on-track');
    expect(surplusOf(result)).toBeNull();
  });

  it('begins above the upper end of a range', () => {
    const growth = resultOf('growth', []);
    expect(surplusOf(judged(growth, { value: 5.5, verdict: 'met' }))).toBeNull();
    expect(surplusOf(judged(growth, { value: 6.5, verdict: 'exceeded' }))?.amount).toBe(0.5);
  });

  it('is what stays below a ceiling', () => {
    expect(surplusOf(judged(resultOf('fires', []), { value: 7, verdict: 'met' }))?.amount).toBeCloseTo(30);
  });

  it('does not exist for 100 %, for a flag, and for a ceiling of nothing', () => {
    const ratio = resultOf('healthy', []);
    expect(surplusOf(judged(ratio, { value: 100, verdict: 'met', goal: { ...ratio.goal, value: 100 } }))).toBeNull();
    expect(
      surplusOf(judged(ratio, { unit: null, value: true, verdict: 'met', goal: { ...ratio.goal, value: true } })),
    ).toBeNull();
    const ceiling = resultOf('fires', []);
    expect(surplusOf(judged(ceiling, { value: 0, verdict: 'met', goal: { ...ceiling.goal, value: 0 } }))).toBeNull();
  });
});

describe('a target counts as beaten', () => {
  it('when every part that can be is', () => {
    expect([...surpassedTargets(summaryOf(PLAN, BOTH(60, 58, 9), '2031-Q1'))]).toEqual([1]);
  });

  it('not when one part is only reached', () => {
    expect([...surpassedTargets(summaryOf(PLAN, BOTH(60, 54, 9), '2031-Q1'))]).toEqual([]);
  });

  it('not when another part misses its goal', () => {
    expect([...surpassedTargets(summaryOf(PLAN, BOTH(60, 58, 1), '2031-Q1'))]).toEqual([]);
  });
});
