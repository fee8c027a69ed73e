/** How certain a row or column is now, after what the person has chosen. */
import type { Certainty } from '../match/certainty.ts';
import type { ColumnProposal } from '../match/columns.ts';
import type { RowProposal } from '../match/row-proposal.ts';
import type { TabChoices } from './choices.ts';

export type Standing = Certainty | 'chosen' | 'none';

export function rowStanding({ row, certainty }: RowProposal, { rows, settledRows }: TabChoices): Standing {
  if (!rows.has(row)) return 'none';
  return settledRows.has(row) ? 'chosen' : certainty;
}

export function columnStanding(
  { column, certainty }: ColumnProposal,
  { columns, settledColumns }: TabChoices,
): Standing {
  if (!columns.has(column)) return 'none';
  return settledColumns.has(column) ? 'chosen' : certainty;
}
