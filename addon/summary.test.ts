/** The tab "Tổng hợp", written by the built add-in from the Worker's summary. */
import { beforeAll, describe, expect, test } from 'vitest';
import { consolidate } from '../shared/consolidate.ts';
import { compilePlan } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import type { Values } from '../shared/values.ts';
import type { Summary } from '../shared/wire.ts';
import { builtFiles, CLERK, type Desk, openDesk } from './built-addon.test-support.ts';
import { WorkbookModel } from './desk/stand-in/workbook-model.ts';

const plan = compilePlan(chiengMung());
let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

function summaryOf(values: Readonly<Record<string, Values>>): Summary {
  const period = '2026-Q3';
  const reports = Object.entries(values).map(([unit, own]) => ({ unit, period, values: own }) as const);
  return {
    resolution: { id: plan.resolution.id, version: plan.resolution.version },
    period,
    locked: false,
    ledger: { index: 1, hash: 'h' },
    units: plan.units.map(({ id, name }) => {
      const there = values[id] !== undefined;
      return {
        id,
        name,
        state: there ? ('draft' as const) : ('none' as const),
        revision: there ? 1 : null,
        updatedAt: there ? '2026-11-24T02:30:00.000Z' : null,
        updatedBy: null,
        errors: 0,
        warnings: 0,
      };
    }),
    ...consolidate(plan, reports, period),
  };
}

const TWO = summaryOf({ 'muong-bang': { coffeeArea: 400.5 }, 'muong-bon': { coffeeArea: 300 } });
const THREE = summaryOf({
  'muong-bang': { coffeeArea: 400.5 },
  'muong-bon': { coffeeArea: 300 },
  'chieng-mung': { coffeeArea: 600 },
});

function deskWith(summary: Summary): Desk {
  const desk = openDesk(files);
  desk.setUp();
  desk.worker.summary = summary;
  return desk;
}

function rowsOf(desk: Desk): string[][] {
  const sheet = desk.model.sheetByName('Tổng hợp');
  if (sheet === null) throw new Error('no summary tab');
  return desk.model
    .read(sheet.id, { row: 1, column: 1, rows: 60, columns: 9 })
    .map((row) => row.map((cell) => String(cell.value ?? '')));
}

const rowOf = (desk: Desk, label: string) => rowsOf(desk).find((row) => row[1] === label);
const COFFEE = plan.indicatorById.get('t02-coffee-area')?.label ?? '';

