import { describe, expect, test } from 'vitest';
import type { Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Values } from '../../shared/values.ts';
import type { Revision } from '../store/revision.ts';
import { revisionOf } from '../testing/revision.ts';
import { unitStatuses } from './unit-statuses.ts';

const plan = compilePlan(chiengMung());
const UNIT = 'muong-bang';

function revision(period: Period, values: Values, reasons: Revision['reasons'] = {}): Revision {
  return revisionOf({ unit: UNIT, period, values, reasons });
}

/** A unit's reports, put one after the other; what is known of their statuses beside what counting all anew says. */
function board() {
  const reports = new Map<Period, Revision>();
  const currentOf = (unit: string, period: Period) => (unit === UNIT ? reports.get(period) : undefined);
  const kept = unitStatuses(plan, currentOf);
  return {
    put: (one: Revision) => {
      reports.set(one.period, one);
      kept.changed(one);
    },
    counts: (period: Period) => {
      const status = kept.of(UNIT, period);
      expect(status).toEqual(unitStatuses(plan, currentOf).of(UNIT, period));
      return [status.errors, status.warnings];
    },
  };
}

test('what is found in a revision stays what it was found to be, also once another has taken its place', () => {
  const current = new Map<Period, Revision>();
  const { changed, of, findings } = unitStatuses(plan, (_, period) => current.get(period));
  const put = (one: Revision): void => {
    current.set(one.period, one);
    changed(one);
  };
  const codes = (one: Revision) => findings(one).map(({ input, code }) => `${input} ${code}`);
  const wrong = revision('2026-Q4', { schools: 3, schoolsStandard: 4 });
  const right = revision('2026-Q4', { schools: 5, schoolsStandard: 4 });
  put(wrong);
  expect(codes(wrong)).toEqual(['schoolsStandard part-exceeds-whole']);
  expect(of(UNIT, '2026-Q4').errors).toBe(1);
  put(right);
  expect(codes(right)).toEqual([]);
  expect(codes(wrong)).toEqual(['schoolsStandard part-exceeds-whole']);
  expect(of(UNIT, '2026-Q4').errors).toBe(0);
});

describe('the status of a unit', () => {
  test('of a period without a report says so', () => {
    expect(unitStatuses(plan, () => undefined).of(UNIT, '2026-Q4')).toMatchObject({
      state: 'none',
      revision: null,
      errors: 0,
    });
  });

  test('follows a value that is changed and changed back', () => {
    const { put, counts } = board();
    put(revision('2026-Q4', { schools: 5, schoolsStandard: 4, enterprises: 3 }));
    expect(counts('2026-Q4')).toEqual([0, 0]);
    put(revision('2026-Q4', { schools: 3, schoolsStandard: 4, enterprises: 3 }));
    expect(counts('2026-Q4')).toEqual([1, 0]);
    put(revision('2026-Q4', { schools: 3, schoolsStandard: 4, enterprises: 200 }));
    put(revision('2026-Q4', { schools: 5, schoolsStandard: 4, enterprises: 200 }));
    expect(counts('2026-Q4')).toEqual([0, 1]);
    put(revision('2026-Q4', { schools: 5, schoolsStandard: 4, enterprises: 200 }, { enterprises: 'đã rà soát' }));
    expect(counts('2026-Q4')).toEqual([0, 0]);
  });

  test('is counted anew when another period changes that its findings look at', () => {
    const { put, counts } = board();
    put(revision('2026-Q3', { population: 1000 }));
    put(revision('2026-Q4', { population: 1100 }));
    expect(counts('2026-Q4')).toEqual([0, 0]);
    put(revision('2026-Q3', { population: 100 }));
    expect(counts('2026-Q4')).toEqual([0, 1]);
    put(revision('2026-Q4', { population: 1100, households: 200 }));
    put(revision('2026-Q3', { population: 1000 }));
    expect(counts('2026-Q4')).toEqual([0, 0]);
    put(revision('2026-Q3', { population: 100 }));
    put(revision('2026-Q4', { population: 1100, households: 300 }));
    expect(counts('2026-Q4')).toEqual([0, 1]);
  });
});
