/** Setting a workbook up by the built script: what it leaves, in how many calls, and what becomes of a run that is stopped. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  builtFiles,
  type CellPlace,
  cellAt,
  type Desk,
  OTHER_CLERK,
  openDesk,
  UNIT,
} from './built-addon.test-support.ts';
import { personAt } from './desk/stand-in/person.ts';
import type { ServiceCall } from './desk/stand-in/ports.ts';
import type { WorkbookModel } from './desk/stand-in/workbook-model.ts';
import { PAGE_WIDTH } from './server/paper.ts';

const HOUSEHOLDS = 'Hộ gia đình';

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

function deskSetUp(): Desk {
  const desk = openDesk(files);
  desk.setUp();
  return desk;
}

const callsOf = (desk: Desk, act: () => void): number => {
  const before = desk.host.calls().length;
  act();
  return desk.host.calls().length - before;
};

const area = ({ row, column }: CellPlace, rows: number, columns: number) => ({ row, column, rows, columns });

/** A person waits for it: each call takes Google some milliseconds. */
describe('the calls of setting up', () => {
  test('a new workbook, with the sidebar’s first reading: at most 1,530', () => {
    const desk = openDesk(files);
    expect(callsOf(desk, () => desk.setUp())).toBeLessThanOrEqual(1530);
  });

  test('again, where everything is in its place: at most 250', () => {
    const desk = deskSetUp();
    expect(callsOf(desk, () => desk.menu('menuSetUp'))).toBeLessThanOrEqual(250);
  });
});

/** A desk whose run is stopped from one call on, as the platform stops one at its time limit: nothing that it tries then is done. */
function stoppedAt(limit: number) {
  const state = { left: limit, on: true };
  const beforeCall = (_call: ServiceCall) => {
    if (state.on && --state.left < 0) throw new Error('Exceeded maximum execution time');
  };
  const desk = openDesk(files, { ports: { beforeCall } });
  const goOn = () => {
    state.on = false;
  };
  return { desk, goOn };
}

/** The whole workbook without what differs from one run to the next: ids, and the order in which things were made. */
function pictureOf(model: WorkbookModel): string[] {
  const nameOf = (id: number) => model.sheet(id)?.name ?? '?';
  const sheets = model.sheets.map(({ id: _, grid, ...sheet }) => ({
    ...sheet,
    grid: grid.map((cells) => Object.entries(cells)),
  }));
  const metadata = model.metadata.map(({ key, value, location }) => {
    const isLine = location.type === 'ROW' || location.type === 'COLUMN';
    const at = isLine ? `${nameOf(location.sheetId)}:${location.index}` : location.type;
    return `${key} ${at} ${isLine ? value : JSON.stringify(namesOfTabs(value))}`;
  });
  const protections = model.protections.map(({ id: _, sheetId, ...protection }) =>
    JSON.stringify([nameOf(sheetId), protection]),
  );
  const { locale, timeZone } = model.state;
  return [
    JSON.stringify({ locale, timeZone }),
    ...sheets.map((sheet) => JSON.stringify(sheet)),
    ...metadata.sort(),
    ...protections.sort(),
  ];
}

function namesOfTabs(book: string | null): unknown {
  const { tabs, ...rest } = JSON.parse(book ?? '{}');
  return { ...rest, tabs: Object.entries<{ name: string }>(tabs ?? {}).map(([key, { name }]) => [key, name]) };
}

