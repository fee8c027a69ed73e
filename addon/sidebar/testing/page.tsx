/**
 * The page of the tests of looks and accessibility: the sidebar's own views in a state that a test names, with a script that never
 * answers. Bundled for a browser by the tests; nothing that is deployed imports it.
 */
import { render, type VNode } from 'preact';
import { createActions } from '../actions.ts';
import { createJumper } from '../jumping.ts';
import { plan } from '../model/sheet.test-support.ts';
import type { Ask } from '../script.ts';
import { createStore } from '../store.ts';
import { App } from '../views/app.tsx';
import { Opening, OpeningFailed } from '../views/opening.tsx';
import { createWriter } from '../writing.ts';
import { BEFORE, NOW, STATES } from './states.ts';

declare global {
  interface Window {
    readonly sidebarStates: {
      readonly names: readonly string[];
      /** Those in which something arrives later. */
      readonly changing: readonly string[];
      show(name: string): void;
      /** Lets the later answers of the state shown arrive. */
      later(): void;
    };
  }
}

const silent: Ask = () => new Promise(() => undefined);
const root = document.getElementById('app');
let later = (): void => undefined;

function viewOf(name: string): VNode {
  const trouble = BEFORE[name];
  if (trouble === null) return <Opening />;
  if (trouble !== undefined) return <OpeningFailed trouble={trouble} retry={() => undefined} />;
  const state = STATES.find((one) => one.name === name);
  if (state === undefined) throw new Error(`no state ${name}`);
  const store = createStore(plan, NOW);
  const writer = createWriter(store, silent);
  const actions = createActions({ store, ask: silent, writer, jumpTo: createJumper(store, silent) });
  state.given(store, actions);
  later = () => state.later?.(store);
  return <App store={store} actions={actions} />;
}

Object.assign(window, {
  sidebarStates: {
    names: [...Object.keys(BEFORE), ...STATES.map((state) => state.name)],
    changing: STATES.filter((state) => state.later !== undefined).map((state) => state.name),
    show: (name: string) => {
      if (root === null) throw new Error('the page has no root');
      render(null, root);
      render(viewOf(name), root);
      const press = STATES.find((state) => state.name === name)?.press;
      if (press !== undefined) root.querySelector<HTMLElement>(press)?.click();
    },
    later: () => later(),
  } satisfies Window['sidebarStates'],
});
