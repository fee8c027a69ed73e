import { describe, expect, test } from 'vitest';
import type { DisplacedAnswer, OpeningState } from '../rpc.ts';
import { createActions, submitLabel } from './actions.ts';
import { createJumper } from './jumping.ts';
import { valueAt } from './model/cells.ts';
import { cell, openingOf, plan, syncOf, writtenAnswer, YEAR_END } from './model/sheet.test-support.ts';
import { keyOf } from './model/state.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';
import { createWriter } from './writing.ts';

function sidebar(input = 'population', more: Partial<OpeningState> = {}) {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  const writer = createWriter(store, script.ask);
  const actions = createActions({ store, ask: script.ask, writer, jumpTo: createJumper(store, script.ask) });
  actions.opened(openingOf({ [YEAR_END]: { population: 8000 } }, cell(input), more));
  return { store, script, actions };
}

describe('a reason that the script refuses', () => {
  test('stays in its field with what the script said, and is tried again', async () => {
    const { store, script, actions } = sidebar();
    const draft = () => store.state.value.reasons[keyOf(cell('population'))];
    actions.typeReason('Đã rà soát');
    void actions.saveReason(cell('population'));
    await script.of('sidebarReason')[0]?.fail({ kind: 'failed', message: 'Phần dành cho giải trình đã đầy.' });
    expect(draft()).toMatchObject({ text: 'Đã rà soát', status: 'failed', why: 'Phần dành cho giải trình đã đầy.' });
    void actions.saveReason(cell('population'));
    expect(draft()).toMatchObject({ text: 'Đã rà soát', status: 'sending', why: '' });
  });

  test('for another cause says nothing that is not for people', async () => {
    const { store, script, actions } = sidebar();
    actions.typeReason('Đã rà soát');
    void actions.saveReason(cell('population'));
    await script.of('sidebarReason')[0]?.fail({ kind: 'offline', message: 'HTTP 0' });
    expect(store.state.value.reasons[keyOf(cell('population'))]).toMatchObject({ status: 'failed', why: '' });
  });
});

describe('Enter', () => {
  test('commits and goes to the next input without waiting for any answer', async () => {
    const { store, script, actions } = sidebar();
    actions.type('8.100');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(store.state.value.at).toEqual(cell('insured'));
    expect(valueAt(store.state.value, cell('population'))).toBe(8100);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([{ ...cell('population'), value: 8100 }]);
  });

  test.each(['1.18', '8,100', '1,5', '-5', '28,5%', 'abc'])('is held by “%s”, and keeps it', async (text) => {
    const { store, script, actions } = sidebar();
    actions.type(text);
    expect(actions.commitAndMove(1)).toBe('held');
    expect(store.field.value).toMatchObject({ text, cell: cell('population') });
    expect(script.names).not.toContain('sidebarCommit');
  });

  test('after the question is answered commits the reading chosen', async () => {
    const { store, actions } = sidebar();
    actions.type('8,100');
    actions.choose(8100);
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(valueAt(store.state.value, cell('population'))).toBe(8100);
  });

  test('writes nothing where nothing changed', async () => {
    const { script, actions } = sidebar();
    actions.type('8000');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(script.names).not.toContain('sidebarCommit');
  });

  test('leaves a blank blank, and makes one of a deleted value, never zero', async () => {
    const { store, script, actions } = sidebar('insured');
    actions.commitAndMove(-1);
    actions.type('');
    actions.commitAndMove(1);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([{ ...cell('population'), value: null }]);
    expect(valueAt(store.state.value, cell('population'))).toBeNull();
  });

  test('commits a part above its whole too: the whole may be what comes next', async () => {
    const { store, actions } = sidebar('insured');
    actions.type('9000');
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(store.agenda.value.items[0]).toMatchObject({ kind: 'error', input: 'insured' });
  });

  test('says where the list ends', async () => {
    const { actions } = sidebar('frontHeadsTrained');
    expect(actions.commitAndMove(1)).toBe('end');
  });
});

test('Escape gives back what the sheet has', async () => {
  const { store, actions } = sidebar();
  actions.type('12');
  actions.restore();
  expect(store.field.value).toMatchObject({ text: '8.000', edited: false });
});

test('a field that is left keeps a text that is no value', async () => {
  const { store, script, actions } = sidebar();
  actions.type('1.18');
  actions.leave();
  actions.jump('insured');
  expect(store.state.value.drafts['2026-Q4/population']?.text).toBe('1.18');
  expect(script.names).not.toContain('sidebarCommit');
});

test('a submission waits until all values are in the sheet', async () => {
  const { script, actions } = sidebar();
  actions.type('8100');
  actions.commitAndMove(1);
  void actions.submit();
  expect(script.of('sidebarSubmit')).toEqual([]);
  await script.of('sidebarCommit')[0]!.answer(writtenAnswer());
  expect(script.of('sidebarSubmit').map(({ args: [one] }) => one)).toEqual([{ period: YEAR_END, confirm: [] }]);
});

