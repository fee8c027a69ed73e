import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createActions } from './actions.ts';
import { deferred } from './deferred.ts';
import { createJumper } from './jumping.ts';
import { cell, openingOf, plan, YEAR_END } from './model/sheet.test-support.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';
import { createWriter } from './writing.ts';

/** Frames that are painted when the test says. */
function frames() {
  const waiting: (() => void)[] = [];
  const paint = (): void => {
    for (const run of waiting.splice(0)) run();
  };
  return { waiting, paint, later: (run: () => void): void => void waiting.push(run) };
}

describe('what may wait for the next frame', () => {
  test('follows once it is painted, by then to the newest value', () => {
    const { waiting, paint, later } = frames();
    const source = signal('1');
    const shown = deferred(source, () => true, later);
    source.value = '12';
    source.value = '120';
    expect([shown.value, waiting.length]).toEqual(['1', 1]);
    paint();
    expect([shown.value, waiting.length]).toEqual(['120', 0]);
    source.value = '1204';
    paint();
    expect(shown.value).toBe('1204');
  });

  test('does NOT wait where it is about something else', () => {
    const { paint, later } = frames();
    const source = signal('a1');
    const shown = deferred(source, (one, other) => one[0] === other[0], later);
    source.value = 'a2';
    source.value = 'b1';
    expect(shown.value).toBe('b1');
    paint();
    expect(shown.value).toBe('b1');
  });
});

describe('what follows a key', () => {
  function sidebar() {
    const { paint, later } = frames();
    const store = createStore(plan, new Date(0), later);
    const { ask } = scriptedScript();
    const jumpTo = createJumper(store, ask);
    const actions = createActions({ store, ask, writer: createWriter(store, ask), jumpTo });
    actions.opened(openingOf({ [YEAR_END]: { poorHouseholds: 45, households: 2000 } }, cell('poorHouseholds')));
    const figures = (): unknown => store.effects.value.map(({ unit }) => unit.after);
    return { store, actions, paint, figures };
  }

  test('follow the echo and the findings, as does how the cell stands', () => {
    const { store, actions, paint, figures } = sidebar();
    const before = [figures(), store.cellStates.value];
    actions.type('2001');
    expect(store.field.value).toMatchObject({ echo: 'Đọc là: 2.001' });
    expect(store.field.value?.findings[0]?.code).toBe('part-exceeds-whole');
    expect([figures(), store.cellStates.value]).toEqual(before);
    paint();
    expect(figures()).not.toEqual(before[0]);
    expect(store.cellStates.value).toEqual(['invalid', 'typing']);
  });

  test('is of the new input at once, where the field goes on to it', () => {
    const { store, actions, paint } = sidebar();
    actions.type('60');
    actions.commitAndMove(1);
    const there = store.effects.value;
    expect(store.followed.value).toBe(store.field.value);
    paint();
    expect(store.effects.value).toBe(there);
  });
});
