/**
 * The way of committed values into the sheet: side by side, but for one cell one after the other, so that an older value
 * can never land on a newer one. What fails stays and is tried again.
 */
import type { Value } from '../../shared/values.ts';
import type { Selection } from '../rpc.ts';
import { retryDelay } from './model/retry.ts';
import { keyOf } from './model/state.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';

/** Google runs at most 30 calls of a person at once; the sheet's lock makes more than a few useless. */
const AT_ONCE = 4;

interface Write {
  readonly cell: Selection;
  readonly value: Value;
  readonly sequence: number;
}

export interface Writer {
  commit(cell: Selection, value: Value): void;
  /** Gives up what had failed for this cell. */
  drop(cell: Selection): void;
  /** Tries at once what had failed. */
  retry(): void;
  /** Resolves when nothing is on its way any more; false where something could not be written. */
  settled(): Promise<boolean>;
}

export function createWriter(store: Store, ask: Ask): Writer {
  const waiting = new Map<string, Write>();
  const failed = new Map<string, Write>();
  const inFlight = new Set<string>();
  const waiters: ((clean: boolean) => void)[] = [];
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pump = (): void => {
    for (const [key, write] of waiting) {
      if (inFlight.size >= AT_ONCE) return;
      if (inFlight.has(key)) continue;
      waiting.delete(key);
      inFlight.add(key);
      void send(key, write);
    }
    if (inFlight.size === 0 && waiting.size === 0) {
      for (const done of waiters.splice(0)) done(failed.size === 0);
    }
  };

  const send = async (key: string, { cell, value, sequence }: Write): Promise<void> => {
    const askedAt = store.stamp();
    const outcome = await ask('sidebarCommit', { period: cell.period, input: cell.input, value });
    inFlight.delete(key);
    if (outcome.ok) {
      failures = 0;
      const timing = { askedAt, at: store.stamp() };
      store.dispatch({ type: 'written', cell, sequence, answer: outcome.answer, timing });
    } else {
      failures += 1;
      if (!waiting.has(key)) failed.set(key, { cell, value, sequence });
      store.dispatch({ type: 'write-failed', cell, sequence, trouble: outcome.trouble });
      clearTimeout(timer);
      timer = setTimeout(retry, retryDelay(failures, Math.random()));
    }
    pump();
  };

  const retry = (): void => {
    clearTimeout(timer);
    for (const [key, write] of failed) {
      waiting.set(key, write);
      store.dispatch({ type: 'write-retried', cell: write.cell, sequence: write.sequence });
    }
    failed.clear();
    pump();
  };

  return {
    commit: (cell, value) => {
      const key = keyOf(cell);
      const sequence = store.stamp();
      failed.delete(key);
      waiting.set(key, { cell, value, sequence });
      store.dispatch({ type: 'committed', cell, value, sequence });
      pump();
    },
    drop: (cell) => {
      const write = failed.get(keyOf(cell));
      if (write === undefined) return;
      failed.delete(keyOf(cell));
      store.dispatch({ type: 'write-dropped', cell, sequence: write.sequence });
    },
    retry,
    settled: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        pump();
      }),
  };
}
