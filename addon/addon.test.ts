/** The built add-in in the stand-in's host: from a typed cell to the Worker's answer, through everything that can go wrong. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK, cellAt, type Desk, OTHER_CLERK, openDesk, UNIT } from './built-addon.test-support.ts';
import { copyWorkbook } from './desk/stand-in/workbook-model.ts';

const FRUIT_CODED = 'Cây ăn quả đã cấp mã số vùng trồng';
const FRUIT = 'Diện tích cây ăn quả';
const HOUSEHOLDS = 'Hộ gia đình';
const Q3 = '/api/reports/muong-bang/2026-Q3';

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

function deskSetUp(): Desk {
  const desk = openDesk(files);
  desk.setUp();
  return desk;
}

const cell = (desk: Desk, label: string, heading = '9 tháng', tab = '2026') => cellAt(desk.model, tab, label, heading);

function type(desk: Desk, label: string, typed: string, heading = '9 tháng') {
  return desk.edit(cell(desk, label, heading), typed);
}

const lastPut = (desk: Desk) => desk.worker.puts[desk.worker.puts.length - 1];
const present = (values: unknown) =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null));
const sync = (answer: { syncs: readonly { period: string }[] }, period = '2026-Q3') =>
  answer.syncs.find((one) => one.period === period);

describe('a new workbook', () => {
  test('gets the guide, the baseline, a tab for each year, the results and the summary', () => {
    const desk = deskSetUp();
    expect(desk.model.sheets.map((sheet) => sheet.name)).toEqual([
      'Hướng dẫn',
      'Kỳ gốc 2025',
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
      'Kết quả',
      'Tổng hợp',
    ]);
  });

  test('opens without trouble, with every input of the unit blank in every period', () => {
    const { readings, syncs, workbook } = deskSetUp().open();
    expect(Object.keys(readings)).toHaveLength(21);
    expect(Object.values(readings).map((cells) => Object.keys(cells).length)).toEqual(Array(21).fill(49));
    const all = Object.values(readings).flatMap((cells) => Object.values(cells));
    expect(new Set(all.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"status":"value","value":null,"fromFormula":false}']),
    );
    expect(syncs).toEqual([]);
    expect(workbook).toMatchObject({ unit: UNIT, account: CLERK.email, locale: 'vi_VN', copyOf: null });
  });

  test('sends nothing while it is blank', () => {
    const desk = deskSetUp();
    desk.pulse();
    desk.menu('menuSend');
    expect(desk.worker.seen).toEqual([]);
  });

  test('installs one edit trigger and one clock trigger, and not again for another person', () => {
    const desk = deskSetUp();
    desk.open(OTHER_CLERK);
    expect(desk.model.script.triggers.map((trigger) => [trigger.functionName, trigger.creator])).toEqual([
      ['carryEdits', CLERK.email],
      ['sweep', CLERK.email],
    ]);
  });

  test('is set up again without losing a value', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.menu('menuSetUp');
    expect(desk.open().readings['2026-Q3']?.fruitAreaCoded).toMatchObject({ value: 41.5 });
  });

  test('refuses to become another unit', () => {
    const desk = deskSetUp();
    expect(() => desk.setUp('office')).toThrow('đơn vị khác');
  });
});

describe('a number typed into the grid', () => {
  test('is marked by onEdit, read by the pulse and sent as the whole report', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    expect(desk.worker.seen).toEqual([]);
    const answer = desk.pulse();
    const put = lastPut(desk);
    expect(put).toMatchObject({ path: Q3, headers: { 'If-None-Match': '*' } });
    expect(Object.keys(put?.body ?? {}).sort()).toEqual(
      ['editors', 'reasons', 'sheet', 'sources', 'state', 'values', 'via'].sort(),
    );
    expect(put?.body).toMatchObject({
      state: 'draft',
      sheet: 'book-muong-bang',
      via: 'person',
      editors: null,
      sources: {},
      reasons: {},
    });
    expect(Object.keys(Object(put?.body?.values))).toHaveLength(49);
    expect(present(put?.body?.values)).toEqual({ fruitAreaCoded: 41.5 });
    expect(sync(answer)).toMatchObject({ revision: 1, state: 'draft', waiting: false, trouble: null });
  });

  test('goes out again with the revision that it is based on', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    type(desk, FRUIT, '60');
    desk.pulse();
    expect(lastPut(desk)?.headers['If-Match']).toBe('"1"');
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitAreaCoded: 41.5, fruitArea: 60 });
  });

  test('is told to the sidebar once, and not again to a pulse that has seen it', () => {
    const desk = deskSetUp();
    const seen = desk.open().digests['2026-Q3'] ?? null;
    type(desk, FRUIT_CODED, '41,5');
    const first = desk.pulse({ seen });
    expect(first.readings?.fruitAreaCoded).toMatchObject({ value: 41.5 });
    expect(first.digest).not.toBe(seen);
    expect(desk.pulse({ seen: first.digest }).readings).toBeNull();
  });

  test('is told again when it is as it was before an answer that nobody wrote down', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    type(desk, FRUIT_CODED, '44');
    const jumped = desk.call('sidebarJump', { period: '2026-Q3', input: 'fruitAreaCoded' });
    expect(jumped.readings?.fruitAreaCoded).toMatchObject({ value: 44 });
    type(desk, FRUIT_CODED, '41,5');
    expect(desk.pulse({ seen: jumped.digest }).readings?.fruitAreaCoded).toMatchObject({ value: 41.5 });
  });

  test('of a tab that is not shown is sent by the same pulse', () => {
    const desk = deskSetUp();
    desk.edit(cell(desk, FRUIT_CODED, 'Cả năm', 'Kỳ gốc 2025'), '12');
    desk.pulse();
    expect(lastPut(desk)?.path).toBe('/api/reports/muong-bang/2025-Q4');
  });

  test('is sent by the carrier when nobody has the sidebar open, and says so', () => {
    const desk = deskSetUp();
    desk.clock.now += 300_000;
    const { runs } = type(desk, FRUIT_CODED, '41,5');
    expect(runs.map((run) => run.ok)).toEqual([true, true]);
    expect(lastPut(desk)?.body).toMatchObject({ via: 'trigger', state: 'draft' });
  });

  test.each([
    ['of another person', OTHER_CLERK, false, null],
    ['of another person within one domain', OTHER_CLERK, true, [OTHER_CLERK.email]],
    ['of the carrier’s own person', CLERK, false, [CLERK.email]],
  ])('%s names its editor to the Worker where the platform does', (_, user, told, editors) => {
    const desk = openDesk(files, { ports: { tellsActiveUser: () => told } });
    desk.setUp();
    desk.clock.now += 300_000;
    const { sheetId, ...place } = cell(desk, FRUIT_CODED);
    const outcome = desk.person.edit(sheetId, place, '41,5');
    if (!outcome.ok || outcome.edit === null) throw new Error('not typed');
    desk.host.fireEdit(outcome.edit, user);
    expect(lastPut(desk)?.body).toMatchObject({ via: 'trigger', editors });
  });

  test('is carried at most once a minute', () => {
    const desk = deskSetUp();
    desk.clock.now += 300_000;
    for (const typed of ['1', '2', '3']) {
      desk.clock.now += 5_000;
      type(desk, FRUIT_CODED, typed);
    }
    expect(desk.worker.puts).toHaveLength(1);
  });
});

describe('what triggers do not tell', () => {
  test('a pasted block is read whole', () => {
    const desk = deskSetUp();
    const { sheetId, row, column } = cell(desk, FRUIT);
    const outcome = desk.person.paste(sheetId, { row, column }, [['60'], ['41,5']]);
    if (!outcome.ok || outcome.edit === null) throw new Error('not pasted');
    expect(outcome.edit.value).toBeUndefined();
    desk.host.fireEdit(outcome.edit, CLERK);
    desk.pulse();
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitArea: 60, fruitAreaCoded: 41.5 });
  });

  test('an edit whose event was dropped is found by the pulse of its period', () => {
    const desk = deskSetUp();
    const { sheetId, ...place } = cell(desk, FRUIT_CODED);
    desk.person.edit(sheetId, place, '41,5');
    desk.pulse();
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitAreaCoded: 41.5 });
  });

  test('is found on opening and by the sweep, which sends it as a carrier', () => {
    const desk = deskSetUp();
    const { sheetId, ...place } = cell(desk, FRUIT_CODED, 'Cả năm');
    desk.person.edit(sheetId, place, '41,5');
    expect(sync(desk.open(), '2026-Q4')).toMatchObject({ waiting: true });
    desk.host.fireClock(desk.clock.now + 2 * 3_600_000);
    expect(lastPut(desk)).toMatchObject({ path: '/api/reports/muong-bang/2026-Q4', body: { via: 'sweep' } });
  });
});

/** 40 is acknowledged, 41,5 goes out and meets its fate, and the cell says 40 again. */
function deskWithTakenBack(fate: 'answer-lost' | 'late'): Desk {
  const desk = deskSetUp();
  type(desk, FRUIT_CODED, '40');
  desk.pulse();
  desk.worker.fates.push(fate);
  type(desk, FRUIT_CODED, '41,5');
  desk.pulse();
  type(desk, FRUIT_CODED, '40');
  return desk;
}

