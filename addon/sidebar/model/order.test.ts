import { describe, expect, test } from 'vitest';
import { expectedInputs } from '../../../shared/completeness.ts';
import { inputsOf } from '../../../shared/plan.ts';
import { firstCell, lastNumber, neighbour } from './order.ts';
import { cell, openingOf, plan, syncOf, UNIT, YEAR_END } from './sheet.test-support.ts';
import { startingCell } from './start.ts';

describe('Enter and Shift+Enter', () => {
  test('pass over what is not due in the period', () => {
    expect(neighbour(plan, UNIT, cell('workers', '2026-Q1'), 1)).toEqual(cell('labourExport', '2026-Q1'));
    expect(neighbour(plan, UNIT, cell('workers'), 1)).toEqual(cell('workersTrained'));
    expect(neighbour(plan, UNIT, cell('labourExport', '2026-Q1'), -1)).toEqual(cell('workers', '2026-Q1'));
  });

  test('go on from a cell that is itself not due', () => {
    expect(neighbour(plan, UNIT, cell('workersTrained', '2026-Q1'), 1)).toEqual(cell('labourExport', '2026-Q1'));
  });

  test('end at both ends', () => {
    const all = inputsOf(plan, UNIT);
    expect(neighbour(plan, UNIT, cell(all[0]!.id), -1)).toBeNull();
    expect(neighbour(plan, UNIT, cell(all[all.length - 1]!.id), 1)).toBeNull();
  });

  test('walk a whole area year end in the resolution’s order', () => {
    const walked: string[] = [];
    for (let at = firstCell(plan, UNIT, YEAR_END, {}); at !== null; at = neighbour(plan, UNIT, at, 1))
      walked.push(at.input);
    expect(walked).toEqual(expectedInputs(plan, UNIT, YEAR_END).map((input) => input.id));
  });
});

test('the last number is the latest earlier one, blanks and not-applicables passed over', () => {
  const values: Record<string, Record<string, number | 'na'>> = {
    '2025-Q4': { population: 7900 },
    '2026-Q1': { population: 8000 },
    '2026-Q2': { population: 'na' },
  };
  const last = lastNumber(plan, (period) => values[period] ?? {}, cell('population'));
  expect(last).toEqual({ period: '2026-Q1', value: 8000 });
  expect(lastNumber(plan, (period) => values[period] ?? {}, cell('population', '2025-Q4'))).toBeNull();
});

describe('where the sidebar begins', () => {
  const sheet = { '2026-Q1': { revenue: 1 }, '2026-Q2': { revenue: 2 } };

  test('the first open input of the latest period with a value', () => {
    expect(startingCell(plan, openingOf(sheet, null))).toEqual(cell('revenueSamePeriodLastYear', '2026-Q2'));
  });

  test('a returned report first', () => {
    const opening = openingOf(sheet, null, { syncs: [syncOf('2026-Q1', { state: 'returned' })] });
    expect(startingCell(plan, opening)?.period).toBe('2026-Q1');
  });

  test('an empty workbook: the baseline', () => {
    expect(startingCell(plan, openingOf({}, null))?.period).toBe('2025-Q4');
  });
});