test('a submission is not sent while a value could not be written', async () => {
  const { store, script, actions } = sidebar();
  actions.type('8100');
  actions.commitAndMove(1);
  const submitted = actions.submit();
  await script.of('sidebarCommit')[0]!.fail();
  await submitted;
  expect(script.names).not.toContain('sidebarSubmit');
  expect(store.state.value.submission.kind).toBe('refused');
});

describe('what was only kept', () => {
  const kept = { syncs: [syncOf(YEAR_END, { unconfirmed: ['population'] })] };

  test('is asked about before a submission, and goes confirmed with it', async () => {
    const { store, script, actions } = sidebar('population', kept);
    await actions.submit();
    expect(store.state.value.submission).toEqual({ kind: 'asking', period: YEAR_END });
    expect(script.names).not.toContain('sidebarSubmit');
    void actions.submit(true);
    await Promise.resolve();
    expect(script.of('sidebarSubmit').map(({ args: [one] }) => one)).toEqual([
      { period: YEAR_END, confirm: ['population'] },
    ]);
  });

  test('is confirmed by the key that takes what is offered, and not by passing', () => {
    const { store, script, actions } = sidebar('population', kept);
    expect(actions.commitAndMove(1)).toBe('moved');
    expect(script.names).not.toContain('sidebarConfirm');
    actions.jump('population');
    expect(actions.takeOffer()).toBe(true);
    expect(script.of('sidebarConfirm').map(({ args: [one] }) => one)).toEqual([
      { period: YEAR_END, inputs: ['population'] },
    ]);
    expect(store.unconfirmed.value).toEqual([]);
  });

  test('is a person’s own where the same number is typed and entered', () => {
    const { script, actions } = sidebar('population', kept);
    actions.type('8.000');
    actions.commitAndMove(1);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([{ ...cell('population'), value: 8000 }]);
  });
});

describe('what is offered', () => {
  test('a formula’s result is written in its place at once', () => {
    const opening = openingOf({ [YEAR_END]: {} }, null).readings;
    const formula = { status: 'unsendable', shown: '402', message: 'công thức', offer: 401.75 } as const;
    const readings = { ...opening, [YEAR_END]: { coffeeArea: formula } };
    const { script, actions } = sidebar('coffeeArea', { readings });
    expect(actions.takeOffer()).toBe(true);
    expect(script.of('sidebarCommit').map(({ args: [one] }) => one)).toEqual([
      { ...cell('coffeeArea'), value: 401.75 },
    ]);
  });

  test('another reading only comes into the field', () => {
    const { store, script, actions } = sidebar('coffeeArea');
    actions.type('1.18');
    expect(actions.takeOffer()).toBe(true);
    expect(store.field.value).toMatchObject({ text: '1,18', edited: true });
    expect(script.names).not.toContain('sidebarCommit');
  });

  test('nothing, where nothing is', () => {
    expect(sidebar().actions.takeOffer()).toBe(false);
  });

  test('nothing in a period that takes no edit', () => {
    const { actions } = sidebar('coffeeArea', {
      readings: openingOf({ '2026-Q3': { coffeeArea: 400 } }, null).readings,
      syncs: [syncOf(YEAR_END, { state: 'accepted' })],
    });
    expect(actions.takeOffer()).toBe(false);
  });
});

describe('taking back', () => {
  const writing = {
    period: YEAR_END,
    cells: [{ input: 'population', wrote: 8100, before: { kind: 'value', value: 8000, kept: false } as const }],
  };

  test('waits until the value is in the sheet, and goes back to its cell', async () => {
    const { store, script, actions } = sidebar();
    actions.type('8100');
    actions.commitAndMove(1);
    void actions.undo();
    expect(script.of('sidebarUndo')).toEqual([]);
    await script.of('sidebarCommit')[0]!.answer(writtenAnswer({ writing }));
    expect(script.of('sidebarUndo').map(({ args: [one] }) => one)).toEqual([writing]);
    await script
      .of('sidebarUndo')[0]!
      .answer(
        writtenAnswer({ readings: openingOf({ [YEAR_END]: { population: 8000 } }, null).readings[YEAR_END] ?? {} }),
      );
    expect(store.state.value.at).toEqual(cell('population'));
    expect(valueAt(store.state.value, cell('population'))).toBe(8000);
    expect(store.state.value.last).toMatchObject({ kind: 'undone', left: [] });
  });

  test('gives up a value that never came into the sheet', async () => {
    const { store, script, actions } = sidebar();
    actions.type('8100');
    actions.commitAndMove(1);
    const taken = actions.undo();
    await script.of('sidebarCommit')[0]!.fail();
    await taken;
    expect(script.names).not.toContain('sidebarUndo');
    expect(store.state.value).toMatchObject({ pending: {}, last: { kind: 'undone' } });
    expect(valueAt(store.state.value, cell('population'))).toBe(8000);
  });

  test('of many cells is one call too, and stays where one is', async () => {
    const { store, script, actions } = sidebar('insured');
    const readings = openingOf({ '2026-Q3': { households: 2000 } }, null).readings;
    store.dispatch({ type: 'panel', panel: 'keep' });
    void actions.keep({ households: 2000, population: 8000 });
    expect(script.of('sidebarKeep')).toHaveLength(1);
    const cells = [...writing.cells, { ...writing.cells[0]!, input: 'households' }];
    await script
      .of('sidebarKeep')[0]!
      .answer(writtenAnswer({ writing: { period: YEAR_END, cells }, readings: readings[YEAR_END] ?? {} }));
    expect(store.state.value.panel).toBe('field');
    void actions.undo();
    await Promise.resolve();
    await Promise.resolve();
    expect(script.of('sidebarUndo')).toHaveLength(1);
    expect(store.state.value.at).toEqual(cell('insured'));
  });

  test('a list that could not be written stays open and says why', async () => {
    const { store, script, actions } = sidebar();
    actions.show('keep');
    void actions.keep({ households: 2000 });
    await script.of('sidebarKeep')[0]!.fail({ kind: 'failed', message: 'bận' });
    expect(store.state.value).toMatchObject({ panel: 'keep', keeping: { kind: 'failed', message: 'bận' } });
  });
});

