/** The regular question to the script: where the cursor is, what changed in the sheet, how the sending goes. */
import type { Glance, GlanceAnswer, PulseAnswer } from '../rpc.ts';
import { UNSURE } from './model/answers.ts';
import { unseenStep } from './model/refresh.ts';
import { retryDelay } from './model/retry.ts';
import { pauseAfter } from './pulse-pace.ts';
import type { Ask, Outcome } from './script.ts';
import type { Store } from './store.ts';

/** The summary may be quicker than the answer of the very run that made the step: only one that stays unseen is asked after. */
const UNSEEN_MS = 4_000;
/** So often the tab "Tổng hợp" is brought up to date while the sidebar is open. */
const SUMMARY_MS = 600_000;

export interface Pulse {
  start(): void;
  /** Asks at once, unless a question is under way. */
  now(): void;
}

/** What the next question may be answered from alone, as long as it is about the same period. */
interface Known {
  readonly glance: Glance;
  readonly period: string | null;
  readonly until: number;
}

export function createPulse(store: Store, ask: Ask, isHidden: () => boolean): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let failures = 0;
  let quiet = Number.POSITIVE_INFINITY;
  let seen = '';
  // Asked after once: where a conflict is left open, the step stays unseen.
  let askedAfter: string | null = null;
  let unseen: { readonly step: string | null; readonly since: number } = { step: null, since: 0 };
  let known: Known | null = null;
  let summaryAt = 0;

  const beat = async (): Promise<void> => {
    clearTimeout(timer);
    if (running) return;
    running = true;
    const period = store.period.peek();
    const shown = period === null ? null : (store.state.peek().seen[period]?.digest ?? null);
    const step = period === null ? null : unseenStep(store.state.peek(), period);
    if (step !== unseen.step) unseen = { step, since: Date.now() };
    const stays = step !== null && step !== askedAfter && Date.now() >= unseen.since + UNSEEN_MS;
    const refresh = stays ? { refresh: true } : {};
    const summary = Date.now() >= summaryAt + SUMMARY_MS ? { summary: true } : {};
    const question = { seen: shown, period, ...refresh, ...summary };
    const plain =
      Object.keys(question).length === 2 && shown !== UNSURE && known?.period === period && Date.now() < known.until;
    const askedAt = store.stamp();
    const outcome: Outcome<GlanceAnswer> =
      plain && known !== null
        ? await ask('sidebarGlance', { ...question, glance: known.glance })
        : inFull(await ask('sidebarPulse', question));
    running = false;
    failures = outcome.ok ? 0 : failures + 1;
    if (outcome.ok) {
      const { pulse, selection } = outcome.answer;
      if (!plain) {
        if (stays) askedAfter = step;
        if (summary.summary === true) summaryAt = Date.now();
      }
      if (pulse !== null) known = knownFrom(pulse, period);
      const now = JSON.stringify(selection);
      // The first answer says where the cursor was, not that it moved.
      quiet = (pulse === null || pulse.readings === null) && (seen === '' || now === seen) ? quiet + 1 : 0;
      seen = now;
      const timing = { askedAt, at: store.stamp() };
      if (pulse === null) store.dispatch({ type: 'looked', selection, timing });
      else store.dispatch({ type: 'pulsed', answer: pulse, period, timing });
    } else {
      store.dispatch({ type: 'pulse-failed', trouble: outcome.trouble });
    }
    const pause = pauseAfter(quiet, isHidden(), Math.random());
    timer = setTimeout(
      () => void beat(),
      failures === 0 ? pause : Math.max(pause, retryDelay(failures, Math.random())),
    );
  };

  return { start: () => void beat(), now: () => void beat() };
}

function inFull(outcome: Outcome<PulseAnswer>): Outcome<GlanceAnswer> {
  if (!outcome.ok) return outcome;
  const { answer } = outcome;
  return { ok: true, answer: { selection: answer.selection, pulse: answer } };
}

function knownFrom({ glance, goodForMs = 0 }: PulseAnswer, period: string | null): Known | null {
  return glance === undefined ? null : { glance, period, until: Date.now() + goodForMs };
}
