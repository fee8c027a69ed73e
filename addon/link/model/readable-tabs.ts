/** The matcher's proposals together with what is linked already, so that nothing linked is out of sight. */
import type { Plan } from '../../../shared/plan.ts';
import type { LinkedTab, LinkOpening, LinkTab } from '../../link-rpc.ts';
import type { ColumnProposal } from '../match/columns.ts';
import { proposeLinks, type TabProposal } from '../match/propose.ts';
import type { RowProposal } from '../match/row-proposal.ts';

/** All tabs that hold a table, and all that are linked, in the workbook's order. */
export function readableTabs(plan: Plan, unit: string, opening: LinkOpening): readonly TabProposal[] {
  const proposals = new Map(proposeLinks(plan, unit, opening).map((proposal) => [proposal.tab.id, proposal]));
  const linked = new Map(opening.linked.map((one) => [one.id, one]));
  return opening.tabs.flatMap((tab) => {
    const before = linked.get(tab.id);
    const proposal = proposals.get(tab.id);
    return before === undefined ? (proposal ?? []) : withLinked(tab, proposal, before);
  });
}

function withLinked(tab: LinkTab, proposal: TabProposal | undefined, linked: LinkedTab): TabProposal {
  const rows = proposal?.rows ?? [];
  const columns = proposal?.columns ?? [];
  const missingRows = Object.values(linked.rows).filter((row) => rows.every((one) => one.row !== row));
  const missingColumns = Object.values(linked.columns).filter((column) =>
    columns.every((one) => one.column !== column),
  );
  return {
    tab,
    labelColumn: linked.labelColumn,
    columns: [...columns, ...missingColumns.map(unknownColumn)].sort((one, other) => one.column - other.column),
    rows: [...rows, ...missingRows.map((row) => unknownRow(tab, linked.labelColumn, row))].sort(
      (one, other) => one.row - other.row,
    ),
    offered: true,
  };
}

function unknownRow(tab: LinkTab, labelColumn: number, row: number): RowProposal {
  const text = (tab.texts[row - 1]?.[labelColumn - 1] ?? '').replace(/\s+/g, ' ').trim();
  const nothing = { input: null, certainty: 'unsure', doubts: [], candidates: [] } as const;
  return { ...nothing, row, text, unitText: '', unit: null, formulas: 0, heading: false };
}

function unknownColumn(column: number): ColumnProposal {
  return { column, headings: [], period: null, certainty: 'unsure', doubts: [] };
}