describe('the tab "Tổng hợp"', () => {
  test('says of every indicator its figures, goal, verdict, coverage and age', () => {
    const desk = deskWith(THREE);
    desk.menu('menuSummary');
    expect(rowsOf(desk)[0]?.[0]).toContain('9 tháng năm 2026');
    expect(rowsOf(desk)[1]?.[0]).toContain('Số liệu đến 09:30 24/11/2026');
    const row = rowOf(desk, COFFEE);
    expect(row?.slice(0, 3)).toEqual(['2', COFFEE, 'ha']);
    expect(row?.[3]).toContain('400,5');
    expect(row?.[4]).toContain('1.300,5');
    expect(row?.slice(6)).toEqual(['Đạt', '3/3', '09:30 24/11/2026']);
    expect(rowsOf(desk).filter((cells) => /^\d+$/.test(cells[0] ?? ''))).toHaveLength(44);
  });

  test('says that a figure is provisional, and who is missing', () => {
    const desk = deskWith(TWO);
    desk.menu('menuSummary');
    const row = rowOf(desk, COFFEE);
    expect(row?.[4]).toMatch(/^tạm tính 700,5/);
    expect(row?.[7]).toBe('2/3; thiếu Chiềng Mung');
  });

  test('names nobody where none of several units has a figure', () => {
    const desk = deskWith(TWO);
    desk.menu('menuSummary');
    const nobody = rowsOf(desk).filter((cells) => cells[7]?.startsWith('0/3'));
    expect(nobody.length).toBeGreaterThan(5);
    expect(new Set(nobody.map((cells) => cells[7]))).toEqual(new Set(['0/3']));
    expect(rowsOf(desk).map((cells) => cells[7])).toContain('0/1; thiếu Cấp xã');
  });

  test('is written once for one summary, and again for another', () => {
    const desk = deskWith(TWO);
    const writes = () => desk.host.calls().filter((call) => call.member === 'setValues').length;
    desk.menu('menuSummary');
    const once = writes();
    desk.menu('menuSummary');
    expect(writes()).toBe(once);
    expect(desk.toasts).toEqual(['Đã cập nhật trang “Tổng hợp”.', 'Trang “Tổng hợp” đã đúng với máy chủ.']);
    desk.worker.summary = THREE;
    desk.menu('menuSummary');
    expect(writes()).toBe(once + 1);
  });

  test('is written in full by the next run, wherever the platform ended the one before', () => {
    const before = deskWith(TWO);
    before.menu('menuSummary');
    const json = before.model.toJSON();
    const afterwards = (at: number) => {
      let ends = true;
      const desk = openDesk(files, {
        model: WorkbookModel.fromJSON(json),
        ports: { failure: ({ index }) => (ends && index === at ? { kind: 'killed' } : null) },
      });
      desk.worker.summary = THREE;
      const { ok } = desk.host.run('menuSummary', [], { user: CLERK, via: 'menu' });
      ends = false;
      desk.menu('menuSummary');
      return { at, ok, figure: rowOf(desk, COFFEE)?.[4] };
    };
    const whole = afterwards(0);
    expect(whole).toMatchObject({ ok: true, figure: expect.stringContaining('1.300,5') });
    const ended = [];
    for (let at = 1; ended.at(-1)?.ok !== true; at += 1) ended.push(afterwards(at));
    expect(ended.length).toBeGreaterThan(20);
    for (const one of ended) expect(one).toEqual({ ...whole, at: one.at, ok: one.at === ended.length });
  });

  test('stays as it is, and says why, while the Worker is away', () => {
    const desk = deskWith(TWO);
    desk.menu('menuSummary');
    const before = rowsOf(desk);
    desk.worker.down = true;
    desk.menu('menuSummary');
    expect(rowsOf(desk)).toEqual(before);
    expect(desk.toasts.pop()).toContain('Chưa cập nhật được');
  });

  test('is brought up to date when the sidebar asks for it, without moving anybody’s cursor', () => {
    const desk = deskWith(TWO);
    desk.call('sidebarJump', { period: '2026-Q3', input: 'coffeeArea' });
    const answer = desk.pulse({ refresh: true });
    expect(rowOf(desk, COFFEE)?.[4]).toContain('700,5');
    expect(answer.selection).toEqual({ period: '2026-Q3', input: 'coffeeArea' });
  });

  test('is brought up to date while the sidebar is open, without asking after a report', () => {
    const desk = deskWith(TWO);
    desk.pulse({ summary: true });
    expect(rowOf(desk, COFFEE)?.[4]).toContain('700,5');
    expect(desk.worker.seen.map(({ path }) => path)).toEqual(['/api/summary']);
  });

  test('has no inputs, and warns whoever types there without keeping anybody out', () => {
    const desk = deskWith(TWO);
    desk.menu('menuSummary');
    const sheet = desk.model.sheetByName('Tổng hợp');
    expect(desk.model.protections.filter((one) => one.sheetId === sheet?.id)).toMatchObject([{ warningOnly: true }]);
    const typed = desk.person.edit(sheet?.id ?? -1, { row: 5, column: 5 }, 'của tôi');
    expect(typed).toMatchObject({ ok: true, warning: expect.stringContaining('tiện ích ghi') });
    desk.pulse();
    expect(desk.worker.puts).toEqual([]);
    desk.worker.summary = THREE;
    desk.menu('menuSummary');
    expect(rowsOf(desk).flat()).not.toContain('của tôi');
  });

  test('is left to an open sidebar by the sweep', () => {
    const desk = deskWith(TWO);
    desk.pulse();
    desk.clock.now = Date.UTC(2026, 10, 24, 3, 0, 0);
    desk.pulse();
    desk.host.fireClock(desk.clock.now);
    expect(desk.worker.seen).toEqual([]);
    desk.clock.now += 3_600_000;
    desk.host.fireClock(desk.clock.now);
    expect(desk.worker.seen.map(({ path }) => path)).toEqual(['/api/summary']);
  });

  test('is refreshed by the sweep in working hours alone', () => {
    const desk = deskWith(TWO);
    desk.clock.now = Date.UTC(2026, 10, 24, 16, 0, 0);
    desk.host.fireClock(desk.clock.now);
    expect(desk.worker.seen).toEqual([]);
    desk.clock.now += 10 * 3_600_000;
    desk.host.fireClock(desk.clock.now);
    expect(rowOf(desk, COFFEE)?.[4]).toContain('700,5');
  });
});
