/** What happens by itself: the pulse once the workbook is open, the commune's figures, the clock, and the page coming and going. */
import type { effect as Effect } from '@preact/signals';
import type { Period } from '../../shared/periods.ts';
import type { Actions } from './actions.ts';
import { type Commune, createCommune } from './commune/commune.ts';
import { createReader } from './commune/reader.ts';
import { createTokens } from './commune/token.ts';
import { committable } from './model/field.ts';
import { keyOf } from './model/state.ts';
import type { Pulse } from './pulse.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';

interface Parts {
  readonly store: Store;
  readonly ask: Ask;
  readonly actions: Actions;
  readonly pulse: Pulse;
  readonly effect: typeof Effect;
}

const MINUTE_MS = 60_000;

export function watch({ store, ask, actions, pulse, effect }: Parts): void {
  let commune: Commune | null = null;
  let shown: Period | null = null;
  effect(() => {
    const workbook = store.parts.workbook.value;
    if (workbook === null || workbook.unit === null) return;
    if (commune === null && workbook.workerUrl !== '') commune = communeOf(store, ask, workbook.workerUrl);
  });
  effect(() => {
    const period = store.period.value;
    if (store.unit.value === null || period === null || period === shown || commune === null) return;
    shown = period;
    commune.show(period);
  });
  beginPulse(store, pulse, effect);
  keepTyped(store, actions, effect);
  const wake = (): void => {
    if (document.hidden) return;
    store.tick(new Date());
    if (store.unit.peek() !== null) pulse.now();
    commune?.wake();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', () => {
    actions.retryWrites();
    wake();
  });
  window.addEventListener('blur', () => actions.focus(false));
  setInterval(() => store.tick(new Date()), MINUTE_MS);
}

function communeOf(store: Store, ask: Ask, origin: string): Commune {
  const tokens = createTokens(ask, Date.now, (account) => store.dispatch({ type: 'token-account', account }));
  const reader = createReader(origin, tokens, (input, init) => fetch(input, init));
  return createCommune(origin, reader, (url, protocols) => new WebSocket(url, protocols), {
    onAnswer: (answer) => {
      if (answer.kind === 'summary') store.dispatch({ type: 'summary', summary: answer.summary });
    },
    onLink: (link) => store.dispatch({ type: 'link', link }),
  });
}

/** The pulse begins with the first opening; before a workbook is set up there is nothing to ask about. */
function beginPulse(store: Store, pulse: Pulse, effect: typeof Effect): void {
  let begun = false;
  effect(() => {
    if (begun || store.unit.value === null) return;
    begun = true;
    pulse.start();
  });
}

/** When the sidebar follows the grid to another cell, what was typed into the one before is committed if it is a value. */
function keepTyped(store: Store, actions: Actions, effect: typeof Effect): void {
  let last = store.field.peek();
  effect(() => {
    const field = store.field.value;
    const left = last;
    last = field;
    if (left === null || field === null || keyOf(left.cell) === keyOf(field.cell)) return;
    const draft = store.state.peek().drafts[keyOf(left.cell)];
    if (draft === undefined || left.reading.kind !== 'value' || !committable(left)) return;
    actions.putInto(left.cell, left.reading.value);
  });
}
