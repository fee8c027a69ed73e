/** The regular question to the script: where the cursor is, what changed in the sheet, how the sending goes. */
import { unseenStep } from './model/refresh.ts';
import { retryDelay } from './model/retry.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';

/** After the former answer, while the person is at work in the grid: what is committed should reach the commune's view in two seconds. */
const BUSY_MS = 350;
/** So many answers in a row without a move of the cursor or a changed cell, and the person is taken to be reading. */
const QUIET_ANSWERS = 20;
/** After the former answer, else. A hidden sidebar has nobody to show it to, but keeps the outbox going. */
const VISIBLE_MS = 1_000;
const HIDDEN_MS = 15_000;

export interface Pulse {
  start(): void;
  /** Asks at once, unless a question is under way. */
  now(): void;
}

export function createPulse(store: Store, ask: Ask, isHidden: () => boolean): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let failures = 0;
  let quiet = QUIET_ANSWERS;
  let seen = '';
  // Asked after once: where a conflict is left open, the step stays unseen.
  let askedAfter: string | null = null;

  const beat = async (): Promise<void> => {
    clearTimeout(timer);
    if (running) return;
    running = true;
    const period = store.period.peek();
    const version = period === null ? -1 : (store.state.peek().seen[period]?.version ?? -1);
    const step = period === null ? null : unseenStep(store.state.peek(), period);
    const refresh = step !== null && step !== askedAfter ? { refresh: true } : {};
    const askedAt = store.stamp();
    const outcome = await ask('sidebarPulse', { version, period, ...refresh });
    running = false;
    if (outcome.ok) askedAfter = step;
    failures = outcome.ok ? 0 : failures + 1;
    if (outcome.ok) {
      const now = JSON.stringify([outcome.answer.version, outcome.answer.selection]);
      // The first answer says where the cursor was, not that it moved.
      quiet = seen === '' || now === seen ? quiet + 1 : 0;
      seen = now;
      store.dispatch({ type: 'pulsed', answer: outcome.answer, period, timing: { askedAt, at: store.stamp() } });
    } else {
      store.dispatch({ type: 'pulse-failed', trouble: outcome.trouble });
    }
    const pause = isHidden() ? HIDDEN_MS : quiet < QUIET_ANSWERS ? BUSY_MS : VISIBLE_MS;
    timer = setTimeout(
      () => void beat(),
      failures === 0 ? pause : Math.max(pause, retryDelay(failures, Math.random())),
    );
  };

  return { start: () => void beat(), now: () => void beat() };
}
