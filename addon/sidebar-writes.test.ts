/** What the sidebar writes in one: kept levels and their confirmation, the way back, and the last check of a submission. */
import { beforeAll, describe, expect, test } from 'vitest';
import { expectedInputs } from '../shared/completeness.ts';
import type { Period } from '../shared/periods.ts';
import { compilePlan } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import type { Value } from '../shared/values.ts';
import { builtFiles, CLERK, cellAt, type Desk, OTHER_CLERK, openDesk } from './built-addon.test-support.ts';
import type { CellReading, PulseAnswer, Writing } from './rpc.ts';

const plan = compilePlan(chiengMung());
const OFFICE = 'office';
const Q2 = '2026-Q2';
const Q3 = '2026-Q3';
const HOUSEHOLDS = 'Hộ gia đình';
const POPULATION = 'Dân số thực tế thường trú cuối kỳ';

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

const place = (desk: Desk, label: string, heading = '9 tháng', tab = '2026') => cellAt(desk.model, tab, label, heading);

/** What the model holds there: a formula, or a value. */
function held(desk: Desk, label: string) {
  const { sheetId, row, column } = place(desk, label);
  const { value, formula, numberFormat } = desk.model.cell(sheetId, row, column);
  return { value, formula, numberFormat };
}

/** A workbook whose 6 tháng has three levels and a flow. */
function deskWithHalfYear(): Desk {
  const desk = openDesk(files);
  desk.setUp();
  const half = { households: 2000, population: 8000, fruitArea: 600, visitors: 500 };
  for (const [input, value] of Object.entries(half)) desk.call('sidebarCommit', { period: Q2, input, value });
  return desk;
}

const LEVELS = { households: 2000, population: 8000, fruitArea: 600 };
const keep = (desk: Desk, values: Record<string, number | 'na'> = LEVELS) =>
  desk.call('sidebarKeep', { period: Q3, values });
const unconfirmed = ({ syncs }: Pick<PulseAnswer, 'syncs'>) =>
  syncs.find((one) => one.period === Q3)?.unconfirmed ?? [];
const lastValues = (desk: Desk) =>
  Object.fromEntries(
    Object.entries(desk.worker.puts[desk.worker.puts.length - 1]?.body?.values ?? {}).filter(
      ([, value]) => value !== null,
    ),
  );
const reading = (answer: PulseAnswer, input: string): CellReading | undefined => answer.readings?.[input];

function undo(desk: Desk, writing: Writing | null) {
  if (writing === null) throw new Error('nothing was written');
  return desk.call('sidebarUndo', writing);
}

