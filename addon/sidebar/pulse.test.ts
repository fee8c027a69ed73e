import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerOf, cell, openingOf, plan, syncOf, UNIT, YEAR_END } from './model/sheet.test-support.ts';
import { createPulse } from './pulse.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sidebar(hidden = false) {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  const syncs = [syncOf(YEAR_END, { revision: 3, state: 'submitted' })];
  const opening = openingOf({ [YEAR_END]: {} }, cell('population'), { syncs });
  store.dispatch({ type: 'opened', opening, start: null, at: store.stamp() });
  createPulse(store, script.ask, () => hidden).start();
  const next = async (ms: number): Promise<void> => {
    await script.of('sidebarPulse')[0]!.answer(answerOf({ syncs }));
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { store, script, next };
}

test('asks about the period shown, a second after the former answer and never twice at once', async () => {
  const { script, next } = sidebar();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(script.names).toEqual(['sidebarPulse']);
  expect(script.of('sidebarPulse')[0]?.args).toEqual([{ version: 1, period: YEAR_END }]);
  await next(999);
  expect(script.names).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(script.names).toHaveLength(2);
});

test('is slower while nobody looks', async () => {
  const { script, next } = sidebar(true);
  await next(14_000);
  expect(script.names).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(script.names).toHaveLength(2);
});

test('waits longer after each failure, and says that the sheet is out of reach until it answers', async () => {
  const { store, script } = sidebar();
  for (const ms of [1000, 2000, 4000]) {
    await script.of('sidebarPulse')[0]!.fail();
    expect(store.state.value.trouble).not.toBeNull();
    await vi.advanceTimersByTimeAsync(ms);
  }
  expect(script.names).toHaveLength(4);
  await script.of('sidebarPulse')[0]!.answer(answerOf());
  expect(store.state.value.trouble).toBeNull();
});

test('asks the script once to look after a report that the reviewer has returned', async () => {
  const { store, script, next } = sidebar();
  const unit = { id: UNIT, name: '', revision: 4, state: 'returned', updatedAt: null, updatedBy: null } as const;
  store.dispatch({
    type: 'summary',
    summary: {
      resolution: { id: 'r', version: 1 },
      period: YEAR_END,
      locked: false,
      ledger: { index: 1, hash: '' },
      units: [{ ...unit, errors: 0, warnings: 0 }],
      indicators: [],
      targets: [],
    },
  });
  await next(1000);
  expect(script.of('sidebarPulse')[0]?.args[0].refresh).toBe(true);
  await next(1000);
  expect(script.of('sidebarPulse')[0]?.args[0].refresh).toBeUndefined();
});

test('is quicker while the cursor moves, and calms down when it rests', async () => {
  const { script } = sidebar();
  const answer = (input: string) => script.of('sidebarPulse')[0]!.answer(answerOf({ selection: cell(input) }));
  await answer('population');
  await vi.advanceTimersByTimeAsync(1000);
  await answer('households');
  await vi.advanceTimersByTimeAsync(350);
  expect(script.names).toHaveLength(3);
  for (let rest = 0; rest < 20; rest++) {
    await answer('households');
    await vi.advanceTimersByTimeAsync(350);
  }
  const asked = script.names.length;
  await vi.advanceTimersByTimeAsync(649);
  expect(script.names).toHaveLength(asked);
  await vi.advanceTimersByTimeAsync(1);
  expect(script.names).toHaveLength(asked + 1);
});