describe('the network', () => {
  test('a lost answer is made good by a replay: one revision, nothing twice', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.worker.fates.push('answer-lost');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true, trouble: { code: 'unreachable' } });
    desk.clock.now += 60_000;
    expect(sync(desk.pulse())).toMatchObject({ waiting: false, revision: 1 });
    expect(desk.worker.reports.get(Q3)?.revision).toBe(1);
  });

  test('a lost answer is known again even when the sheet has moved on since', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.worker.fates.push('answer-lost');
    desk.pulse();
    type(desk, FRUIT_CODED, '42');
    desk.clock.now += 60_000;
    const answer = desk.pulse();
    expect(answer.conflicts).toEqual([]);
    expect(sync(answer)).toMatchObject({ waiting: false, revision: 2 });
    expect(desk.worker.reports.get(Q3)?.values).toEqual({ fruitAreaCoded: 42 });
  });

  test('a value that was taken back after its answer was lost is taken back on the Worker too', () => {
    const desk = deskWithTakenBack('answer-lost');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true });
    desk.clock.now += 60_000;
    expect(sync(desk.pulse())).toMatchObject({ waiting: false });
    expect(desk.worker.reports.get(Q3)?.values).toEqual({ fruitAreaCoded: 40 });
  });

  test('down: edits wait and are counted, the tries become rarer, and all arrive when it is back', () => {
    const desk = deskSetUp();
    desk.worker.down = true;
    type(desk, FRUIT_CODED, '41,5');
    type(desk, FRUIT_CODED, '40', '6 tháng');
    for (let second = 0; second < 120; second += 3) {
      desk.clock.now += 3_000;
      desk.pulse();
    }
    expect(desk.pulse().syncs.filter((one) => one.waiting)).toHaveLength(2);
    expect(desk.worker.puts.length).toBeLessThan(12);
    desk.worker.down = false;
    desk.clock.now += 600_000;
    expect(desk.pulse().syncs.map(({ period, waiting }) => [period, waiting])).toEqual([
      ['2026-Q2', false],
      ['2026-Q3', false],
    ]);
    expect(desk.worker.reports.size).toBe(2);
  });

  test('"Gửi ngay" does not wait for the back-off, and says what it did', () => {
    const desk = deskSetUp();
    desk.worker.down = true;
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.menu('menuSend');
    expect(desk.toasts.pop()).toContain('Còn 1 kỳ chưa gửi được');
    desk.worker.down = false;
    desk.menu('menuSend');
    expect(desk.toasts.pop()).toBe('Đã gửi số liệu của 1 kỳ.');
  });

  test('"too many requests" is waited for as long as the Worker says, even by "Gửi ngay"', () => {
    const desk = deskSetUp();
    desk.worker.fates.push({ status: 429, problem: { code: 'too-many', retryAfter: 30 } });
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.clock.now += 29_000;
    desk.menu('menuSend');
    expect(desk.worker.puts).toHaveLength(1);
    desk.clock.now += 2_000;
    expect(sync(desk.pulse())).toMatchObject({ waiting: false });
  });

  test('a page of another network is no receipt', () => {
    const desk = deskSetUp();
    desk.worker.fates.push({ status: 200, problem: { code: 'welcome' } });
    type(desk, FRUIT_CODED, '41,5');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true, revision: null, trouble: { code: 'bad-answer' } });
  });

  test.each([
    [401, 'unknown-audience', 'unknown-audience'],
    [401, 'unauthorised', 'unauthorised'],
    [403, 'forbidden', 'forbidden'],
    [409, 'sheet-mismatch', 'sheet-mismatch'],
    [423, 'locked', 'locked'],
    [503, 'unavailable', 'unavailable'],
  ])('status %d %s is told as %s and loses nothing', (status, code, told) => {
    const desk = deskSetUp();
    desk.worker.fates.push({ status, problem: { code } });
    type(desk, FRUIT_CODED, '41,5');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true, trouble: { code: told } });
    desk.clock.now += 3_600_000;
    expect(sync(desk.pulse())).toMatchObject({ waiting: false, trouble: null, revision: 1 });
  });

  test('a refused content is not sent again until it is another one', () => {
    const desk = deskSetUp();
    desk.worker.fates.push({ status: 422, problem: { code: 'refused', findings: [] } });
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.clock.now += 86_400_000;
    desk.pulse();
    expect(desk.worker.puts).toHaveLength(1);
    type(desk, FRUIT_CODED, '41');
    expect(sync(desk.pulse())).toMatchObject({ waiting: false, trouble: null });
  });
});

