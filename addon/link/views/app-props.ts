import type { Actions } from '../actions.ts';
import type { Store } from '../store.ts';

export interface AppProps {
  readonly store: Store;
  readonly actions: Actions;
}
