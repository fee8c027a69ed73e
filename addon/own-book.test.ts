/** A clerk's own workbook, linked as it is: the built add-in in the stand-in's host. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK, cellAt, type Desk, OTHER_CLERK, UNIT } from './built-addon.test-support.ts';
import type { FormatRule, ValidationRule } from './desk/stand-in/model/types.ts';
import { copyWorkbook } from './desk/stand-in/workbook-model.ts';
import type { LinkedTab } from './link-rpc.ts';
import { link, openOwn, ownWorkbook, put, sheetsOf, type Tab, YEAR, YEAR_LINK } from './own-book.test-support.ts';

let files: Record<string, string>;

beforeAll(async () => {
  files = { ...(await builtFiles()), link: '<p>Liên kết</p>' };
});

function linked(desk = openOwn(files), tabs?: readonly LinkedTab[]): Desk {
  link(desk, tabs);
  return desk;
}

/** The values of the last report that the Worker has of a period. */
const stored = (desk: Desk, period = '2026-Q1') => desk.worker.reports.get(`/api/reports/${UNIT}/${period}`)?.values;
const troubleOf = (desk: Desk, period = '2026-Q1') =>
  desk.pulse({ period: period as '2026-Q1' }).syncs.find((sync) => sync.period === period)?.trouble ?? null;
const Q1 = { households: 812, partyCells: 12, cellsRegular: 9, visitors: 300, coffeeArea: 401.5 };

describe('a person’s own workbook', () => {
  test('is shown to the dialog as she sees it, with what is linked', () => {
    const desk = openOwn(files);
    const before = desk.call('linkOpen');
    expect(before).toMatchObject({ unit: null, linked: [], marked: false, summary: false, account: CLERK.email });
    expect(before.tabs.map(({ id, name, hidden }) => [id, name, hidden])).toEqual([[0, 'Năm 2026', false]]);
    const [tab] = before.tabs;
    expect(tab?.texts[5]?.slice(0, 5)).toEqual(['1', 'Tổng số hộ', 'hộ', '812', '815']);
    expect(tab?.merges).toEqual([{ row: 3, column: 4, rows: 1, columns: 4 }]);
    link(desk);
    expect(desk.call('linkOpen')).toMatchObject({ unit: UNIT, linked: [YEAR_LINK] });
  });

  test('tells the dialog its hidden rows and columns, and which cells are formulas', () => {
    const model = ownWorkbook();
    put(model, 0, 6, 6, { formula: '=D6+1', result: 813 });
    model.update(
      (state) => {
        const [sheet] = state.sheets;
        if (sheet === undefined) return;
        sheet.rows = sheet.rows.map((line, index) => (index === 6 ? { ...line, hidden: true } : line));
        sheet.columns = sheet.columns.map((line, index) => (index === 2 ? { ...line, hidden: true } : line));
      },
      { kind: 'sheet-properties', sheetId: 0 },
    );
    const [tab] = openOwn(files, model).call('linkOpen').tabs;
    expect(tab).toMatchObject({ hiddenRows: [7], hiddenColumns: [3] });
    expect(tab?.formulas.flat().filter(Boolean)).toHaveLength(1);
    expect(tab?.formulas[5]?.[5]).toBe(true);
  });

  test('is not touched by the linking, but for metadata', () => {
    const desk = openOwn(files);
    const before = sheetsOf(desk.model);
    linked(desk);
    expect(sheetsOf(desk.model)).toEqual(before);
    expect(desk.model.state.locale).toBe('vi_VN');
  });

  test('sends what stands in its cells, and nothing for what it has no cell for', () => {
    const desk = linked();
    const { readings } = desk.open();
    expect(Object.keys(readings)).toHaveLength(21);
    expect(readings['2026-Q1']?.population).toEqual({ status: 'absent' });
    expect(readings['2027-Q1']?.households).toEqual({ status: 'absent' });
    expect(readings['2026-Q1']?.culturalFamilies).toMatchObject({ status: 'value', value: null });
    desk.pulse();
    expect(stored(desk)).toEqual(Q1);
    expect(stored(desk, '2026-Q2')).toMatchObject({ culturalFamilies: 640, cellsRegular: 10 });
    expect([...desk.worker.reports.keys()]).toHaveLength(2);
  });

  test('is marked by an edit and sent by the pulse, as a template is', () => {
    const desk = linked();
    desk.pulse();
    desk.edit({ sheetId: 0, row: 6, column: 4 }, '820');
    desk.pulse();
    expect(stored(desk)).toEqual({ ...Q1, households: 820 });
  });

  test('sends later periods though earlier ones are accepted already and wait for ever', () => {
    const cells = YEAR.cells.map((row) => [...row]);
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3'];
    for (const column of [5, 6]) cells[5]![column] = 820 + column;
    const desk = openOwn(files, ownWorkbook([{ ...YEAR, cells }]));
    for (const period of quarters) {
      const report = { revision: 2, state: 'accepted', sheet: 'book-own', values: { households: 1 }, reasons: {} };
      const by = { by: 'reviewer@demo.test', at: '2026-11-24T02:00:00.000Z', returnReason: null };
      desk.worker.reports.set(`/api/reports/${UNIT}/${period}`, { ...report, ...by });
    }
    linked(desk);
    desk.pulse();
    expect(stored(desk, '2026-Q4')).toBeUndefined();
    desk.pulse();
    expect(stored(desk, '2026-Q4')).toEqual({ households: 826 });
  });

  test('takes a value from the sidebar, and says where it has no cell for one', () => {
    const desk = linked();
    desk.call('sidebarCommit', { period: '2026-Q1', input: 'visitors', value: 310 });
    expect(desk.model.cell(0, 12, 4).value).toBe(310);
    const absent = () => desk.call('sidebarCommit', { period: '2026-Q1', input: 'population', value: 1 });
    expect(absent).toThrow('chưa có ô');
    const unbound = () => desk.call('sidebarCommit', { period: '2027-Q1', input: 'visitors', value: 1 });
    expect(unbound).toThrow('chưa có ô');
    expect(desk.call('sidebarSubmit', { period: '2027-Q1', confirm: [] })).toMatchObject({ ok: false });
  });

  test('follows the cursor and puts it into a cell', () => {
    const desk = linked();
    const selection = { period: '2026-Q3', input: 'coffeeArea' } as const;
    expect(desk.call('sidebarJump', selection).selection).toEqual(selection);
    expect(desk.model.selection(CLERK.email).area).toMatchObject({ row: 13, column: 6 });
  });

  test('may not be linked for another unit, or set up as a template', () => {
    const desk = linked();
    expect(desk.call('linkBind', { unit: 'office', tabs: [], marked: false })).toMatchObject({ ok: false });
    expect(() => desk.setUp()).toThrow('liên kết');
    desk.menu('menuSetUp');
    expect(desk.model.sheets).toHaveLength(1);
  });

  test('is linked anew by what the dialog says, whatever was linked before', () => {
    const desk = linked();
    desk.pulse();
    link(desk, [{ ...YEAR_LINK, rows: { households: 6 }, columns: { '2026-Q1': 4 } }]);
    expect(desk.call('linkOpen').linked).toEqual([
      { ...YEAR_LINK, rows: { households: 6 }, columns: { '2026-Q1': 4 } },
    ]);
    desk.pulse();
    expect(stored(desk)).toEqual({ households: 812 });
    // The period that has no column any more stays as it was sent.
    expect(stored(desk, '2026-Q2')).toMatchObject({ culturalFamilies: 640 });
    expect(desk.open().syncs.every((sync) => !sync.waiting)).toBe(true);
  });
});

