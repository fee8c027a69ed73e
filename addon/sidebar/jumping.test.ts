import { expect, test } from 'vitest';
import { createJumper } from './jumping.ts';
import { answerOf, cell, openingOf, plan, YEAR_END } from './model/sheet.test-support.ts';
import { scriptedScript } from './script.test-support.ts';
import { createStore } from './store.ts';

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
