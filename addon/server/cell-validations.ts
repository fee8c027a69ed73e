/** What the bound cells of a table accept, from the resolution's data. */
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { areasOf } from './areas.ts';
import { rangesOf, type Table } from './cell-table.ts';
import { acceptsNumber, columnName } from './template-formulas.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rules already built, by cell and kind: tables that are laid out alike have the same ones. */
export type BuiltValidations = Map<string, Validation>;

/**
 * What the cells accept, one rule for each rectangle of cells that take the same: its formula is written for the first and goes along
 * with each, as one typed into the rule's dialog does.
 * @param tailAt what a cell's help text ends with; null where the cell keeps what it has.
 */
export function setValidations(
  sheet: Sheet,
  table: Table,
  built: BuiltValidations,
  tailAt: (row: number, column: number) => string | null = () => '',
): void {
  const inputs = new Map(table.rows.map(({ row, input }) => [row, input]));
  const kindAt = (row: number, column: number): string | null => {
    const [input, tail] = [inputs.get(row), tailAt(row, column)];
    return input === undefined || tail === null ? null : `${acceptanceOf(input)}\n${tail}`;
  };
  const areas = areasOf(
    table.rows.map(({ row }) => row),
    table.columns.map(({ column }) => column),
    kindAt,
  );
  rangesOf(sheet, areas).forEach((range, index) => {
    const area = areas[index];
    const input = area === undefined ? undefined : inputs.get(area.row);
    if (area === undefined || input === undefined) return;
    const cell = `${columnName(area.column)}${area.row}`;
    const key = `${cell} ${area.kind}`;
    const rule = built.get(key) ?? validationOf(input, cell, area.kind.split('\n')[1] ?? '');
    built.set(key, rule);
    range.setDataValidation(rule);
  });
}

/** Inputs with the same take the same. */
function acceptanceOf({ kind, unit, decimals }: InputDefinition): string {
  return kind === 'flag' ? kind : `${decimals} ${unit}`;
}

function validationOf(input: InputDefinition, cell: string, helpTail: string): Validation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false);
  const { helpFlag, helpNumber } = TEMPLATE_WORDS;
  if (input.kind === 'flag') {
    const choice = builder.requireValueInList([YES, NO, NOT_APPLICABLE_WORD], true);
    return choice.setHelpText(helpFlag + helpTail).build();
  }
  const formula = builder.requireFormulaSatisfied(acceptsNumber(cell, input));
  return formula.setHelpText(helpNumber(input.unit, input.decimals) + helpTail).build();
}
