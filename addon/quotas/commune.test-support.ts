/** The commune's figures as the Worker tells them, with one unit's report in them. */
import { consolidate } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Summary } from '../../shared/wire.ts';
import type { StoredReport } from '../scripted-worker.test-support.ts';

export function communeSummary(
  plan: Plan,
  unit: string,
  period: Period,
  report: StoredReport | undefined,
  entries: number,
): Summary {
  const values = Object.fromEntries(Object.entries(report?.values ?? {}).map(([id, value]) => [id, Number(value)]));
  const reports = report === undefined ? [] : [{ unit, period, values }];
  const nothing = { state: 'none', revision: null, updatedAt: null, updatedBy: null } as const;
  const there = { state: 'draft', revision: report?.revision ?? null, updatedAt: '2026-11-24T02:30:00.000Z' } as const;
  return {
    resolution: { id: plan.resolution.id, version: plan.resolution.version },
    period,
    locked: false,
    // The scripted Worker's tag of a summary is its length.
    ledger: { index: entries, hash: 'h'.repeat(1 + (entries % 97)) },
    units: plan.units.map(({ id, name }) => ({
      id,
      name,
      errors: 0,
      warnings: 0,
      ...nothing,
      ...(id === unit && report !== undefined ? there : {}),
    })),
    ...consolidate(plan, reports, period),
  };
}
