/** What needs an answer of the script: opening, reasons, submission, settling a conflict, setting up. */

import type { OpeningState } from '../rpc.ts';
import type { ActionParts, Actions } from './actions.ts';
import { startingCell } from './model/start.ts';
import { keyOf } from './model/state.ts';
import { SUBMIT_WORDS } from './words.ts';

type Calling = Pick<Actions, 'opened' | 'typeReason' | 'saveReason' | 'submit' | 'settle' | 'setUp' | 'ledgerSeen'>;

export function callingActions({ store, ask, writer }: ActionParts): Calling {
  const { dispatch, stamp } = store;
  const timed = (askedAt: number): { askedAt: number; at: number } => ({ askedAt, at: stamp() });
  const opened = (opening: OpeningState): void =>
    dispatch({ type: 'opened', opening, start: startingCell(store.plan, opening), at: stamp() });
  return {
    opened,
    typeReason: (text) => {
      const cell = store.state.peek().at;
      if (cell !== null) dispatch({ type: 'reason-typed', cell, text });
    },
    saveReason: async (cell) => {
      const draft = store.state.peek().reasons[keyOf(cell)];
      if (draft === undefined || (draft.status !== 'typing' && draft.status !== 'failed')) return;
      const askedAt = stamp();
      dispatch({ type: 'reason-sent', cell });
      const outcome = await ask('sidebarReason', { ...cell, reason: draft.text.trim() });
      if (!outcome.ok) {
        const { kind, message } = outcome.trouble;
        return dispatch({ type: 'reason-failed', cell, why: kind === 'failed' ? message : '' });
      }
      const timing = timed(askedAt);
      dispatch({ type: 'reason-saved', cell, text: draft.text, at: timing.at });
      dispatch({ type: 'pulsed', answer: outcome.answer, period: cell.period, timing });
    },
    submit: async (confirmed = false) => {
      const period = store.period.peek();
      if (period === null || store.state.peek().submission.kind === 'sending') return;
      const confirm = store.unconfirmed.peek();
      if (confirm.length > 0 && !confirmed) return dispatch({ type: 'submit-asked', period });
      dispatch({ type: 'submitting', period });
      if (!(await writer.settled())) {
        return dispatch({ type: 'submit-failed', period, message: SUBMIT_WORDS.blockedByWriting });
      }
      const askedAt = stamp();
      const outcome = await ask('sidebarSubmit', { period, confirm });
      if (!outcome.ok) return dispatch({ type: 'submit-failed', period, message: outcome.trouble.message });
      dispatch({ type: 'submit-answered', period, answer: outcome.answer, timing: timed(askedAt) });
    },
    settle: async ({ period, revision }, keep) => {
      const askedAt = stamp();
      dispatch({ type: 'settling', state: 'sending' });
      const outcome = await ask('sidebarSettle', { period, revision, keep });
      dispatch({ type: 'settling', state: outcome.ok ? 'idle' : 'failed' });
      if (outcome.ok) dispatch({ type: 'pulsed', answer: outcome.answer, period, timing: timed(askedAt) });
    },
    ledgerSeen: async () => {
      const period = store.period.peek();
      if (period === null) return;
      const askedAt = stamp();
      const outcome = await ask('sidebarLedgerSeen', { period });
      if (outcome.ok) dispatch({ type: 'pulsed', answer: outcome.answer, period, timing: timed(askedAt) });
    },
    setUp: async (unit) => {
      dispatch({ type: 'setting-up', state: { kind: 'working', unit } });
      const outcome = await ask('sidebarSetUp', { unit });
      if (!outcome.ok) {
        return dispatch({ type: 'setting-up', state: { kind: 'failed', message: outcome.trouble.message } });
      }
      opened(outcome.answer);
    },
  };
}
