/** Data validation and conditional formats of a tab with inputs. */

import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import {
  acceptsNumber,
  columnName,
  isImplausible,
  isShrinking,
  isUnsendable,
  partExceedsWhole,
} from './template-formulas.ts';
import { LEADING_COLUMNS, type TemplateRow } from './template-rows.ts';
import { TEMPLATE_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const WRONG = { ground: '#fce8e6', ink: '#a50e0e' };
const DOUBTFUL = { ground: '#fef7e0', ink: '#7a4f01' };

/** An input's row, counted from 1. */
interface InputRow {
  readonly input: InputDefinition;
  readonly row: number;
}

export function inputRowsOf(rows: readonly TemplateRow[]): readonly InputRow[] {
  return rows.flatMap((row, index) => (row.kind === 'input' ? [{ input: row.input, row: index + 1 }] : []));
}

/** Rules already built, by their cell: the tabs of all years have the same ones, and each costs five calls. */
export type BuiltValidations = Map<string, Validation>;

/** The rules of the periods' cells, row by row; null for rows without inputs. */
export function validationsOf(
  rows: readonly TemplateRow[],
  columns: number,
  built: BuiltValidations,
): (Validation | null)[][] {
  return rows.map((row, index) =>
    Array.from({ length: columns }, (_, column) => {
      if (row.kind !== 'input') return null;
      const cell = `${columnName(LEADING_COLUMNS + 1 + column)}${index + 1}`;
      const validation = built.get(cell) ?? validationOf(row.input, cell);
      built.set(cell, validation);
      return validation;
    }),
  );
}

function validationOf(input: InputDefinition, cell: string): Validation {
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

/**
 * One rule for a part and its whole, as their distance is their own; the other rules name the first cell of ranges that may be
 * many. The first rule that fits counts, so errors stand before doubts.
 */
export function formatRulesOf(sheet: Sheet, rows: readonly TemplateRow[], columns: number): FormatRule[] {
  const inputs = inputRowsOf(rows);
  const range = (row: number) => sheet.getRange(row, LEADING_COLUMNS + 1, 1, columns);
  const first = columnName(LEADING_COLUMNS + 1);
  return [
    ...unsendableRules(inputs, range, first),
    ...partRules(inputs, range, first),
    ...implausibleRules(inputs, range, first),
    ...shrinkingRules(sheet, inputs, columns),
  ];
}

type RangeOfRow = (row: number) => Range;

function unsendableRules(inputs: readonly InputRow[], range: RangeOfRow, column: string): FormatRule[] {
  const numbers = inputs.filter(({ input }) => input.kind !== 'flag');
  return groupedBy(numbers, ({ input }) => input.decimals).map(([decimals, group]) =>
    rule(
      isUnsendable(`${column}${group[0]?.row}`, decimals),
      group.map(({ row }) => range(row)),
      WRONG,
    ),
  );
}

function partRules(inputs: readonly InputRow[], range: RangeOfRow, column: string): FormatRule[] {
  return inputs.flatMap(({ input, row }) => {
    const whole = inputs.find((other) => other.input.id === input.partOf);
    if (whole === undefined) return [];
    return [
      rule(partExceedsWhole(`${column}${row}`, `${column}$${whole.row}`, whole.input.decimals), [range(row)], WRONG),
    ];
  });
}

function implausibleRules(inputs: readonly InputRow[], range: RangeOfRow, column: string): FormatRule[] {
  const bounded = inputs.filter(({ input }) => input.plausibleUpTo !== undefined);
  return groupedBy(bounded, ({ input }) => input.plausibleUpTo ?? 0).map(([bound, group]) =>
    rule(
      isImplausible(`${column}${group[0]?.row}`, bound),
      group.map(({ row }) => range(row)),
      DOUBTFUL,
    ),
  );
}

function shrinkingRules(sheet: Sheet, inputs: readonly InputRow[], columns: number): FormatRule[] {
  if (columns < 2) return [];
  const flows = inputs.filter(({ input }) => input.kind === 'flow');
  return groupedBy(flows, ({ input }) => input.decimals).map(([decimals, group]) => {
    const row = group[0]?.row;
    const at = (column: number): string => `${columnName(column)}${row}`;
    // Written for the second period, whose three cells before reach into the leading columns: text, which counts for nothing.
    const second = LEADING_COLUMNS + 2;
    const earlier = Array.from({ length: columns - 1 }, (_, back) => at(second - 1 - back));
    const ranges = group.map((flow) => sheet.getRange(flow.row, second, 1, columns - 1));
    return rule(isShrinking(at(second), earlier, decimals), ranges, DOUBTFUL);
  });
}

function rule(formula: string, ranges: Range[], look: typeof WRONG): FormatRule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground(look.ground)
    .setFontColor(look.ink)
    .setRanges(ranges)
    .build();
}

function groupedBy<T>(items: readonly T[], key: (item: T) => number): [number, T[]][] {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
