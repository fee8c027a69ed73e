import { describe, expect, test } from 'vitest';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';
import { inputTabsOf } from './tabs.ts';
import {
  acceptsNumber,
  columnName,
  isImplausible,
  isShrinking,
  isUnsendable,
  literal,
  partExceedsWhole,
} from './template-formulas.ts';
import { isOptional, noteOf, numberFormatOf, templateRows, templateTexts } from './template-rows.ts';

const plan = compilePlan(chiengMung());
const [baseline, year] = inputTabsOf(plan);

/** Another commune with another term: nothing here knows an id of ours. */
const OTHER: Resolution = {
  id: 'made-up',
  version: 1,
  title: 'Nghị quyết giả định',
  commune: 'Giả Định',
  term: { baseline: '2030-Q4', firstYear: 2031, lastYear: 2032 },
  units: [{ id: 'north', name: 'Bắc', kind: 'part' }],
  kinds: [{ id: 'part', name: 'Phần' }],
  sections: [{ id: 'all', label: 'Chung', source: { line: 1 } }],
  targets: [
    { number: 3, section: 'all', label: 'Cầu', source: { line: 2 } },
    { number: 4, section: 'all', label: 'Đường', source: { line: 3 } },
  ],
  inputs: [
    {
      id: 'bridges',
      by: 'part',
      label: 'Cầu',
      short: 'Cầu',
      unit: 'cầu',
      kind: 'level',
      decimals: 0,
      due: 'quarter',
      target: 3,
    },
  ],
  indicators: [],
  statements: [],
  readings: [],
};

describe('the rows of a tab', () => {
  test('follow the resolution: sections, targets, inputs; only those that the unit reports', () => {
    const rows = templateRows(plan, 'office');
    const inputs = rows.flatMap((row) => (row.kind === 'input' ? [row.input.id] : []));
    expect(inputs).toEqual(plan.resolution.inputs.filter((input) => input.by === 'office').map((input) => input.id));
    const targets = rows.flatMap((row) => (row.kind === 'target' ? [Number(row.number)] : []));
    expect(targets).toEqual([
      ...new Set(plan.resolution.inputs.filter((one) => one.by === 'office').map((one) => one.target)),
    ]);
  });

  test('come out of any resolution', () => {
    const other = compilePlan(OTHER);
    const tabs = inputTabsOf(other);
    expect(tabs.map((tab) => [tab.name, tab.periods.length])).toEqual([
      ['Kỳ gốc 2030', 1],
      ['2031', 4],
      ['2032', 4],
    ]);
    const texts = templateTexts(other, 'north', tabs[1]!, templateRows(other, 'north'), true);
    expect(texts[1]?.[0]).toBe('Đơn vị báo cáo: Bắc · Số liệu minh họa');
    expect(texts.slice(2)).toEqual([
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Quý I', '6 tháng', '9 tháng', 'Cả năm', 'Ghi chú'],
      ['I', 'Chung', '', '', '', '', '', ''],
      ['3', 'Cầu', '', '', '', '', '', ''],
      ['3.1', 'Cầu', 'cầu', '', '', '', '', ''],
    ]);
  });

  test('grey what is due at the year’s end alone, in its other quarters', () => {
    const poor = plan.inputById.get('poorHouseholds')!;
    expect(year!.periods.map((period) => isOptional(year!, poor, period))).toEqual([true, true, true, false]);
    expect(baseline!.periods.map((period) => isOptional(baseline!, poor, period))).toEqual([false]);
    const households = plan.inputById.get('households')!;
    expect(year!.periods.map((period) => isOptional(year!, households, period))).toEqual([false, false, false, false]);
  });

  test('have the exact definition as a note', () => {
    const row = templateRows(plan, 'muong-bang').find(
      (one) => one.kind === 'input' && one.input.id === 'poorHouseholds',
    )!;
    const note = noteOf(plan, row);
    expect(note).toContain('Hộ nghèo theo chuẩn nghèo đa chiều đang áp dụng.');
    expect(note).toContain('Không lớn hơn: Hộ gia đình.');
    expect(note).toContain('Chỉ tiêu 8');
  });

  test('say in the note what will be asked about: a bound, and a figure that repeats last year’s', () => {
    const noteFor = (id: string) =>
      noteOf(plan, { kind: 'input', number: '1.1', input: plan.inputById.get(id)! }).split('\n');
    expect(noteFor('revenue')).toContain('Lớn hơn 10 tỷ đồng thì cần giải trình.');
    expect(noteFor('revenue').join()).not.toContain('một năm trước');
    expect(noteFor('revenueSamePeriodLastYear')).toContain(
      'Phải đúng bằng số đã báo cáo một năm trước của: Thu ngân sách trên địa bàn, lũy kế từ đầu năm; khác thì cần giải trình.',
    );
    expect(noteFor('ntmRecognised').join()).not.toContain('Lớn hơn');
  });

  test('show as many decimals as may be entered, in US notation', () => {
    const formats = ['households', 'solidWaste', 'coffeeArea', 'revenue', 'ntmRecognised'];
    expect(formats.map((id) => numberFormatOf(plan.inputById.get(id)!))).toEqual([
      '#,##0',
      '#,##0.0',
      '#,##0.00',
      '#,##0.000',
      '@',
    ]);
  });
});

describe('formulas for the grid', () => {
  const input = plan.inputById.get('revenue')!;
  const all = [
    acceptsNumber('D5', input),
    isUnsendable('D5', 3),
    isImplausible('D5', 2.5),
    partExceedsWhole('D5', 'D4', 2),
    isShrinking('E5', ['D5', 'C5'], 3),
  ];

  test.each(all)('%s has no comma, no decimal literal, and its brackets closed', (formula) => {
    const bare = formula.replace(/"[^"]*"/g, '');
    expect(bare).not.toMatch(/,|\d\.\d/);
    expect(bare.split('(').length).toBe(bare.split(')').length);
    expect(formula.startsWith('=')).toBe(true);
  });

  test('write columns and numbers as the grid does', () => {
    expect([1, 4, 26, 27, 52, 703].map(columnName)).toEqual(['A', 'D', 'Z', 'AA', 'AZ', 'AAA']);
    expect([literal(1180), literal(2.5)]).toEqual(['1180', '(2500/1000)']);
  });
});
