import { describe, expect, test } from 'vitest';
import { createActions, submitLabel } from './actions.ts';
import { createJumper } from './jumping.ts';
import { valueAt } from './model/cells.ts';
import { answerOf, cell, openingOf, plan, YEAR_END } from './model/sheet.test-support.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';
import { createWriter } from './writing.ts';

async function sidebar(input = 'population') {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  const writer = createWriter(store, script.ask);
  const actions = createActions({ store, ask: script.ask, writer, jumpTo: createJumper(store, script.ask) });
  void actions.open();
  await script.of('sidebarOpen')[0]!.answer(openingOf({ [YEAR_END]: { population: 8000 } }, cell(input)));
  return { store, script, actions };
}

describe('Enter', () => {
  test('commits and goes to the next input without waiting for any answer', async () => {
    const { store, script, actions } = await sidebar();
    actions.type('8.100');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(store.state.value.at).toEqual(cell('insured'));
    expect(valueAt(store.state.value, cell('population'))).toBe(8100);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([{ ...cell('population'), value: 8100 }]);
  });

  test.each(['1.18', '8,100', '1,5', '-5', '28,5%', 'abc'])('is held by “%s”, and keeps it', async (text) => {
    const { store, script, actions } = await sidebar();
    actions.type(text);
    expect(actions.commitAndMove(1)).toBe('held');
    expect(store.field.value).toMatchObject({ text, cell: cell('population') });
    expect(script.names).not.toContain('sidebarCommit');
  });

  test('after the question is answered commits the reading chosen', async () => {
    const { store, actions } = await sidebar();
    actions.type('8,100');
    actions.choose(8100);
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(valueAt(store.state.value, cell('population'))).toBe(8100);
  });

  test('writes nothing where nothing changed', async () => {
    const { script, actions } = await sidebar();
    actions.type('8000');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(script.names).not.toContain('sidebarCommit');
  });

  test('leaves a blank blank, and makes one of a deleted value, never zero', async () => {
    const { store, script, actions } = await sidebar('insured');
    actions.commitAndMove(-1);
    actions.type('');
    actions.commitAndMove(1);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([{ ...cell('population'), value: null }]);
    expect(valueAt(store.state.value, cell('population'))).toBeNull();
  });

  test('commits a part above its whole too: the whole may be what comes next', async () => {
    const { store, actions } = await sidebar('insured');
    actions.type('9000');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(store.agenda.value.items[0]).toMatchObject({ kind: 'error', input: 'insured' });
  });

  test('says where the list ends', async () => {
    const { actions } = await sidebar('frontHeadsTrained');
    expect(actions.commitAndMove(1)).toBe('end');
  });
});

test('Escape gives back what the sheet has', async () => {
  const { store, actions } = await sidebar();
  actions.type('12');
  actions.restore();
  expect(store.field.value).toMatchObject({ text: '8.000', edited: false });
});

test('a field that is left keeps a text that is no value', async () => {
  const { store, script, actions } = await sidebar();
  actions.type('1.18');
  actions.leave();
  actions.jump('insured');
  expect(store.state.value.drafts['2026-Q4/population']?.text).toBe('1.18');
  expect(script.names).not.toContain('sidebarCommit');
});

test('a submission waits until all values are in the sheet', async () => {
  const { script, actions } = await sidebar();
  actions.type('8100');
  actions.commitAndMove(1);
  void actions.submit();
  expect(script.of('sidebarSubmit')).toEqual([]);
  await script.of('sidebarCommit')[0]!.answer(answerOf());
  expect(script.of('sidebarSubmit').map(({ args: [one] }) => one)).toEqual([{ period: YEAR_END }]);
});

test('a submission is not sent while a value could not be written', async () => {
  const { store, script, actions } = await sidebar();
  actions.type('8100');
  actions.commitAndMove(1);
  const submitted = actions.submit();
  await script.of('sidebarCommit')[0]!.fail();
  await submitted;
  expect(script.names).not.toContain('sidebarSubmit');
  expect(store.state.value.submission.kind).toBe('refused');
});

test('the button is named for the period', () => {
  expect(submitLabel('2026-Q2', '2025-Q4', 'draft')).toBe('Nộp báo cáo 6 tháng');
  expect(submitLabel('2026-Q4', '2025-Q4', 'none')).toBe('Nộp báo cáo năm');
  expect(submitLabel('2025-Q4', '2025-Q4', 'draft')).toBe('Nộp số liệu kỳ gốc');
  expect(submitLabel('2026-Q4', '2025-Q4', 'returned')).toBe('Nộp lại báo cáo');
});
