/** How certain a row or column is now, after what the person has chosen. */
import type { Plan } from '../../../shared/plan.ts';
import type { Certainty } from '../match/certainty.ts';
import type { ColumnProposal } from '../match/columns.ts';
import type { RowProposal } from '../match/row-proposal.ts';
import type { TabChoices } from './choices.ts';
import { chosenScale } from './survey.ts';

/** `refused`: what is chosen is in a unit of another size. */
export type Standing = Certainty | 'chosen' | 'refused' | 'none';

export function rowStanding(plan: Plan, proposal: RowProposal, { rows, settledRows }: TabChoices): Standing {
  const { row, certainty } = proposal;
  const input = rows.get(row);
  if (input === undefined) return 'none';
  if (chosenScale(plan, proposal, input) !== 1) return 'refused';
  return settledRows.has(row) ? 'chosen' : certainty;
}

export function columnStanding(
  { column, certainty }: ColumnProposal,
  { columns, settledColumns }: TabChoices,
): Standing {
  if (!columns.has(column)) return 'none';
  return settledColumns.has(column) ? 'chosen' : certainty;
}
