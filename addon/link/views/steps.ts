/** The steps in their order: those tabs that something is proposed or chosen in, not the others. */

import type { TabProposal } from '../match/propose.ts';
import { choicesOf } from '../model/choices.ts';
import type { Step, Store } from '../store.ts';

export function stepsOf(store: Store): readonly Step[] {
  const start: readonly Step[] = isLinked(store) ? ['linked', 'unit'] : ['unit'];
  if (store.unit.value === null) return start;
  return [...start, ...mainTabs(store).map(({ tab }) => tab.id), 'finish'];
}

export function isLinked({ opening }: Store): boolean {
  return opening.value !== null && opening.value.unit !== null && opening.value.linked.length > 0;
}

/** Tabs that are gone through one after the other. */
export function mainTabs(store: Store): readonly TabProposal[] {
  return store.proposals.value.filter(({ offered, tab }) => offered || isChosen(store, tab.id));
}

/** Tabs in which nothing was found; they can be opened all the same. */
export function otherTabs(store: Store): readonly TabProposal[] {
  return store.proposals.value.filter(({ offered, tab }) => !offered && !isChosen(store, tab.id));
}

function isChosen(store: Store, tab: number): boolean {
  const { rows, columns } = choicesOf(store.choices.value, tab);
  return rows.size > 0 || columns.size > 0;
}