describe('the request of the dialog is refused, with what to do, and nothing is touched', () => {
  const refusals: [string, readonly LinkedTab[], string][] = [
    ['nothing is chosen', [], 'ít nhất một'],
    ['a row has no label', [{ ...YEAR_LINK, rows: { households: 2 } }], 'Dòng 2'],
    ['two inputs stand in one row', [{ ...YEAR_LINK, rows: { households: 6, visitors: 6 } }], '6'],
    ['two periods stand in one column', [{ ...YEAR_LINK, columns: { '2026-Q1': 4, '2026-Q2': 4 } }], '4'],
    ['a cell is chosen twice', [YEAR_LINK, { ...YEAR_LINK, columns: { '2026-Q1': 8 } }], 'hai ô'],
    ['an input is of another unit', [{ ...YEAR_LINK, rows: { dossiers: 6 } }], 'dossiers'],
    ['the labels are taken for figures', [{ ...YEAR_LINK, columns: { '2026-Q1': 2 } }], 'Cột'],
    ['the tab is gone', [{ ...YEAR_LINK, id: 99 }], 'không còn'],
  ];

  test.each(refusals)('where %s', (_, tabs, said) => {
    const desk = openOwn(files);
    const before = desk.model.toJSON();
    const answer = desk.call('linkBind', { unit: UNIT, tabs, marked: true });
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining(said) });
    expect({ ...desk.model.toJSON(), version: 0 }).toEqual({ ...before, version: 0 });
  });
});

describe('tables as offices lay them out', () => {
  const FIELD = (name: string, label: string, value: number): Tab => ({
    name,
    cells: [
      ['Nội dung', 'Quý I/2026', 'Quý I/2027'],
      [label, value, value + 1],
    ],
  });

  test('one period spread over two tabs is one report, and one of them alone says nothing', () => {
    const model = ownWorkbook([FIELD('Nông nghiệp', 'Cà phê', 400), FIELD('Dân cư', 'Số hộ', 800)]);
    const columns = { '2026-Q1': 2, '2027-Q1': 3 } as const;
    const desk = linked(openOwn(files, model), [
      { id: 0, labelColumn: 1, rows: { coffeeArea: 2 }, columns },
      { id: 1, labelColumn: 1, rows: { households: 2 }, columns },
    ]);
    desk.pulse();
    expect(stored(desk)).toEqual({ coffeeArea: 400, households: 800 });
    expect(stored(desk, '2027-Q1')).toEqual({ coffeeArea: 401, households: 801 });
    desk.person.sort(1, { row: 1, column: 1, rows: 2, columns: 3 }, 1, false);
    desk.edit({ sheetId: 0, row: 2, column: 2 }, '410');
    desk.pulse();
    expect(stored(desk)).toEqual({ coffeeArea: 400, households: 800 });
  });

  test('a heading that says no year leans on the tab’s name', () => {
    const cells = [
      ['Nội dung', 'Thực hiện'],
      ['Số hộ', 800],
    ];
    const model = ownWorkbook([
      { name: 'Quý I 2026', cells },
      { name: '6 tháng 2026', cells },
    ]);
    const desk = linked(openOwn(files, model), [
      { id: 0, labelColumn: 1, rows: { households: 2 }, columns: { '2026-Q1': 2 } },
      { id: 1, labelColumn: 1, rows: { households: 2 }, columns: { '2026-Q2': 2 } },
    ]);
    desk.pulse();
    expect(stored(desk)).toEqual({ households: 800 });
    // Last quarter's tab, taken for the next one and typed over.
    model.renameSheet(0, '9 tháng 2026');
    desk.edit({ sheetId: 0, row: 2, column: 2 }, '900');
    expect(troubleOf(desk)).toMatchObject({ code: 'layout' });
    expect(stored(desk)).toEqual({ households: 800 });
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([
      { line: 'column', id: '2026-Q1', why: 'renamed', before: 2, now: null },
    ]);
    model.renameSheet(0, 'Quý I 2026');
    expect(troubleOf(desk)).toBeNull();
  });

  test('two tables of one tab, side by side, are two bindings', () => {
    const cells = [
      ['Bản', 'Số hộ', null, 'Hộ nghèo', null],
      [null, 'Quý I/2026', '6 tháng 2026', 'Quý I/2026', '6 tháng 2026'],
      ['Cả khu', 800, 810, 30, 28],
    ];
    const desk = linked(openOwn(files, ownWorkbook([{ name: 'Hộ', cells }])), [
      { id: 0, labelColumn: 1, rows: { households: 3 }, columns: { '2026-Q1': 2, '2026-Q2': 3 } },
      { id: 0, labelColumn: 1, rows: { poorHouseholds: 3 }, columns: { '2026-Q1': 4, '2026-Q2': 5 } },
    ]);
    desk.pulse();
    expect(stored(desk)).toEqual({ households: 800, poorHouseholds: 30 });
    desk.person.insertRows(0, 3, 2);
    desk.person.insertColumns(0, 4, 1);
    desk.edit({ sheetId: 0, row: 5, column: 6 }, '27');
    desk.pulse();
    expect(stored(desk, '2026-Q2')).toEqual({ households: 810, poorHouseholds: 27 });
    expect(desk.call('sidebarJump', { period: '2026-Q2', input: 'poorHouseholds' }).selection).toMatchObject({
      input: 'poorHouseholds',
    });
  });

  test('a label that is merged across stands for its row', () => {
    const cells = [
      ['TT', 'Nội dung', null, 'Quý I/2026'],
      ['1', 'Dân số', null, 4000],
      [null, null, 'Có thẻ bảo hiểm', 3900],
    ];
    const desk = linked(openOwn(files, ownWorkbook([{ name: 'DS', cells }])), [
      { id: 0, labelColumn: 3, rows: { population: 2, insured: 3 }, columns: { '2026-Q1': 4 } },
    ]);
    desk.pulse();
    expect(stored(desk)).toEqual({ population: 4000, insured: 3900 });
  });
});

