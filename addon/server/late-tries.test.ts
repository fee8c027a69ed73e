import { describe, expect, test } from 'vitest';
import { awaitsLateAlone, isToBeAskedFor, lateAfterClaim, lateAfterGivingUp, lateAfterReceipt } from './late-tries.ts';
import { NO_RECORD, type PeriodRecord } from './records.ts';

const NOW = Date.UTC(2026, 10, 26);
const record = (more: Partial<PeriodRecord> = {}): PeriodRecord => ({
  ...NO_RECORD,
  revision: 3,
  values: { a: 1 },
  unanswered: [{ a: 2 }, { a: 1 }],
  ...lateAfterGivingUp(NOW),
  ...more,
});

describe('after a receipt', () => {
  test('a try with other values may still arrive, as long as nothing new was stored', () => {
    expect(lateAfterReceipt(record(), { a: 1, b: null }, 3, NOW + 1)).toEqual([{ a: 2 }]);
    expect(lateAfterReceipt(record(), { a: 1 }, 4, NOW + 1)).toEqual([]);
  });

  test('those that were known to be late before stay so, and none once its time is over', () => {
    const late = record({ late: [{ a: 5 }], unanswered: [] });
    expect(lateAfterReceipt(late, { a: 1 }, 3, NOW + 1)).toEqual([{ a: 5 }]);
    expect(lateAfterReceipt(late, { a: 1 }, 3, late.lateUntil)).toEqual([]);
  });
});

test('a run that was ended over its request may have sent it up to the end of its claim', () => {
  const dead = record({ lateUntil: 0, claim: { run: 'x', until: NOW } });
  expect(lateAfterClaim(dead)).toEqual(lateAfterGivingUp(NOW));
  expect(lateAfterClaim(record({ claim: null }))).toEqual(lateAfterGivingUp(NOW));
  expect(lateAfterClaim(record({ claim: { run: 'x', until: NOW - 1 } }))).toEqual(lateAfterGivingUp(NOW));
});

describe('the Worker is asked', () => {
  test('when the time is over in which one may arrive', () => {
    const late = record({ late: [{ a: 2 }], unanswered: [] });
    expect(isToBeAskedFor(late, late.lateUntil - 1)).toBe(false);
    expect(isToBeAskedFor(late, late.lateUntil)).toBe(true);
    expect(isToBeAskedFor(record(), NOW + 1_000_000)).toBe(false);
  });

  test('and until then only that is waited for, if there is nothing to send', () => {
    const late = { late: [{ a: 2 }], unanswered: [] };
    expect(awaitsLateAlone(record(late))).toBe(true);
    expect(awaitsLateAlone(record({ ...late, differing: ['a'] }))).toBe(false);
    expect(awaitsLateAlone(record({ ...late, unanswered: [{ a: 2 }] }))).toBe(false);
    expect(awaitsLateAlone(record({ ...late, submitting: { account: 'a@demo.test', content: '' } }))).toBe(false);
    expect(awaitsLateAlone(record({ unanswered: [] }))).toBe(false);
  });
});
