import { describe, expect, test } from 'vitest';
import { type Check, holds, momentText, shown } from './check.ts';
import { safe } from './result-table.ts';
import { runChecks } from './run-checks.ts';

/** A bench that only notes when it is cleaned. */
function noted(cleaning: () => void = () => undefined) {
  const steps: string[] = [];
  const check = (id: string, attempt: Check<unknown>['attempt'] = () => holds('so')): Check<unknown> => ({
    id,
    attempt: (bench) => {
      steps.push(id);
      return attempt(bench);
    },
  });
  const bench = {
    cleanUp: () => {
      steps.push('clean');
      cleaning();
    },
  };
  return { steps, check, bench };
}

const never = () => false;

describe('running checks', () => {
  test('cleans up after each, also after one that throws, and goes on', () => {
    const { steps, check, bench } = noted();
    const throwing = check('b', () => {
      throw new Error('broken');
    });
    expect(runChecks([check('a'), throwing, check('c')], bench, never)).toEqual([
      { id: 'a', kind: 'holds', seen: 'so' },
      { id: 'b', kind: 'differs', seen: 'Bị lỗi: broken' },
      { id: 'c', kind: 'holds', seen: 'so' },
    ]);
    expect(steps).toEqual(['a', 'clean', 'b', 'clean', 'c', 'clean']);
  });

  test('says of a check that could not be cleaned up after what it had seen, and what was in the way', () => {
    const { check, bench } = noted(() => {
      throw new Error('stuck');
    });
    expect(runChecks([check('a')], bench, never)).toEqual([
      { id: 'a', kind: 'differs', seen: 'so. Chưa dọn được: Bị lỗi: stuck' },
    ]);
  });

  test('begins none when time is up', () => {
    const { steps, check, bench } = noted();
    const outcomes = runChecks([check('a'), check('b')], bench, () => steps.length > 0);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['holds', 'untried']);
    expect(steps).toEqual(['a', 'clean']);
  });
});

describe('what is told', () => {
  test.each([
    [1180, 'số 1.180'],
    ['1.180', '“1.180”'],
    ['', 'trống'],
    [null, 'không có'],
    [undefined, 'không có'],
    [[], 'không có'],
    [true, 'có'],
    [[1.5, 'a'], 'số 1,5; “a”'],
    [new Date(Date.UTC(2026, 0, 31, 17)), 'ngày 01/02/2026'],
  ])('%j is %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test('moments are Vietnam’s', () => {
    expect(momentText(Date.UTC(2026, 11, 31, 17, 5, 9))).toBe('01/01/2027 00:05:09');
  });

  test.each([
    ['=SUM(1)', '“=SUM(1)”'],
    ['+1', '“+1”'],
    ['@x', '“@x”'],
    ['Bearer eyJhbGciOiJSUzI1NiJ9.eyJlbWFpbCI6IngifQ.c2ln!', 'Bearer …!'],
    ['cut: eyJhbGciOiJSUzI1', 'cut: …'],
    ['1234-abc.apps.googleusercontent.com', '1234-abc.apps.googleusercontent.com'],
  ])('%s stands in a cell as %s', (text, cell) => {
    expect(safe(text)).toBe(cell);
  });
});