test('levels are kept from the period before, also where that stands in another tab', () => {
  const FIELD = (name: string, value: number | null): Tab => ({
    name,
    cells: [
      ['Nội dung', 'Cuối kỳ'],
      ['Số hộ', value],
    ],
  });
  const model = ownWorkbook([FIELD('Quý I 2026', 800), FIELD('6 tháng 2026', null)]);
  const desk = linked(openOwn(files, model), [
    { id: 0, labelColumn: 1, rows: { households: 2 }, columns: { '2026-Q1': 2 } },
    { id: 1, labelColumn: 1, rows: { households: 2 }, columns: { '2026-Q2': 2 } },
  ]);
  const answer = desk.call('sidebarKeep', { period: '2026-Q2', values: { households: 800, population: 1 } });
  expect(answer).toMatchObject({ left: ['population'], writing: { cells: [{ input: 'households', wrote: 800 }] } });
  expect(model.cell(1, 2, 2).value).toBe(800);
});

describe('rows and columns that are inserted or moved', () => {
  test('take their binding along', () => {
    const desk = linked();
    desk.person.insertRows(0, 6, 2);
    desk.person.insertColumns(0, 4, 1);
    desk.person.moveRows(0, 14, 1, 8);
    // The labels' own column goes along too.
    desk.person.insertColumns(0, 1, 1);
    desk.pulse();
    expect(stored(desk)).toEqual(Q1);
    desk.edit({ sheetId: 0, row: 8, column: 6 }, '333');
    desk.pulse();
    expect(stored(desk)).toEqual({ ...Q1, visitors: 333 });
    expect(desk.call('sidebarDisplaced')).toEqual({ displaced: [], missingTabs: [] });
  });

  test('among the headings do no harm either', () => {
    const desk = linked();
    desk.person.insertRows(0, 3, 1);
    put(desk.model, 0, 3, 1, 'Kèm theo báo cáo số 12');
    desk.pulse();
    expect(stored(desk)).toEqual(Q1);
  });
});

