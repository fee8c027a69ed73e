/** Where the sidebar begins when the grid's cursor is on no input. */
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { OpeningState, Selection } from '../../rpc.ts';
import { valuesOf } from './cells.ts';
import { firstCell } from './order.ts';

/** The first open input of a returned report, else of the latest period that has any value, else of the first period. */
export function startingCell(plan: Plan, opening: OpeningState): Selection | null {
  const { unit } = opening.workbook;
  const period = startingPeriod(plan, opening);
  if (unit === null || period === undefined) return null;
  return firstCell(plan, unit, period, valuesOf({ readings: opening.readings, pending: {} }, period));
}

function startingPeriod(plan: Plan, opening: OpeningState): Period | undefined {
  const returned = opening.syncs.find((sync) => sync.state === 'returned');
  if (returned !== undefined) return returned.period;
  const sheet = { readings: opening.readings, pending: {} };
  const filled = plan.periods.filter((period) => Object.keys(valuesOf(sheet, period)).length > 0);
  return filled[filled.length - 1] ?? plan.periods[0];
}
