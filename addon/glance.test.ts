/** The open sidebar's quick question in the built script: what it costs, what it finds, what it never misses. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK, cellAt, type Desk, OTHER_CLERK, openDesk } from './built-addon.test-support.ts';
import type { Glance } from './rpc.ts';
import { SENDING } from './server/ration.ts';
import { outboxOf, writesOf, written } from './server/stored-outbox.ts';

const FRUIT = 'Diện tích cây ăn quả';
const PERIOD = '2026-Q3';

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

function deskWithGlance(): { desk: Desk; glance: Glance } {
  const desk = openDesk(files);
  desk.setUp();
  type(desk, '10');
  select(desk, '2026');
  const { glance } = desk.pulse();
  if (glance === undefined) throw new Error('no glance');
  return { desk, glance };
}

const place = (desk: Desk, tab = '2026', heading = '9 tháng') => cellAt(desk.model, tab, FRUIT, heading);
const type = (desk: Desk, typed: string, tab?: string) => desk.edit(place(desk, tab), typed);
function select(desk: Desk, tab: string, rowsBelow = 0): void {
  const { sheetId, row, column } = place(desk, tab);
  desk.person.select(sheetId, { row: row + rowsBelow, column, rows: 1, columns: 1 });
}
const ask = (desk: Desk, glance: Glance, user = CLERK) =>
  desk.call('sidebarGlance', { seen: null, period: PERIOD, glance }, user);
function services(desk: Desk, act: () => unknown): string[] {
  const before = desk.host.calls().length;
  act();
  return desk.host
    .calls()
    .slice(before)
    .map(({ service, member }) => `${service}.${member}`);
}

describe('a glance', () => {
  test('finds nothing where nothing has changed, and costs neither properties nor cache', () => {
    const { desk, glance } = deskWithGlance();
    expect(ask(desk, glance)).toEqual({ selection: { period: PERIOD, input: 'fruitArea' }, pulse: null });
    const used = services(desk, () => ask(desk, glance));
    expect(used.filter((name) => /Properties|Cache|Lock|UrlFetch|ScriptApp|Session/.test(name))).toEqual([]);
    expect(used.length).toBeLessThanOrEqual(11);
  });

  test('follows the cursor within the tab', () => {
    const { desk, glance } = deskWithGlance();
    select(desk, '2026', 1);
    expect(ask(desk, glance)).toEqual({ selection: { period: PERIOD, input: 'fruitAreaCoded' }, pulse: null });
  });

  test('opens the memory when the cursor has gone to another tab, and knows that tab next time', () => {
    const { desk, glance } = deskWithGlance();
    select(desk, '2027');
    const { pulse, selection } = ask(desk, glance);
    expect(selection).toEqual({ period: '2027-Q3', input: 'fruitArea' });
    if (pulse?.glance === undefined) throw new Error('not answered in full');
    expect(ask(desk, pulse.glance)).toEqual({ selection, pulse: null });
  });

  test.each([
    ['a value', (desk: Desk) => type(desk, '11'), { status: 'value', value: 11 }],
    ['a value whose trigger was dropped', (desk: Desk) => typeQuietly(desk, '12'), { status: 'value', value: 12 }],
    ['a format', (desk: Desk) => paste(desk, { value: 0.1, numberFormat: '0%' }), { status: 'unsendable' }],
  ])('finds %s that has changed, and sends it', (_, act, reading) => {
    const { desk, glance } = deskWithGlance();
    act(desk);
    const { pulse } = ask(desk, glance);
    expect(pulse?.readings?.fruitArea).toMatchObject(reading);
    expect(desk.worker.puts).toHaveLength(2);
    expect(pulse?.syncs).toMatchObject([{ period: PERIOD, waiting: false, revision: 2 }]);
  });

  test('reads the properties to send, not to find: once under the lock for the claim, once for the answer', () => {
    const { desk, glance } = deskWithGlance();
    type(desk, '11');
    const used = services(desk, () => ask(desk, glance));
    const count = (name: string) => used.filter((one) => one === name).length;
    expect(count('Properties.getProperties')).toBe(2);
    expect(count('Properties.setProperties')).toBe(2);
    expect(count('Range.getValues')).toBe(1);
    expect(count('ScriptApp.getIdentityToken')).toBe(1);
  });

  test('asks for no identity while there is nothing to send', () => {
    const { desk, glance } = deskWithGlance();
    typeQuietly(desk, '10');
    const used = services(desk, () => [ask(desk, glance), desk.pulse()]);
    expect(used).not.toContain('ScriptApp.getIdentityToken');
  });

  test('that is older than three minutes reads the memory afresh where something has changed', () => {
    const { desk, glance } = deskWithGlance();
    desk.edit(place(desk, '2027'), '5');
    type(desk, '11');
    expect(ask(desk, glance).pulse?.syncs).toHaveLength(1);
    desk.clock.now += 180_000;
    type(desk, '12');
    expect(ask(desk, glance).pulse?.syncs).toHaveLength(2);
  });
});

describe('for how long a glance will do', () => {
  test('three minutes where nothing waits', () => {
    const { desk } = deskWithGlance();
    expect(desk.pulse().goodForMs).toBe(180_000);
  });

  test('until the next try where the Worker was away', () => {
    const { desk } = deskWithGlance();
    desk.worker.down = true;
    type(desk, '11');
    const { goodForMs = 0 } = desk.pulse();
    expect(goodForMs).toBeGreaterThanOrEqual(1_000);
    expect(goodForMs).toBeLessThanOrEqual(2_000);
    desk.worker.down = false;
    desk.clock.now += goodForMs;
    expect(desk.pulse().syncs).toMatchObject([{ waiting: false }]);
  });

  test('a moment where another run is sending', () => {
    const { desk } = deskWithGlance();
    type(desk, '11');
    desk.worker.fates.push('answer-lost');
    desk.pulse();
    desk.clock.now += 60_000;
    let during: number | undefined;
    desk.worker.onRequest = () => {
      desk.worker.onRequest = null;
      during = desk.pulse({}, OTHER_CLERK).goodForMs;
    };
    desk.pulse();
    expect(during).toBe(2_000);
  });

  test('until its turn where much was sent at once; then it goes, and “Gửi ngay” never waits', {
    timeout: 30_000,
  }, () => {
    const { desk } = deskWithGlance();
    leaveSendings(desk, 2);
    for (const value of ['11', '12', '13', '14']) {
      desk.clock.now += 1_000;
      type(desk, value);
      desk.pulse();
    }
    expect(desk.worker.puts).toHaveLength(3);
    const { goodForMs, syncs } = desk.pulse();
    expect(syncs).toMatchObject([{ waiting: true, trouble: { code: 'pausing' } }]);
    const turn = Date.parse(syncs[0]?.trouble?.retryAt ?? '');
    expect(goodForMs).toBe(Math.min(180_000, turn - desk.clock.now));
    desk.clock.now = turn - 1;
    expect(desk.pulse().goodForMs).toBe(1);
    expect(desk.worker.puts).toHaveLength(3);
    desk.clock.now = turn;
    expect(desk.pulse().syncs).toMatchObject([{ waiting: false, trouble: null }]);
    expect(desk.worker.reports.get(`/api/reports/muong-bang/${PERIOD}`)?.values).toEqual({ fruitArea: 14 });
    type(desk, '15');
    desk.menu('menuSend');
    expect(desk.worker.puts).toHaveLength(5);
  });

  test('for ever where only a person can go on: another’s report, a refused content', () => {
    const { desk } = deskWithGlance();
    desk.worker.fates.push({ status: 422, problem: { code: 'refused', findings: [] } });
    type(desk, '11');
    expect(desk.pulse()).toMatchObject({ goodForMs: 180_000, syncs: [{ waiting: true }] });
  });
});

/** As after a long morning: so many may still follow each other at once. */
function leaveSendings(desk: Desk, left: number): void {
  const all = desk.model.script.documentProperties;
  const outbox = outboxOf(all);
  const spentUntil = desk.clock.now + (SENDING.atOnce - left) * SENDING.stepMs;
  const records = { [PERIOD]: { ...outbox.record(PERIOD), spentUntil } };
  desk.model.script.documentProperties = written(all, writesOf(outbox, { records }));
}

function typeQuietly(desk: Desk, typed: string): void {
  const { sheetId, ...cell } = place(desk);
  desk.person.edit(sheetId, cell, typed);
}

function paste(desk: Desk, cell: { value: number; numberFormat: string }): void {
  const { sheetId, row, column } = place(desk);
  desk.person.paste(sheetId, { row, column }, [[cell]]);
}
