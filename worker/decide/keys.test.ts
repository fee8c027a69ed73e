import { describe, expect, test } from 'vitest';
import { COOLDOWN_MS, DEADLINE_MS, FAILURE_MS, KEYS_AGE_MS, NEVER, nextStep } from './keys.ts';

const FETCHED = { ...NEVER, askedAt: 0, fetchedAt: 0 };

describe('a key that is held', () => {
  test('is used until the keys are ten minutes old, whatever failed since', () => {
    expect(nextStep(FETCHED, true, KEYS_AGE_MS - 1)).toBe('use');
    expect(nextStep({ ...FETCHED, failedAt: 100 }, true, 101)).toBe('use');
  });

  test('is trusted no longer than that: the issuer is asked, or nobody is let in', () => {
    expect(nextStep(FETCHED, true, KEYS_AGE_MS)).toBe('ask');
    expect(nextStep({ ...FETCHED, failedAt: KEYS_AGE_MS }, true, KEYS_AGE_MS + 1)).toBe('give-up');
  });
});

describe('a key that is not held', () => {
  test('is asked for where nothing is held', () => {
    expect(nextStep(NEVER, false, 0)).toBe('ask');
  });

  test('is refused while the keys are new, and asked for once they are not', () => {
    expect(nextStep(FETCHED, false, COOLDOWN_MS - 1)).toBe('refuse');
    expect(nextStep(FETCHED, false, COOLDOWN_MS)).toBe('ask');
  });

  test('is left open while another request is asking, and asked for again where that one got lost', () => {
    const asking = { ...FETCHED, askedAt: COOLDOWN_MS };
    expect(nextStep(asking, false, COOLDOWN_MS + 1)).toBe('give-up');
    expect(nextStep(asking, false, COOLDOWN_MS + DEADLINE_MS)).toBe('ask');
  });

  test('is refused where the keys came after all that failed', () => {
    expect(nextStep({ ...FETCHED, failedAt: -1 }, false, 1)).toBe('refuse');
  });

  test('is left open for a while after a failure', () => {
    const failed = { ...FETCHED, askedAt: COOLDOWN_MS, failedAt: COOLDOWN_MS + 10 };
    expect(nextStep(failed, false, COOLDOWN_MS + FAILURE_MS)).toBe('give-up');
    expect(nextStep(failed, false, COOLDOWN_MS + 10 + FAILURE_MS)).toBe('ask');
  });
});