describe('a sending that nobody waits for any more', () => {
  const SETTLED_MS = 300_000;

  /** 40 is acknowledged, 41,5 is on its way, and the cell says 40 again, which the Worker says that it has. */
  function deskWithLateTry(): Desk {
    const desk = deskWithTakenBack('late');
    desk.clock.now += 90_000;
    desk.pulse();
    return desk;
  }

  test('is waited for, in words, without asking again and again', () => {
    const desk = deskWithLateTry();
    const asked = desk.worker.seen.length;
    const answer = desk.pulse();
    expect(sync(answer)).toMatchObject({ waiting: true, differing: [], trouble: { code: 'late' } });
    expect(desk.worker.seen.length).toBe(asked);
    expect(answer.goodForMs).toBeGreaterThan(30_000);
    desk.menu('menuSend');
    expect(desk.toasts.pop()).toContain('có thể còn đến muộn');
    expect(desk.worker.seen.length).toBe(asked);
  });

  test('is found when it has arrived, and what the sheet says is sent on it', () => {
    const desk = deskWithLateTry();
    desk.worker.arriveLate();
    expect(desk.worker.reports.get(Q3)).toMatchObject({ revision: 2, values: { fruitAreaCoded: 41.5 } });
    desk.clock.now += SETTLED_MS;
    desk.pulse();
    expect(desk.worker.reports.get(Q3)).toMatchObject({ revision: 3, values: { fruitAreaCoded: 40 } });
    expect(sync(desk.pulse())).toMatchObject({ revision: 3, waiting: false, trouble: null });
  });

  test('is forgotten when it can arrive no more, without a word to the ledger', () => {
    const desk = deskWithLateTry();
    const puts = desk.worker.puts.length;
    desk.clock.now += SETTLED_MS;
    desk.pulse();
    expect(sync(desk.pulse())).toMatchObject({ revision: 1, waiting: false, trouble: null });
    expect(desk.worker.puts.length).toBe(puts);
  });

  test('is asked after again where the Worker cannot be reached', () => {
    const desk = deskWithLateTry();
    desk.worker.arriveLate();
    desk.clock.now += SETTLED_MS;
    desk.worker.fates.push('down');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true, trouble: { code: 'unreachable' } });
    desk.clock.now += SETTLED_MS;
    desk.pulse();
    expect(desk.worker.reports.get(Q3)).toMatchObject({ revision: 3, values: { fruitAreaCoded: 40 } });
  });

  test('is nothing to worry about once another number has been stored', () => {
    const desk = deskWithLateTry();
    type(desk, FRUIT_CODED, '42');
    expect(sync(desk.pulse())).toMatchObject({ revision: 2, waiting: false, trouble: null });
    desk.worker.arriveLate();
    expect(desk.worker.reports.get(Q3)).toMatchObject({ revision: 2, values: { fruitAreaCoded: 42 } });
  });
});

