/** An input's figure of a period is taken from one place: where several tabs hold it, the one where it is kept rather than repeated. */
import type { Period } from '../../../shared/periods.ts';
import { quarterOf, yearOf } from '../../../shared/periods.ts';
import type { ColumnProposal } from './columns.ts';
import { readHeading } from './heading.ts';
import type { TabProposal } from './propose.ts';
import type { RowProposal } from './row-proposal.ts';

/** A column of which this much stands elsewhere is a repetition as a whole: "Quý I" beside "Quý II" in the second quarter's tab. */
const REPEATED = 0.7;
/** Likenesses this far apart decide before anything else. */
const CLEARLY = 0.1;

/** The proposals with every input and period proposed once; the others say `elsewhere`. */
export function acrossTabs(tabs: readonly TabProposal[]): readonly TabProposal[] {
  return withoutRepeatedRows(withoutRepeatedColumns(tabs));
}

interface Place {
  readonly tab: TabProposal;
  readonly column: ColumnProposal;
  readonly period: Period;
}

function withoutRepeatedColumns(tabs: readonly TabProposal[]): readonly TabProposal[] {
  const places = tabs
    .flatMap((tab) =>
      tab.columns.flatMap((column): Place[] =>
        column.period === null ? [] : [{ tab, column, period: column.period }],
      ),
    )
    .sort((one, other) => preference(other) - preference(one));
  const taken = new Set<string>();
  const dropped = new Set<ColumnProposal>();
  for (const { tab, column, period } of places) {
    const pairs = inputsIn(tab).map((input) => `${input} ${period}`);
    const repeated = pairs.filter((pair) => taken.has(pair)).length;
    if (pairs.length > 0 && repeated >= pairs.length * REPEATED) dropped.add(column);
    else for (const pair of pairs) taken.add(pair);
  }
  return tabs.map((tab) => ({
    ...tab,
    columns: tab.columns.map((column) =>
      dropped.has(column)
        ? { ...column, period: null, certainty: 'unsure', doubts: [...column.doubts, 'elsewhere' as const] }
        : column,
    ),
  }));
}

/** The tab that is named for the period comes first, then visible ones, then those that are typed into, then the fullest. */
function preference({ tab, column, period }: Place): number {
  const name = readHeading(tab.tab.name);
  const named =
    (name.year === null || name.year === yearOf(period)) &&
    (name.quarter === null || name.quarter === quarterOf(period));
  const says = name.year !== null || name.quarter !== null;
  const rows = tab.rows.filter(({ input }) => input !== null);
  const formulas = rows.reduce((sum, row) => sum + row.formulas, 0) / Math.max(1, rows.length);
  return (
    (says ? (named ? 8 : -8) : 0) +
    (tab.tab.hidden ? 0 : 4) +
    (1 - formulas) * 2 +
    (column.certainty === 'unsure' ? 0 : 1) +
    rows.length / 1000
  );
}

function inputsIn(tab: TabProposal): readonly string[] {
  return tab.rows.flatMap(({ input }) => input ?? []);
}

/** Single rows that are left on two tabs of one period: the likelier stays, else the one that is typed into. */
function withoutRepeatedRows(tabs: readonly TabProposal[]): readonly TabProposal[] {
  const rows = tabs.flatMap((tab) => tab.rows.flatMap((row) => (row.input === null ? [] : [{ tab, row }])));
  const losers = new Set<RowProposal>();
  for (const one of rows)
    for (const other of rows) {
      if (one === other || one.tab === other.tab || one.row.input !== other.row.input) continue;
      if (shared(one.tab, other.tab) && !losers.has(other.row) && isBetter(other, one)) losers.add(one.row);
    }
  return tabs.map((tab) => ({
    ...tab,
    rows: tab.rows.map((row) =>
      losers.has(row)
        ? { ...row, input: null, certainty: 'unsure', doubts: [...row.doubts, 'elsewhere' as const] }
        : row,
    ),
  }));
}

function shared(one: TabProposal, other: TabProposal): boolean {
  const periods = new Set(other.columns.flatMap(({ period }) => period ?? []));
  return one.columns.some(({ period }) => period !== null && periods.has(period));
}

interface Located {
  readonly tab: TabProposal;
  readonly row: RowProposal;
}

function isBetter(one: Located, other: Located): boolean {
  const difference = scoreOf(one.row) - scoreOf(other.row);
  if (Math.abs(difference) > CLEARLY) return difference > 0;
  const places = [other, one].map(
    ({ tab, row }) => (tab.tab.hidden ? 0 : 2) + (1 - row.formulas) + inputsIn(tab).length / 1000,
  );
  if (places[0] !== places[1]) return (places[1] ?? 0) > (places[0] ?? 0);
  return difference > 0 || (difference === 0 && one.tab.tab.id < other.tab.tab.id);
}

function scoreOf({ input, candidates }: RowProposal): number {
  return candidates.find((one) => one.input === input)?.score ?? 0;
}
