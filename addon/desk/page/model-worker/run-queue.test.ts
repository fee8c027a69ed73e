import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRunQueue } from './run-queue.ts';

let pending: boolean;
let log: string[];

beforeEach(() => {
  vi.useFakeTimers();
  pending = false;
  log = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function queue() {
  return createRunQueue({
    formulasPending: () => pending,
    onBusy: (runs) => log.push(`busy ${runs}`),
    after: () => log.push('after'),
    onError: (error) => log.push(`error ${error instanceof Error ? error.message : ''}`),
  });
}

describe('script runs', () => {
  it('come one after the other, never inside the call that asks for them', async () => {
    const runs = queue();
    runs.add(() => log.push('first'));
    runs.add(() => log.push('second'));
    log.push('asked');
    await vi.runAllTimersAsync();
    expect(log).toEqual(['busy 1', 'busy 2', 'asked', 'first', 'after', 'busy 1', 'second', 'after', 'busy 0']);
  });

  it('wait for the formulas that the edit touched', async () => {
    const runs = queue();
    pending = true;
    runs.add(() => log.push('run'));
    await vi.advanceTimersByTimeAsync(500);
    expect(log).not.toContain('run');
    pending = false;
    runs.formulasComputed();
    await vi.advanceTimersByTimeAsync(1);
    expect(log).toContain('run');
  });

  it('do NOT wait for ever for a formula that the grid cannot compute', async () => {
    const runs = queue();
    pending = true;
    runs.add(() => log.push('run'));
    await vi.advanceTimersByTimeAsync(2100);
    expect(log).toContain('run');
  });

  it('go on after one that failed', async () => {
    const runs = queue();
    runs.add(() => {
      throw new Error('cố ý');
    });
    runs.add(() => log.push('next'));
    await vi.runAllTimersAsync();
    expect(log).toContain('error cố ý');
    expect(log.at(-3)).toBe('next');
  });
});