describe('a newer revision on the Worker', () => {
  test('that is a return of ours: the report goes out on it, without a question', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.worker.decide(Q3, 'returned', 'Thiếu dân số');
    type(desk, FRUIT, '60');
    const answer = desk.pulse();
    expect(answer.conflicts).toEqual([]);
    expect(sync(answer)).toMatchObject({ revision: 3, state: 'draft', waiting: false });
  });

  test('that was returned is asked after when the sidebar says so, with the reviewer’s words', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.worker.decide(Q3, 'returned', 'Thiếu dân số');
    expect(sync(desk.pulse({ refresh: true }))).toMatchObject({
      revision: 2,
      state: 'returned',
      returnReason: 'Thiếu dân số',
      waiting: false,
    });
  });

  test('that is accepted takes no edit until it is returned', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.worker.decide(Q3, 'accepted');
    type(desk, FRUIT_CODED, '42');
    expect(sync(desk.pulse())).toMatchObject({ waiting: true, state: 'accepted', trouble: { code: 'accepted' } });
    desk.worker.decide(Q3, 'returned', 'Sửa lại');
    expect(sync(desk.pulse({ refresh: true }))).toMatchObject({ waiting: false, state: 'draft', trouble: null });
  });

  test('that is another person’s is shown side by side, and nothing is sent before a choice', () => {
    const desk = withConflict();
    const answer = desk.pulse();
    expect(answer.conflicts).toEqual([
      {
        period: '2026-Q3',
        revision: 2,
        by: 'nguoi.khac@demo.test',
        at: '2026-11-24T03:00:00.000Z',
        differences: [
          { input: 'fruitArea', mine: null, theirs: 70 },
          { input: 'fruitAreaCoded', mine: 42, theirs: 45 },
        ],
      },
    ]);
    const before = desk.worker.puts.length;
    desk.clock.now += 3_600_000;
    desk.pulse();
    expect(desk.worker.puts).toHaveLength(before);
  });

  test('settled: what is theirs comes into the sheet, what is mine stays, and the whole goes out on their revision', () => {
    const desk = withConflict();
    desk.pulse();
    const answer = desk.call('sidebarSettle', {
      period: '2026-Q3',
      revision: 2,
      keep: { fruitArea: 'theirs', fruitAreaCoded: 'mine' },
    });
    expect(answer.conflicts).toEqual([]);
    expect(lastPut(desk)?.headers['If-Match']).toBe('"2"');
    expect(desk.worker.reports.get(Q3)?.values).toEqual({ fruitArea: 70, fruitAreaCoded: 42 });
    const { sheetId, row, column } = cell(desk, FRUIT);
    expect(desk.model.cell(sheetId, row, column).value).toBe(70);
  });

  test('and has a newer one after it by the time of the choice: nothing is settled, and the newer one is asked about', () => {
    const desk = withConflict();
    desk.pulse();
    const theirs = desk.worker.reports.get(Q3);
    if (theirs === undefined) throw new Error('nothing stored');
    desk.worker.reports.set(Q3, { ...theirs, revision: 3, values: { fruitAreaCoded: 46, fruitArea: 70 } });
    desk.pulse({ refresh: true });
    const before = desk.worker.puts.length;
    const choice = { period: '2026-Q3', keep: { fruitArea: 'theirs', fruitAreaCoded: 'mine' } } as const;
    const answer = desk.call('sidebarSettle', { ...choice, revision: 2 });
    expect(answer.conflicts).toMatchObject([{ revision: 3, differences: [{}, { mine: 42, theirs: 46 }] }]);
    expect(desk.worker.puts).toHaveLength(before);
    const { sheetId, row, column } = cell(desk, FRUIT);
    expect(desk.model.cell(sheetId, row, column).value).toBeNull();
    expect(desk.call('sidebarSettle', { ...choice, revision: 3 }).conflicts).toEqual([]);
    expect(lastPut(desk)?.headers['If-Match']).toBe('"3"');
  });

  test('is our own after the properties were lost: the report names this sheet', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.model.script.documentProperties = {};
    type(desk, FRUIT_CODED, '42');
    const answer = desk.pulse();
    expect(answer.conflicts).toEqual([]);
    expect(sync(answer)).toMatchObject({ waiting: false, revision: 2 });
  });

  function withConflict(): Desk {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    const ours = desk.worker.reports.get(Q3);
    if (ours === undefined) throw new Error('nothing stored');
    desk.worker.reports.set(Q3, {
      ...ours,
      revision: 2,
      values: { fruitAreaCoded: 45, fruitArea: 70 },
      by: 'nguoi.khac@demo.test',
      at: '2026-11-24T03:00:00.000Z',
    });
    type(desk, FRUIT_CODED, '42');
    return desk;
  }
});

