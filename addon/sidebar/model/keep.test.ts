import { describe, expect, test } from 'vitest';
import type { Period } from '../../../shared/periods.ts';
import type { Values } from '../../../shared/values.ts';
import { valuesOf } from './cells.ts';
import { keepables, unconfirmedIn } from './keep.ts';
import { reduce, type SidebarEvent } from './reduce.ts';
import { answerOf, cell, opened, plan, syncOf, UNIT, YEAR_END } from './sheet.test-support.ts';
import type { SidebarState } from './state.ts';

const BEFORE: Values = { population: 8000, households: 2000, visitors: 500, coffeeArea: 'na' };

function list(now: Values, ...events: readonly SidebarEvent[]): string[] {
  const state = events.reduce(reduce, opened({ '2026-Q3': BEFORE, [YEAR_END]: now }));
  const valuesIn = (period: Period): Values => valuesOf(state, period);
  return keepables(plan, UNIT, YEAR_END, valuesIn, sheetOf(state)).map(({ input, value }) => `${input.id} ${value}`);
}

function sheetOf(state: SidebarState): Parameters<typeof keepables>[4] {
  return { ...state, typedInto: Object.keys(state.drafts) };
}

describe('the levels that could stay as they were', () => {
  test('are those that are empty and were there just before, flows left out, in order', () => {
    expect(list({})).toEqual(['coffeeArea na', 'population 8000', 'households 2000']);
    expect(list({ population: 8100 })).toEqual(['coffeeArea na', 'households 2000']);
  });

  test('not what somebody is typing, nor what is on its way', () => {
    expect(list({}, { type: 'typed', cell: cell('population'), text: '8' })).not.toContain('population 8000');
    expect(list({}, { type: 'committed', cell: cell('population'), value: 8100, sequence: 2 })).toHaveLength(2);
  });

  test('not a cell with a text that cannot be sent', () => {
    const state = opened({ '2026-Q3': BEFORE, [YEAR_END]: {} });
    const unsendable = { status: 'unsendable', shown: '1/2', message: 'x' } as const;
    const readings = { ...state.readings, [YEAR_END]: { population: unsendable } };
    const valuesIn = (period: Period): Values => valuesOf({ ...state, readings }, period);
    const ids = keepables(plan, UNIT, YEAR_END, valuesIn, sheetOf({ ...state, readings })).map(({ input }) => input.id);
    expect(ids).toEqual(['coffeeArea', 'households']);
  });

  test('nothing in the first period of all', () => {
    const state = opened({});
    expect(keepables(plan, UNIT, '2025-Q4', () => BEFORE, sheetOf(state))).toEqual([]);
  });
});

describe('what was kept and is not confirmed', () => {
  const KEPT = ['population', 'households'];
  const start = () => opened({ [YEAR_END]: BEFORE }, null, { syncs: [syncOf(YEAR_END, { unconfirmed: KEPT })] });
  const left = (...events: readonly SidebarEvent[]): readonly string[] =>
    unconfirmedIn(events.reduce(reduce, start()), YEAR_END);
  const confirming: SidebarEvent = { type: 'confirming', period: YEAR_END, inputs: ['population'] };
  const confirmed = (unconfirmed: readonly string[]): SidebarEvent => ({
    type: 'confirmed',
    period: YEAR_END,
    inputs: ['population'],
    answer: answerOf({ syncs: [syncOf(YEAR_END, { unconfirmed })] }),
    timing: { askedAt: 2, at: 4 },
  });
  const pulsed = (unconfirmed: readonly string[], askedAt: number): SidebarEvent => ({
    type: 'pulsed',
    period: YEAR_END,
    answer: answerOf({ syncs: [syncOf(YEAR_END, { unconfirmed })] }),
    timing: { askedAt, at: askedAt + 1 },
  });

  test('stays through a pulse', () => {
    expect(left()).toEqual(KEPT);
    expect(left(pulsed(KEPT, 3))).toEqual(KEPT);
  });

  test('goes at once where it is confirmed, and comes back where that failed', () => {
    expect(left(confirming)).toEqual(['households']);
    expect(left(confirming, { type: 'confirm-failed', period: YEAR_END, inputs: ['population'] })).toEqual(KEPT);
  });

  test('an answer that left before the confirmation does not bring it back', () => {
    expect(left(confirming, confirmed(['households']), pulsed(KEPT, 3))).toEqual(['households']);
  });

  test('a later answer counts again: somebody else may have kept it anew', () => {
    expect(left(confirming, confirmed(['households']), pulsed(KEPT, 6))).toEqual(KEPT);
  });

  test('a value that is on its way is not one of them', () => {
    expect(left({ type: 'committed', cell: cell('population'), value: 8100, sequence: 2 })).toEqual(['households']);
  });
});

describe('what was written last', () => {
  const writing = (input: string, wrote: number) => ({
    period: YEAR_END,
    cells: [{ input, wrote, before: { kind: 'value', value: null, kept: false } as const }],
  });
  const committed = (input: string, sequence: number): SidebarEvent => ({
    type: 'committed',
    cell: cell(input),
    value: 1,
    sequence,
  });
  const written = (input: string, sequence: number): SidebarEvent => ({
    type: 'written',
    cell: cell(input),
    sequence,
    answer: { ...answerOf(), writing: writing(input, 1), left: [] },
    timing: { askedAt: sequence, at: sequence + 10 },
  });
  const last = (...events: readonly SidebarEvent[]): SidebarState['last'] =>
    events.reduce(reduce, opened({ [YEAR_END]: {} })).last;

  test('is on its way, then can be taken back', () => {
    expect(last(committed('population', 2))).toMatchObject({ kind: 'writing', cell: cell('population') });
    expect(last(committed('population', 2), written('population', 2))).toMatchObject({ kind: 'written', sequence: 2 });
  });

  test('is the last that was entered, in whatever order the answers come', () => {
    const both = [committed('population', 2), committed('insured', 3)];
    const expected = { kind: 'written', sequence: 3 };
    expect(last(...both, written('insured', 3), written('population', 2))).toMatchObject(expected);
    expect(last(...both, written('population', 2))).toMatchObject({ kind: 'writing', sequence: 3 });
  });

  test('taken back, it names what somebody had changed', () => {
    const undone: SidebarEvent = {
      type: 'undone',
      sequence: 2,
      period: YEAR_END,
      answer: { ...answerOf(), writing: null, left: ['population'] },
      timing: { askedAt: 20, at: 21 },
    };
    const state = last(committed('population', 2), written('population', 2), { type: 'undoing' }, undone);
    expect(state).toEqual({ kind: 'undone', sequence: 2, left: ['population'] });
  });

  test('a failed way back can be tried again', () => {
    const events = [committed('population', 2), written('population', 2), { type: 'undoing' }, { type: 'undo-failed' }];
    expect(last(...(events as SidebarEvent[]))).toMatchObject({ kind: 'undo-failed', sequence: 2 });
  });
});
