/** The self-check in a person's workbook: what it leaves alone, its tab, the steps by hand, and that it comes through faults. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK, type Desk, OTHER_CLERK } from './built-addon.test-support.ts';
import {
  checkedDesk,
  leftAlone,
  type Otherwise,
  resultsIn,
  selfCheck,
  TAB,
  textsIn,
  tokenOf,
} from './checked-desk.test-support.ts';
import type { PersonOutcome } from './desk/stand-in/model/types.ts';
import { copyWorkbook, createWorkbook, WorkbookModel } from './desk/stand-in/workbook-model.ts';

let files: Awaited<ReturnType<typeof builtFiles>>;
let setUp: ReturnType<WorkbookModel['toJSON']>;

beforeAll(async () => {
  files = await builtFiles();
  const desk = checkedDesk(files);
  desk.setUp();
  setUp = desk.model.toJSON();
});

function deskSetUp(otherwise: Otherwise = {}): Desk {
  return checkedDesk(files, { model: WorkbookModel.fromJSON(setUp), ...otherwise });
}

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

function sheetNamed(desk: Desk, name: string) {
  const sheet = desk.model.sheetByName(name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe('a person’s workbook', () => {
  test('is as it was: tabs, cells, selection, properties, triggers, marks, protections', () => {
    const desk = deskSetUp();
    const year = sheetNamed(desk, '2026');
    desk.person.edit(year.id, { row: 12, column: 5 }, '1.180');
    desk.person.select(year.id, area(12, 5, 3, 2));
    desk.model.select(OTHER_CLERK.email, year.id, area(2, 2), 'person');
    const before = leftAlone(desk);
    selfCheck(desk);
    expect(leftAlone(desk)).toEqual(before);
    expect(desk.model.sheets.at(-1)?.name).toBe(TAB);
    expect(desk.model.sheets).toHaveLength(before.sheets.length + 1);
  });

  test('has its own tab in front while the checks run', () => {
    const fronts = new Set<number>();
    const desk: Desk = deskSetUp({
      services: {
        'Properties.getProperty': (real) => {
          fronts.add(desk.model.selection(CLERK.email).sheetId);
          return real();
        },
      },
    });
    const year = sheetNamed(desk, '2026');
    desk.person.select(year.id, area(1, 1));
    selfCheck(desk);
    expect([...fronts]).toEqual([year.id]);
  });

  test('keeps a tab of the same name that is hers', () => {
    const desk = deskSetUp();
    desk.model.renameSheet(sheetNamed(desk, '2030').id, TAB);
    const hers = textsIn(desk);
    desk.menu('menuSelfCheck');
    desk.menu('menuSelfCheck');
    expect(textsIn(desk)).toEqual(hers);
    expect(resultsIn(desk, `${TAB} (chỉ tiêu)`)['values.grouped']?.kind).toBe('holds');
    expect(desk.model.sheets.filter(({ name }) => name.startsWith(TAB))).toHaveLength(2);
    expect(desk.toasts.at(-1)).toContain(`“${TAB} (chỉ tiêu)”`);
  });

  test('that is new is set up as if nothing had been checked in it', () => {
    const american = () =>
      createWorkbook({ id: 'book', name: 'Mới', owner: CLERK.email, locale: 'en_US', sheets: [{ name: 'Sheet1' }] });
    const checked = checkedDesk(files, { model: american() });
    const results = selfCheck(checked);
    expect(results['locale.vietnamese']).toMatchObject({ kind: 'differs' });
    expect(results['values.grouped']).toMatchObject({ kind: 'untried', seen: expect.stringContaining('số 1,18') });
    checked.setUp();
    const plain = checkedDesk(files, { model: american() });
    plain.setUp();
    expect(checked.model.state.locale).toBe('vi_VN');
    expect(checked.model.sheets.map(({ name }) => name).filter((name) => name !== TAB)).toEqual(
      plain.model.sheets.map(({ name }) => name),
    );
  });

  test('that is a copy is checked as well, and stays a copy', () => {
    const copy = copyWorkbook(WorkbookModel.fromJSON(setUp), { id: 'copy', properties: true });
    const desk = checkedDesk(files, { model: copy });
    expect(selfCheck(desk)['triggers.own']?.kind).toBe('untried');
    expect(desk.open().workbook.copyOf).toBe('book-muong-bang');
  });
});

describe('the token', () => {
  const secrets = (desk: Desk) => {
    const parts = tokenOf(CLERK.email, desk.clock.now, {}).split('.');
    // The first letters of the claims are the same at every moment.
    return [parts[0] ?? '', (parts[1] ?? '').slice(0, 60), parts[2] ?? ''];
  };
  const everything = (desk: Desk, lines: readonly string[]) =>
    JSON.stringify([desk.model.toJSON(), desk.toasts, lines, desk.worker.seen]);

  test('is in no cell, no property, no message and no request; its audience and issuer are shown', () => {
    const lines: string[] = [];
    const requests: string[] = [];
    const desk = deskSetUp({
      ports: { log: (line) => lines.push(line) },
      answer: (request) => {
        requests.push(JSON.stringify(request));
        return null;
      },
    });
    selfCheck(desk);
    expect(requests).toHaveLength(5);
    for (const secret of secrets(desk)) expect(everything(desk, [...lines, ...requests])).not.toContain(secret);
    const texts = textsIn(desk).map((row) => row.join('|'));
    expect(texts.find((row) => row.startsWith('Mã ứng dụng (aud)'))).toContain('1234-abc.apps.googleusercontent.com');
    expect(texts.find((row) => row.startsWith('Nơi cấp thẻ (iss)'))).toContain('https://accounts.google.com');
  });

  test('is not repeated even where the platform’s own messages quote it', () => {
    const desk: Desk = deskSetUp({
      services: {
        'UrlFetchApp.fetch': () => {
          throw new Error(`cannot fetch with ${tokenOf(CLERK.email, desk.clock.now, {})}`);
        },
      },
    });
    const results = selfCheck(desk);
    expect(results['network.reach']?.seen).toContain('cannot fetch with …');
    for (const secret of secrets(desk)) expect(everything(desk, [])).not.toContain(secret);
  });

  test('that is not given is said to be missing, with what was not granted', () => {
    const desk = deskSetUp({ ports: { identityToken: () => null } });
    const user = { email: CLERK.email, deniedScopes: ['openid'] };
    desk.menu('menuSelfCheck', user);
    const results = resultsIn(desk);
    expect(results['identity.token']).toMatchObject({ kind: 'differs', seen: 'Google không đưa thẻ định danh' });
    expect(results['identity.scopes']).toMatchObject({ kind: 'differs' });
    expect(results['identity.scopes']?.seen).toMatch(/^spreadsheets.*userinfo\.email\. Còn thiếu, cấp ở: https:/);
    expect(results['values.grouped']?.kind).toBe('holds');
  });
});

describe('the tab', () => {
  test('is plain text written at once, with a protection that only warns and leaves the trial cells free', () => {
    const desk = deskSetUp();
    const written: number[] = [];
    desk.model.onChange((change) => {
      if (change.kind === 'cells' && desk.model.sheet(change.sheetId)?.name === TAB) written.push(change.area.rows);
    });
    const results = selfCheck(desk);
    expect(written).toEqual([textsIn(desk).filter((row) => row.some((text) => text !== '')).length + 2]);
    const { id } = sheetNamed(desk, TAB);
    const first = results['events.typed']?.row ?? 0;
    expect(desk.model.protections.filter(({ sheetId }) => sheetId === id)).toMatchObject([
      { area: null, warningOnly: true, unprotected: [area(first, 5, 11, 2)] },
    ]);
    const formats = desk.model.read(id, area(1, 1, 80, 4)).flatMap((row) => row.map((cell) => cell.numberFormat));
    expect(new Set(formats.slice(0, 4 * (written[0] ?? 0)))).toEqual(new Set(['@']));
    expect(desk.model.read(id, area(1, 1, 90, 6)).flatMap((row) => row.filter((cell) => cell.formula))).toEqual([]);
  });

  test('shows what differs first, and counts', () => {
    const desk = deskSetUp({ answer: () => ({ kind: 'response', status: 500, headers: {}, body: '' }) });
    const results = selfCheck(desk);
    const checks = Object.entries(results).filter(([id]) => !/^(events|looks)\./.test(id));
    const order = checks.sort(([, a], [, b]) => a.row - b.row).map(([, { kind }]) => kind);
    expect(order.slice(0, 3)).toEqual(['differs', 'differs', 'differs']);
    expect(order.slice(3)).not.toContain('differs');
    expect(textsIn(desk)[1]?.[0]).toBe(desk.toasts.at(-1)?.replace(/^Đã kiểm tra: (.*)\. Xem.*$/, '$1'));
  });

  test('is written anew by the next run, without a second one and without rows of the run before', () => {
    const desk = deskSetUp();
    const first = selfCheck(desk);
    const { id } = sheetNamed(desk, TAB);
    desk.model.renameSheet(id, 'Đổi tên');
    desk.menu('menuSelfCheck');
    expect(resultsIn(desk, 'Đổi tên')['values.grouped']?.row).toBe(first['values.grouped']?.row);
    expect(desk.model.sheetByName(TAB)).toBeNull();
    expect(desk.model.protections.filter(({ sheetId }) => sheetId === id)).toHaveLength(1);
    expect(desk.model.metadata.filter(({ key }) => key.startsWith('chi-tieu.self-check'))).toHaveLength(1);
  });
});

describe('the steps by hand', () => {
  function ready(): { desk: Desk; place: (id: string) => { row: number; column: number }; id: number } {
    const desk = deskSetUp();
    const results = selfCheck(desk);
    const place = (step: string) => ({ row: results[step]?.row ?? 0, column: 5 });
    return { desk, place, id: sheetNamed(desk, TAB).id };
  }

  function fire(desk: Desk, outcome: PersonOutcome): void {
    if (!outcome.ok || outcome.edit === null) throw new Error('no edit');
    desk.clock.now += 5_000;
    const { runs } = desk.host.fireEdit(outcome.edit, CLERK);
    expect(runs.filter((run) => !run.ok)).toEqual([]);
  }

  test('are all still to do after the first run', () => {
    const { desk } = ready();
    const steps = Object.entries(resultsIn(desk)).filter(([id]) => /^(events|looks)\./.test(id));
    expect(new Set(steps.map(([, { kind }]) => kind))).toEqual(new Set(['to-do']));
    expect(steps).toHaveLength(11);
  });

  test('show what the events of typing, typing over, clearing, pasting and filling are like', () => {
    const { desk, place, id } = ready();
    const { person } = desk;
    fire(desk, person.edit(id, place('events.typed'), '1.180'));
    fire(desk, person.edit(id, place('events.retyped'), '2,5'));
    fire(desk, person.clear(id, area(place('events.cleared').row, 5)));
    fire(desk, person.paste(id, place('events.pasted-block'), [['a', 'b']]));
    fire(desk, person.paste(id, place('events.pasted-one'), [['a']]));
    const { row } = place('events.filled');
    fire(desk, person.fill(id, area(row, 5), area(row, 6)));
    fire(desk, person.paste(id, place('events.past-validation'), [['chữ']]));
    const results = resultsIn(desk);
    const done = Object.entries(results).filter(([step, { kind }]) => step.startsWith('events.') && kind !== 'holds');
    expect(done).toEqual([]);
    expect(results['events.typed']?.seen).toBe(
      `E${place('events.typed').row}; value: “1180”; oldValue: không có; LIMITED; ô: số 1.180`,
    );
    expect(results['events.installed']?.seen).toContain('FULL');
  });

  test('differ where an event has another shape', () => {
    const { desk, place, id } = ready();
    const outcome = desk.person.paste(id, place('events.pasted-one'), [['7']]);
    if (!outcome.ok || outcome.edit === null) throw new Error('no edit');
    desk.host.fireEdit({ ...outcome.edit, value: '7' }, CLERK);
    expect(resultsIn(desk)['events.pasted-one']).toMatchObject({
      kind: 'differs',
      seen: expect.stringContaining('value: “7”'),
    });
  });

  test('take the person’s word for what only eyes see', () => {
    const { desk, place, id } = ready();
    fire(desk, desk.person.edit(id, { ...place('looks.sidebar-commits'), column: 6 }, '5'));
    expect(resultsIn(desk)['looks.sidebar-commits']?.kind).toBe('to-do');
    fire(desk, desk.person.edit(id, place('looks.sidebar-commits'), 'Không'));
    fire(desk, desk.person.edit(id, place('looks.elsewhere'), 'Có'));
    const results = resultsIn(desk);
    expect([results['looks.sidebar-commits']?.kind, results['looks.elsewhere']?.kind]).toEqual(['differs', 'holds']);
  });

  test('are kept by the next run, and found again where rows were inserted', () => {
    const { desk, place, id } = ready();
    fire(desk, desk.person.edit(id, place('events.typed'), '1.180'));
    desk.person.insertRows(id, 2, 3);
    const { row, column } = place('events.cleared');
    fire(desk, desk.person.clear(id, area(row + 3, column)));
    const seen = resultsIn(desk)['events.cleared'];
    expect(seen).toMatchObject({ kind: 'holds', row: row + 3 });
    const again = selfCheck(desk);
    expect(again['events.cleared']).toMatchObject({ kind: 'holds', seen: seen?.seen, row });
    expect(again['events.typed']?.kind).toBe('holds');
    expect(again['events.filled']?.kind).toBe('to-do');
  });

  test('come through a formula that is not computed yet', () => {
    const desk = deskSetUp({ uncomputed: true });
    const row = selfCheck(desk)['events.typed']?.row ?? 0;
    fire(desk, desk.person.edit(sheetNamed(desk, TAB).id, { row, column: 5 }, '=1+1'));
    expect(resultsIn(desk)['events.typed']).toMatchObject({
      kind: 'differs',
      seen: expect.stringContaining('ô: không có'),
    });
    expect(selfCheck(desk)['events.typed']?.kind).toBe('differs');
  });

  test('ask for nothing outside their cells', () => {
    const { desk, id } = ready();
    const before = resultsIn(desk);
    fire(desk, desk.person.edit(id, { row: before['events.typed']?.row ?? 0, column: 8 }, '1'));
    fire(desk, desk.person.edit(id, { row: 2, column: 1 }, 'ghi chú'));
    const changed = Object.entries(resultsIn(desk)).filter(([step, { kind }]) => kind !== before[step]?.kind);
    expect(changed).toEqual([]);
  });
});

describe('an edit elsewhere', () => {
  /** The service calls of one simple trigger's run. */
  function callsOf(desk: Desk, sheet: string): string[] {
    const before = desk.host.calls().length;
    const outcome = desk.person.edit(sheetNamed(desk, sheet).id, { row: 12, column: 5 }, '7');
    if (!outcome.ok || outcome.edit === null) throw new Error('no edit');
    desk.clock.now += 5_000;
    desk.host.fireEdit(outcome.edit, CLERK);
    const calls = desk.host.calls().slice(before);
    return calls.filter(({ run }) => run === calls[0]?.run).map(({ service, member }) => `${service}.${member}`);
  }

  test.each(['2026', 'Hướng dẫn'])('in %s costs not one call more after a self-check than before', (sheet) => {
    const before = callsOf(deskSetUp(), sheet);
    const checked = deskSetUp();
    selfCheck(checked);
    expect(callsOf(checked, sheet)).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
  });
});

