/** The conditional formats of a table's bound cells, from the resolution's data: red for what is wrong, yellow for what is doubtful. */
import { yearOf } from '../../shared/periods.ts';
import { areasOf } from './areas.ts';
import { rangesOf, type Table } from './cell-table.ts';
import { columnName, isImplausible, isShrinking, isUnsendable, partExceedsWhole } from './template-formulas.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const WRONG = { ground: '#fce8e6', ink: '#a50e0e' };
const DOUBTFUL = { ground: '#fef7e0', ink: '#7a4f01' };

/** A condition written for the first of the rows and columns that it is for. */
interface Draft {
  readonly formula: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly look: typeof WRONG;
}

/** How many conditional formats a table has, without asking the platform for anything. */
export function countFormatRules(table: Table): number {
  return draftsOf(table).length;
}

/** Few calls: all ranges at once, and each rule as a copy of the one before it. `wrap` may put something around each formula. */
export function formatRulesOf(sheet: Sheet, table: Table, wrap = (formula: string): string => formula): FormatRule[] {
  const drafts = draftsOf(table);
  const areas = drafts.map(({ rows, columns }) => areasOf(rows, columns, () => ''));
  const ranges = rangesOf(sheet, areas.flat());
  const built = new Map<typeof WRONG, FormatRule>();
  return drafts.map(({ formula, look }, index) => {
    const like = built.get(look);
    const start =
      like === undefined
        ? SpreadsheetApp.newConditionalFormatRule().setBackground(look.ground).setFontColor(look.ink)
        : like.copy();
    const own = ranges.splice(0, areas[index]?.length ?? 0);
    const rule = start.whenFormulaSatisfied(wrap(formula)).setRanges(own).build();
    built.set(look, rule);
    return rule;
  });
}

/** The first rule that fits counts, so errors stand before doubts. */
function draftsOf(table: Table): readonly Draft[] {
  if (table.columns.length === 0) return [];
  return [...unsendable(table), ...partAboveWhole(table), ...implausible(table), ...shrinking(table)];
}

type TableRow = Table['rows'][number];

function unsendable({ rows, columns }: Table): Draft[] {
  const numbers = rows.filter(({ input }) => input.kind !== 'flag');
  return grouped(numbers, ({ input }) => input.decimals).map(([decimals, group]) =>
    draft(group, columns, WRONG, (cell) => isUnsendable(cell, decimals)),
  );
}

/** The whole stands fast in the formula while the part goes along. */
function partAboveWhole({ rows, columns }: Table): Draft[] {
  return rows.flatMap(({ input: whole, row }) => {
    const parts = rows.filter(({ input }) => input.partOf === whole.id);
    if (parts.length === 0) return [];
    return [draft(parts, columns, WRONG, (cell, column) => partExceedsWhole(cell, `${column}$${row}`, whole.decimals))];
  });
}

function implausible({ rows, columns }: Table): Draft[] {
  const bounded = rows.filter(({ input }) => input.plausibleUpTo !== undefined);
  return grouped(bounded, ({ input }) => input.plausibleUpTo ?? 0).map(([bound, group]) =>
    draft(group, columns, DOUBTFUL, (cell) => isImplausible(cell, bound)),
  );
}

/** A rule for each column that has earlier ones of its year beside it, wherever they stand. */
function shrinking({ rows, columns }: Table): Draft[] {
  const flows = grouped(
    rows.filter(({ input }) => input.kind === 'flow'),
    ({ input }) => input.decimals,
  );
  return columns.flatMap((own) => {
    const before = columns.filter(({ period }) => yearOf(period) === yearOf(own.period) && period < own.period);
    if (before.length === 0) return [];
    return flows.map(([decimals, group]) =>
      draft(group, [own], DOUBTFUL, (cell, _, row) =>
        isShrinking(
          cell,
          before.map(({ column }) => `${columnName(column)}${row}`),
          decimals,
        ),
      ),
    );
  });
}

function draft(
  rows: readonly TableRow[],
  columns: Table['columns'],
  look: typeof WRONG,
  formula: (cell: string, column: string, row: number) => string,
): Draft {
  const [row, column] = [rows[0]?.row ?? 1, columnName(columns[0]?.column ?? 1)];
  return {
    formula: formula(`${column}${row}`, column, row),
    rows: rows.map((one) => one.row),
    columns: columns.map((one) => one.column),
    look,
  };
}

function grouped(rows: readonly TableRow[], key: (row: TableRow) => number): [number, TableRow[]][] {
  const groups = new Map<number, TableRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups];
}
