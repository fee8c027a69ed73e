import { describe, expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { disagreeing, locate } from './layout.ts';
import { inputTabsOf } from './tabs.ts';
import { templateRows, templateTexts } from './template-rows.ts';

const plan = compilePlan(chiengMung());
const tabs = inputTabsOf(plan);
const year = tabs[1]!;
const inputs = inputsOf(plan, 'muong-bang');
const texts = () => templateTexts(plan, 'muong-bang', year, templateRows(plan, 'muong-bang'), false);

describe('places in a tab', () => {
  test.each(plan.units.map((unit) => unit.id))(
    'every input of %s is found in its own template, in every tab',
    (unit) => {
      for (const tab of tabs) {
        const own = inputsOf(plan, unit);
        const located = locate(templateTexts(plan, unit, tab, templateRows(plan, unit), true), own, tab.periods);
        expect(located).toMatchObject({ lost: [], headless: [] });
        expect(new Set(Object.values(located.rows)).size).toBe(own.length);
      }
    },
  );

  test('are found by words, whatever the case, spaces and composition', () => {
    const grid = texts().map((row) => row.map((cell) => `  ${cell.toUpperCase().normalize('NFD')} `));
    expect(locate(grid, inputs, year.periods)).toMatchObject({ lost: [], headless: [] });
  });

  test('move with inserted rows and columns', () => {
    const before = locate(texts(), inputs, year.periods);
    const after = locate(
      [['thêm'], ...texts().map((row) => [...row.slice(0, 3), 'thêm', ...row.slice(3)])],
      inputs,
      year.periods,
    );
    expect(after.rows.households).toBe((before.rows.households ?? 0) + 1);
    expect(after.columns['2026-Q1']).toBe((before.columns['2026-Q1'] ?? 0) + 1);
  });

  test('a label that is gone or double is lost, the others are not', () => {
    const grid = texts();
    const row = grid.findIndex((cells) => cells[1] === 'Hộ gia đình');
    expect(locate([...grid, grid[row]!], inputs, year.periods).lost).toEqual(['households']);
    expect(
      locate(
        grid.filter((_, index) => index !== row),
        inputs,
        year.periods,
      ).lost,
    ).toEqual(['households']);
  });

  test('a heading that is double leaves its period unread', () => {
    const grid = texts().map((row) => [...row, row[0] === 'STT' ? '6 tháng' : '']);
    expect(locate(grid, inputs, year.periods).headless).toEqual(['2026-Q2']);
  });

  test('a mark that is elsewhere, missing or double disagrees', () => {
    const located = locate(texts(), inputs.slice(0, 4), year.periods);
    const [a, b, c, d] = Object.entries(located.rows).map(([input, row]) => ({ input, row }));
    const marks = [a!, { ...b!, row: 99 }, c!, { ...c!, row: 98 }];
    expect(disagreeing(located, marks)).toEqual([b!.input, c!.input, d!.input]);
    expect(disagreeing(located, [a!, b!, c!, d!])).toEqual([]);
  });
});