describe('what breaks the binding is noticed before a number is read from a wrong row', () => {
  const TABLE = { row: 6, column: 1, rows: 8, columns: 8 };

  /** Nothing of the period goes out, and the trouble says what happened. */
  function expectHeld(desk: Desk, said: string) {
    const puts = desk.worker.puts.length;
    expect(troubleOf(desk)).toMatchObject({ code: 'layout', message: expect.stringContaining(said) });
    desk.menu('menuSend');
    expect(desk.call('sidebarSubmit', { period: '2026-Q1', confirm: [] })).toMatchObject({ ok: false });
    expect(desk.worker.puts).toHaveLength(puts);
  }

  function sent(): Desk {
    const desk = linked();
    desk.pulse();
    return desk;
  }

  test('a sort: undone, all is well again', () => {
    const desk = sent();
    desk.person.sort(0, TABLE, 4, true);
    expectHeld(desk, 'sắp xếp');
    expect(desk.pulse({ seen: null, period: '2026-Q1' }).readings?.households).toMatchObject({ status: 'unsendable' });
    desk.person.undo();
    expect(troubleOf(desk)).toBeNull();
    expect(stored(desk)).toEqual(Q1);
  });

  test('a sort: found again by label, confirmed, and sent', () => {
    const desk = sent();
    desk.person.sort(0, TABLE, 4, true);
    expectHeld(desk, 'sắp xếp');
    const { displaced } = desk.call('sidebarDisplaced');
    const household = displaced.find(({ id }) => id === 'households');
    expect(household).toMatchObject({
      line: 'row',
      label: 'Tổng số hộ',
      tabName: 'Năm 2026',
      why: 'moved',
      before: 6,
      places: [{ text: 'Tổng số hộ' }, { at: 6 }],
    });
    expect(desk.model.cell(0, household?.now ?? 0, 2).value).toBe('Tổng số hộ');
    // Of the label that is there twice only she can tell which is which.
    const twice = displaced.filter(({ label }) => label.startsWith('Trong đó'));
    expect(twice.map(({ id }) => id).sort()).toEqual(['cellsRegular', 'culturalFamilies']);
    const rowWith = (unit: string, label: string) => {
      for (let row = 1; row < 20; row++)
        if (desk.model.cell(0, row, 3).value === unit && desk.model.cell(0, row, 2).value === label) return row;
      throw new Error(`no row ${label}`);
    };
    const chosen: Record<string, number> = {
      culturalFamilies: rowWith('hộ', 'Trong đó: đạt chuẩn'),
      cellsRegular: rowWith('chi bộ', 'Trong đó: đạt chuẩn'),
    };
    const places = displaced.map(({ tab, line, id, now }) => ({ tab, line, id, at: chosen[id] ?? now }));
    desk.edit({ sheetId: 0, row: chosen.cellsRegular ?? 0, column: 4 }, '11');
    const state = desk.call('sidebarRebind', { places });
    expect(state.syncs.find(({ period }) => period === '2026-Q1')).toMatchObject({ trouble: null, waiting: false });
    expect(stored(desk)).toEqual({ ...Q1, cellsRegular: 11 });
    expect(desk.call('sidebarDisplaced').displaced).toEqual([]);
    // And it holds: the next sort is noticed against the new places.
    desk.person.sort(0, TABLE, 5, false);
    expectHeld(desk, 'sắp xếp');
  });

  test('a label that is cut and pasted elsewhere with its figures', () => {
    const desk = sent();
    desk.person.cut(0, { row: 12, column: 1, rows: 1, columns: 8 }, 0, { row: 20, column: 1 });
    expectHeld(desk, 'Khách');
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([
      { id: 'visitors', why: 'moved', before: 12, now: 20 },
    ]);
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: 20 }] });
    expect(troubleOf(desk)).toBeNull();
    expect(stored(desk)).toEqual(Q1);
  });

  test('a column that is cut and pasted elsewhere', () => {
    const desk = sent();
    desk.person.cut(0, { row: 4, column: 4, rows: 10, columns: 1 }, 0, { row: 4, column: 9 });
    expectHeld(desk, 'cột của kỳ này');
    const { displaced } = desk.call('sidebarDisplaced');
    expect(displaced.filter(({ line }) => line === 'column')).toMatchObject([{ id: '2026-Q1', before: 4 }]);
    // The other periods' columns are where they were.
    expect(troubleOf(desk, '2026-Q2')).toBeNull();
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'column', id: '2026-Q1', at: 9 }] });
    expect(troubleOf(desk)).toBeNull();
    expect(desk.call('linkOpen').linked[0]?.columns['2026-Q1']).toBe(9);
  });

  test('a deleted row: it has no cell any more once she says so', () => {
    const desk = sent();
    desk.person.deleteRows(0, 12, 1);
    expectHeld(desk, 'không thấy nhãn');
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([
      { id: 'visitors', why: 'gone', before: null, now: null, places: [] },
    ]);
    const state = desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: null }] });
    expect(state.readings['2026-Q1']?.visitors).toEqual({ status: 'absent' });
    const { visitors: _, ...others } = Q1;
    expect(stored(desk)).toEqual(others);
  });

  test('a label that is written otherwise: the row is hers to confirm', () => {
    const desk = sent();
    desk.edit({ sheetId: 0, row: 12, column: 2 }, 'Lượt khách du lịch');
    expectHeld(desk, 'đổi tên');
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([
      {
        id: 'visitors',
        label: 'Khách đến',
        why: 'renamed',
        before: 12,
        places: [{ at: 12, text: 'Lượt khách du lịch' }],
      },
    ]);
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: 12 }] });
    expect(troubleOf(desk)).toBeNull();
  });

  test('a year in the headings that becomes another one', () => {
    const desk = sent();
    desk.edit({ sheetId: 0, row: 3, column: 4 }, 'Năm 2027');
    desk.model.renameSheet(0, 'Năm 2027');
    desk.edit({ sheetId: 0, row: 6, column: 4 }, '900');
    expectHeld(desk, 'cột của kỳ này');
  });

  test('a duplicated row', () => {
    const desk = sent();
    desk.person.insertRows(0, 13, 1);
    const copied = desk.model.read(0, { row: 12, column: 1, rows: 1, columns: 8 });
    desk.person.paste(
      0,
      { row: 13, column: 1 },
      copied.map((row) => row.map(({ value }) => ({ value }))),
    );
    expectHeld(desk, 'dòng cùng tên');
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([
      { id: 'visitors', why: 'double', now: null, places: [{ at: 12 }, { at: 13 }] },
    ]);
    desk.person.deleteRows(0, 13, 1);
    expect(troubleOf(desk)).toBeNull();
  });

  test('a mark that is there twice', () => {
    const desk = sent();
    desk.model.update(
      (state) => {
        const own = state.metadata.find(({ value }) => value === 'visitors');
        if (own === undefined) throw new Error('no mark');
        const location = { type: 'ROW', sheetId: 0, index: 9 } as const;
        state.metadata = [...state.metadata, { ...own, id: state.nextId + 1, location }];
      },
      { kind: 'metadata' },
    );
    // Marks are compared when something has moved.
    desk.person.insertRows(0, 5, 1);
    expectHeld(desk, 'Khách');
    expect(desk.call('sidebarDisplaced').displaced).toMatchObject([{ id: 'visitors', why: 'double' }]);
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: 13 }] });
    expect(troubleOf(desk)).toBeNull();
  });

  test('a deleted tab, which only an undo or a new linking brings back', () => {
    const model = ownWorkbook([YEAR, { name: 'Khác', cells: [['x']] }]);
    const desk = linked(openOwn(files, model));
    desk.pulse();
    model.removeSheet(0);
    expectHeld(desk, 'Năm 2026');
    expect(desk.call('sidebarDisplaced')).toEqual({ displaced: [], missingTabs: ['Năm 2026'] });
  });

  test('a row without a label, or one that is another’s, cannot be chosen', () => {
    const desk = sent();
    desk.person.deleteRows(0, 12, 1);
    const rebind = (at: number) => () =>
      desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at }] });
    expect(rebind(2)).toThrow('không có nhãn');
    expect(rebind(6)).toThrow('riêng');
  });

  test('in a template that was set up before columns had marks: its headings alone say where they are', () => {
    const desk = openOwn(files, ownWorkbook([{ name: 'Trang tính1', cells: [] }]));
    desk.setUp();
    desk.model.update(
      (state) => {
        state.metadata = state.metadata.filter(({ location }) => location.type !== 'COLUMN');
        state.script.documentProperties = {};
      },
      { kind: 'metadata' },
    );
    desk.edit(cellAt(desk.model, '2026', 'Diện tích cây ăn quả', 'Quý I'), '60');
    expect(troubleOf(desk)).toBeNull();
    expect(desk.call('sidebarDisplaced')).toEqual({ displaced: [], missingTabs: [] });
  });

  test('in a template, whose row may be left out once she says so', () => {
    const desk = openOwn(files, ownWorkbook([{ name: 'Trang tính1', cells: [] }]));
    desk.setUp();
    const { sheetId, row } = cellAt(desk.model, '2026', 'Diện tích cây ăn quả', 'Quý I');
    desk.person.deleteRows(sheetId, row, 1);
    const [gone] = desk.call('sidebarDisplaced').displaced;
    expect(gone).toMatchObject({ tab: '2026', id: 'fruitArea', why: 'gone' });
    const state = desk.call('sidebarRebind', { places: [{ tab: '2026', line: 'row', id: 'fruitArea', at: null }] });
    expect(state.readings['2026-Q1']?.fruitArea).toEqual({ status: 'absent' });
    expect(state.syncs).toEqual([]);
  });

  test('in the template too, where a sort is confirmed without setting everything up again', () => {
    const desk = openOwn(files, ownWorkbook([{ name: 'Trang tính1', cells: [] }]));
    desk.setUp();
    const sheet = desk.model.sheetByName('2026');
    if (sheet === null) throw new Error('no tab');
    const rowOf = (label: string) => sheet.grid.findIndex((cells) => cells[1]?.value === label) + 1;
    const first = rowOf('Diện tích cây ăn quả');
    desk.edit({ sheetId: sheet.id, row: first, column: 4 }, '60');
    desk.pulse();
    desk.person.sort(sheet.id, { row: first, column: 1, rows: 3, columns: 8 }, 2, true);
    expect(troubleOf(desk)).toMatchObject({ code: 'layout' });
    const { displaced } = desk.call('sidebarDisplaced');
    expect(displaced.map(({ id, why }) => [id, why])).toContainEqual(['fruitArea', 'moved']);
    const places = displaced.map(({ tab, line, id, now }) => ({ tab, line, id, at: now }));
    desk.call('sidebarRebind', { places });
    expect(troubleOf(desk)).toBeNull();
    const moved = rowOf('Diện tích cây ăn quả');
    expect(moved).not.toBe(first);
    desk.edit({ sheetId: sheet.id, row: moved, column: 4 }, '61');
    desk.pulse();
    expect(stored(desk)).toEqual({ fruitArea: 61 });
    // The cell's own rule went along, written for where it stands now.
    const rule = desk.model.cell(sheet.id, moved, 4).validation;
    expect(rule?.values[0]).toContain(`D${moved}`);
  });
});

