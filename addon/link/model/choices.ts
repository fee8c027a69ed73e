/** What the person has decided so far: which row is which input, which column which period. Pure: every change gives new choices. */
import { isPeriod, type Period } from '../../../shared/periods.ts';
import type { LinkedTab } from '../../link-rpc.ts';
import type { TabProposal } from '../match/propose.ts';

export interface TabChoices {
  /** Input by row, period by column; a row or column that is not here is not linked. */
  readonly rows: ReadonlyMap<number, string>;
  readonly columns: ReadonlyMap<number, Period>;
  /** Columns that are taken for an input of their own beside another's figures: last year's of the same period. */
  readonly besides: ReadonlySet<number>;
  /** Rows and columns that she has chosen or confirmed herself: nothing is to be looked at there. */
  readonly settledRows: ReadonlySet<number>;
  readonly settledColumns: ReadonlySet<number>;
}

/** By the tab's id. */
export type Choices = ReadonlyMap<number, TabChoices>;

const NO_CHOICES: TabChoices = {
  rows: new Map(),
  columns: new Map(),
  besides: new Set(),
  settledRows: new Set(),
  settledColumns: new Set(),
};

/** The proposals, or, where the workbook is linked already, what is linked: what was left out on purpose is not proposed again. */
export function startingChoices(proposals: readonly TabProposal[], linked: readonly LinkedTab[]): Choices {
  return new Map(
    proposals.map((proposal) => {
      const before = linked.filter(({ id }) => id === proposal.tab.id);
      if (before.length > 0) return [proposal.tab.id, fromLinked(before)];
      return [proposal.tab.id, linked.length > 0 ? NO_CHOICES : fromProposal(proposal)];
    }),
  );
}

function fromProposal({ rows, columns, besides }: TabProposal): TabChoices {
  return {
    ...NO_CHOICES,
    rows: new Map(rows.flatMap(({ row, input }) => (input === null ? [] : [[row, input]]))),
    columns: new Map(columns.flatMap(({ column, period }) => (period === null ? [] : [[column, period]]))),
    besides: new Set(besides.map(({ column }) => column)),
  };
}

/** Of several tables in one tab the first is the rows and columns, the others are columns of their own. */
function fromLinked([main, ...others]: readonly LinkedTab[]): TabChoices {
  const rows = new Map(Object.entries(main?.rows ?? {}).map(([input, row]) => [row, input]));
  const columns = new Map(
    Object.entries(main?.columns ?? {}).flatMap(([period, column]) => (isPeriod(period) ? [[column, period]] : [])),
  );
  const besides = new Set(others.flatMap((one) => Object.values(one.columns)));
  return { rows, columns, besides, settledRows: new Set(rows.keys()), settledColumns: new Set(columns.keys()) };
}

/** Null: the row is not linked. */
export function chooseInput(choices: Choices, tab: number, row: number, input: string | null): Choices {
  return changed(choices, tab, (now) => ({
    ...now,
    rows: withValue(now.rows, row, input),
    settledRows: new Set([...now.settledRows, row]),
  }));
}

/** Null: the column is not linked. */
export function choosePeriod(choices: Choices, tab: number, column: number, period: Period | null): Choices {
  return changed(choices, tab, (now) => ({
    ...now,
    columns: withValue(now.columns, column, period),
    settledColumns: new Set([...now.settledColumns, column]),
  }));
}

export function chooseBeside(choices: Choices, tab: number, column: number, taken: boolean): Choices {
  return changed(choices, tab, (now) => {
    const others = [...now.besides].filter((one) => one !== column);
    return { ...now, besides: new Set(taken ? [...others, column] : others) };
  });
}

/** She has looked at these, and leaves them as they are. */
export function settle(
  choices: Choices,
  tab: number,
  { rows = [], columns = [] }: { readonly rows?: readonly number[]; readonly columns?: readonly number[] },
): Choices {
  return changed(choices, tab, (now) => ({
    ...now,
    settledRows: new Set([...now.settledRows, ...rows]),
    settledColumns: new Set([...now.settledColumns, ...columns]),
  }));
}

export function choicesOf(choices: Choices, tab: number): TabChoices {
  return choices.get(tab) ?? NO_CHOICES;
}

function changed(choices: Choices, tab: number, change: (now: TabChoices) => TabChoices): Choices {
  return new Map([...choices, [tab, change(choicesOf(choices, tab))]]);
}

function withValue<T>(map: ReadonlyMap<number, T>, key: number, value: T | null): ReadonlyMap<number, T> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}
