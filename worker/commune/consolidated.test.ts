import { describe, expect, test } from 'vitest';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';
import { switchReading } from '../../shared/resolution/switch-reading.ts';
import type { Revision } from '../store/revisions.ts';
import { revisionOf } from '../testing/revision.ts';
import { consolidated } from './consolidated.ts';

const FRAME = { locked: false, head: { index: 0, hash: '0'.repeat(64) } };

function switched(reading: string, alternative: string): Resolution {
  const outcome = switchReading(chiengMung(), reading, alternative);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.resolution;
}

function revision(unit: string, values: Revision['values'], state: Revision['state'] = 'accepted'): Revision {
  return revisionOf({ unit, period: '2025-Q4', values, state });
}

describe('a summary', () => {
  test('names the resolution’s version that it was computed with', () => {
    const of = (resolution: Resolution) =>
      consolidated(compilePlan(resolution), []).summary('2026-Q4', 'latest', FRAME).resolution;
    expect(of(chiengMung())).toEqual({ id: 'chieng-mung-2025', version: 1 });
    expect(of(switched('above', 'from'))).toEqual({ id: 'chieng-mung-2025', version: 2 });
  });
});

describe('the audit', () => {
  const cells = (state?: Revision['state']) =>
    ['chieng-mung', 'muong-bang', 'muong-bon'].map((unit) => revision(unit, { partyCells: 20 }, state));
  const codes = (basis: 'latest' | 'accepted', revisions: readonly Revision[]) =>
    consolidated(compilePlan(chiengMung()), revisions)
      .audit(basis)
      .map((finding) => finding.code);

  test('has what the text implies, and with the baseline what was counted otherwise', () => {
    expect(codes('latest', [])).toEqual(['increase', 'needed-base-year', 'share-count', 'cap']);
    expect(codes('latest', cells())).toContain('count-differs');
  });

  test('counts what the basis counts', () => {
    expect(codes('latest', cells('draft'))).toContain('count-differs');
    expect(codes('accepted', cells('draft'))).not.toContain('count-differs');
  });
});
