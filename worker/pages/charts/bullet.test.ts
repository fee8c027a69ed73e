import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { resultOf } from '../testing.ts';
import { bulletOf } from './bullet.ts';

const GROWING = resultOf('count', []);
const CEILING = resultOf('fires', []);
const judged = (result: IndicatorResult, change: Partial<IndicatorResult>): IndicatorResult => ({
  ...result,
  ...change,
});

describe('a bullet graph', () => {
  it('puts value, pace and baseline in proportion to the goal', () => {
    const bullet = bulletOf(judged(GROWING, { value: 50, expected: 60, baseline: { period: '2030-Q4', value: 25 } }))!;
    expect(bullet.bar).toMatchObject({ kind: 'final', from: 0, beyond: null });
    expect(bullet.bar!.to).toBeCloseTo(bullet.goal / 2, 1);
    expect(bullet.expected).toBeCloseTo(bullet.goal * 0.6, 1);
    expect(bullet.baseline).toBeCloseTo(bullet.goal / 4, 1);
  });

  it('shows on which side of the goal good lies', () => {
    const [more, less] = [bulletOf(GROWING)!, bulletOf(CEILING)!];
    expect(more).toMatchObject({ better: 'right', good: { from: more.goal, to: 100 } });
    expect(less).toMatchObject({ better: 'left', good: { from: 0, to: less.goal } });
  });

  it('keeps the goal inside the frame and cuts off what is far beyond it', () => {
    expect(bulletOf(judged(GROWING, { value: 100 }))!.goal).toBeLessThan(96);
    const far = bulletOf(judged(GROWING, { value: 5000 }))!;
    expect(far.bar).toMatchObject({ to: 100, beyond: 'right' });
    expect(far.goal).toBeGreaterThan(30);
  });

  it('draws a decline to the left of zero', () => {
    const bullet = bulletOf(judged(resultOf('growth', []), { value: -3 }))!;
    expect(bullet.zero).toBeGreaterThan(0);
    expect(bullet.bar!.to).toBe(bullet.zero);
    expect(bullet.bar!.from).toBe(0);
  });

  it('draws a provisional figure as one, and the last known one where there is none', () => {
    expect(bulletOf(judged(GROWING, { provisional: 40 }))!.bar!.kind).toBe('provisional');
    const last = { period: '2030-Q4', value: 30, verdict: 'baseline' } as const;
    expect(bulletOf(judged(GROWING, { last }))).toMatchObject({ bar: null, last: expect.any(Number) });
    expect(bulletOf(judged(GROWING, { last, value: 40 }))!.last).toBeNull();
  });

  it('is none for a flag and while the goal is not known', () => {
    expect(bulletOf(judged(GROWING, { goal: { ...GROWING.goal, value: true } }))).toBeNull();
    expect(bulletOf(judged(GROWING, { goal: { ...GROWING.goal, value: null } }))).toBeNull();
  });

  it('never draws a value on the wrong side of its goal, nor anything outside the frame', () => {
    const number = fc.double({ min: -1000, max: 100_000, noNaN: true });
    const goalValue = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(number, goalValue, fc.option(number), fc.option(number), (value, goal, expected, baseline) => {
        const bullet = bulletOf(
          judged(GROWING, {
            value,
            expected,
            baseline: baseline === null ? null : { period: '2030-Q4', value: baseline },
            goal: { ...GROWING.goal, value: goal },
          }),
        )!;
        const marks = [bullet.goal, bullet.bar!.from, bullet.bar!.to, bullet.expected, bullet.baseline, bullet.zero];
        expect(marks.every((mark) => mark === null || (mark >= 0 && mark <= 100))).toBe(true);
        expect(bullet.bar!.from).toBeLessThanOrEqual(bullet.bar!.to);
        if (value >= goal) expect(bullet.bar!.to).toBeGreaterThanOrEqual(bullet.goal);
        else expect(bullet.bar!.to).toBeLessThanOrEqual(Math.max(bullet.goal, bullet.zero ?? 0));
      }),
    );
  });
});
