import { describe, expect, test } from 'vitest';
import { inputsOf } from '../../../shared/plan.ts';
import { chosenRows, type ReportRow, rowsOf } from './rows.ts';
import { PERIOD, plan, revisionOf, UNIT, viewOf } from './testing.ts';

const rows = (...parts: Parameters<typeof viewOf>) => rowsOf(plan, UNIT, PERIOD, viewOf(...parts));
const rowOf = (all: readonly ReportRow[], id: string): ReportRow => {
  const row = all.find(({ input }) => input.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
const ids = (all: readonly ReportRow[]) => all.map(({ input }) => input.id);

describe('the rows of a report', () => {
  test('are all inputs of the unit in the resolution’s order, whatever was sent', () => {
    expect(ids(rows(revisionOf({ visitors: 3 })))).toEqual(inputsOf(plan, UNIT).map(({ id }) => id));
  });

  test('tell the four states of a value apart', () => {
    const all = rows(revisionOf({ visitors: 0, tourismRevenue: 'na', fruitArea: 10, fruitAreaCoded: 12 }));
    expect(rowOf(all, 'visitors')).toMatchObject({ value: 0, invalid: false });
    expect(rowOf(all, 'tourismRevenue')).toMatchObject({ value: 'na', invalid: false });
    expect(rowOf(all, 'coffeeArea')).toMatchObject({ value: null, expected: true });
    expect(rowOf(all, 'poorHouseholds')).toMatchObject({ value: null, expected: false });
    expect(rowOf(all, 'fruitAreaCoded')).toMatchObject({ value: 12, invalid: true });
  });

  test('have an error of a part at its whole, too, and no other finding of somebody else', () => {
    const all = rows(revisionOf({ fruitArea: 'na', fruitAreaCoded: 12, workers: 5, insured: 9, population: 8 }));
    expect(rowOf(all, 'population').findings.map(({ code, input }) => [code, input])).toEqual([
      ['part-exceeds-whole', 'insured'],
    ]);
    expect(rowOf(all, 'fruitAreaCoded').findings.map(({ code }) => code)).toEqual(['whole-not-applicable']);
    expect(rowOf(all, 'fruitArea').findings).toEqual([]);
  });

  test('say what differs from the revision that they are compared with, values and reasons', () => {
    const reference = revisionOf({ visitors: 3, revenue: 1 }, { reasons: { visitors: 'lễ hội' } });
    const current = revisionOf({ visitors: 4, revenue: 1, coffeeArea: 0 }, { reasons: { visitors: 'lễ hội mới' } });
    const all = rows(current, { reference });
    expect(rowOf(all, 'visitors')).toMatchObject({ changed: { from: 3 }, reasonChanged: { from: 'lễ hội' } });
    expect(rowOf(all, 'coffeeArea')).toMatchObject({ changed: { from: null }, reasonChanged: null });
    expect(rowOf(all, 'revenue').changed).toBeNull();
    expect(ids(chosenRows(all, 'changes'))).toEqual(['coffeeArea', 'visitors']);
  });

  test('of a first revision are no changes', () => {
    expect(chosenRows(rows(revisionOf({ visitors: 4 })), 'changes')).toEqual([]);
  });

  test('have an issue where something is wrong, doubtful or due and missing, not for a notice or what is not due', () => {
    const full = Object.fromEntries(inputsOf(plan, UNIT).map(({ id }) => [id, 1]));
    const current = revisionOf({ ...full, visitors: null, poorHouseholds: null, coffeeArea: 5000 });
    expect(ids(chosenRows(rows(current), 'issues'))).toEqual(['coffeeArea', 'visitors']);
  });

  test('name the values of the period before and of the year before', () => {
    const all = rows(revisionOf({ visitors: 4 }), {
      before: { period: '2026-Q1', values: { visitors: 1 } },
      yearBefore: { period: '2025-Q4', values: undefined },
    });
    expect(rowOf(all, 'visitors')).toMatchObject({ before: 1, yearBefore: null });
  });

  test('know what was read from a formula, also when a reviewer has had the last word', () => {
    const sent = revisionOf({ visitors: 4 }, { sending: { via: 'trigger', editors: null, formulas: ['visitors'] } });
    const current = revisionOf({ visitors: 4 }, { revision: 2, state: 'accepted', sending: null });
    expect(rowOf(rows(current, { sent }), 'visitors').formula).toBe(true);
    expect(rowOf(rows(current, { sent }), 'revenue').formula).toBe(false);
  });

  test('name the other targets that an input counts for', () => {
    const all = rows(revisionOf({}));
    expect(rowOf(all, 'population').alsoFeeds).toEqual([16]);
    expect(rowOf(all, 'coffeeArea').alsoFeeds).toEqual([]);
  });
});
