/** What is still to look at, what contradicts itself, and what no row was found for. */
import type { Period } from '../../../shared/periods.ts';
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Beside } from '../match/besides.ts';
import type { ColumnProposal } from '../match/columns.ts';
import type { TabProposal } from '../match/propose.ts';
import { type RowProposal, scaleFor } from '../match/row-proposal.ts';
import { type Choices, choicesOf, type TabChoices } from './choices.ts';

export type Conflict =
  /** Two rows of one tab are one input. */
  | { readonly kind: 'rows'; readonly tab: number; readonly input: string; readonly rows: readonly number[] }
  /** Two columns of one tab are one period. */
  | { readonly kind: 'columns'; readonly tab: number; readonly period: Period; readonly columns: readonly number[] }
  /** The same input and period stand on another tab too. */
  | { readonly kind: 'tabs'; readonly tab: number; readonly other: number; readonly inputs: readonly string[] }
  /** Rows are linked, but no column. */
  | { readonly kind: 'no-column'; readonly tab: number };

interface TabSurvey {
  readonly linkedRows: number;
  readonly linkedColumns: number;
  /** Rows and columns that need a decision and have none yet. */
  readonly openRows: readonly number[];
  readonly openColumns: readonly number[];
  /** Rows whose unit is of another size. */
  readonly refusedRows: readonly number[];
}

export interface Survey {
  readonly tabs: ReadonlyMap<number, TabSurvey>;
  readonly conflicts: readonly Conflict[];
  /** Inputs of the unit that no row is linked with. */
  readonly unlinked: readonly InputDefinition[];
}

export interface Surveyed {
  readonly plan: Plan;
  readonly unit: string;
  readonly proposals: readonly TabProposal[];
  readonly choices: Choices;
}

export function survey(surveyed: Surveyed): Survey {
  const { plan, unit, proposals, choices } = surveyed;
  const tabs = new Map(proposals.map((proposal) => [proposal.tab.id, surveyTab(surveyed, proposal)]));
  const used = usedTabs(surveyed);
  const linked = new Set(
    used.flatMap((proposal) => [
      ...linkableRows(surveyed, proposal).values(),
      ...takenBesides(surveyed, proposal).map(({ input }) => input),
    ]),
  );
  const conflicts = [
    ...proposals.flatMap(({ tab }) => within(tab.id, choicesOf(choices, tab.id))),
    ...used.flatMap((one, at) => used.slice(at + 1).flatMap((other) => between(surveyed, one, other))),
  ];
  return { tabs, conflicts, unlinked: inputsOf(plan, unit).filter(({ id }) => !linked.has(id)) };
}

/** Input by row, without rows in a unit of another size. */
export function linkableRows(surveyed: Surveyed, { tab, rows }: TabProposal): ReadonlyMap<number, string> {
  const proposals = new Map(rows.map((row) => [row.row, row]));
  const chosen = choicesOf(surveyed.choices, tab.id).rows;
  return new Map([...chosen].filter(([row, input]) => !isRefused(surveyed, proposals.get(row), input)));
}

/** What is linked in a column of its own, with the row that it stands in: that of the input beside it. */
export function takenBesides(
  surveyed: Surveyed,
  proposal: TabProposal,
): readonly (Beside & { readonly row: number })[] {
  const { besides } = choicesOf(surveyed.choices, proposal.tab.id);
  const rows = new Map([...linkableRows(surveyed, proposal)].map(([row, input]) => [input, row]));
  return proposal.besides.flatMap((beside) => {
    const row = rows.get(beside.of);
    // A row of its own goes before.
    return row === undefined || rows.has(beside.input) || !besides.has(beside.column) ? [] : [{ ...beside, row }];
  });
}

/** How many of the row's unit make one of the input's; 1 where they are the same, or nothing is known of it. */
export function chosenScale(plan: Plan, row: RowProposal | undefined, input: string): number {
  const definition = plan.inputById.get(input);
  return row === undefined || definition === undefined ? 1 : scaleFor(row, definition);
}

/**
 * A row in a unit of another size ("triệu đồng" for "tỷ đồng") is not linked. Reckoned over, most of its figures would have more
 * decimals than a report takes, and rounding is hers to decide: in a row of her own, where it is seen.
 */
function isRefused({ plan }: Surveyed, row: RowProposal | undefined, input: string): boolean {
  return chosenScale(plan, row, input) !== 1;
}

function usedTabs(surveyed: Surveyed): readonly TabProposal[] {
  return surveyed.proposals.filter(
    (proposal) =>
      choicesOf(surveyed.choices, proposal.tab.id).columns.size > 0 && linkableRows(surveyed, proposal).size > 0,
  );
}

function surveyTab(surveyed: Surveyed, proposal: TabProposal): TabSurvey {
  const now = choicesOf(surveyed.choices, proposal.tab.id);
  const linkable = linkableRows(surveyed, proposal);
  return {
    linkedRows: linkable.size,
    linkedColumns: now.columns.size,
    openRows: proposal.rows.flatMap((row) => (isOpenRow(row, now) && linkable.has(row.row) ? [row.row] : [])),
    openColumns: proposal.columns.flatMap((column) => (isOpenColumn(column, now) ? [column.column] : [])),
    refusedRows: [...now.rows.keys()].filter((row) => !linkable.has(row)),
  };
}

function isOpenRow({ row, certainty }: RowProposal, { rows, settledRows }: TabChoices): boolean {
  return certainty === 'unsure' && rows.has(row) && !settledRows.has(row);
}

function isOpenColumn({ column, certainty }: ColumnProposal, { columns, settledColumns }: TabChoices): boolean {
  return certainty === 'unsure' && columns.has(column) && !settledColumns.has(column);
}

function within(tab: number, { rows, columns }: TabChoices): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [input, places] of repeated(rows)) conflicts.push({ kind: 'rows', tab, input, rows: places });
  for (const [period, places] of repeated(columns)) conflicts.push({ kind: 'columns', tab, period, columns: places });
  if (rows.size > 0 && columns.size === 0) conflicts.push({ kind: 'no-column', tab });
  return conflicts;
}

/** Values that stand at several places, with these. */
function repeated<T>(map: ReadonlyMap<number, T>): readonly (readonly [T, readonly number[]])[] {
  const places = new Map<T, number[]>();
  for (const [place, value] of map) places.set(value, [...(places.get(value) ?? []), place]);
  return [...places].filter(([, found]) => found.length > 1);
}

function between(surveyed: Surveyed, one: TabProposal, other: TabProposal): readonly Conflict[] {
  const periods = new Set(choicesOf(surveyed.choices, other.tab.id).columns.values());
  if (![...choicesOf(surveyed.choices, one.tab.id).columns.values()].some((period) => periods.has(period))) return [];
  const others = new Set(linkableRows(surveyed, other).values());
  const inputs = [...linkableRows(surveyed, one).values()].filter((input) => others.has(input));
  return inputs.length === 0 ? [] : [{ kind: 'tabs', tab: one.tab.id, other: other.tab.id, inputs }];
}