describe('the ledger of the Worker', () => {
  test('that goes on from the last receipt says nothing', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    expect(desk.pulse().ledger).toBeNull();
    type(desk, FRUIT_CODED, '42');
    expect(desk.pulse().ledger).toBeNull();
  });

  test('that is shorter than it was is noticed, until a person has passed it on', () => {
    const desk = deskSetUp();
    desk.worker.entries = 40;
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    // Another commune's object, or an older copy of this one.
    desk.worker.entries = 7;
    type(desk, FRUIT_CODED, '42');
    expect(desk.pulse().ledger).toMatchObject({ was: 41, is: 8 });
    type(desk, FRUIT_CODED, '43');
    expect(desk.pulse().ledger).toMatchObject({ was: 41, is: 8 });
    expect(desk.open().ledger).toMatchObject({ was: 41, is: 8 });
    expect(desk.call('sidebarLedgerSeen', { period: '2026-Q3' }).ledger).toBeNull();
    type(desk, FRUIT_CODED, '44');
    expect(desk.pulse().ledger).toBeNull();
  });
});

describe('a copy of the workbook', () => {
  test.each([true, false])('sends nothing and says whose copy it is (properties copied: %s)', (properties) => {
    const original = deskSetUp();
    type(original, FRUIT_CODED, '41,5');
    original.pulse();
    const model = copyWorkbook(original.model, { id: 'book-copy', properties });
    const copy = openDesk(files, { model });
    expect(copy.open().workbook.copyOf).toBe('book-muong-bang');
    copy.edit(cellAt(model, '2026', FRUIT_CODED, '9 tháng'), '99');
    copy.pulse();
    copy.menu('menuSend');
    expect(copy.call('sidebarSubmit', { period: '2026-Q3', confirm: [] })).toMatchObject({ ok: false });
    expect(copy.worker.seen).toEqual([]);
    expect(model.script.triggers).toEqual([]);
  });
});

