import { describe, expect, test } from 'vitest';
import { compilePlan, type Plan, plannedIndicator } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { MADE_UP } from '../../test/properties/resolutions.ts';
import { locate } from './layout.ts';
import { PAGE_WIDTH } from './paper.ts';
import type { ResultsContext } from './results-columns.ts';
import { tableContents, workingContents } from './results-contents.ts';
import { resultsLayout } from './results-rows.ts';
import { resultFormat, resultGoal, resultNote, resultUnit } from './results-texts.ts';
import { rowGroupsOf } from './sectioned-rows.ts';
import { inputTabsOf } from './tabs.ts';
import { templateBinding, templateSigns } from './template-binding.ts';
import { templateRows, templateTexts } from './template-rows.ts';

const PLAN = compilePlan(chiengMung());
const OTHER = compilePlan(MADE_UP);

function contextOf(plan: Plan, unit: string): ResultsContext {
  const rows = templateRows(plan, unit);
  const places = inputTabsOf(plan).map((tab) => ({
    tab,
    name: tab.name,
    located: locate(
      templateTexts(plan, unit, tab, rows, false),
      '',
      templateBinding(tab, templateSigns(plan, unit, tab)),
    ),
  }));
  return {
    plan,
    layout: resultsLayout(plan, unit),
    baseline: places.find(({ tab }) => tab.baseline) ?? null,
    years: places.filter(({ tab }) => !tab.baseline),
  };
}

const UNITS = [PLAN, OTHER].flatMap((plan) => plan.units.map(({ id }) => ({ id, plan })));
const indicator = (id: string) => plannedIndicator(PLAN, id)!;

describe('the formulas of “Kết quả”', () => {
  test.each(UNITS)('of $id have no comma, no decimal literal, and their brackets closed', ({ id, plan }) => {
    const context = contextOf(plan, id);
    const formulas = [...tableContents(context), ...workingContents(context)]
      .flat()
      .filter((text) => text.startsWith('='));
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas) {
      const bare = formula.replace(/"[^"]*"|'[^']*'/g, '');
      expect(bare).not.toMatch(/,|\d\.\d|undefined|NaN|\$0/);
      expect(bare.split('(').length).toBe(bare.split(')').length);
    }
  });

  test('name the cells of the years’ tabs, and nothing by its text: they follow inserted rows', () => {
    const working = workingContents(contextOf(PLAN, 'muong-bang')).flat();
    expect(working.some((text) => text.includes("'2030'!G"))).toBe(true);
    expect(working.join()).not.toMatch(/INDIRECT|OFFSET|VLOOKUP/);
  });

  test('are short where a person looks: a share is 100 times one row of the working by another', () => {
    const context = contextOf(PLAN, 'muong-bang');
    const row = tableContents(context).find(([, label]) => label === 'Tỷ lệ hộ nghèo');
    expect(row?.[4]).toMatch(/100\*E\$\d+\/E\$\d+/);
    expect(row?.[4]?.length).toBeLessThan(300);
  });

  test.each(UNITS)(
    'of $id: every row of the working is there once, and every indicator that the unit has a part in',
    ({ id, plan }) => {
      const { rows, inputs, last, working } = resultsLayout(plan, id);
      const used = inputs.flatMap(({ row, past }) => (past === null ? [row] : [row, past]));
      expect(used).toEqual(Array.from({ length: last - working - 2 }, (_, index) => working + 3 + index));
      const own = plan.indicators.filter(({ units }) => units.includes(plan.unitIndex.get(id) ?? -1));
      const shown = rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.definition.id] : []));
      expect(shown.sort()).toEqual(own.map(({ definition }) => definition.id).sort());
    },
  );
});

describe('the words of “Kết quả”', () => {
  test('are the paper table’s, with the baseline before the periods and the commune’s goal behind them', () => {
    expect(tableContents(contextOf(PLAN, 'office'))[0]).toEqual([
      'STT',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Kỳ gốc 2025',
      'Quý I',
      '6 tháng',
      '9 tháng',
      'Cả năm',
      'Mục tiêu toàn xã',
    ]);
  });

  test('say each goal, also one that is a share of the baseline', () => {
    expect(resultGoal(PLAN, indicator('t08-poor-households'))).toBe('≤ 1,5%');
    expect(resultGoal(PLAN, indicator('t02-coffee-area'))).toBe('trên 1.180 ha');
    expect(resultGoal(PLAN, indicator('t11-advanced-rural'))).toBe('được công nhận');
    const input = PLAN.inputById.get('complexCasesPreviousTerm');
    expect(resultGoal(PLAN, indicator('t22-complex-cases'))).toBe(`≤ 90% của “${input?.short}”`);
  });

  test('have the formula in words in a note, with the goal, its horizon and what a blank means', () => {
    const note = resultNote(PLAN, indicator('t08-poor-households'));
    expect(note).toContain('100 × “Hộ nghèo theo chuẩn nghèo đa chiều đang áp dụng” : “Hộ gia đình”');
    expect(note).toContain('≤ 1,5%, đến 2030');
    expect(note).toContain('Ô trống');
    expect(resultNote(PLAN, indicator('t01-revenue-growth'))).toContain('− 1)');
    expect(resultNote(PLAN, indicator('t01-revenue-growth'))).toContain('vượt khi trên 6%');
    expect(resultNote(PLAN, indicator('t01-revenue-term'))).toContain('cả nhiệm kỳ');
    expect(resultNote(PLAN, indicator('t02-coffee-area'))).toContain('duy trì');
  });

  test('round by the format of numbers alone: a share to two decimals, anything else as its input is entered', () => {
    const ids = ['t08-poor-households', 't02-coffee-area', 't03-visitors', 't11-advanced-rural'];
    expect(ids.map((id) => resultFormat(PLAN, indicator(id)))).toEqual(['#,##0.00', '#,##0.00', '#,##0', 'General']);
    expect(ids.map((id) => resultUnit(PLAN, indicator(id)))).toEqual(['%', 'ha', 'lượt', 'có/không']);
  });
});

describe('groups of rows', () => {
  const rows = (kinds: string) =>
    [...kinds].map((letter) => ({ kind: { s: 'section', t: 'target', i: 'input' }[letter] ?? 'head' }));

  test('are what lies under a section, and what lies under a target with more than one row', () => {
    expect(rowGroupsOf(rows('hhhstiitistii'))).toEqual([
      { first: 5, count: 5 },
      { first: 11, count: 3 },
      { first: 6, count: 2 },
      { first: 12, count: 2 },
    ]);
  });

  test('never run into one another: the row before a group is not in it', () => {
    const all = templateRows(PLAN, 'muong-bang');
    for (const { first, count } of rowGroupsOf(all)) {
      expect(['section', 'target']).toContain(all[first - 2]?.kind);
      expect(all[first + count - 1]?.kind ?? 'section').not.toBe('input');
    }
  });
});

test('a page is as wide as A4 with the narrow margins', () => {
  expect(PAGE_WIDTH).toBe(Math.floor((210 / 25.4 - 2 * 0.25) * 96));
});
