/** A workbook of 49 inputs and 20 periods, linked: how many service calls each act takes, in one tab, in five, in twenty. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { periodName } from '../shared/words.ts';
import { builtFiles, type Desk, UNIT } from './built-addon.test-support.ts';
import type { LinkedTab } from './link-rpc.ts';
import { link, openOwn, ownWorkbook, type Tab } from './own-book.test-support.ts';

const plan = compilePlan(chiengMung());
const inputs = inputsOf(plan, UNIT);
const periods = plan.periods.slice(1);
/** A section's heading after so many rows of figures. */
const SECTION = 5;

let files: Record<string, string>;
beforeAll(async () => {
  files = await builtFiles();
});

/** The periods shared out among so many tabs. */
function bigBook(tabs: number): { readonly sheets: readonly Tab[]; readonly linked: readonly LinkedTab[] } {
  const each = periods.length / tabs;
  const parts = Array.from({ length: tabs }, (_, at) => periods.slice(at * each, (at + 1) * each));
  const rowOf = (index: number) => 2 + index + Math.ceil((index + 1) / SECTION);
  return {
    sheets: parts.map((own, at) => ({ name: `Biểu ${at + 1}`, cells: cellsOf(own) })),
    linked: parts.map((own, id) => ({
      id,
      labelColumn: 2,
      rows: Object.fromEntries(inputs.map((input, index) => [input.id, rowOf(index)])),
      columns: Object.fromEntries(own.map((period, index) => [period, 4 + index])),
    })),
  };

  function cellsOf(own: typeof periods): Tab['cells'] {
    const rows: (string | number | null)[][] = [['TT', 'Nội dung', 'ĐVT', ...own.map((period) => periodName(period))]];
    inputs.forEach((input, index) => {
      if (index % SECTION === 0) rows.push([null, `Nhóm ${index / SECTION + 1}`]);
      rows.push([index + 1, input.label, input.unit, ...own.map(() => (input.kind === 'flag' ? null : 3))]);
    });
    return rows;
  }
}

function counting(desk: Desk) {
  return (act: () => unknown): number => {
    const before = desk.host.calls().length;
    act();
    return desk.host.calls().length - before;
  };
}

/** Characters of metadata in the fullest sheet: keys and values. */
function fullestSheet({ model }: Desk): number {
  const sizes = model.sheets.map(({ id }) =>
    model.metadata
      .filter(({ location }) => location.type !== 'SPREADSHEET' && location.sheetId === id)
      .reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0),
  );
  return Math.max(...sizes);
}

describe.each([
  [1, { open: 115, bind: 150, marked: 850, send: 560, pulse: 17, release: 1350 }],
  [5, { open: 410, bind: 460, marked: 2450, send: 590, pulse: 17, release: 2200 }],
  [20, { open: 1500, bind: 1750, marked: 8400, send: 680, pulse: 17, release: 5100 }],
])('in %d tabs', (tabs, most) => {
  test('every act takes a bounded number of service calls, and what it remembers fits', () => {
    const { sheets, linked } = bigBook(tabs);
    const desk = openOwn(files, ownWorkbook(sheets));
    const count = counting(desk);
    const calls: Record<keyof typeof most, number> = {
      open: count(() => desk.call('linkOpen')),
      bind: count(() => link(desk, linked)),
      marked: count(() => link(desk, linked, { marked: true })),
      send: count(() => desk.menu('menuSend')),
      pulse: count(() => desk.pulse()),
      release: 0,
    };
    expect(desk.worker.reports.size).toBe(periods.length);
    // Google's store takes 500 KB; a change holds what it replaces until it is done.
    expect(Buffer.byteLength(JSON.stringify(desk.model.script.documentProperties))).toBeLessThan(250_000);
    // Google's limit is 30,000 a sheet.
    expect(fullestSheet(desk)).toBeLessThan(15_000);
    calls.release = count(() => desk.call('linkRelease'));
    const over = Object.entries(most).filter(([act, bound]) => calls[act as keyof typeof most] > bound);
    expect({ over, calls }).toEqual({ over: [], calls });
  });
});