describe('what a person may withhold', () => {
  const SCRIPT_APP = 'https://www.googleapis.com/auth/script.scriptapp';
  const shy = { ...CLERK, deniedScopes: [SCRIPT_APP] };

  test('the right to install triggers: everything but the carrier works', () => {
    const desk = openDesk(files);
    desk.call('sidebarSetUp', { unit: UNIT }, shy);
    expect(desk.model.script.triggers).toEqual([]);
    type(desk, FRUIT_CODED, '41,5');
    expect(sync(desk.pulse({}, shy))).toMatchObject({ waiting: false });
  });

  test('the e-mail address: the account stays empty, and numbers are sent all the same', () => {
    const desk = deskSetUp();
    const nameless = { ...CLERK, deniedScopes: ['https://www.googleapis.com/auth/userinfo.email'] };
    expect(desk.open(nameless).workbook.account).toBe('');
    type(desk, FRUIT_CODED, '41,5');
    expect(sync(desk.pulse({}, nameless))).toMatchObject({ waiting: false });
  });
});

test('a sweep to which the platform gives no spreadsheet ends without a word', () => {
  const desk = openDesk(files, { ports: { lacksService: (name) => name === 'activeSpreadsheet' } });
  desk.setUp();
  type(desk, FRUIT_CODED, '41,5');
  const before = desk.worker.seen.length;
  expect(desk.host.fireClock(desk.clock.now + 2 * 3_600_000)).toMatchObject([{ functionName: 'sweep', ok: true }]);
  expect(desk.worker.seen).toHaveLength(before);
});

test('a workbook with our tabs but without any memory is taken for a copy', () => {
  const desk = deskSetUp();
  const forget = (state: { metadata: readonly unknown[] }) => {
    state.metadata = [];
  };
  desk.model.update(forget, { kind: 'metadata' });
  desk.model.script.documentProperties = {};
  const stripped = openDesk(files, { model: desk.model });
  expect(stripped.open().workbook).toMatchObject({ unit: null, copyOf: 'không rõ' });
});

