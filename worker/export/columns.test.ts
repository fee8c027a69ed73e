import { describe, expect, test } from 'vitest';
import { consolidate, type UnitReport } from '../../shared/consolidate.ts';
import { roundAsShown } from '../../shared/number-format.ts';
import type { Period } from '../../shared/periods.ts';
import type { IndicatorResult, Summary } from '../../shared/wire.ts';
import cases from '../../test/fixtures/consolidation.json' with { type: 'json' };
import { servedPlan } from '../plan.ts';
import { EXPORT_WORDS } from '../words.ts';
import type { Cell } from './cells.ts';
import { columnsOf } from './columns.ts';

const plan = servedPlan();
const { heads } = EXPORT_WORDS;

const EXAMPLES = cases.flatMap(({ name, reports, expected }) =>
  expected.map(
    ({ period }) => [`${name}, ${period}`, summaryOf(reports as unknown as UnitReport[], period as Period)] as const,
  ),
);

function summaryOf(reports: readonly UnitReport[], period: Period): Summary {
  const { id, version } = plan.resolution;
  const frame = { resolution: { id, version }, period, locked: false, ledger: { index: 0, hash: '' }, units: [] };
  return { ...frame, ...consolidate(plan, reports, period) };
}

function cellsOf(summary: Summary, result: IndicatorResult): (head: string) => Cell {
  const cells = new Map(columnsOf(plan, summary).map(({ head, cell }) => [head, cell(result)]));
  return (head) => cells.get(head)!;
}

/** A number as the workbook shows it. */
const shown = (cell: Cell) => (cell.kind === 'number' ? roundAsShown(cell.value, cell.decimals) : null);

test('heads are told apart, units included', () => {
  const names = columnsOf(plan, summaryOf([], '2026-Q2')).map(({ head }) => head);
  expect(new Set(names).size).toBe(names.length);
});

describe('a figure as it is shown', () => {
  test('is tried on examples with figures', () => {
    const figures = EXAMPLES.flatMap(([, { indicators }]) =>
      indicators.filter(({ value }) => typeof value === 'number'),
    );
    expect(figures.length).toBeGreaterThan(100);
  });

  test.each(EXAMPLES)('never contradicts its verdict, nor its goal or pace: %s', (_, summary) => {
    for (const result of summary.indicators) {
      const cell = cellsOf(summary, result);
      for (const [head, exact] of [
        [heads.value, result.value],
        [heads.provisional, result.provisional],
      ] as const) {
        const said = shown(cell(head));
        if (typeof exact !== 'number') continue;
        if (typeof result.goal.value === 'number') {
          expect([result.id, Math.sign(said! - shown(cell(heads.goalValue))!)]).toEqual([
            result.id,
            Math.sign(exact - result.goal.value),
          ]);
        }
        if (result.goal.stretch !== null) {
          expect([result.id, Math.sign(said! - result.goal.stretch)]).toEqual([
            result.id,
            Math.sign(exact - result.goal.stretch),
          ]);
        }
        if (result.expected !== null) {
          const pace = Math.sign(exact - result.expected);
          expect([result.id, Math.sign(said! - shown(cell(heads.expected))!)]).toEqual([result.id, pace]);
        }
      }
    }
  });
});
