/** What is typed, committed, put back and gone to: decided on the spot, without waiting for any call. */
import type { Value } from '../../shared/values.ts';
import type { Selection } from '../rpc.ts';
import type { ActionParts, Actions } from './actions.ts';
import { cellAt } from './model/cells.ts';
import { committable } from './model/field.ts';
import { firstCell, neighbour } from './model/order.ts';

type Typing = Pick<
  Actions,
  | 'type'
  | 'choose'
  | 'restore'
  | 'focus'
  | 'commitAndMove'
  | 'leave'
  | 'put'
  | 'putInto'
  | 'jump'
  | 'showPeriod'
  | 'retryWrites'
>;

export function typingActions({ store, writer, jumpTo }: ActionParts): Typing {
  const { dispatch, plan } = store;
  const here = (): Selection | null => store.state.peek().at;
  const put = (cell: Selection, value: Value): void => {
    const held = cellAt(store.state.peek(), cell);
    const same = held.status === 'value' && !held.fromFormula && held.value === value;
    // A value that was only kept is written again where a person enters it: then it is that person's.
    const unconfirmed = cell.period === store.period.peek() && store.unconfirmed.peek().includes(cell.input);
    if (same && !unconfirmed) dispatch({ type: 'restored', cell });
    else writer.commit(cell, value);
  };
  /** True where nothing typed is left open. */
  const settle = (): boolean => {
    const field = store.field.peek();
    if (field === null || !field.edited) return true;
    if (!committable(field) || field.reading.kind !== 'value') return false;
    put(field.cell, field.reading.value);
    return true;
  };
  return {
    type: (text) => withCell(here(), (cell) => dispatch({ type: 'typed', cell, text })),
    choose: (value) => {
      const field = store.field.peek();
      if (field !== null) dispatch({ type: 'chose', cell: field.cell, text: field.text, value });
    },
    restore: () => withCell(here(), (cell) => dispatch({ type: 'restored', cell })),
    focus: (typing) => dispatch({ type: 'focus', typing }),
    commitAndMove: (step) => {
      const cell = here();
      const unit = store.unit.peek();
      if (cell === null || unit === null || !settle()) return 'held';
      const next = neighbour(plan, unit, cell, step, (one) => cellAt(store.state.peek(), one).status !== 'absent');
      if (next === null) return 'end';
      jumpTo(next);
      return 'moved';
    },
    leave: () => void settle(),
    put: (value) => withCell(here(), (cell) => put(cell, value)),
    putInto: put,
    jump: (input) => {
      const period = store.period.peek();
      if (period === null) return;
      settle();
      jumpTo({ period, input });
    },
    showPeriod: (period) => {
      const unit = store.unit.peek();
      if (unit === null) return;
      settle();
      const cell = firstCell(plan, unit, period, store.valuesIn.peek()(period));
      if (cell !== null) jumpTo(cell);
    },
    retryWrites: () => writer.retry(),
  };
}

function withCell(cell: Selection | null, act: (cell: Selection) => void): void {
  if (cell !== null) act(cell);
}