describe('what is read there', () => {
  test('a formula’s result counts, and the report says that it was computed', () => {
    const desk = openOwn(files);
    put(desk.model, 0, 6, 4, { formula: '=SUM(J6:J9)', result: 812.0000000000001 });
    linked(desk);
    expect(desk.open().readings['2026-Q1']?.households).toEqual({ status: 'value', value: 812, fromFormula: true });
    desk.pulse();
    expect(stored(desk)).toEqual(Q1);
    const report = desk.worker.puts.find(({ path }) => path.endsWith('2026-Q1'));
    expect(report?.body?.sources).toEqual({ households: 'formula' });
  });

  test('a sum over villages counts from the first village on, not as the 0 that it shows before', () => {
    const desk = openOwn(files);
    put(desk.model, 0, 6, 4, { formula: '=SUM(J6:J9)', result: 0 });
    linked(desk);
    expect(desk.open().readings['2026-Q1']?.households).toEqual({ status: 'value', value: null, fromFormula: false });
    desk.pulse();
    expect(stored(desk)).not.toHaveProperty('households');
    desk.edit({ sheetId: 0, row: 6, column: 10 }, '0');
    desk.model.setFormulaResults([{ sheetId: 0, row: 6, column: 4, value: 0 }]);
    desk.pulse();
    expect(stored(desk)).toMatchObject({ households: 0 });
  });

  test('an edit anywhere has computed values read again', () => {
    const desk = openOwn(files, ownWorkbook([YEAR, { name: 'Theo bản', cells: [['Bản A', 400]] }]));
    put(desk.model, 0, 6, 4, { formula: "='Theo bản'!B1*2", result: 800 });
    linked(desk);
    desk.pulse();
    desk.person.edit(1, { row: 1, column: 2 }, '410');
    desk.host.fireEdit({ sheetId: 1, area: { row: 1, column: 2, rows: 1, columns: 1 } }, CLERK);
    desk.model.setFormulaResults([{ sheetId: 0, row: 6, column: 4, value: 820 }]);
    desk.pulse({ period: '2027-Q1' });
    expect(stored(desk)).toMatchObject({ households: 820 });
  });

  test.each([
    ['#REF!', '#REF!'],
    ['#DIV/0!', '#DIV/0!'],
    ['Loading...', 'chưa tính xong'],
    ['Đang tải…', 'chưa tính xong'],
  ])('a formula that gives %s is not sent, and says so', (result, said) => {
    const desk = openOwn(files);
    put(desk.model, 0, 6, 4, { formula: '=IMPORTRANGE("x","A1")', result });
    linked(desk);
    expect(desk.open().readings['2026-Q1']?.households).toMatchObject({
      status: 'unsendable',
      shown: result,
      message: expect.stringContaining(said),
    });
    desk.pulse();
    const { households: _, ...others } = Q1;
    expect(stored(desk)).toEqual(others);
  });

  test('numbers typed as text, dates and shares are taken or refused as in the template', () => {
    const desk = openOwn(files);
    put(desk.model, 0, 6, 4, '1.180');
    put(desk.model, 0, 9, 4, '12 chi bộ');
    desk.person.edit(0, { row: 12, column: 4 }, '1/2');
    desk.person.edit(0, { row: 13, column: 4 }, '41,5%');
    linked(desk);
    const readings = desk.open().readings['2026-Q1'];
    expect(readings).toMatchObject({
      households: { status: 'value', value: 1180 },
      partyCells: { status: 'value', value: 12 },
      visitors: { status: 'unsendable', message: expect.stringContaining('ngày tháng') },
      coffeeArea: { status: 'unsendable', message: expect.stringContaining('phần trăm') },
    });
  });
});

