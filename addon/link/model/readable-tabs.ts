/** The matcher's proposals together with what is linked already, so that nothing linked is out of sight. */
import { isPeriod } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { LinkedTab, LinkOpening, LinkTab } from '../../link-rpc.ts';
import type { Beside } from '../match/besides.ts';
import type { ColumnProposal } from '../match/columns.ts';
import { proposeLinks, type TabProposal } from '../match/propose.ts';
import type { RowProposal } from '../match/row-proposal.ts';

/** All tabs that hold a table, and all that are linked, in the workbook's order. */
export function readableTabs(plan: Plan, unit: string, opening: LinkOpening): readonly TabProposal[] {
  const proposals = new Map(proposeLinks(plan, unit, opening).map((proposal) => [proposal.tab.id, proposal]));
  return opening.tabs.flatMap((tab) => {
    const linked = opening.linked.filter(({ id }) => id === tab.id);
    const proposal = proposals.get(tab.id);
    return linked.length === 0 ? (proposal ?? []) : withLinked(plan, tab, proposal, linked);
  });
}

function withLinked(
  plan: Plan,
  tab: LinkTab,
  proposal: TabProposal | undefined,
  linked: readonly LinkedTab[],
): TabProposal {
  const rows = proposal?.rows ?? [];
  const columns = proposal?.columns ?? [];
  const labelColumn = linked[0]?.labelColumn ?? 1;
  const linkedRows = linked.flatMap((one) => Object.values(one.rows));
  const linkedColumns = linked.flatMap((one) => Object.values(one.columns));
  const missingRows = [...new Set(linkedRows)].filter((row) => rows.every((one) => one.row !== row));
  const missingColumns = [...new Set(linkedColumns)].filter((column) => columns.every((one) => one.column !== column));
  return {
    tab,
    labelColumn,
    columns: [...columns, ...missingColumns.map(unknownColumn)].sort((one, other) => one.column - other.column),
    rows: [...rows, ...missingRows.map((row) => unknownRow(tab, labelColumn, row))].sort(
      (one, other) => one.row - other.row,
    ),
    besides: withLinkedBesides(plan, proposal?.besides ?? [], linked),
    offered: true,
  };
}

function withLinkedBesides(
  plan: Plan,
  besides: readonly Beside[],
  [, ...others]: readonly LinkedTab[],
): readonly Beside[] {
  const linked = others.flatMap(({ rows, columns }) =>
    Object.keys(rows).flatMap((input) => {
      const of = plan.comparedWith.get(input);
      return Object.entries(columns).flatMap(([period, column]) =>
        of === undefined || !isPeriod(period) ? [] : [{ input, of, period, column }],
      );
    }),
  );
  return [...linked, ...besides.filter(({ column }) => linked.every((one) => one.column !== column))];
}

function unknownRow(tab: LinkTab, labelColumn: number, row: number): RowProposal {
  const text = (tab.texts[row - 1]?.[labelColumn - 1] ?? '').replace(/\s+/g, ' ').trim();
  const nothing = { input: null, certainty: 'unsure', doubts: [], candidates: [] } as const;
  return { ...nothing, row, text, unitText: '', unit: null, formulas: 0, heading: false };
}

function unknownColumn(column: number): ColumnProposal {
  return { column, headings: [], period: null, certainty: 'unsure', doubts: [], yearBefore: null };
}
