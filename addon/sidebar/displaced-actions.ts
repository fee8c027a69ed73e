/** Rows and columns that left their place: asked about, and bound again where the person says that they are. */
import type { ActionParts, Actions } from './actions.ts';
import { startingCell } from './model/start.ts';

type DisplacedActions = Pick<Actions, 'showDisplaced' | 'rebind'>;

export function displacedActions({ store, ask }: ActionParts): DisplacedActions {
  const { dispatch, plan, stamp } = store;

  const askAgain = async (): Promise<void> => {
    dispatch({ type: 'displacement', state: { kind: 'asking' } });
    const outcome = await ask('sidebarDisplaced');
    dispatch({
      type: 'displacement',
      state: outcome.ok
        ? { kind: 'listed', answer: outcome.answer }
        : { kind: 'failed', message: outcome.trouble.message },
    });
  };

  return {
    showDisplaced: () => {
      dispatch({ type: 'panel', panel: 'displaced' });
      return askAgain();
    },
    rebind: async (places) => {
      const { displacement } = store.state.peek();
      if (displacement.kind !== 'listed' && displacement.kind !== 'not-bound') return;
      const { answer } = displacement;
      dispatch({ type: 'displacement', state: { kind: 'binding', answer } });
      const outcome = await ask('sidebarRebind', { places });
      if (!outcome.ok) {
        const { message } = outcome.trouble;
        return dispatch({ type: 'displacement', state: { kind: 'not-bound', answer, message } });
      }
      const opening = outcome.answer;
      dispatch({ type: 'opened', opening, start: startingCell(plan, opening), at: stamp() });
      const left = opening.syncs.some((sync) => sync.trouble?.code === 'layout');
      if (left) await askAgain();
      else dispatch({ type: 'panel', panel: 'field' });
    },
  };
}
