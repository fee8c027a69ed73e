/** Which column of a table is which period: from its headings, then from what the tab's name and title say of the whole tab. */
import { type Period, periodOf } from '../../../shared/periods.ts';
import type { LinkTab } from '../../link-rpc.ts';
import type { Cells } from './cells.ts';
import type { Certainty } from './certainty.ts';
import { isColumnNumber } from './head.ts';
import { type HeadingFacts, readHeading } from './heading.ts';
import type { Layout } from './layout.ts';
import { plainWords } from './syllables.ts';
import { type WholeTab, wholeTab } from './whole-tab.ts';

/** Why a column is not quite certain, for the person who checks it. */
export type ColumnDoubt =
  /** The heading names the quarter alone; figures are wanted from 1 January on. */
  | 'own-quarter'
  /** Another column is of the same period. */
  | 'several'
  /** The year, or the quarter, comes from the tab's name or title. */
  | 'from-title'
  /** The tab's name and its title say different things. */
  | 'title-differs'
  /** The column is hidden. */
  | 'hidden'
  /** The same figures stand on another tab too, and are taken from there. */
  | 'elsewhere';

export interface ColumnProposal {
  readonly column: number;
  /** The headings from the upper to the lowest, each once. */
  readonly headings: readonly string[];
  /** Null: not proposed, though it holds figures. */
  readonly period: Period | null;
  readonly certainty: Certainty;
  readonly doubts: readonly ColumnDoubt[];
  /** Of a column with last year's figures beside a period's: that period; else null. */
  readonly yearBefore: Period | null;
}

interface ColumnContext {
  readonly tab: LinkTab;
  readonly cells: Cells;
  readonly layout: Layout;
  readonly bookName: string;
  readonly periods: readonly Period[];
  /** Folded names of the reporting units: a column may be of one of them. */
  readonly ownUnit: string;
  readonly otherUnits: readonly string[];
}

interface Candidate {
  readonly proposal: ColumnProposal;
  readonly rank: number;
}

/** All columns with figures or headings of a period, from left to right, one at most proposed for each period. */
export function proposeColumns(context: ColumnContext): readonly ColumnProposal[] {
  const whole = wholeTab(context);
  const found = candidateColumns(context).flatMap((column) => {
    const candidate = judge(context, whole, column);
    return candidate === null ? [] : [candidate];
  });
  return found.map((one) => settle(one, found)).sort((one, other) => one.column - other.column);
}

/** Columns right of the labels that are neither the units' nor the row numbers'. */
function candidateColumns({ cells, layout }: ColumnContext): readonly number[] {
  const taken = [layout.labelColumn, ...layout.moreLabelColumns, layout.unitColumn, layout.numberColumn];
  return Array.from({ length: cells.columns }, (_, at) => at + 1).filter(
    (column) => column > layout.labelColumn && !taken.includes(column),
  );
}

function headingsOf({ cells, layout }: ColumnContext, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = layout.headTop; row < layout.firstRow; row++) {
    const text = cells.seen(row, column).replace(/\s+/g, ' ');
    if (text !== '' && !isColumnNumber(text) && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function judge(context: ColumnContext, whole: WholeTab, column: number): Candidate | null {
  const headings = headingsOf(context, column);
  const facts = merged(headings.map(readHeading).reverse());
  const figures = figuresIn(context, column);
  const yearBefore = yearBeforeOf(facts, whole, context.periods);
  const nothing = { column, headings, period: null, certainty: 'unsure', doubts: [], yearBefore } as const;
  const none = (): Candidate | null => (figures === 0 ? null : { proposal: nothing, rank: -1 });
  const names = (unit: string): boolean =>
    unit !== '' && headings.some((text) => ` ${plainWords(text)} `.includes(` ${unit} `));
  if (context.otherUnits.some(names) || (facts.kind !== null && facts.kind !== 'actual')) return none();
  const silent = facts.kind === null && facts.quarter === null && facts.year === null;
  if (silent && !names(context.ownUnit)) return none();
  const period = periodFrom(facts, whole);
  if (period === null || !context.periods.includes(period)) return none();
  const hidden = context.tab.hiddenColumns.includes(column);
  const own = facts.reach === 'own';
  const fromTitle =
    facts.year === null || (facts.quarter === null && facts.year === whole.year && whole.quarter !== null);
  const doubts: ColumnDoubt[] = [
    ...(own ? (['own-quarter'] as const) : []),
    ...(fromTitle ? (['from-title'] as const) : []),
    ...(fromTitle && whole.differs ? (['title-differs'] as const) : []),
    ...(hidden ? (['hidden'] as const) : []),
  ];
  const certainty =
    own || (fromTitle && whole.differs)
      ? 'unsure'
      : hidden || (facts.year === null && facts.quarter === null)
        ? 'likely'
        : 'sure';
  const rank =
    (facts.reach === 'sum' ? 8 : own ? 0 : 4) + (hidden ? 0 : 2) + (facts.estimate ? 0 : 1) + (figures > 0 ? 0.5 : 0);
  return { proposal: { column, headings, period, certainty, doubts, yearBefore: null }, rank };
}

/** Facts of headings, the lowest first: each is said by the lowest that says it. */
function merged(facts: readonly HeadingFacts[]): HeadingFacts {
  const first = <K extends keyof HeadingFacts>(key: K): HeadingFacts[K] | null =>
    facts.map((one) => one[key]).find((value) => value !== null && value !== false) ?? null;
  return {
    kind: first('kind'),
    quarter: first('quarter'),
    year: first('year'),
    reach: first('reach'),
    estimate: first('estimate') === true,
  };
}

/** A year without a quarter is the whole year, unless the tab is of one quarter of it and the figure is no outlook. */
function periodFrom(facts: HeadingFacts, whole: WholeTab): Period | null {
  const year = facts.year ?? whole.year;
  if (year === null) return null;
  if (facts.quarter !== null) return periodOf(year, facts.quarter);
  if (facts.year !== null && (facts.year !== whole.year || facts.estimate)) return periodOf(year, 4);
  return periodOf(year, whole.quarter ?? 4);
}

/** "Cùng kỳ năm trước" is beside the tab's own period, "Cùng kỳ 2025" beside that of the year after. */
function yearBeforeOf(facts: HeadingFacts, whole: WholeTab, periods: readonly Period[]): Period | null {
  if (facts.kind !== 'samePeriod') return null;
  const year = facts.year === null ? whole.year : facts.year + 1;
  const period = year === null ? null : periodOf(year, facts.quarter ?? whole.quarter ?? 4);
  return period !== null && periods.includes(period) ? period : null;
}

function figuresIn({ cells, layout }: ColumnContext, column: number): number {
  let count = 0;
  for (let row = layout.firstRow; row <= layout.lastRow; row++)
    if (cells.figure(row, column) !== null || cells.formula(row, column)) count += 1;
  return count;
}

/** Of several columns of one period the best stays; where another is as good, nobody can be sure. */
function settle(one: Candidate, all: readonly Candidate[]): ColumnProposal {
  const { proposal, rank } = one;
  if (proposal.period === null) return proposal;
  const rivals = all.filter((other) => other !== one && other.proposal.period === proposal.period);
  if (rivals.length === 0) return proposal;
  const doubts = [...proposal.doubts, 'several' as const];
  const better = rivals.some(
    (other) => other.rank > rank || (other.rank === rank && all.indexOf(other) < all.indexOf(one)),
  );
  if (better) return { ...proposal, period: null, certainty: 'unsure', doubts };
  const tie = rivals.some((other) => other.rank === rank);
  return tie ? { ...proposal, certainty: 'unsure', doubts } : proposal;
}
