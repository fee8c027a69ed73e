import { describe, expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { TabBinding } from './bindings.ts';
import { bindLines, disagreeing, locate, marksOf, type Placed } from './layout.ts';
import { inputTabsOf } from './tabs.ts';
import { templateBinding, templateSigns } from './template-binding.ts';
import { templateRows, templateTexts } from './template-rows.ts';

const plan = compilePlan(chiengMung());
const tabs = inputTabsOf(plan);
const year = tabs[1]!;
const bindingOf = (unit: string, tab = year) => templateBinding(tab, templateSigns(plan, unit, tab));
const binding = bindingOf('muong-bang');
const texts = () => templateTexts(plan, 'muong-bang', year, templateRows(plan, 'muong-bang'), false);
const place = (grid: readonly (readonly unknown[])[]) => locate(grid, '2026', binding);

describe('places in a tab of the template', () => {
  test.each(plan.units.map((unit) => unit.id))(
    'every input of %s is found in its own template, in every tab',
    (unit) => {
      for (const tab of tabs) {
        const own = inputsOf(plan, unit);
        const grid = templateTexts(plan, unit, tab, templateRows(plan, unit), true);
        const located = locate(grid, tab.name, bindingOf(unit, tab));
        expect(located.lost).toEqual([]);
        expect(new Set(Object.values(located.rows)).size).toBe(own.length);
        expect(Object.values(located.columns)).toEqual(tab.periods.map((_, index) => index + 4));
      }
    },
  );

  test('are found by words, whatever the case, spaces and composition', () => {
    const grid = texts().map((row) => row.map((cell) => `  ${cell.toUpperCase().normalize('NFD')} `));
    expect(place(grid).lost).toEqual([]);
  });

  test('move with inserted rows and columns', () => {
    const before = place(texts());
    const after = place([['thêm'], ...texts().map((row) => [...row.slice(0, 3), 'thêm', ...row.slice(3)])]);
    expect(after.rows.households).toBe((before.rows.households ?? 0) + 1);
    expect(after.columns['2026-Q1']).toBe((before.columns['2026-Q1'] ?? 0) + 1);
  });

  test('a label that is gone or double is lost, the others are not', () => {
    const grid = texts();
    const row = grid.findIndex((cells) => cells[1] === 'Hộ gia đình');
    expect(place([...grid, grid[row]!]).lost).toEqual(['households']);
    expect(place(grid.filter((_, index) => index !== row)).lost).toEqual(['households']);
  });

  test('a label that a target has too is told from it', () => {
    const grid = texts();
    const labels = grid.map((cells) => cells[1]);
    const { rows } = place(grid);
    expect(labels.filter((label) => label === 'Thôn, bản không có ma túy')).toHaveLength(2);
    expect(rows.villagesDrugFree).toBe(labels.lastIndexOf('Thôn, bản không có ma túy') + 1);
    expect(rows.schoolsStandard).toBe(labels.lastIndexOf('Trường đạt chuẩn quốc gia') + 1);
  });

  test('a heading that is double leaves its period unread', () => {
    const grid = texts().map((row) => [...row, row[0] === 'STT' ? '6 tháng' : '']);
    expect(place(grid).lost).toEqual(['2026-Q2']);
  });

  test('a text that somebody writes above the headings is nothing to them', () => {
    const grid = texts();
    grid[0]![3] = 'tạm tính';
    expect(place(grid).lost).toEqual([]);
  });
});

test('a mark that is elsewhere, missing or double disagrees, of a row and of a column', () => {
  const located = place(texts());
  const marks = marksOf(located);
  expect(disagreeing(located, marks)).toEqual([]);
  const changed = marks.flatMap((mark) => {
    if (mark.id === 'households') return [{ ...mark, at: 99 }];
    if (mark.id === 'population') return [];
    return mark.id === 'workers' || mark.id === '2026-Q3' ? [mark, { ...mark, at: 98 }] : [mark];
  });
  expect([...disagreeing(located, changed)].sort()).toEqual(['2026-Q3', 'households', 'population', 'workers']);
});

describe('a person’s own table', () => {
  const TABLE: readonly (readonly unknown[])[] = [
    ['BÁO CÁO QUÝ'],
    ['TT', 'Nội dung', 'Năm 2026', '', 'Năm 2027', ''],
    ['', '', 'Kế hoạch', 'Quý I', 'Kế hoạch', 'Quý I'],
    ['', '(1)', '(2)', '(3)', '(4)', '(5)'],
    ['A', 'Đảng viên', '', '', '', ''],
    ['1', 'Tổng số', 10, 9, '', ''],
    ['', 'Trong đó: nữ', 5, 4, '', ''],
    ['B', 'Chi bộ', '', '', '', ''],
    ['1', 'Tổng số', 3, 3, '', ''],
    ['', 'Trong đó: nữ', 1, 1, '', ''],
    ['', 'Trong đó: nữ', 1, 1, '', ''],
  ];
  const PLACED: Placed = {
    rows: { a: 6, b: 7, c: 9, d: 10, e: 11 },
    columns: { '2026-Q1': 4, '2027-Q1': 6 },
  };

  function bind(values = TABLE, placed = PLACED, name = 'Theo dõi'): TabBinding {
    const bound = bindLines(values, name, { labelColumn: 2, own: true }, placed);
    if ('nameless' in bound) throw new Error(`no name at ${bound.nameless.at}`);
    return bound.binding;
  }

  test('is bound by labels with as much around them as it takes', () => {
    expect(bind().rows).toEqual({
      a: { text: 'Tổng số', after: 'Đảng viên' },
      b: { text: 'Trong đó: nữ', after: 'Đảng viên' },
      c: { text: 'Tổng số', after: 'Chi bộ' },
      d: { text: 'Trong đó: nữ', after: 'Chi bộ' },
      e: { text: 'Trong đó: nữ', nth: [3, 3] },
    });
  });

  test('is bound by headings with everything above them, and without the numbers below', () => {
    expect(bind().columns).toEqual({
      '2026-Q1': { text: 'Năm 2026 › Quý I' },
      '2027-Q1': { text: 'Năm 2027 › Quý I' },
    });
  });

  test('is found again where it was, and where rows and columns were inserted', () => {
    expect(locate(TABLE, 'Theo dõi', bind())).toEqual({ ...PLACED, labelColumn: 2, lost: [] });
    const wider = TABLE.map((row) => [...row.slice(0, 2), 'thêm', ...row.slice(2)]);
    const { rows, columns, lost } = locate([...wider.slice(0, 4), ['', 'Mới'], ...wider.slice(4)], 'Theo dõi', bind());
    expect(lost).toEqual([]);
    expect(rows).toEqual({ a: 7, b: 8, c: 10, d: 11, e: 12 });
    expect(columns).toEqual({ '2026-Q1': 5, '2027-Q1': 7 });
  });

  test('is found again where a column was inserted before its labels', () => {
    const wider = TABLE.map((row) => ['thêm', ...row]);
    expect(locate(wider, 'Theo dõi', bind())).toEqual({
      labelColumn: 3,
      rows: PLACED.rows,
      columns: { '2026-Q1': 5, '2027-Q1': 7 },
      lost: [],
    });
  });

  test('its tab may have another name while its headings say the year', () => {
    expect(locate(TABLE, 'Khác', bind()).lost).toEqual([]);
  });

  test('a heading without a year has the tab’s name with it, and one without any text has that alone', () => {
    const values = [
      ['Nội dung', 'Thực hiện', ''],
      ['Số hộ', 1, 2],
    ];
    const style = { labelColumn: 1, own: true };
    const bound = bindLines(values, 'Quý I 2026', style, { rows: { a: 2 }, columns: { '2026-Q1': 2, '2026-Q2': 3 } });
    expect(bound).toMatchObject({
      binding: { columns: { '2026-Q1': { text: 'Thực hiện › Quý I 2026' }, '2026-Q2': { text: 'Quý I 2026' } } },
    });
  });

  test('a number or a date may be a heading', () => {
    const values = [
      ['Nội dung', 2026, new Date(Date.UTC(2026, 2, 31))],
      ['Số hộ', 1, 2],
    ];
    const bound = bindLines(values, 'Hộ', { labelColumn: 1, own: true }, { rows: { a: 2 }, columns: { x: 2, y: 3 } });
    expect(bound).toMatchObject({
      binding: { columns: { x: { text: '2026' }, y: { text: expect.stringMatching(/^2026-03-31/) } } },
    });
  });

  test('text among the figures of rows that are not linked is no heading', () => {
    const values = TABLE.map((row, index) => (index === 5 ? ['1', 'Tổng số', 10, 'kad', '', ''] : row));
    const placed = { rows: { b: 7 }, columns: PLACED.columns };
    expect(bind(values, placed).columns['2026-Q1']).toEqual({ text: 'Năm 2026 › Quý I' });
  });

  test('of two tables, one below the other, each has its own headings', () => {
    const below = [...TABLE, ['', 'Nội dung', '', '6 tháng 2026'], ['', 'Số trường', '', 7]];
    const placed = { rows: { s: 13 }, columns: { '2026-Q2': 4 } };
    expect(bind(below, placed).columns).toEqual({ '2026-Q2': { text: '6 tháng 2026' } });
  });

  test('a row without a label cannot be bound', () => {
    expect(bindLines(TABLE, 'x', { labelColumn: 2, own: true }, { rows: { a: 12 }, columns: {} })).toEqual({
      nameless: { id: 'a', at: 12 },
    });
  });
});
