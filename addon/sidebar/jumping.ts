/** The grid's cursor follows the sidebar's: one call at a time, and of several moves only the last. */
import type { Selection } from '../rpc.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';

export function createJumper(store: Store, ask: Ask): (cell: Selection) => void {
  let next: Selection | null = null;
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    while (next !== null) {
      const cell = next;
      next = null;
      const askedAt = store.stamp();
      const outcome = await ask('sidebarJump', cell);
      const at = store.stamp();
      if (outcome.ok) {
        // With its readings: what it says is saved must not stand above what the sheet had before.
        store.dispatch({ type: 'pulsed', answer: outcome.answer, period: cell.period, timing: { askedAt, at } });
      }
    }
    running = false;
    store.dispatch({ type: 'jump-ended', at: store.stamp() });
  };

  return (cell) => {
    next = cell;
    store.dispatch({ type: 'moved', cell });
    if (!running) void run();
  };
}