describe('what cannot be sent', () => {
  test('goes as null on the wire and is named at the cell, the rest goes', () => {
    const desk = deskSetUp();
    type(desk, FRUIT, '60');
    desk.person.paste(...pasteInto(desk, FRUIT_CODED), [[{ value: 'khoảng 40' }]]);
    const answer = desk.pulse();
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitArea: 60 });
    expect(answer.readings?.fruitAreaCoded).toMatchObject({ status: 'unsendable', shown: 'khoảng 40' });
  });

  test('a formula is refused, with its result offered', () => {
    const desk = deskSetUp();
    const place = cell(desk, FRUIT_CODED);
    type(desk, FRUIT_CODED, '=20+21');
    desk.model.setFormulaResults([{ ...place, value: 41 }]);
    expect(desk.pulse().readings?.fruitAreaCoded).toMatchObject({
      status: 'unsendable',
      shown: expect.stringContaining('41'),
    });
  });

  test.each(['-5', '1/2', '41,555'])('%s never leaves the sheet', (typed) => {
    const desk = deskSetUp();
    type(desk, FRUIT, '60');
    type(desk, FRUIT_CODED, typed);
    expect(desk.pulse().readings?.fruitAreaCoded).toMatchObject({ status: 'unsendable' });
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitArea: 60 });
  });

  test('rows that were sorted are not read, and nothing of the tab is sent', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    const { sheetId, row } = cell(desk, FRUIT);
    desk.person.sort(sheetId, { row, column: 1, rows: 3, columns: 8 }, 2, true);
    const answer = desk.pulse();
    expect(sync(answer)).toMatchObject({ trouble: { code: 'layout' } });
    expect(desk.worker.puts).toHaveLength(1);
    desk.person.undo();
    expect(sync(desk.pulse())).toMatchObject({ trouble: null, waiting: false });
  });

  test('rows that were moved or pushed down by new ones are found again', () => {
    const desk = deskSetUp();
    const { sheetId, row } = cell(desk, FRUIT);
    desk.person.insertRows(sheetId, row, 2);
    desk.person.moveRows(sheetId, row + 2, 1, row + 20);
    type(desk, FRUIT, '60');
    desk.pulse();
    expect(present(lastPut(desk)?.body?.values)).toEqual({ fruitArea: 60 });
  });

  function pasteInto(desk: Desk, label: string) {
    const { sheetId, row, column } = cell(desk, label);
    return [sheetId, { row, column }] as const;
  }
});