describe('a run that is stopped', () => {
  /** A sheet that is there and empty, one that is copied and still has the other's title, a protection without words. */
  const TELLING = new Set(['insertSheet', 'setUnprotectedRanges', 'setConditionalFormatRules', 'setSpreadsheetLocale']);
  const STRIDE = process.env.TEST_LONG === '1' ? 1 : 101;

  /** The call before which it is stopped, and the first after which it has done something that cannot be taken for nothing. */
  function placesToStop(): number[] {
    const calls = deskSetUp().host.calls();
    const texts = calls.findIndex(({ member }) => member === 'setValues');
    const protect = calls.findIndex(({ member }) => member === 'protect');
    const places = calls.flatMap(({ member }, index) =>
      index % STRIDE === 0 || TELLING.has(member) ? [index, index + 1] : [],
    );
    return [...new Set([...places, texts, texts + 1, protect, protect + 1, protect + 2])];
  }

  test('is completed by doing it again, wherever it was stopped', { timeout: 3_600_000 }, () => {
    const whole = pictureOf(deskSetUp().model);
    for (const place of placesToStop()) {
      const { desk, goOn } = stoppedAt(place);
      expect(() => desk.setUp(), `stopped at call ${place}`).toThrow('Exceeded maximum execution time');
      goOn();
      desk.setUp();
      const picture = pictureOf(desk.model);
      const differing = picture.filter((line) => !whole.includes(line)).map((line) => line.slice(0, 200));
      expect({ place, count: picture.length, differing }).toEqual({ place, count: whole.length, differing: [] });
    }
  });

  test('leaves a workbook that knows its unit, sends nothing, and is no copy', () => {
    const { desk, goOn } = stoppedAt(600);
    expect(() => desk.setUp()).toThrow();
    goOn();
    expect(desk.open().workbook).toMatchObject({ unit: UNIT, copyOf: null });
    expect(desk.worker.seen).toEqual([]);
    expect(() => desk.setUp('office')).toThrow('đơn vị khác');
  });

  test('keeps what was entered into the tabs that were done', () => {
    const { desk, goOn } = stoppedAt(800);
    expect(() => desk.setUp()).toThrow();
    goOn();
    desk.edit(cellAt(desk.model, '2026', HOUSEHOLDS, '9 tháng'), '1.180');
    desk.setUp();
    expect(desk.open().readings['2026-Q3']?.households).toMatchObject({ value: 1180 });
  });
});

describe('set up again', () => {
  test('changes nothing where everything is in its place', () => {
    const desk = deskSetUp();
    const before = pictureOf(desk.model);
    desk.menu('menuSetUp');
    desk.menu('menuSetUp');
    expect(pictureOf(desk.model)).toEqual(before);
  });

  test('draws a tab anew whose rules a paste has taken, and one whose label was deleted; every value is kept', () => {
    const desk = deskSetUp();
    const whole = pictureOf(desk.model);
    const place = cellAt(desk.model, '2027', HOUSEHOLDS, '6 tháng');
    desk.edit(place, '1.180');
    const entered = pictureOf(desk.model);
    desk.model.write(place.sheetId, area(place, 1, 2), (cell) => ({ ...cell, validation: null }), 'person');
    const label = cellAt(desk.model, '2028', HOUSEHOLDS, 'Chỉ tiêu');
    desk.person.clear(label.sheetId, area(label, 1, 1));
    desk.menu('menuSetUp');
    expect(pictureOf(desk.model)).toEqual(entered);
    expect(entered).not.toEqual(whole);
  });

  test('leaves rows where people moved them, and asks about labels there', () => {
    const desk = deskSetUp();
    const year = desk.model.sheetByName('2026')?.id ?? -1;
    desk.person.insertRows(year, 10, 2);
    desk.menu('menuSetUp');
    const { row } = cellAt(desk.model, '2026', HOUSEHOLDS, '6 tháng');
    expect(desk.open().syncs).toEqual([]);
    expect(desk.person.edit(year, { row, column: 2 }, 'Hộ')).toMatchObject({
      warning: expect.stringContaining('Khung bảng'),
    });
  });

  test('keeps the year that was chosen in “Kết quả”', () => {
    const desk = deskSetUp();
    const results = desk.model.sheetByName('Kết quả')?.id ?? -1;
    desk.person.edit(results, { row: 2, column: 8 }, '2028');
    desk.menu('menuSetUp');
    expect(desk.model.cell(results, 2, 8).value).toBe(2028);
  });

  test('brings the results to a workbook of before them, in front of “Tổng hợp”', () => {
    const desk = deskSetUp();
    desk.model.removeSheet(desk.model.sheetByName('Kết quả')?.id ?? -1);
    desk.menu('menuSetUp');
    expect(desk.model.sheets.map(({ name }) => name).slice(-2)).toEqual(['Kết quả', 'Tổng hợp']);
  });

  test('points the results to a row that was deleted and is there again', () => {
    const desk = deskSetUp();
    const results = desk.model.sheetByName('Kết quả')?.id ?? -1;
    const formulas = () =>
      desk.model
        .read(results, { row: 1, column: 1, rows: 150, columns: 9 })
        .flat()
        .map(({ formula }) => formula);
    const before = formulas();
    const { sheetId, row } = cellAt(desk.model, '2026', HOUSEHOLDS, '6 tháng');
    desk.person.deleteRows(sheetId, row, 1);
    expect(formulas().join()).toContain('#REF!');
    desk.person.insertRows(sheetId, row, 1);
    desk.menu('menuSetUp');
    expect(formulas()).toEqual(before);
  });
});