describe('under another locale', () => {
  const foreign = () => openOwn(files, ownWorkbook([YEAR], 'en_US'));

  test('the linking says so and offers the change in words; the locale stays', () => {
    const desk = foreign();
    expect(link(desk)).toContain('en_US');
    expect(desk.model.state.locale).toBe('en_US');
  });

  test('numbers are sent, but what may have been thousands waits for her answer', () => {
    const desk = foreign();
    linked(desk);
    desk.edit({ sheetId: 0, row: 13, column: 4 }, '1.180');
    desk.edit({ sheetId: 0, row: 6, column: 4 }, '1.180');
    const { readings } = desk.pulse({ period: '2026-Q1' });
    expect(readings?.coffeeArea).toMatchObject({ status: 'unsendable', choices: [1180, 1.18] });
    expect(readings?.households).toMatchObject({
      status: 'unsendable',
      choices: [1180, 1.18],
      message: expect.stringContaining('1.180 hay 1,18'),
    });
    expect(stored(desk)).toEqual({ partyCells: 12, cellsRegular: 9, visitors: 300 });
    desk.call('sidebarCommit', { period: '2026-Q1', input: 'households', value: 1180 });
    desk.call('sidebarCommit', { period: '2026-Q1', input: 'coffeeArea', value: 1.18 });
    expect(stored(desk)).toEqual({ ...Q1, households: 1180, coffeeArea: 1.18 });
    // The answer is remembered for this number alone.
    expect(desk.open().readings['2026-Q1']?.coffeeArea).toMatchObject({ status: 'value', value: 1.18 });
    desk.edit({ sheetId: 0, row: 13, column: 4 }, '1.1');
    expect(desk.pulse({ period: '2026-Q1' }).readings?.coffeeArea).toMatchObject({ status: 'unsendable' });
  });

  test('typed text with one meaning is taken, with two it is asked about', () => {
    const desk = foreign();
    put(desk.model, 0, 6, 4, '1.180');
    put(desk.model, 0, 13, 4, '2,5');
    linked(desk);
    const readings = desk.open().readings['2026-Q1'];
    expect(readings?.households).toMatchObject({ status: 'unsendable', choices: [1180, 1.18] });
    expect(readings?.coffeeArea).toMatchObject({ status: 'value', value: 2.5 });
  });

  test('a computed number in doubt that she says is right keeps its formula', () => {
    const desk = foreign();
    put(desk.model, 0, 13, 4, { formula: '=J1', result: 1.1800000000000002 });
    linked(desk);
    expect(desk.open().readings['2026-Q1']?.coffeeArea).toMatchObject({ status: 'unsendable', choices: [1180, 1.18] });
    desk.call('sidebarCommit', { period: '2026-Q1', input: 'coffeeArea', value: 1.18 });
    expect(desk.model.cell(0, 13, 4).formula).toBe('=J1');
    expect(stored(desk)).toMatchObject({ coffeeArea: 1.18 });
    expect(desk.open().readings['2026-Q1']?.coffeeArea).toMatchObject({ status: 'value', fromFormula: true });
  });

  test('an answer that is taken back is asked for again', () => {
    const desk = foreign();
    put(desk.model, 0, 13, 4, 1.18);
    linked(desk);
    desk.open();
    const { writing } = desk.call('sidebarCommit', { period: '2026-Q1', input: 'coffeeArea', value: 1.18 });
    if (writing === null) throw new Error('nothing was written');
    expect(desk.open().readings['2026-Q1']?.coffeeArea).toMatchObject({ status: 'value' });
    desk.call('sidebarUndo', writing);
    expect(desk.open().readings['2026-Q1']?.coffeeArea).toMatchObject({ status: 'unsendable', choices: [1180, 1.18] });
  });

  test('a number near the last one is not asked about, a thousandth of it is', () => {
    const desk = foreign();
    linked(desk);
    desk.pulse();
    desk.edit({ sheetId: 0, row: 13, column: 6 }, '1.2');
    desk.edit({ sheetId: 0, row: 12, column: 6 }, '1.05');
    expect(desk.pulse({ period: '2026-Q3' }).readings).toMatchObject({
      coffeeArea: { status: 'unsendable', choices: [1200, 1.2] },
      visitors: { status: 'unsendable', choices: [1050, 1.05] },
    });
  });
});

