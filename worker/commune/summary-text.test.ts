import { expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import { BASES } from '../../shared/wire.ts';
import type { Revision } from '../store/revisions.ts';
import { revisionOf } from '../testing/revision.ts';
import { type Consolidated, consolidated } from './consolidated.ts';

const plan = compilePlan(chiengMung());
const PERIODS = ['2025-Q4', '2026-Q1', '2026-Q4', '2027-Q2'] as const;

/** Numbers of all sizes, and now and then a blank, "not applicable" or a part above its whole: another report for every seed. */
function drawnValue(input: InputDefinition, at: number, seed: number): Value {
  const drawn = (at * 7919 + seed * 104_729) % 97;
  if (drawn < 4) return null;
  if (drawn < 8) return 'na';
  if (input.kind === 'flag') return drawn % 2 === 0;
  const scale = 10 ** input.decimals;
  return (input.partOf === undefined ? 97_000 + drawn : 1000 * drawn + (drawn > 93 ? 90_000 : 0)) / scale;
}

function revision(unit: string, period: Revision['period'], seed: number): Revision {
  return revisionOf({
    unit,
    period,
    values: Object.fromEntries(inputsOf(plan, unit).map((input, at) => [input.id, drawnValue(input, at, seed)])),
    revision: seed,
    state: seed % 3 === 0 ? 'draft' : 'accepted',
    reasons: seed % 2 === 0 ? { revenue: 'Số “chốt”\nngày 5' } : {},
    ledgerIndex: seed,
  });
}

function expectSameText(board: Consolidated, index: number): void {
  for (const period of PERIODS) {
    for (const basis of BASES) {
      const frame = { locked: index % 2 === 0, head: { index, hash: '0'.repeat(64) } };
      expect(board.summaryText(period, basis, frame)).toBe(JSON.stringify(board.summary(period, basis, frame)));
    }
  }
}

test('the text of a summary is what JSON.stringify makes of it, from the first report to the last change', () => {
  const board = consolidated(plan, []);
  expectSameText(board, 0);
  const sent = [1, 2, 3].flatMap((round) =>
    PERIODS.flatMap((period, at) =>
      plan.units.map(({ id }, unit) => revision(id, period, 100 * round + 10 * at + unit)),
    ),
  );
  for (const [index, one] of sent.entries()) {
    board.put(one);
    expectSameText(board, index + 1);
  }
});

test('a board that was told of one report after another says the same as one that is put together anew', () => {
  const sent = PERIODS.flatMap((period, at) => plan.units.map(({ id }, unit) => revision(id, period, 10 * at + unit)));
  const told = consolidated(plan, []);
  const frame = { locked: false, head: { index: 1, hash: '' } };
  for (const one of sent) {
    told.put(one);
    told.summaryText('2027-Q2', 'latest', frame);
  }
  const anew = consolidated(plan, sent);
  for (const period of PERIODS) {
    expect(told.summaryText(period, 'accepted', frame)).toBe(anew.summaryText(period, 'accepted', frame));
    expect(told.summaryText(period, 'latest', frame)).toBe(anew.summaryText(period, 'latest', frame));
  }
});
