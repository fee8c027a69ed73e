/** How a unit is with the report of a period, in the few figures that a list needs. */
import type { Completeness } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import type { UnitStatus } from '../../../shared/wire.ts';

export interface PeriodStatus extends UnitStatus, Completeness {
  readonly period: Period;
  readonly locked: boolean;
}

/** Reports that wait for somebody: for the reviewer, or for the unit. The longest waiting first. */
export interface OpenMatters {
  readonly submitted: readonly PeriodStatus[];
  readonly returned: readonly PeriodStatus[];
}

/** In a locked period nothing can be done, so nothing waits. */
export function openMatters(statuses: readonly PeriodStatus[]): OpenMatters {
  const waiting = statuses.filter(({ locked }) => !locked).sort(longestFirst);
  return {
    submitted: waiting.filter(({ state }) => state === 'submitted'),
    returned: waiting.filter(({ state }) => state === 'returned'),
  };
}

function longestFirst(one: PeriodStatus, other: PeriodStatus): number {
  return (one.updatedAt ?? '') < (other.updatedAt ?? '') ? -1 : 1;
}
