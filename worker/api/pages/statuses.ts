/** How units are with their reports, for the pages that list them; and whose reports somebody may read. */
import { completenessOf } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import type { ReportingUnit } from '../../../shared/resolution/schema.ts';
import type { Services } from '../../commune/services.ts';
import type { PeriodStatus } from '../../pages/units/period-status.ts';
import { can } from '../../rights.ts';
import type { ActorCall } from '../call.ts';

/** The units whose reports the caller may read, in the resolution's order. */
export function readableUnits({ services: { plan }, actor }: ActorCall): ReportingUnit[] {
  return plan.units.filter(({ id }) => can(actor.member, actor.client, 'report.read', id));
}

/** A unit's status in each of the periods. */
export function statusesOf({ plan, board, settings }: Services, unit: string, periods: readonly Period[]) {
  return periods.map((period): PeriodStatus => {
    const values = board.current(unit, period)?.values;
    const locked = settings.lockOf(period)?.locked ?? false;
    return { ...board.status(unit, period), ...completenessOf(plan, unit, period, values), period, locked };
  });
}
