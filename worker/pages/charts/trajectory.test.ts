import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { PLAN, resultOf } from '../testing.ts';
import { type Course, trajectoryOf } from './trajectory.ts';

const COUNT = resultOf('count', []);
const FIRES = resultOf('fires', []);
const { periods } = PLAN;

/** A course of the made-up plan's nine quarters; null for a quarter without a figure. */
function course(base: IndicatorResult, values: readonly (number | null)[], change: Partial<Course> = {}): Course {
  const results = periods.map((_, elapsed) => ({ ...base, value: values[elapsed] ?? null, provisional: null }));
  const reported = values.findLastIndex((value) => value !== null);
  return { periods, results, shown: '2031-Q1', reported, yearly: false, breaks: [], projected: null, ...change };
}

const drawn = (...parts: Parameters<typeof course>) => {
  const trajectory = trajectoryOf(course(...parts));
  if (trajectory === null) throw new Error('nothing drawn');
  return trajectory;
};

describe('a course', () => {
  it('runs from the baseline at the left to the end of the term at the right', () => {
    const { points, years } = drawn(COUNT, [10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(points.map(({ x }) => x)).toEqual([0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100]);
    expect(years).toEqual([
      { x: 0, year: 2030 },
      { x: 50, year: 2031 },
      { x: 100, year: 2032 },
    ]);
  });

  it('has more above less, and the goal’s good side shaded', () => {
    const { points, goal, good } = drawn(COUNT, [10, 50]);
    expect(points[0]!.y).toBeGreaterThan(points[1]!.y);
    expect(good).toEqual({ from: 0, to: goal });
    expect(drawn(FIRES, [1, 2]).good).toMatchObject({ to: 100 });
  });

  it('begins at zero unless the figures are far from it', () => {
    expect(drawn(COUNT, [10, 50]).ticks[0]).toEqual({ y: 100, value: 0 });
    expect(drawn(COUNT, [95, 97]).ticks[0]!.value).toBeGreaterThan(80);
  });

  it('joins what is known over a hole, and tells provisional figures apart', () => {
    const { points, course: path } = drawn(COUNT, [10, null, 30]);
    expect(points).toHaveLength(2);
    expect(path?.match(/[ML]/g)).toEqual(['M', 'L']);
    const results = periods.map((_, elapsed) => ({ ...COUNT, value: null, provisional: elapsed === 1 ? 5 : null }));
    const provisional = trajectoryOf({ ...course(COUNT, [null, 1]), results });
    expect(provisional?.points.map(({ kind }) => kind)).toEqual(['provisional']);
  });

  it('does not join two years of a figure that begins anew', () => {
    const { course: path } = drawn(COUNT, [null, 1, 2, 3, 4, 1, 2], { yearly: true });
    expect(path?.match(/[ML]/g)).toEqual(['M', 'L', 'L', 'L', 'M', 'L']);
  });

  it('does not join what is measured by two standards, and marks where the second begins', () => {
    const { course: path, breaks } = drawn(COUNT, [10, 20, 30, 40, 50, 20, 30], {
      breaks: [{ year: 2032, standard: 'chuẩn mới' }],
    });
    expect(path?.match(/[ML]/g)).toEqual(['M', 'L', 'L', 'L', 'L', 'M', 'L']);
    expect(breaks).toEqual([56.25]);
  });

  it('shows no figure after the last report, whatever is carried on', () => {
    expect(drawn(COUNT, [10, 20, 20, 20], { reported: 1 }).points).toHaveLength(2);
  });

  it('has no line through a single figure', () => {
    expect(drawn(COUNT, [10]).course).toBeNull();
  });
});

describe('the pace', () => {
  it('begins with the baseline of a state, and at nothing for a total of the term', () => {
    const results = periods.map((_, elapsed) => ({
      ...COUNT,
      goal: { ...COUNT.goal, horizon: 'byEnd' as const },
      baseline: { period: '2030-Q4' as const, value: 40 },
      expected: elapsed === 0 ? null : 40 + elapsed,
    }));
    const { pace, points } = trajectoryOf({ ...course(COUNT, []), results, reported: 0 })!;
    expect(pace?.match(/[ML]/g)).toHaveLength(periods.length);
    expect(points).toEqual([]);
    const total = periods.map((_, elapsed) => ({ ...FIRES, expected: elapsed === 0 ? null : elapsed }));
    const path = trajectoryOf({ ...course(FIRES, []), results: total, reported: 0 })!.pace;
    expect(path).toMatch(/^M0,100L/);
  });

  it('is not there for a goal of every quarter', () => {
    expect(drawn(COUNT, [10, 20]).pace).toBeNull();
  });
});

it('a flag, and a goal that waits for its baseline, have no course', () => {
  expect(trajectoryOf(course({ ...COUNT, goal: { ...COUNT.goal, value: true } }, []))).toBeNull();
  expect(trajectoryOf(course({ ...COUNT, goal: { ...COUNT.goal, value: null } }, [1, 2]))).toBeNull();
});
