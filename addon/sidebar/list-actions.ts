/** What is offered, kept, confirmed and taken back. */
import type { ActionParts, Actions } from './actions.ts';

type Lists = Pick<Actions, 'takeOffer' | 'show' | 'keep' | 'confirm' | 'undo'>;

export function listActions({ store, ask, writer, jumpTo }: ActionParts): Lists {
  const { dispatch, stamp } = store;

  const confirm = async (inputs: readonly string[]): Promise<void> => {
    const period = store.period.peek();
    if (period === null || inputs.length === 0) return;
    const askedAt = stamp();
    dispatch({ type: 'confirming', period, inputs });
    const outcome = await ask('sidebarConfirm', { period, inputs });
    if (!outcome.ok) {
      dispatch({ type: 'confirm-failed', period, inputs });
      return dispatch({ type: 'pulse-failed', trouble: outcome.trouble });
    }
    dispatch({ type: 'confirmed', period, inputs, answer: outcome.answer, timing: { askedAt, at: stamp() } });
  };

  return {
    takeOffer: () => {
      const field = store.field.peek();
      if (field === null || field.offer === null || store.closed.peek() !== null) return false;
      const { cell, offer } = field;
      if (offer.kind === 'confirm') void confirm([cell.input]);
      else if (offer.kind === 'formula') writer.commit(cell, offer.value);
      else dispatch({ type: 'typed', cell, text: offer.text });
      return true;
    },
    show: (panel) => dispatch({ type: 'panel', panel }),
    keep: async (values) => {
      const period = store.period.peek();
      if (period === null || store.state.peek().keeping.kind === 'sending') return;
      dispatch({ type: 'keeping', state: { kind: 'sending' } });
      const sequence = stamp();
      const outcome = await ask('sidebarKeep', { period, values });
      if (!outcome.ok) {
        return dispatch({ type: 'keeping', state: { kind: 'failed', message: outcome.trouble.message } });
      }
      const timing = { askedAt: sequence, at: stamp() };
      dispatch({ type: 'kept', sequence, answer: outcome.answer, period, timing });
    },
    confirm,
    undo: async () => {
      await writer.settled();
      const { last } = store.state.peek();
      if (last.kind === 'writing') return writer.drop(last.cell);
      if (last.kind !== 'written' && last.kind !== 'undo-failed') return;
      const { sequence, writing } = last;
      const { period, cells } = writing;
      dispatch({ type: 'undoing' });
      const askedAt = stamp();
      const outcome = await ask('sidebarUndo', writing);
      if (!outcome.ok) return dispatch({ type: 'undo-failed' });
      dispatch({ type: 'undone', sequence, answer: outcome.answer, period, timing: { askedAt, at: stamp() } });
      const [only, ...others] = cells;
      if (only !== undefined && others.length === 0) jumpTo({ period, input: only.input });
    },
  };
}
