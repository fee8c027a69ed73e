/** What the cells of a tab with inputs accept: one rule for each run of rows that take the same. */
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { acceptsNumber, columnName } from './template-formulas.ts';
import { LEADING_COLUMNS, type TemplateRow } from './template-rows.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rows one below the other whose cells take the same; `first` is counted from 1. */
interface Run {
  readonly first: number;
  readonly count: number;
  readonly input: InputDefinition;
}

/** Rules already built, by the cell that they are written for: all tabs have the same ones. */
export type BuiltValidations = Map<string, Validation>;

/** Rules over ranges: their formula is written for the first cell and goes along with each, as one typed into the rule's dialog does. */
export function setValidations(
  sheet: Sheet,
  rows: readonly TemplateRow[],
  columns: number,
  built: BuiltValidations,
): void {
  const runs = runsOf(rows);
  const [first, last] = [LEADING_COLUMNS + 1, LEADING_COLUMNS + columns].map(columnName);
  const names = runs.map((run) => `${first}${run.first}:${last}${run.first + run.count - 1}`);
  const ranges = sheet.getRangeList(names).getRanges();
  runs.forEach((run, index) => {
    const cell = `${first}${run.first}`;
    const rule = built.get(cell) ?? ruleOf(run.input, cell);
    built.set(cell, rule);
    ranges[index]?.setDataValidation(rule);
  });
}

function runsOf(rows: readonly TemplateRow[]): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach((row, index) => {
    if (row.kind !== 'input') return;
    const before = runs[runs.length - 1];
    const goesOn =
      before !== undefined && before.first + before.count === index + 1 && takesTheSame(before.input, row.input);
    if (goesOn) runs[runs.length - 1] = { ...before, count: before.count + 1 };
    else runs.push({ first: index + 1, count: 1, input: row.input });
  });
  return runs;
}

function takesTheSame(a: InputDefinition, b: InputDefinition): boolean {
  return (a.kind === 'flag') === (b.kind === 'flag') && a.unit === b.unit && a.decimals === b.decimals;
}

function ruleOf(input: InputDefinition, cell: string): Validation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false);
  if (input.kind === 'flag') {
    return builder
      .requireValueInList([YES, NO, NOT_APPLICABLE_WORD], true)
      .setHelpText(TEMPLATE_WORDS.helpFlag)
      .build();
  }
  return builder
    .requireFormulaSatisfied(acceptsNumber(cell, input))
    .setHelpText(TEMPLATE_WORDS.helpNumber(input.unit, input.decimals))
    .build();
}
