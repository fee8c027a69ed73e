/** Starts the dialog: draws it and asks the script for the workbook. */
import { render } from 'preact';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { createActions } from './actions.ts';
import { ask } from './script.ts';
import { createStore } from './store.ts';
import { App } from './views/app.tsx';

/** Two frames: the first is asked for before the drawing, the second comes after it. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function start(root: Element): void {
  const store = createStore(compilePlan(chiengMung()));
  const actions = createActions({ store, ask, drawn });
  render(<App store={store} actions={actions} />, root);
  void actions.open();
}

const root = document.getElementById('app');
if (root !== null) start(root);
