/**
 * Keeps the workbook on the server: sends its steps in order, one request at a time, again until they are confirmed, and
 * once more, at the latest, while the page closes. A step that arrives twice is taken once.
 */

import * as v from 'valibot';
import type { Json } from '../server/json-delta.ts';
import type { Step } from '../server/wire.ts';
import { getJson, request, ServerRefusal } from './requests.ts';

export type SaveState = 'saved' | 'saving' | 'failed' | 'taken-over';

export interface SaverOptions {
  readonly book: string;
  readonly writer: string;
  readonly onState: (state: SaveState) => void;
  /** The whole workbook as it is now, numbered at least `sequence`; later steps count from there. */
  readonly whole: (sequence: number) => Promise<{ readonly sequence: number; readonly state: Json }>;
}

export interface Saver {
  add(step: Step): void;
  /** Sends what waits without waiting for an answer: the page is going. */
  flushOnHide(): void;
  /** Resolves when all is confirmed, or cannot be any more; true: confirmed. */
  settled(): Promise<boolean>;
}

/** Edits that come together (a paste and what onEdit writes) share a request. */
const GATHER = 40;
const RETRIES = [500, 1000, 2000, 5000];
/** What a browser lets go of while a page closes: 64 KiB in all. */
const KEEPALIVE_LIMIT = 60_000;

const Opened = v.object({ sequence: v.number() });

export function createSaver(options: SaverOptions): Saver {
  const path = `/books/${options.book}`;
  let steps: Step[] = [];
  let sending = false;
  let over = false;
  let failures = 0;
  let waiters: ((confirmed: boolean) => void)[] = [];

  function state(next: SaveState): void {
    options.onState(next);
    if (next !== 'saved' && next !== 'taken-over') return;
    for (const resolve of waiters) resolve(next === 'saved');
    waiters = [];
  }

  function body(list: readonly Step[]): string {
    return JSON.stringify({ writer: options.writer, steps: list.slice(0, 1000) });
  }

  async function send(): Promise<void> {
    if (sending || over) return;
    sending = true;
    state('saving');
    await pause(GATHER);
    while (steps.length > 0 && !over) {
      try {
        confirm(v.parse(Opened, await request(path, { method: 'PATCH', body: body(steps) })).sequence);
        failures = 0;
      } catch (error) {
        await recover(error);
      }
    }
    sending = false;
    state(over ? 'taken-over' : 'saved');
  }

  function confirm(sequence: number): void {
    steps = steps.filter((step) => step.sequence > sequence);
  }

  async function recover(error: unknown): Promise<void> {
    const code = error instanceof ServerRefusal ? error.code : '';
    if (code === 'other-writer') {
      over = true;
    } else if (code === 'stale-version') {
      await replace().catch(later);
    } else {
      await later();
    }
  }

  async function later(): Promise<void> {
    state('failed');
    await pause(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? 0);
    failures += 1;
  }

  /** The server has not what the steps build upon (its folder was put back, say): it gets the whole workbook. */
  async function replace(): Promise<void> {
    const { sequence } = v.parse(Opened, await getJson(path));
    const whole = await options.whole(sequence + 1);
    await request(path, { method: 'PUT', body: JSON.stringify({ writer: options.writer, ...whole }) });
    confirm(whole.sequence);
  }

  return {
    add(step) {
      steps.push(step);
      void send();
    },
    flushOnHide() {
      if (steps.length === 0 || over) return;
      const text = body(steps);
      void fetch(path, { method: 'PATCH', body: text, keepalive: text.length < KEEPALIVE_LIMIT }).catch(() => {});
    },
    settled: () =>
      steps.length === 0 || over ? Promise.resolve(!over) : new Promise((resolve) => waiters.push(resolve)),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