test('Enter passes by a cell that the workbook does not have', () => {
  const readings = { [YEAR_END]: { insured: { status: 'absent' } } } as const;
  const { store, actions } = sidebar('population', { readings });
  expect(actions.commitAndMove(1)).toBe('moved');
  expect(store.state.value.at).toEqual(cell('households'));
});

describe('rows that left their place', () => {
  const row = { tab: '2026', line: 'row', id: 'population' } as const;
  const answer: DisplacedAnswer = {
    displaced: [{ ...row, tabName: '2026', label: 'Dân số', why: 'moved', before: 27, now: 31, places: [] }],
    missingTabs: [],
  };
  const layout = { code: 'layout', message: 'xáo trộn', retryAt: null };
  const places = [{ ...row, at: 31 }];

  test('are listed when asked for, and the field is there again when they are bound', async () => {
    const { store, script, actions } = sidebar();
    void actions.showDisplaced();
    expect(store.state.value).toMatchObject({ panel: 'displaced', displacement: { kind: 'asking' } });
    await script.of('sidebarDisplaced')[0]!.answer(answer);
    expect(store.state.value.displacement).toEqual({ kind: 'listed', answer });
    void actions.rebind(places);
    expect(script.of('sidebarRebind').map(({ args: [one] }) => one)).toEqual([{ places }]);
    await script.of('sidebarRebind')[0]!.answer(openingOf({ [YEAR_END]: { population: 8100 } }, null));
    expect(store.state.value.panel).toBe('field');
    expect(valueAt(store.state.value, cell('population'))).toBe(8100);
  });

  test('are asked about again while some are left', async () => {
    const { store, script, actions } = sidebar();
    void actions.showDisplaced();
    await script.of('sidebarDisplaced')[0]!.answer(answer);
    void actions.rebind(places);
    const syncs = [syncOf(YEAR_END, { trouble: layout })];
    await script.of('sidebarRebind')[0]!.answer(openingOf({ [YEAR_END]: {} }, null, { syncs }));
    expect(script.of('sidebarDisplaced')).toHaveLength(1);
    expect(store.state.value.panel).toBe('displaced');
  });

  test('stay listed with the reason where binding failed', async () => {
    const { store, script, actions } = sidebar();
    void actions.showDisplaced();
    await script.of('sidebarDisplaced')[0]!.answer(answer);
    void actions.rebind(places);
    await script.of('sidebarRebind')[0]!.fail({ kind: 'failed', message: 'dòng 31 hai lần' });
    expect(store.state.value.displacement).toEqual({ kind: 'not-bound', answer, message: 'dòng 31 hai lần' });
  });

  test('what was typed stays through it all', async () => {
    const { store, script, actions } = sidebar();
    actions.type('1.18');
    void actions.showDisplaced();
    await script.of('sidebarDisplaced')[0]!.answer(answer);
    void actions.rebind(places);
    await script.of('sidebarRebind')[0]!.answer(openingOf({ [YEAR_END]: {} }, null));
    expect(store.state.value.drafts['2026-Q4/population']?.text).toBe('1.18');
  });
});

test('the button is named for the period', () => {
  expect(submitLabel('2026-Q2', '2025-Q4', 'draft')).toBe('Nộp báo cáo 6 tháng');
  expect(submitLabel('2026-Q4', '2025-Q4', 'none')).toBe('Nộp báo cáo năm');
  expect(submitLabel('2025-Q4', '2025-Q4', 'draft')).toBe('Nộp số liệu kỳ gốc');
  expect(submitLabel('2026-Q4', '2025-Q4', 'returned')).toBe('Nộp lại báo cáo');
});