describe('faults', () => {
  test('a check that throws is told as such and stops no other', () => {
    const desk = deskSetUp({
      services: {
        'CacheService.getDocumentCache': () => {
          throw new Error('Service unavailable: Cache');
        },
      },
    });
    const results = selfCheck(desk);
    expect(results['memory.cache']).toMatchObject({ kind: 'differs', seen: 'Bị lỗi: Service unavailable: Cache' });
    expect(Object.values(results).filter(({ kind }) => kind === 'differs')).toHaveLength(1);
  });

  test('time that is up leaves the rest untried, and the tab is written all the same', () => {
    const desk: Desk = deskSetUp({
      services: {
        'Range.setFormula': (real) => {
          desk.clock.now += 5 * 60_000;
          return real();
        },
      },
    });
    const results = selfCheck(desk);
    expect(results['values.blank']?.kind).toBe('holds');
    expect(results['metadata.row']).toMatchObject({ kind: 'untried', seen: expect.stringContaining('Hết giờ') });
    expect(desk.model.sheets.filter(({ name }) => name.startsWith(TAB))).toHaveLength(1);
  });

  test('a scratch tab that cannot be made is said in plain words, and nothing is changed', () => {
    const desk = deskSetUp({
      services: {
        'Spreadsheet.insertSheet': () => {
          throw new Error('You are trying to edit a protected cell or object.');
        },
      },
    });
    const before = leftAlone(desk);
    desk.menu('menuSelfCheck');
    expect(leftAlone(desk)).toEqual(before);
    expect(desk.toasts.at(-1)).toBe('Chưa tự kiểm tra được: You are trying to edit a protected cell or object.');
  });

  test('a scratch tab that was left behind goes with the next run, not with one that starts meanwhile', () => {
    let failing = true;
    const desk = deskSetUp({
      services: {
        'Spreadsheet.deleteSheet': (real) => {
          if (failing) throw new Error('Service timed out: Spreadsheets');
          return real();
        },
      },
    });
    const scratches = () => desk.model.sheets.filter(({ name }) => name.includes('tạm')).length;
    desk.menu('menuSelfCheck');
    failing = false;
    expect(scratches()).toBe(1);
    selfCheck(desk);
    expect(scratches()).toBe(1);
    desk.clock.now += 11 * 60_000;
    selfCheck(desk);
    expect(scratches()).toBe(0);
  });

  let callsOfHealthyRun = 0;

  beforeAll(() => {
    const desk = deskSetUp();
    const before = desk.host.calls().length;
    selfCheck(desk);
    callsOfHealthyRun = desk.host.calls().length - before;
  });

  /** One run with faults, then, when what was left behind is old enough, one without: nothing may be left of the first. */
  function afterFaults(isFaulty: (call: number, member: string) => boolean): void {
    let calls = 0;
    let faulty = false;
    const desk: Desk = deskSetUp({
      ports: {
        beforeCall: ({ service, member }) => {
          desk.clock.now += 3;
          calls += 1;
          if (faulty && isFaulty(calls, `${service}.${member}`)) throw new Error('Service error: Spreadsheets');
        },
      },
    });
    // Where the cursor is, nobody can put right when the way back itself fails.
    const state = () => JSON.stringify({ ...leftAlone(desk), selection: null, selections: null });
    const before = state();
    faulty = true;
    desk.host.run('menuSelfCheck', [], { user: CLERK, via: 'menu' });
    faulty = false;
    desk.clock.now += 11 * 60_000;
    const results = selfCheck(desk);
    expect(state() === before).toBe(true);
    expect(Object.values(results).filter(({ kind }) => kind === 'differs')).toEqual([]);
  }

  test.each(Array.from({ length: 24 }, (_, part) => part))(
    'one call that fails leaves nothing behind (%i/24)',
    (part) => {
      afterFaults((call) => call === Math.floor((callsOfHealthyRun * (part + 0.5)) / 24));
    },
  );

  test.each([
    'Sheet.addDeveloperMetadata',
    'Range.addDeveloperMetadata',
    'DeveloperMetadata.remove',
    'Properties.deleteProperty',
    'Properties.setProperty',
    'Range.setValues',
    'Sheet.protect',
    'Sheet.setColumnWidth',
    'Spreadsheet.deleteSheet',
    'Spreadsheet.setActiveRange',
  ])('%s failing all the time leaves nothing behind', (failing) => {
    afterFaults((_, member) => member === failing);
  });
});
