import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Glance, PulseAnswer } from '../rpc.ts';
import { answerOf, cell, openingOf, plan, readingsOf, syncOf, UNIT, YEAR_END } from './model/sheet.test-support.ts';
import { createPulse } from './pulse.ts';
import { pauseAfter } from './pulse-pace.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const AWAY = pauseAfter(Number.POSITIVE_INFINITY, false, 0);
const BUSY = pauseAfter(0, false, 0);
const GLANCE: Glance = { sheets: [[7, 'digest']], cursor: 7, layouts: [], freshAt: 1, version: 1 };

function sidebar(hidden = false) {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  const syncs = [syncOf(YEAR_END, { revision: 3, state: 'submitted' })];
  const opening = openingOf({ [YEAR_END]: {} }, cell('population'), { syncs });
  store.dispatch({ type: 'opened', opening, start: null, at: store.stamp() });
  createPulse(store, script.ask, () => hidden).start();
  const answer = async (more: Partial<PulseAnswer> = {}): Promise<void> => {
    await script.of('sidebarPulse')[0]!.answer(answerOf({ syncs, ...more }));
  };
  const next = async (ms: number): Promise<void> => {
    await answer();
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { store, script, answer, next };
}

test('asks about the period shown, a while after the former answer and never twice at once', async () => {
  const { script, next } = sidebar();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(script.names).toEqual(['sidebarPulse']);
  expect(script.of('sidebarPulse')[0]?.args[0]).toMatchObject({ seen: 'opened', period: YEAR_END });
  await next(AWAY - 1);
  expect(script.names).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(script.names).toHaveLength(2);
});

test('is slower while nobody looks', async () => {
  const { script, next } = sidebar(true);
  await next(pauseAfter(0, true, 0) - 1);
  expect(script.names).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(script.names).toHaveLength(2);
});

test('waits longer after each failure, and says that the sheet is out of reach until it answers', async () => {
  const { store, script } = sidebar();
  for (const ms of [AWAY, AWAY, AWAY, 4_000, 8_000]) {
    await script.of('sidebarPulse')[0]!.fail();
    expect(store.state.value.trouble).not.toBeNull();
    await vi.advanceTimersByTimeAsync(ms);
  }
  expect(script.names).toHaveLength(6);
  await script.of('sidebarPulse')[0]!.answer(answerOf());
  expect(store.state.value.trouble).toBeNull();
});

test('is quicker while the cursor moves, and calms down when it rests', async () => {
  const { script, answer } = sidebar();
  await answer({ selection: cell('population') });
  await vi.advanceTimersByTimeAsync(AWAY);
  await answer({ selection: cell('households') });
  await vi.advanceTimersByTimeAsync(BUSY);
  expect(script.names).toHaveLength(3);
  for (let rest = 0; rest < 20; rest++) {
    await answer({ selection: cell('households') });
    await vi.advanceTimersByTimeAsync(BUSY);
  }
  const asked = script.names.length;
  await vi.advanceTimersByTimeAsync(pauseAfter(20, false, 0) - BUSY - 1);
  expect(script.names).toHaveLength(asked);
  await vi.advanceTimersByTimeAsync(1);
  expect(script.names).toHaveLength(asked + 1);
});

test('is quicker after a value has changed', async () => {
  const { script, answer } = sidebar();
  await answer({ readings: readingsOf({ population: 5 }) });
  await vi.advanceTimersByTimeAsync(BUSY);
  expect(script.names).toHaveLength(2);
});

test('hands back what it was told, as long as that is good, and only about the same period', async () => {
  const { store, script, answer } = sidebar();
  await answer({ glance: GLANCE, goodForMs: 2.5 * AWAY });
  await vi.advanceTimersByTimeAsync(AWAY);
  expect(script.of('sidebarGlance')[0]?.args[0]).toEqual({ seen: 'opened', period: YEAR_END, glance: GLANCE });
  await script.of('sidebarGlance')[0]!.answer({ selection: null, pulse: null });
  await vi.advanceTimersByTimeAsync(AWAY);
  expect(script.names.at(-1)).toBe('sidebarGlance');
  await script.of('sidebarGlance')[0]!.answer({ selection: null, pulse: null });
  await vi.advanceTimersByTimeAsync(AWAY);
  expect(script.names.at(-1)).toBe('sidebarPulse');
  await answer({ glance: GLANCE, goodForMs: 100_000 });
  store.dispatch({ type: 'moved', cell: cell('population', '2026-Q1') });
  await vi.advanceTimersByTimeAsync(AWAY);
  expect(script.names.at(-1)).toBe('sidebarPulse');
});

test('does not glance after answers that came in another order than they were asked for', async () => {
  const { store, script, answer } = sidebar();
  // What this one says of the sending was asked for later than the pulse that is still on its way.
  const timing = { askedAt: store.stamp(), at: store.stamp() };
  const waiting = answerOf({ syncs: [syncOf(YEAR_END, { waiting: true, differing: ['population'] })] });
  store.dispatch({ type: 'pulsed', answer: waiting, period: null, timing });
  await answer({ glance: GLANCE, goodForMs: 60_000 });
  await vi.advanceTimersByTimeAsync(AWAY);
  expect(script.names).toEqual(['sidebarPulse', 'sidebarPulse']);
});

test('a glance that finds nothing new moves the cursor, ends trouble, and changes nothing else', async () => {
  const { store, script, answer } = sidebar();
  await answer({ glance: GLANCE, goodForMs: 100_000 });
  await vi.advanceTimersByTimeAsync(AWAY);
  await script.of('sidebarGlance')[0]!.fail();
  expect(store.state.value.trouble).not.toBeNull();
  const before = store.state.value;
  await vi.advanceTimersByTimeAsync(AWAY);
  await script.of('sidebarGlance')[0]!.answer({ selection: cell('households'), pulse: null });
  const at = cell('households');
  expect(store.state.value).toEqual({ ...before, trouble: null, at, grid: at });
});

test('a glance that finds something is answered in full, with what to hand back next', async () => {
  const { store, script, answer } = sidebar();
  await answer({ glance: GLANCE, goodForMs: 100_000 });
  await vi.advanceTimersByTimeAsync(AWAY);
  const glance = { ...GLANCE, freshAt: 2 };
  const pulse = answerOf({ readings: readingsOf({ population: 6 }), glance, goodForMs: 100_000 });
  await script.of('sidebarGlance')[0]!.answer({ selection: null, pulse });
  expect(store.state.value.readings[YEAR_END]).toEqual(readingsOf({ population: 6 }));
  await vi.advanceTimersByTimeAsync(BUSY);
  expect(script.of('sidebarGlance')[0]?.args[0].glance).toEqual(glance);
});

test('asks the script once to look after a report that the reviewer has returned, when it has stayed unseen', async () => {
  const { store, script, answer } = sidebar();
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
  const asked: (boolean | undefined)[] = [];
  for (let beat = 0; beat < 6; beat++) {
    await answer({ glance: GLANCE, goodForMs: 0 });
    await vi.advanceTimersByTimeAsync(AWAY);
    asked.push(script.of('sidebarPulse')[0]?.args[0].refresh);
  }
  expect(asked).toEqual([undefined, undefined, true, undefined, undefined, undefined]);
});

test('has the tab "Tổng hợp" brought up to date on opening and every ten minutes', async () => {
  const { script, answer } = sidebar();
  expect(script.of('sidebarPulse')[0]?.args[0].summary).toBe(true);
  let asked = 0;
  for (let ms = 0; ms < 1_200_000; ms += AWAY) {
    const question = script.of('sidebarPulse')[0];
    if (question?.args[0].summary === true) asked++;
    if (question === undefined) await script.of('sidebarGlance')[0]!.answer({ selection: null, pulse: null });
    else await answer({ glance: GLANCE, goodForMs: 100_000 });
    await vi.advanceTimersByTimeAsync(AWAY);
  }
  expect(asked).toBe(2);
});