describe('the sidebar', () => {
  test('commits a value into its cell and sends it in the same run', () => {
    const desk = deskSetUp();
    const answer = desk.call('sidebarCommit', { period: '2026-Q3', input: 'fruitAreaCoded', value: 41.5 });
    const { sheetId, row, column } = cell(desk, FRUIT_CODED);
    expect(desk.model.cell(sheetId, row, column).value).toBe(41.5);
    expect(answer.readings?.fruitAreaCoded).toMatchObject({ value: 41.5 });
    expect(sync(answer)).toMatchObject({ revision: 1, waiting: false });
  });

  test.each([
    ['na', 'Không áp dụng'],
    [null, null],
    [0, 0],
  ] as const)('writes %s as %s and reads it back as it was', (value, written) => {
    const desk = deskSetUp();
    desk.call('sidebarCommit', { period: '2026-Q3', input: 'households', value: 7 });
    desk.call('sidebarCommit', { period: '2026-Q3', input: 'households', value });
    const { sheetId, row, column } = cell(desk, HOUSEHOLDS);
    expect(desk.model.cell(sheetId, row, column).value).toBe(written);
    expect(desk.open().readings['2026-Q3']?.households).toMatchObject({ status: 'value', value });
  });

  test('stores a draft with a part above its whole; the submission is refused with the finding', () => {
    const desk = deskSetUp();
    type(desk, FRUIT, '40');
    type(desk, FRUIT_CODED, '41,5');
    expect(sync(desk.pulse())).toMatchObject({ waiting: false, state: 'draft' });
    const answer = desk.call('sidebarSubmit', { period: '2026-Q3', confirm: [] });
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.findings.map((finding) => [finding.code, finding.input])).toContainEqual([
      'part-exceeds-whole',
      'fruitAreaCoded',
    ]);
    expect(desk.worker.reports.get(Q3)?.state).toBe('draft');
  });

  test('submits a complete report in the person’s own name', () => {
    const desk = deskSetUp();
    fillBaseline(desk);
    const answer = desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
    expect(answer).toMatchObject({ ok: true });
    expect(lastPut(desk)?.body).toMatchObject({ state: 'submitted', via: 'person' });
    expect(sync(answer.pulse, '2025-Q4')).toMatchObject({ state: 'submitted', waiting: false });
  });

  test('a submission whose answer was lost is not taken back by a draft, and ends as submitted', () => {
    const desk = deskSetUp();
    fillBaseline(desk);
    desk.worker.fates.push('answer-lost');
    expect(desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] })).toMatchObject({ ok: false });
    desk.clock.now += 3_600_000;
    desk.host.fireClock(desk.clock.now);
    desk.pulse({ period: '2025-Q4' }, OTHER_CLERK);
    expect(desk.worker.reports.get('/api/reports/muong-bang/2025-Q4')).toMatchObject({
      state: 'submitted',
      revision: 2,
    });
    expect(sync(desk.pulse({ period: '2025-Q4' }), '2025-Q4')).toMatchObject({ state: 'submitted', waiting: false });
  });

  test('an edit after the submission makes a draft', () => {
    const desk = deskSetUp();
    fillBaseline(desk);
    desk.call('sidebarSubmit', { period: '2025-Q4', confirm: [] });
    desk.call('sidebarCommit', { period: '2025-Q4', input: 'complexCasesPreviousTerm', value: 8 });
    expect(lastPut(desk)?.body).toMatchObject({ state: 'draft' });
  });

  test('a reason is kept, sent, and taken away again', () => {
    const desk = deskSetUp();
    type(desk, FRUIT, '1800');
    const given = desk.call('sidebarReason', { period: '2026-Q3', input: 'fruitArea', reason: ' Đã rà soát ' });
    expect(lastPut(desk)?.body?.reasons).toEqual({ fruitArea: 'Đã rà soát' });
    expect(sync(given)).toMatchObject({ waiting: false, reasons: { fruitArea: 'Đã rà soát' } });
    desk.call('sidebarReason', { period: '2026-Q3', input: 'fruitArea', reason: '' });
    expect(lastPut(desk)?.body?.reasons).toEqual({});
  });

  test('follows the cursor and puts it into a cell', () => {
    const desk = deskSetUp();
    const selection = { period: '2027-Q2', input: 'households' } as const;
    expect(desk.call('sidebarJump', selection).selection).toEqual(selection);
    expect(desk.pulse().selection).toEqual(selection);
  });

  test('gets a token with the time it ends', () => {
    const desk = deskSetUp();
    expect(desk.call('sidebarToken').expiresAt).toBe('2026-11-24T03:00:00.000Z');
  });

  function fillBaseline(desk: Desk) {
    desk.edit(cell(desk, 'Tổng vụ việc như trên của nhiệm kỳ trước', 'Cả năm', 'Kỳ gốc 2025'), '7');
    desk.pulse({ period: '2025-Q4' });
  }
});

describe('service calls', () => {
  test('a pulse of an unchanged workbook makes at most 16, however many cells there are', () => {
    const desk = deskSetUp();
    type(desk, FRUIT_CODED, '41,5');
    const { digest } = desk.pulse();
    desk.call('sidebarJump', { period: '2026-Q3', input: 'fruitAreaCoded' });
    const before = desk.host.calls().length;
    desk.pulse({ seen: digest });
    expect(desk.host.calls().length - before).toBeLessThanOrEqual(16);
  });

  test('the simple edit trigger makes at most 8', () => {
    const desk = deskSetUp();
    desk.model.script.triggers = [];
    const before = desk.host.calls().length;
    type(desk, FRUIT_CODED, '41,5');
    expect(desk.host.calls().length - before).toBeLessThanOrEqual(8);
  });

  test('the lock is never held while the network is asked', () => {
    let locked = false;
    const held: boolean[] = [];
    const desk = openDesk(files, {
      ports: {
        beforeCall: ({ service, member }) => {
          if (service === 'Lock' && member === 'tryLock') locked = true;
          if (service === 'Lock' && member === 'releaseLock') locked = false;
          if (service === 'UrlFetchApp') held.push(locked);
        },
      },
    });
    desk.setUp();
    type(desk, FRUIT_CODED, '41,5');
    desk.pulse();
    desk.pulse({ refresh: true });
    expect(held.length).toBeGreaterThan(2);
    expect(held).not.toContain(true);
  });
});
