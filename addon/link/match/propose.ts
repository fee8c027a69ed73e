/** The matcher: for one unit, which row of which tab of a person's own workbook is which input, and which column which period. */
import type { Plan } from '../../../shared/plan.ts';
import type { LinkOpening, LinkTab } from '../../link-rpc.ts';
import { acrossTabs } from './across-tabs.ts';
import { assign } from './assignment.ts';
import { type Beside, besidesIn } from './besides.ts';
import { type Cells, cellsOf } from './cells.ts';
import { type ColumnProposal, proposeColumns } from './columns.ts';
import { findLayout } from './layout.ts';
import { likenesses } from './likeness.ts';
import { firstChoice, type RowProposal, rowProposal } from './row-proposal.ts';
import { tableRows } from './rows.ts';
import { plainWords } from './syllables.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface TabProposal {
  readonly tab: LinkTab;
  readonly labelColumn: number;
  readonly columns: readonly ColumnProposal[];
  readonly rows: readonly RowProposal[];
  readonly besides: readonly Beside[];
  /** Whether anything of it is proposed; the others a person may still link by hand. */
  readonly offered: boolean;
}

/** Below this a likeness is not proposed. */
const PROPOSED = 0.58;

/** Every tab that holds a table, in the workbook's order; those without figures of the unit are not offered. */
export function proposeLinks(plan: Plan, unit: string, opening: LinkOpening): readonly TabProposal[] {
  const vocabulary = vocabularyOf(plan, unit);
  const tabs = tabsOfUnit(opening.tabs, vocabulary);
  const proposals = tabs.flatMap((tab) => proposeTab(plan, vocabulary, opening, tab) ?? []);
  return acrossTabs(proposals).map((proposal) =>
    isOffered(proposal)
      ? { ...proposal, besides: besidesIn(plan, proposal.columns, proposal.rows) }
      : nothingProposed(proposal),
  );
}

function isOffered({ rows, columns }: TabProposal): boolean {
  return rows.some(({ input }) => input !== null) && columns.some(({ period }) => period !== null);
}

function nothingProposed(proposal: TabProposal): TabProposal {
  const columns = proposal.columns.map((column) => ({ ...column, period: null }));
  return { ...proposal, columns, rows: proposal.rows.map((row) => ({ ...row, input: null })), offered: false };
}

/** Where tabs are named for units, only the unit's own and those named for none. */
function tabsOfUnit(tabs: readonly LinkTab[], { ownUnit, otherUnits }: Vocabulary): readonly LinkTab[] {
  const named = (tab: LinkTab, unit: string): boolean => unit !== '' && plainWords(tab.name).includes(unit);
  if (!tabs.some((tab) => named(tab, ownUnit))) return tabs;
  return tabs.filter((tab) => named(tab, ownUnit) || !otherUnits.some((unit) => named(tab, unit)));
}

function proposeTab(plan: Plan, vocabulary: Vocabulary, opening: LinkOpening, tab: LinkTab): TabProposal | null {
  const cells = cellsOf(tab, opening.locale);
  const layout = findLayout(cells);
  if (layout === null) return null;
  const columns = proposeColumns({
    tab,
    cells,
    layout,
    bookName: opening.name,
    periods: plan.periods,
    ownUnit: vocabulary.ownUnit,
    otherUnits: vocabulary.otherUnits,
  });
  const ours = columns.flatMap(({ column, period }) => (period === null ? [] : [column]));
  const figures = ours.length === 0 ? columns.map(({ column }) => column) : ours;
  const rows = tableRows(tab, cells, layout, figures);
  const scores = likenesses(rows, vocabulary);
  const chosen = assign(scores.map((row) => row.map(({ score }) => score - PROPOSED)));
  return {
    tab,
    labelColumn: layout.labelColumn,
    columns,
    besides: [],
    offered: true,
    rows: rows.map((row, at) => {
      const place = firstChoice(scores[at] ?? [], chosen[at] ?? -1);
      const recognisable = hasLabel(cells, row.row, layout.labelColumn);
      return rowProposal({
        row,
        vocabulary,
        scores,
        at,
        place,
        recognisable,
        formulas: formulaShare(cells, row.row, figures),
      });
    }),
  };
}

/** A cell of the labels' column may be merged with those left of it. */
function hasLabel(cells: Cells, row: number, labelColumn: number): boolean {
  for (let column = labelColumn; column > 0; column--) if (/\p{L}.*\p{L}/u.test(cells.own(row, column))) return true;
  return false;
}

function formulaShare(cells: Cells, row: number, columns: readonly number[]): number {
  return columns.filter((column) => cells.formula(row, column)).length / Math.max(1, columns.length);
}
