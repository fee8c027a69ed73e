/** When the script has to ask the Worker what became of this unit's report: the summary knows of a step that the workbook has not seen. */
import type { Period } from '../../../shared/periods.ts';
import type { SidebarState } from './state.ts';

type Known = Pick<SidebarState, 'workbook' | 'summaries' | 'syncs'>;

/**
 * Names the step that the workbook lacks (another's revision, a return, an acceptance), or null. A summary that is older than what
 * the workbook has sent names none.
 */
export function unseenStep(state: Known, period: Period): string | null {
  const unit = state.workbook?.unit;
  const status = state.summaries[period]?.units.find((one) => one.id === unit);
  if (status === undefined || status.revision === null) return null;
  const sync = state.syncs[period];
  const known = sync?.revision ?? 0;
  if (status.revision < known || (status.revision === known && status.state === sync?.state)) return null;
  return `${period} ${status.revision} ${status.state}`;
}