describe('the courtesy protection', () => {
  test.each([
    ['a label', '2026', 5, 2],
    ['a heading', '2026', 3, 4],
    ['the guide', 'Hướng dẫn', 3, 2],
    ['a result', 'Kết quả', 6, 5],
    ['the summary', 'Tổng hợp', 4, 2],
  ])('asks before %s is changed, and does not refuse', (_what, tab, row, column) => {
    const desk = deskSetUp();
    const outcome = desk.person.edit(desk.model.sheetByName(tab)?.id ?? -1, { row, column }, 'khác');
    expect(outcome).toMatchObject({ ok: true, warning: expect.stringMatching(/\p{Lu}/u) });
  });

  test.each([
    ['an input’s cell', '2026', 6, 4],
    ['a remark', '2026', 6, 8],
    ['the baseline’s cell', 'Kỳ gốc 2025', 6, 4],
    ['the choice of the year', 'Kết quả', 2, 8],
  ])('leaves %s free', (_what, tab, row, column) => {
    const desk = deskSetUp();
    const outcome = desk.person.edit(desk.model.sheetByName(tab)?.id ?? -1, { row, column }, '2027');
    expect(outcome).toMatchObject({ ok: true, warning: null });
  });

  test('holds nobody off: another editor’s run sets up again, a sort and an inserted row go through', () => {
    const desk = deskSetUp();
    expect(desk.model.protections.every(({ warningOnly }) => warningOnly)).toBe(true);
    desk.menu('menuSetUp', OTHER_CLERK);
    const year = desk.model.sheetByName('2026')?.id ?? -1;
    const other = personAt(desk.model, OTHER_CLERK);
    expect(other.sort(year, { row: 4, column: 1, rows: 30, columns: 8 }, 2, true).ok).toBe(true);
    expect(other.insertRows(year, 5, 1).ok).toBe(true);
  });

  test('is one for each tab, however often it is set up, and leaves a person’s own alone', () => {
    const desk = deskSetUp();
    desk.menu('menuSetUp');
    expect(desk.model.protections).toHaveLength(desk.model.sheets.length);
    const own = { description: 'Khóa của văn phòng', warningOnly: false };
    desk.model.update(
      (state) => {
        state.protections = state.protections.map((one, index) => (index === 2 ? { ...one, ...own } : one));
      },
      { kind: 'protections' },
    );
    desk.menu('menuSetUp');
    expect(desk.model.protections[2]).toMatchObject(own);
  });
});

describe('the tabs', () => {
  test('fit A4 upright at 100 %, the margins being the narrow ones', () => {
    const widths = deskSetUp().model.sheets.map(({ name, grid, columns }) => {
      const used = Math.max(...grid.map((cells) => cells.findLastIndex((cell) => cell !== undefined) + 1));
      const pixels = columns.slice(0, used).reduce((sum, { size }) => sum + (size ?? 100), 0);
      return { name, fits: pixels <= PAGE_WIDTH, pixels };
    });
    expect(widths.filter(({ fits }) => !fits)).toEqual([]);
    expect(widths.every(({ pixels }) => pixels > 500)).toBe(true);
  });

  test('fold by section and target, and are left open', () => {
    const desk = deskSetUp();
    for (const tab of ['Kỳ gốc 2025', '2026', '2030']) {
      const sheet = desk.model.sheetByName(tab);
      const depth = (row: number) => sheet?.rows[row - 1]?.groupDepth;
      const { row } = cellAt(desk.model, tab, HOUSEHOLDS, 'Cả năm');
      expect([depth(4), depth(row), depth(row - 1)]).toEqual([0, 2, 1]);
      expect(sheet?.rows.some(({ collapsed }) => collapsed)).toBe(false);
    }
  });

  test('have lines for the signatures below, and the results their working folded up below those', () => {
    const { model } = deskSetUp();
    const results = model.sheetByName('Kết quả');
    const signed = cellAt(model, 'Kết quả', 'NGƯỜI LẬP BIỂU', 'Chỉ tiêu').row;
    const working = results?.rows.findIndex(({ collapsed }) => collapsed) ?? -1;
    expect(working).toBeGreaterThan(signed);
    expect(cellAt(model, '2029', 'THỦ TRƯỞNG ĐƠN VỊ', 'Chỉ tiêu').row).toBeGreaterThan(
      cellAt(model, '2029', HOUSEHOLDS, 'Chỉ tiêu').row,
    );
  });
});
