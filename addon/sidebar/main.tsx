/** Starts the sidebar: wires the parts to the page, draws it, and opens the workbook. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { createActions } from './actions.ts';
import { createJumper } from './jumping.ts';
import { createPulse } from './pulse.ts';
import { ask } from './script.ts';
import { createStore } from './store.ts';
import { App } from './views/app.tsx';
import { watch } from './watch.ts';
import { createWriter } from './writing.ts';

function start(root: Element): void {
  const store = createStore(compilePlan(chiengMung()), new Date());
  const writer = createWriter(store, ask);
  const actions = createActions({ store, ask, writer, jumpTo: createJumper(store, ask) });
  const pulse = createPulse(store, ask, () => document.hidden);
  render(<App store={store} actions={actions} />, root);
  watch({ store, ask, actions, pulse, effect });
  void actions.open();
}

const root = document.getElementById('app');
if (root !== null) start(root);
