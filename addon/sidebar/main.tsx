/** Starts the sidebar: opens the workbook, then wires the parts to the page and draws it. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { compilePlan } from '../../shared/plan.ts';
import type { OpeningState } from '../rpc.ts';
import { createActions } from './actions.ts';
import { afterFrame } from './deferred.ts';
import { createJumper } from './jumping.ts';
import { createPulse } from './pulse.ts';
import { ask } from './script.ts';
import { createStore } from './store.ts';
import { App } from './views/app.tsx';
import { Opening, OpeningFailed } from './views/opening.tsx';
import { watch } from './watch.ts';
import { createWriter } from './writing.ts';

async function start(root: Element): Promise<void> {
  render(<Opening />, root);
  const outcome = await ask('sidebarOpen');
  if (outcome.ok) run(root, outcome.answer);
  else render(<OpeningFailed trouble={outcome.trouble} retry={() => void start(root)} />, root);
}

/** The resolution comes with the opening: there is no state before it. */
function run(root: Element, opening: OpeningState): void {
  const store = createStore(compilePlan(opening.resolution), new Date(), afterFrame);
  const writer = createWriter(store, ask);
  const actions = createActions({ store, ask, writer, jumpTo: createJumper(store, ask) });
  actions.opened(opening);
  render(<App store={store} actions={actions} />, root);
  watch({ store, ask, actions, pulse: createPulse(store, ask, () => document.hidden), effect });
}

const root = document.getElementById('app');
if (root !== null) void start(root);