describe('our marks on her cells', () => {
  const RULE: ValidationRule = {
    criteria: 'NUMBER_BETWEEN',
    values: [0, 5000],
    range: null,
    showDropdown: true,
    allowInvalid: true,
    helpText: 'Số hộ',
  };
  const EMPTY: FormatRule = {
    areas: [{ row: 1, column: 1, rows: 20, columns: 8 }],
    criteria: 'CELL_EMPTY',
    values: [],
    background: '#eeeeee',
    fontColor: null,
    bold: null,
    italic: null,
    underline: null,
    strikethrough: null,
  };
  /** By row and column: simple ones on bound cells, one that looks at another cell, one beside the bound cells. */
  const HERS: readonly (readonly [number, number, ValidationRule])[] = [
    [6, 4, RULE],
    [7, 4, RULE],
    [9, 4, { ...RULE, criteria: 'CUSTOM_FORMULA', values: ['=D9>=D10'], helpText: null }],
    [10, 5, { ...RULE, criteria: 'VALUE_IN_LIST', values: ['9', '10'], showDropdown: false, allowInvalid: false }],
    [12, 6, { ...RULE, criteria: 'DATE_AFTER', values: [new Date(0)] }],
    [13, 7, { ...RULE, criteria: 'CHECKBOX', values: [], helpText: null }],
    [6, 8, { ...RULE, values: [1, 2] }],
  ];

  function withHerRules(): Desk {
    const desk = openOwn(files);
    for (const [row, column, validation] of HERS)
      desk.model.write(0, { row, column, rows: 1, columns: 1 }, (cell) => ({ ...cell, validation }), 'person');
    desk.model.update(
      (state) => {
        const [sheet] = state.sheets;
        if (sheet) sheet.formatRules = [EMPTY];
      },
      { kind: 'format-rules', sheetId: 0 },
    );
    return desk;
  }

  test('are put on the bound cells alone, beside her own', () => {
    const desk = withHerRules();
    link(desk, [YEAR_LINK], { marked: true });
    const rule = (row: number, column: number) => desk.model.cell(0, row, column).validation;
    expect(rule(6, 5)?.values[0]).toContain('E6');
    expect(rule(13, 6)?.values[0]).toContain('F13');
    expect(rule(6, 4)).toMatchObject({
      criteria: 'CUSTOM_FORMULA',
      helpText: expect.stringContaining('thay quy tắc 1'),
    });
    expect(rule(9, 4)?.values[0]).toBe('=D9>=D10');
    expect(rule(6, 8)?.values).toEqual([1, 2]);
    for (const [row, column] of [
      [5, 4],
      [6, 3],
      [8, 5],
      [14, 4],
    ] as const)
      expect(rule(row, column)).toBeNull();
    const formats = desk.model.sheet(0)?.formatRules ?? [];
    expect(formats.at(-1)?.criteria).toBe('CELL_EMPTY');
    expect(formats.length).toBeGreaterThan(4);
    const covered = formats.slice(0, -1).flatMap(({ areas }) => areas);
    expect(covered.every(({ row, column, columns }) => row >= 6 && column >= 4 && column + columns <= 8)).toBe(true);
    expect(desk.call('linkOpen').marked).toBe(true);
  });

  test('refuse what cannot be sent as it is typed', () => {
    const desk = openOwn(files);
    link(desk, [YEAR_LINK], { marked: true });
    const formula = String(desk.model.cell(0, 6, 4).validation?.values[0]);
    expect(formula).toContain('ROUND(D6;0)=D6');
    expect(desk.model.cell(0, 6, 4).validation?.allowInvalid).toBe(false);
  });

  test.each([
    ['by linking without them', (desk: Desk) => void link(desk)],
    ['by releasing the workbook', (desk: Desk) => void desk.call('linkRelease')],
  ])('come off %s, and hers are as they were', (_, off) => {
    const desk = withHerRules();
    const before = sheetsOf(desk.model);
    link(desk, [YEAR_LINK], { marked: true });
    off(desk);
    expect(sheetsOf(desk.model)).toEqual(before);
  });

  test('come off wherever cells with them were copied, and after rows were inserted, also without any memory', () => {
    const desk = withHerRules();
    link(desk, [YEAR_LINK], { marked: true });
    desk.model.write(0, { row: 30, column: 4, rows: 1, columns: 1 }, () => desk.model.cell(0, 6, 4), 'person');
    desk.person.insertRows(0, 6, 1);
    desk.model.script.documentProperties = {};
    desk.call('linkRelease');
    const rules = desk.model
      .read(0, { row: 1, column: 1, rows: 60, columns: 26 })
      .flatMap((cells, row) =>
        cells.flatMap(({ validation }, column) => (validation ? [[row + 1, column + 1, validation.criteria]] : [])),
      );
    expect(rules).toEqual([
      [7, 4, 'NUMBER_BETWEEN'],
      [7, 8, 'NUMBER_BETWEEN'],
      [8, 4, 'NUMBER_BETWEEN'],
      [10, 4, 'CUSTOM_FORMULA'],
      [11, 5, 'VALUE_IN_LIST'],
      [13, 6, 'DATE_AFTER'],
      [14, 7, 'CHECKBOX'],
      [31, 4, 'NUMBER_BETWEEN'],
    ]);
    expect(desk.model.sheet(0)?.formatRules).toHaveLength(1);
  });

  test('are put where the rows are now when these are bound anew', () => {
    const desk = withHerRules();
    link(desk, [YEAR_LINK], { marked: true });
    desk.person.cut(0, { row: 12, column: 1, rows: 1, columns: 8 }, 0, { row: 20, column: 1 });
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: 20 }] });
    expect(desk.model.cell(0, 20, 4).validation?.values[0]).toContain('D20');
    expect(desk.model.cell(0, 12, 4).validation).toBeNull();
    const before = desk.model.sheet(0)?.formatRules.length;
    desk.call('sidebarRebind', { places: [{ tab: 't0', line: 'row', id: 'visitors', at: 20 }] });
    expect(desk.model.sheet(0)?.formatRules).toHaveLength(before ?? 0);
  });
});

