/** The sidebar's state as one signal; what is derived from it stands in `derived.ts`. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Plan } from '../../shared/plan.ts';
import { atOnce, type Later } from './deferred.ts';
import { type Derived, derivedFrom, memoised } from './derived.ts';
import { reduce, type SidebarEvent } from './model/reduce.ts';
import { INITIAL, type SidebarState } from './model/state.ts';
import { type Parts, partsOf } from './parts.ts';

export interface Store extends Derived {
  readonly state: ReadonlySignal<SidebarState>;
  /** The state's parts, each a signal of its own: a keystroke redraws only what it touches. */
  readonly parts: Parts;
  readonly dispatch: (event: SidebarEvent) => void;
  /** One counter for all stamps and sequence numbers: what is later is greater. */
  readonly stamp: () => number;
  /** The minute's clock, for words such as "hôm nay". */
  readonly now: ReadonlySignal<Date>;
  readonly tick: (now: Date) => void;
}

/** @param later when the effects of what is typed follow the field. */
export function createStore(plan: Plan, start: Date, later: Later = atOnce): Store {
  const state = signal<SidebarState>(INITIAL);
  const now = signal(start);
  let counter = 0;
  const parts = partsOf(state);
  const base = {
    plan,
    parts,
    unit: computed(() => parts.workbook.value?.unit ?? null),
    period: computed(() => parts.at.value?.period ?? null),
    valuesIn: computed(() => memoised(parts.readings.value, parts.pending.value)),
  };
  return {
    ...derivedFrom(base, now, later),
    parts,
    state,
    dispatch: (event) => {
      state.value = reduce(state.value, event);
    },
    stamp: () => ++counter,
    now,
    tick: (at) => {
      now.value = at;
    },
  };
}
