/** Signals of the state's parts. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { SidebarState } from './model/state.ts';

export type Parts = { readonly [K in keyof SidebarState]: ReadonlySignal<SidebarState[K]> };

export function partsOf(state: ReadonlySignal<SidebarState>): Parts {
  const part = <K extends keyof SidebarState>(key: K): ReadonlySignal<SidebarState[K]> =>
    computed(() => state.value[key]);
  return {
    workbook: part('workbook'),
    readings: part('readings'),
    seen: part('seen'),
    // Every pulse brings these anew, mostly unchanged.
    syncs: stable(() => state.value.syncs),
    conflicts: stable(() => state.value.conflicts),
    audit: part('audit'),
    ledger: stable(() => state.value.ledger),
    at: part('at'),
    grid: part('grid'),
    jumping: part('jumping'),
    movedAt: part('movedAt'),
    typing: part('typing'),
    drafts: part('drafts'),
    pending: part('pending'),
    reasons: part('reasons'),
    syncedAt: part('syncedAt'),
    summaries: part('summaries'),
    link: stable(() => state.value.link),
    tokenAccount: part('tokenAccount'),
    trouble: stable(() => state.value.trouble),
    submission: part('submission'),
    setUp: part('setUp'),
    settling: part('settling'),
    panel: part('panel'),
    last: part('last'),
    keeping: part('keeping'),
    displacement: part('displacement'),
    confirmed: part('confirmed'),
  };
}

/** A derived value of plain data that stays the same object while it says the same, so that nothing is redrawn for it. */
export function stable<T>(compute: () => T): ReadonlySignal<T> {
  let last: { readonly value: T; readonly text: string } | undefined;
  return computed(() => {
    const value = compute();
    if (last !== undefined && last.value === value) return value;
    const text = JSON.stringify(value);
    if (last === undefined || last.text !== text) last = { value, text };
    return last.value;
  });
}
