/** The grid's own rules for the bound cells of a table, wherever its rows and columns stand: validation and conditional formats. */

import type { Period } from '../../shared/periods.ts';
import { yearOf } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { type Area, areasOf } from './areas.ts';
import {
  acceptsNumber,
  columnName,
  isImplausible,
  isShrinking,
  isUnsendable,
  partExceedsWhole,
} from './template-formulas.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Both in the order of the sheet. */
export interface Table {
  readonly rows: readonly { readonly input: InputDefinition; readonly row: number }[];
  readonly columns: readonly { readonly period: Period; readonly column: number }[];
}

const WRONG = { ground: '#fce8e6', ink: '#a50e0e' };
const DOUBTFUL = { ground: '#fef7e0', ink: '#7a4f01' };

/** What a cell accepts; inputs with the same kind take the same. */
export function acceptanceOf({ kind, unit, decimals }: InputDefinition): string {
  return kind === 'flag' ? kind : `${decimals} ${unit}`;
}

/** A rule for a range that begins with `cell`: its formula goes along with each, as one typed into the rule's dialog does. */
export function validationOf(input: InputDefinition, cell: string, helpTail = ''): Validation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false);
  const { helpFlag, helpNumber } = TEMPLATE_WORDS;
  if (input.kind === 'flag') {
    const choice = builder.requireValueInList([YES, NO, NOT_APPLICABLE_WORD], true);
    return choice.setHelpText(helpFlag + helpTail).build();
  }
  const formula = builder.requireFormulaSatisfied(acceptsNumber(cell, input));
  return formula.setHelpText(helpNumber(input.unit, input.decimals) + helpTail).build();
}

/** A condition written for the first of the rows and columns that it is for. */
interface Draft {
  readonly formula: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly look: typeof WRONG;
}

/** The first rule that fits counts, so errors stand before doubts. `wrap` may put something around each formula. */
export function formatRulesOf(sheet: Sheet, table: Table, wrap: (formula: string) => string): FormatRule[] {
  if (table.columns.length === 0) return [];
  const drafts = [...unsendable(table), ...partAboveWhole(table), ...implausible(table), ...shrinking(table)];
  return drafts.map(({ formula, rows, columns, look }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(wrap(formula))
      .setBackground(look.ground)
      .setFontColor(look.ink)
      .setRanges(areasOf(rows, columns, () => '').map((area) => rangeOf(sheet, area)))
      .build(),
  );
}

export function rangeOf(sheet: Sheet, { row, column, rows, columns }: Area) {
  return sheet.getRange(row, column, rows, columns);
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
