import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { valueAt } from './model/cells.ts';
import { cell, openingOf, plan, writtenAnswer, YEAR_END } from './model/sheet.test-support.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';
import { createWriter } from './writing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sidebar() {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  store.dispatch({ type: 'opened', opening: openingOf({ [YEAR_END]: {} }, null), start: null, at: store.stamp() });
  return { store, script, writer: createWriter(store, script.ask) };
}

const values = (calls: readonly { readonly args: readonly [{ readonly input: string; readonly value: unknown }] }[]) =>
  calls.map(({ args: [{ input, value }] }) => `${input}=${value}`);

describe('values on their way into the sheet', () => {
  test('different cells go side by side, four at once', () => {
    const { script, writer } = sidebar();
    for (const input of ['revenue', 'visitors', 'population', 'insured', 'households']) writer.commit(cell(input), 1);
    expect(values(script.of('sidebarCommit'))).toEqual(['revenue=1', 'visitors=1', 'population=1', 'insured=1']);
  });

  test('one cell goes one after the other, and only the newest of what waits', async () => {
    const { script, writer } = sidebar();
    for (const value of [1, 2, 3]) writer.commit(cell('population'), value);
    expect(values(script.of('sidebarCommit'))).toEqual(['population=1']);
    await script.of('sidebarCommit')[0]!.answer(writtenAnswer());
    expect(values(script.of('sidebarCommit'))).toEqual(['population=3']);
  });

  test('what fails still counts, and is tried again by itself', async () => {
    const { store, script, writer } = sidebar();
    writer.commit(cell('population'), 8000);
    await script.of('sidebarCommit')[0]!.fail();
    expect(valueAt(store.state.value, cell('population'))).toBe(8000);
    expect(script.of('sidebarCommit')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(values(script.of('sidebarCommit'))).toEqual(['population=8000']);
  });

  test('a newer value replaces one that failed', async () => {
    const { script, writer } = sidebar();
    writer.commit(cell('population'), 8000);
    writer.commit(cell('population'), 8100);
    await script.of('sidebarCommit')[0]!.fail();
    expect(values(script.of('sidebarCommit'))).toEqual(['population=8100']);
    await script.of('sidebarCommit')[0]!.answer(writtenAnswer());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(script.names).toHaveLength(2);
  });

  test('settled waits for all, and says whether all are there', async () => {
    const { script, writer } = sidebar();
    expect(await writer.settled()).toBe(true);
    writer.commit(cell('population'), 8000);
    const settled = writer.settled();
    await script.of('sidebarCommit')[0]!.fail();
    expect(await settled).toBe(false);
  });
});