describe('"Giữ như kỳ trước" for many', () => {
  test('writes the levels in one call, sends them, and marks each until it is confirmed', () => {
    const desk = deskWithHalfYear();
    const before = desk.worker.puts.length;
    const answer = keep(desk);
    expect(desk.worker.puts.length).toBe(before + 1);
    expect(lastValues(desk)).toEqual(LEVELS);
    expect(answer.left).toEqual([]);
    expect(unconfirmed(answer)).toEqual(['households', 'population', 'fruitArea']);
  });

  test('the marks are there for whoever opens the workbook next', () => {
    const desk = deskWithHalfYear();
    keep(desk);
    expect(unconfirmed(desk.open(OTHER_CLERK))).toHaveLength(3);
  });

  test('a pulse confirms nothing, one by one and all together do', () => {
    const desk = deskWithHalfYear();
    keep(desk);
    expect(unconfirmed(desk.pulse())).toHaveLength(3);
    expect(unconfirmed(desk.call('sidebarConfirm', { period: Q3, inputs: ['population'] }))).toEqual([
      'households',
      'fruitArea',
    ]);
    expect(unconfirmed(desk.call('sidebarConfirm', { period: Q3, inputs: ['households', 'fruitArea'] }))).toEqual([]);
    expect(unconfirmed(desk.open())).toEqual([]);
  });

  test('another value in the cell, from the grid or the sidebar, is a person’s own', () => {
    const desk = deskWithHalfYear();
    keep(desk);
    desk.edit(place(desk, HOUSEHOLDS), '2010');
    expect(unconfirmed(desk.pulse())).toEqual(['population', 'fruitArea']);
    desk.call('sidebarCommit', { period: Q3, input: 'population', value: 8000 });
    expect(unconfirmed(desk.pulse())).toEqual(['fruitArea']);
  });

  test('leaves what has a value by now, is no level, or was another number than the person saw', () => {
    const desk = deskWithHalfYear();
    desk.edit(place(desk, HOUSEHOLDS), '2010');
    desk.edit(place(desk, POPULATION, '6 tháng'), '8100');
    const answer = keep(desk, { ...LEVELS, visitors: 500 });
    expect(answer.left).toEqual(['households', 'population', 'visitors']);
    expect(unconfirmed(answer)).toEqual(['fruitArea']);
    expect(held(desk, HOUSEHOLDS).value).toBe(2010);
    expect(held(desk, POPULATION).value).toBeNull();
  });

  test('says so where nothing could be written', () => {
    const desk = deskWithHalfYear();
    expect(keep(desk, { visitors: 500 })).toMatchObject({ writing: null, left: ['visitors'] });
  });

  test('keeps what did not apply, and reaches back over the new year', () => {
    const desk = openDesk(files);
    desk.setUp();
    desk.call('sidebarCommit', { period: '2026-Q4', input: 'households', value: 'na' });
    const answer = desk.call('sidebarKeep', { period: '2027-Q1', values: { households: 'na' } });
    expect(reading(answer, 'households')).toMatchObject({ status: 'value', value: 'na' });
  });

  test('is taken back in one', () => {
    const desk = deskWithHalfYear();
    const { writing } = keep(desk);
    const answer = undo(desk, writing);
    expect(answer.left).toEqual([]);
    expect(unconfirmed(answer)).toEqual([]);
    expect(held(desk, HOUSEHOLDS).value).toBeNull();
    expect(lastValues(desk)).toEqual({});
  });

  test('is taken back but for the cell that somebody has changed since', () => {
    const desk = deskWithHalfYear();
    const { writing } = keep(desk);
    desk.edit(place(desk, HOUSEHOLDS), '2010');
    expect(undo(desk, writing).left).toEqual(['households']);
    expect(lastValues(desk)).toEqual({ households: 2010 });
  });
});

describe('taking back what was written last', () => {
  test.each([
    ['a number', 1990, 2010],
    ['“không áp dụng”', 'na', 2010],
    ['a cleared cell', 2010, null],
  ] as const)('gives back %s', (_name, earlier, value) => {
    const desk = deskWithHalfYear();
    desk.call('sidebarCommit', { period: Q3, input: 'households', value: earlier });
    const { writing } = desk.call('sidebarCommit', { period: Q3, input: 'households', value });
    const answer = undo(desk, writing);
    expect(reading(answer, 'households')).toMatchObject({ status: 'value', value: earlier });
    expect(desk.open().readings[Q3]?.households).toMatchObject({ status: 'value', value: earlier });
  });

  test('gives back a formula, whose result was offered', () => {
    const desk = deskWithHalfYear();
    const at = place(desk, HOUSEHOLDS);
    desk.edit(at, '=2000+10,4');
    desk.model.setFormulaResults([{ ...at, value: 2010.4 }]);
    expect(reading(desk.pulse(), 'households')).toMatchObject({ status: 'unsendable', offer: 2010 });
    const { writing } = desk.call('sidebarCommit', { period: Q3, input: 'households', value: 2010 });
    expect(held(desk, HOUSEHOLDS).formula).toBeNull();
    expect(reading(undo(desk, writing), 'households')?.status).toBe('unsendable');
    expect(held(desk, HOUSEHOLDS).formula).toMatch(/2000/);
  });

  test.each(['12/11/2026', '28,5%', 'hai nghìn'])('gives back “%s” as it stood there, format and all', (typed) => {
    const desk = deskWithHalfYear();
    desk.person.paste(place(desk, HOUSEHOLDS).sheetId, place(desk, HOUSEHOLDS), [[typed]]);
    const before = held(desk, HOUSEHOLDS);
    expect(reading(desk.pulse(), 'households')?.status).toBe('unsendable');
    const { writing } = desk.call('sidebarCommit', { period: Q3, input: 'households', value: 2010 });
    expect(held(desk, HOUSEHOLDS).value).toBe(2010);
    undo(desk, writing);
    expect(held(desk, HOUSEHOLDS)).toEqual(before);
  });

  test('gives a value that was only kept back with its mark', () => {
    const desk = deskWithHalfYear();
    keep(desk);
    const { writing } = desk.call('sidebarCommit', { period: Q3, input: 'households', value: 2010 });
    expect(unconfirmed(undo(desk, writing))).toContain('households');
  });
});

