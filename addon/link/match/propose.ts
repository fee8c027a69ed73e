/** The matcher: for one unit, which row of which tab of a person's own workbook is which input, and which column which period. */
import type { Plan } from '../../../shared/plan.ts';
import type { LinkOpening, LinkTab } from '../../link-rpc.ts';
import { acrossTabs } from './across-tabs.ts';
import { assign } from './assignment.ts';
import { type Cells, cellsOf } from './cells.ts';
import type { Certainty } from './certainty.ts';
import { type ColumnProposal, proposeColumns } from './columns.ts';
import { findLayout } from './layout.ts';
import { type Likeness, likenesses } from './likeness.ts';
import { type TableRow, tableRows } from './rows.ts';
import { plainWords } from './syllables.ts';
import { scaleOf } from './units.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type RowDoubt =
  /** Her unit is the input's in another scale. */
  | 'scaled'
  /** Its figures are far beyond what is plausible: her unit may be another than it seems. */
  | 'too-large'
  /** The row is hidden. */
  | 'hidden'
  /** The same input and period stand on another tab too, and are taken from there. */
  | 'elsewhere'
  /** The labels' column is empty in this row: the row could not be recognised again. */
  | 'no-label';

export interface Candidate {
  readonly input: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface RowProposal {
  readonly row: number;
  /** The label as she wrote it, on one line. */
  readonly text: string;
  /** Her unit of measure as she wrote it. */
  readonly unitText: string;
  /** The input proposed; null where none is. */
  readonly input: string | null;
  /** How many of her unit make one of the proposed input's: 1000 for "triệu đồng" where "tỷ đồng" are wanted. */
  readonly scale: number;
  readonly certainty: Certainty;
  readonly doubts: readonly RowDoubt[];
  /** What it may be, the likeliest first; the proposed one among them. */
  readonly candidates: readonly Candidate[];
  /** How many of its cells in the periods' columns are formulas, 0 to 1. */
  readonly formulas: number;
}

export interface TabProposal {
  readonly tab: LinkTab;
  readonly labelColumn: number;
  readonly columns: readonly ColumnProposal[];
  readonly rows: readonly RowProposal[];
}

/** Below this a likeness is not proposed. */
const PROPOSED = 0.58;
const LEFT_OVER = 0.12;
const SHOWN_CANDIDATE = 0.3;
const MAX_CANDIDATES = 5;
const SURE = { score: 0.82, margin: 0.1 };
const LIKELY = { score: 0.7, margin: 0.04 };

/** Tabs with something to link, in the workbook's order; those without figures of the unit are left out. */
export function proposeLinks(plan: Plan, unit: string, opening: LinkOpening): readonly TabProposal[] {
  const vocabulary = vocabularyOf(plan, unit);
  const tabs = tabsOfUnit(opening.tabs, vocabulary);
  const proposals = tabs.flatMap((tab) => proposeTab(plan, vocabulary, opening, tab) ?? []);
  return acrossTabs(proposals).filter(
    ({ rows, columns }) => rows.some(({ input }) => input !== null) && columns.some(({ period }) => period !== null),
  );
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
  if (ours.length === 0) return null;
  const rows = tableRows(tab, cells, layout, ours);
  const scores = likenesses(rows, vocabulary);
  const chosen = assign(scores.map((row) => row.map(({ score }) => score - PROPOSED)));
  return {
    tab,
    labelColumn: layout.labelColumn,
    columns,
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
        formulas: formulaShare(cells, row.row, ours),
      });
    }),
  };
}

/** An input that is left over is no proposal for a row that clearly means another, even if that one is taken. */
function firstChoice(scores: readonly Likeness[], place: number): number {
  const best = Math.max(0, ...scores.map(({ score }) => score));
  return best - (scores[place]?.score ?? 0) > LEFT_OVER ? -1 : place;
}

interface Found {
  readonly row: TableRow;
  readonly vocabulary: Vocabulary;
  readonly scores: readonly (readonly Likeness[])[];
  readonly at: number;
  /** The input's place in the vocabulary, -1 for none. */
  readonly place: number;
  readonly recognisable: boolean;
  readonly formulas: number;
}

function rowProposal(found: Found): RowProposal {
  const { row, vocabulary, scores, at, place, recognisable, formulas } = found;
  const own = scores[at] ?? [];
  const scaled = own[place]?.unitFit === 'scaled';
  const doubts: RowDoubt[] = [
    ...(scaled ? (['scaled'] as const) : []),
    ...(own[place]?.tooLarge === true ? (['too-large'] as const) : []),
    ...(row.hidden ? (['hidden'] as const) : []),
    ...(recognisable ? [] : (['no-label'] as const)),
  ];
  const named = recognisable ? vocabulary.inputs[place] : undefined;
  const input = named?.input.id ?? null;
  return {
    row: row.row,
    text: row.text,
    unitText: row.unitText,
    input,
    scale: named === undefined ? 1 : scaleOf(row.unit, named.unit),
    certainty: input === null ? 'unsure' : certaintyOf(found),
    doubts,
    candidates: own
      .flatMap(({ score }, index) => {
        const id = vocabulary.inputs[index]?.input.id;
        return id === undefined || score < SHOWN_CANDIDATE ? [] : [{ input: id, score }];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MAX_CANDIDATES),
    formulas,
  };
}

/** Good by itself, and better than what else the row could be and what else the input could be. */
function certaintyOf({ row, scores, at, place }: Found): Certainty {
  const own = scores[at] ?? [];
  const score = own[place]?.score ?? 0;
  if (own[place]?.tooLarge === true) return 'unsure';
  const plain = !row.hidden && own[place]?.unitFit !== 'scaled';
  const otherInput = Math.max(0, ...own.filter((_, index) => index !== place).map((one) => one.score));
  const otherRow = Math.max(0, ...scores.filter((_, index) => index !== at).map((one) => one[place]?.score ?? 0));
  const margin = score - Math.max(otherInput, otherRow);
  if (score >= SURE.score && margin >= SURE.margin) return plain ? 'sure' : 'likely';
  return score >= LIKELY.score && margin >= LIKELY.margin ? 'likely' : 'unsure';
}

/** A cell of the labels' column may be merged with those left of it. */
function hasLabel(cells: Cells, row: number, labelColumn: number): boolean {
  for (let column = labelColumn; column > 0; column--) if (/\p{L}.*\p{L}/u.test(cells.own(row, column))) return true;
  return false;
}

function formulaShare(cells: Cells, row: number, columns: readonly number[]): number {
  return columns.filter((column) => cells.formula(row, column)).length / columns.length;
}
