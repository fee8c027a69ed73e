/** The regular question to the script: where the cursor is, what changed in the sheet, how the sending goes. */
import { unseenStep } from './model/refresh.ts';
import { retryDelay } from './model/retry.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';

/** After the former answer. A hidden sidebar has nobody to show it to, but keeps the outbox going. */
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
      store.dispatch({ type: 'pulsed', answer: outcome.answer, period, timing: { askedAt, at: store.stamp() } });
    } else {
      store.dispatch({ type: 'pulse-failed', trouble: outcome.trouble });
    }
    const pause = isHidden() ? HIDDEN_MS : VISIBLE_MS;
    timer = setTimeout(
      () => void beat(),
      failures === 0 ? pause : Math.max(pause, retryDelay(failures, Math.random())),
    );
  };

  return { start: () => void beat(), now: () => void beat() };
}
