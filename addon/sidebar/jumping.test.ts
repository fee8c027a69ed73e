import { expect, test } from 'vitest';
import { createJumper } from './jumping.ts';
import {
  answerOf,
  cell,
  openingOf,
  plan,
  readingsOf,
  syncOf,
  writtenAnswer,
  YEAR_END,
} from './model/sheet.test-support.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';
import { createWriter } from './writing.ts';

test('the field moves at once; of several moves the grid is told one at a time, and only the last', async () => {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  store.dispatch({ type: 'opened', opening: openingOf({ [YEAR_END]: {} }, null), start: null, at: store.stamp() });
  const jumpTo = createJumper(store, script.ask);
  for (const input of ['revenue', 'visitors', 'population']) jumpTo(cell(input));
  expect(store.state.value.at).toEqual(cell('population'));
  expect(script.of('sidebarJump').map(({ args: [to] }) => to.input)).toEqual(['revenue']);
  await script.of('sidebarJump')[0]!.answer(answerOf({ selection: cell('revenue') }));
  expect(store.state.value.at).toEqual(cell('population'));
  expect(script.of('sidebarJump').map(({ args: [to] }) => to.input)).toEqual(['population']);
  await script.of('sidebarJump')[0]!.answer(answerOf({ selection: cell('population') }));
  expect(store.state.value).toMatchObject({ at: cell('population'), jumping: false });
});

test('its answer’s cells count too: what it says is saved is never said above what was there before', async () => {
  const store = createStore(plan, new Date(0));
  const script = scriptedScript();
  const opening = openingOf({ [YEAR_END]: { revenue: 1, population: 2 } }, cell('population'));
  store.dispatch({ type: 'opened', opening, start: null, at: store.stamp() });
  const writer = createWriter(store, script.ask);
  writer.commit(cell('revenue'), 5);
  const written = { readings: readingsOf({ revenue: 5, population: 2 }), syncs: [syncOf(YEAR_END, { waiting: true })] };
  await script.of('sidebarCommit')[0]!.answer(writtenAnswer(written));
  createJumper(store, script.ask)(cell('population'));
  // Meanwhile somebody has taken the value back in the grid, and what is there now was sent.
  const readings = readingsOf({ revenue: 1, population: 2 });
  await script.of('sidebarJump')[0]!.answer(answerOf({ digest: 'newer', readings, syncs: [syncOf(YEAR_END)] }));
  expect(store.line.value.tone).toBe('good');
  expect(store.valuesIn.value(YEAR_END)).toEqual({ revenue: 1, population: 2 });
});
