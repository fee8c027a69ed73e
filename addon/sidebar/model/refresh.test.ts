import { describe, expect, test } from 'vitest';
import type { ReportState, Summary } from '../../../shared/wire.ts';
import { unseenStep } from './refresh.ts';
import { opened, syncOf, UNIT, YEAR_END } from './sheet.test-support.ts';

function step(summary: { revision: number | null; state: ReportState | 'none' }, revision = 3): string | null {
  const unit = { id: UNIT, name: '', updatedAt: null, updatedBy: null, errors: 0, warnings: 0, ...summary };
  const known: Summary = {
    resolution: { id: 'r', version: 1 },
    period: YEAR_END,
    locked: false,
    ledger: { index: 1, hash: '' },
    units: [unit],
    indicators: [],
    targets: [],
  };
  const state = opened({}, null, { syncs: [syncOf(YEAR_END, { revision, state: 'submitted' })] });
  return unseenStep({ ...state, summaries: { [YEAR_END]: known } }, YEAR_END);
}

describe('the workbook lacks a step', () => {
  test.each<[string, { revision: number | null; state: ReportState | 'none' }, boolean]>([
    ['a return or an acceptance', { revision: 4, state: 'returned' }, true],
    ['another person’s report', { revision: 5, state: 'draft' }, true],
    ['another state of the same revision', { revision: 3, state: 'accepted' }, true],
    ['nothing new', { revision: 3, state: 'submitted' }, false],
    ['a summary from before the last sending', { revision: 2, state: 'draft' }, false],
    ['no report yet', { revision: null, state: 'none' }, false],
  ])('%s', (_name, summary, lacks) => {
    expect(step(summary) !== null).toBe(lacks);
  });

  test('and nothing without a summary', () => {
    expect(unseenStep(opened({}, null), YEAR_END)).toBeNull();
  });
});