describe('released', () => {
  test('the workbook is exactly as it was: cells, rules, metadata, memory, triggers', () => {
    const desk = openOwn(files);
    const before = desk.model.toJSON();
    link(desk, [YEAR_LINK], { marked: true, summary: true });
    desk.pulse();
    expect(desk.model.sheets).toHaveLength(2);
    expect(desk.call('linkRelease')).toMatchObject({ ok: true });
    const plain = ({ version: _, nextId: __, selections: ___, ...rest }: typeof before) => rest;
    expect(plain(desk.model.toJSON())).toEqual(plain(before));
    expect(desk.open().workbook.unit).toBeNull();
    expect(stored(desk)).toEqual(Q1);
  });

  test('it may be linked for another unit', () => {
    const desk = linked();
    desk.call('linkRelease');
    expect(desk.call('linkRelease')).toMatchObject({ ok: false });
    const office = { ...YEAR_LINK, rows: { dossiers: 12 } };
    expect(desk.call('linkBind', { unit: 'office', tabs: [office], marked: false })).toMatchObject({ ok: true });
  });

  test('the self-check’s own tab is none of hers: not shown to the dialog, kept by a new linking, gone with the release', () => {
    const desk = openOwn(files);
    const before = sheetsOf(desk.model);
    desk.menu('menuSelfCheck');
    expect(desk.model.sheets).toHaveLength(2);
    expect(desk.call('linkOpen').tabs).toHaveLength(1);
    link(desk);
    link(desk);
    desk.menu('menuSelfCheck');
    expect(desk.model.sheets).toHaveLength(2);
    desk.call('linkRelease');
    expect(sheetsOf(desk.model)).toEqual(before);
  });

  test('metadata of other scripts stays', () => {
    const desk = linked();
    const foreign = {
      id: 9999,
      key: 'khac',
      value: 'x',
      visibility: 'DOCUMENT',
      location: { type: 'ROW', sheetId: 0, index: 6 },
    } as const;
    desk.model.update(
      (state) => {
        state.metadata = [...state.metadata, foreign];
      },
      { kind: 'metadata' },
    );
    desk.call('linkRelease');
    expect(desk.model.metadata).toEqual([foreign]);
  });
});

describe('the tab "Tổng hợp"', () => {
  test('is made only if she says so, never over a tab of hers, and hers stays in front', () => {
    const desk = openOwn(files, ownWorkbook([YEAR, { name: 'Tổng hợp', cells: [] }]));
    link(desk);
    expect(desk.model.sheets).toHaveLength(2);
    desk.menu('menuSummary');
    expect(desk.toasts.pop()).toContain('chưa có trang “Tổng hợp”');
    link(desk, [YEAR_LINK], { summary: true });
    expect(desk.model.sheets.map(({ name }) => name)).toEqual(['Năm 2026', 'Tổng hợp', 'Tổng hợp (chỉ tiêu)']);
    expect(desk.model.selection(CLERK.email).sheetId).toBe(0);
    expect(desk.call('linkOpen')).toMatchObject({ summary: true });
    expect(desk.call('linkOpen').tabs.map(({ name }) => name)).toEqual(['Năm 2026', 'Tổng hợp']);
    link(desk, [YEAR_LINK], { summary: true });
    expect(desk.model.sheets).toHaveLength(3);
  });
});

describe('its memory', () => {
  test('is restored from metadata after the properties were lost, labels that are there twice and all', () => {
    const desk = linked();
    desk.pulse();
    desk.model.script.documentProperties = {};
    desk.edit({ sheetId: 0, row: 10, column: 4 }, '11');
    desk.pulse();
    expect(stored(desk)).toEqual({ ...Q1, cellsRegular: 11 });
    desk.person.sort(0, { row: 6, column: 1, rows: 8, columns: 8 }, 4, true);
    expect(troubleOf(desk)).toMatchObject({ code: 'layout' });
  });

  test.each([true, false])(
    'in a copy says whose copy it is and sends nothing (properties copied: %s)',
    (properties) => {
      const original = linked();
      original.pulse();
      const model = copyWorkbook(original.model, { id: 'book-copy', properties });
      const copy = openOwn(files, model);
      expect(copy.open().workbook.copyOf).toBe('book-own');
      copy.edit({ sheetId: 0, row: 6, column: 4 }, '99');
      copy.pulse();
      copy.menu('menuSend');
      expect(copy.call('sidebarSubmit', { period: '2026-Q1', confirm: [] })).toMatchObject({ ok: false });
      expect(copy.worker.seen).toEqual([]);
      expect(model.script.triggers).toEqual([]);
    },
  );

  test('in a copy that takes the original’s place begins anew', () => {
    const original = linked();
    original.pulse();
    const copy = openOwn(files, copyWorkbook(original.model, { id: 'book-copy', properties: true }));
    link(copy);
    expect(copy.open().workbook.copyOf).toBeNull();
    copy.pulse();
    expect(copy.worker.puts[0]).toMatchObject({ headers: { 'If-None-Match': '*' }, body: { sheet: 'book-copy' } });
  });

  test('has one carrier, which sends when no sidebar is open', () => {
    const desk = linked();
    desk.open(OTHER_CLERK);
    expect(desk.model.script.triggers.map(({ functionName, creator }) => [functionName, creator])).toEqual([
      ['carryEdits', CLERK.email],
      ['sweep', CLERK.email],
    ]);
    // The sidebar says for some minutes that it is open.
    desk.clock.now += 300_000;
    desk.edit({ sheetId: 0, row: 6, column: 4 }, '820');
    expect(desk.worker.puts.at(-1)?.body).toMatchObject({ via: 'trigger' });
  });
});

describe('the menu', () => {
  test('opens the dialog, in a template it says why not, in a copy it asks first', () => {
    const shown: unknown[] = [];
    const asked: string[] = [];
    const ui = {
      dialog: (html: unknown) => void shown.push(html),
      alert: ({ text }: { text: string }) => {
        asked.push(text);
        return 'CANCEL' as const;
      },
    };
    const own = openOwn(files, ownWorkbook(), { ui });
    own.menu('menuLink');
    expect(shown).toMatchObject([{ title: 'Liên kết bảng tính có sẵn', width: 900, height: 640 }]);
    link(own);
    const copy = openOwn(files, copyWorkbook(own.model, { id: 'c', properties: true }), { ui });
    copy.menu('menuLink');
    expect(asked.pop()).toContain('bản sao');
    const template = openOwn(files, ownWorkbook([{ name: 'Trang tính1', cells: [] }]), { ui });
    template.setUp();
    template.menu('menuLink');
    expect(asked.pop()).toContain('bảng mẫu');
    expect(() => template.call('linkOpen')).toThrow('bảng mẫu');
    expect(shown).toHaveLength(1);
  });
});