/** Everything that the baseline asks for. */
function fillBaseline(desk: Desk): void {
  const inputs = ['complexCasesPreviousTerm'];
  for (const input of inputs) desk.call('sidebarCommit', { period: '2025-Q4', input, value: 7 });
}

/** All that the office's 9 tháng asks for: its levels kept from 6 tháng, the rest entered. */
function fillOffice(desk: Desk): { readonly kept: readonly string[] } {
  const expected = expectedInputs(plan, OFFICE, Q3);
  const commit = (period: Period, input: string, value: Value) => desk.call('sidebarCommit', { period, input, value });
  const levels = expected.filter((input) => input.kind === 'level').map((input) => input.id);
  for (const input of levels) commit(Q2, input, 0);
  for (const input of expected) if (input.kind !== 'level') commit(Q3, input.id, input.kind === 'flag' ? true : 0);
  keep(desk, Object.fromEntries(levels.map((input) => [input, 0])));
  return { kept: levels };
}

describe('the last check of a submission', () => {
  test('reads every tab, counts its cells, and finds on the Worker what the sheet says', () => {
    const desk = openDesk(files);
    desk.setUp();
    fillBaseline(desk);
    const answer = desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
    if (!answer.ok) throw new Error(answer.message);
    const cells = Object.values(desk.open().readings).reduce((sum, one) => sum + Object.keys(one).length, 0);
    expect(answer.check).toEqual({ tabs: 6, cells, values: 1, alike: 1, elsewhere: [] });
  });

  test('sees an edit of another tab that no trigger told of, and names what is open there', () => {
    const desk = openDesk(files);
    desk.setUp();
    fillBaseline(desk);
    const { sheetId, ...at } = place(desk, HOUSEHOLDS, '9 tháng', '2027');
    desk.person.paste(sheetId, at, [['28,5%']]);
    const answer = desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
    expect(answer.ok && answer.check.elsewhere).toEqual([{ period: '2027-Q3', unsent: 1, errors: 0, conflict: false }]);
  });

  test('says that it could not compare where the Worker does not answer again', () => {
    const desk = openDesk(files);
    desk.setUp();
    fillBaseline(desk);
    desk.worker.fates.push('pass', 'down');
    const answer = desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
    expect(answer.ok && answer.check.alike).toBeNull();
  });

  test('refuses while a kept value is unconfirmed, and takes the confirmation with the submission', () => {
    const desk = openDesk(files);
    desk.setUp(OFFICE);
    const { kept } = fillOffice(desk);
    const submit = (confirm: readonly string[]) => desk.call('sidebarSubmit', { period: Q3, confirm });
    const [first = '', ...others] = kept;
    const refused = submit(others);
    expect(refused.ok ? '' : refused.message).toContain('1 số giữ như kỳ trước chưa xác nhận');
    expect(unconfirmed(refused.pulse)).toEqual(kept);
    const answer = submit([first, ...others]);
    expect(answer.ok ? '' : answer.message).toBe('');
    expect(unconfirmed(answer.pulse)).toEqual([]);
  });
});

test('the reviewer’s words stay while the report is worked on, and go with the next submission', () => {
  const desk = openDesk(files);
  desk.setUp();
  fillBaseline(desk);
  desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
  desk.worker.decide('/api/reports/muong-bang/2025-Q4', 'returned', 'Rà lại số vụ việc');
  const words = ({ syncs }: PulseAnswer) => syncs.find((one) => one.period === '2025-Q4')?.returnReason;
  const ask = () => desk.pulse({ period: '2025-Q4', refresh: true }, CLERK);
  expect(words(ask())).toBe('Rà lại số vụ việc');
  desk.call('sidebarCommit', { period: '2025-Q4', input: 'complexCasesPreviousTerm', value: 8 });
  expect(words(ask())).toBe('Rà lại số vụ việc');
  const { pulse } = desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
  expect(words(pulse)).toBeNull();
});
