/** Validation and conditional formats as the grid draws them. The workbook decides what is refused; the grid only shows. */

import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleBase,
} from '@univerjs/core';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  type IConditionFormattingRule,
  type IHighlightCell,
} from '@univerjs/sheets-conditional-formatting';
import { areaToA1, quoteSheetName } from '../../stand-in/model/a1.ts';
import { toUsNotation } from '../../stand-in/model/formula-text.ts';
import type {
  Area,
  FormatCriteria,
  FormatRule,
  RuleArgument,
  SheetState,
  ValidationRule,
} from '../../stand-in/model/types.ts';
import { toRange } from './ranges.ts';

const NUMBER_OPERATORS = {
  NUMBER_BETWEEN: 'between',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
} as const;

const TEXT_OPERATORS = {
  CELL_EMPTY: CFTextOperator.containsBlanks,
  CELL_NOT_EMPTY: CFTextOperator.notContainsBlanks,
  TEXT_CONTAINS: CFTextOperator.containsText,
  TEXT_DOES_NOT_CONTAIN: CFTextOperator.notContainsText,
  TEXT_EQUAL_TO: CFTextOperator.equal,
  TEXT_STARTS_WITH: CFTextOperator.beginsWith,
  TEXT_ENDS_WITH: CFTextOperator.endsWith,
} as const satisfies Partial<Record<FormatCriteria, CFTextOperator>>;

/** The validation rules of a sheet, each with all ranges that it holds in. */
export function validationRules(sheet: SheetState, nameOf: (sheetId: number) => string): ISheetDataValidationRule[] {
  const rules: ISheetDataValidationRule[] = [];
  for (const { rule, ranges } of ruleRanges(sheet)) {
    const shape = validationShape(rule, nameOf);
    if (shape === null) continue;
    const uid = `validation-${sheet.id}-${rules.length}`;
    rules.push({
      uid,
      ranges,
      allowBlank: true,
      showDropDown: rule.showDropdown,
      showErrorMessage: rule.helpText !== null,
      error: rule.helpText ?? '',
      // Never STOP: the grid would write, then revert. The workbook refuses before anything is written.
      errorStyle: DataValidationErrorStyle.WARNING,
      renderMode: DataValidationRenderMode.ARROW,
      ...shape,
    });
  }
  return rules;
}

export function formatRules(sheet: SheetState): IConditionFormattingRule[] {
  return sheet.formatRules.map((rule, index) => ({
    cfId: `format-${sheet.id}-${index}`,
    ranges: rule.areas.map(toRange),
    stopIfTrue: false,
    rule: highlight(rule),
  }));
}

/** Cells with one rule, gathered: runs in a row, then rows of equal runs one below the other. */
function ruleRanges(sheet: SheetState): { rule: ValidationRule; ranges: IRange[] }[] {
  const found = new Map<string, { rule: ValidationRule; ranges: IRange[] }>();
  sheet.grid.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const rule = cell?.validation;
      if (!rule) return;
      const key = JSON.stringify(rule);
      const entry = found.get(key) ?? { rule, ranges: [] };
      found.set(key, entry);
      addCell(entry.ranges, row, column);
    });
  });
  return [...found.values()].map(({ rule, ranges }) => ({ rule, ranges: stacked(ranges) }));
}

function addCell(ranges: IRange[], row: number, column: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.startRow === row && last.endColumn === column - 1) last.endColumn = column;
  else ranges.push({ startRow: row, endRow: row, startColumn: column, endColumn: column });
}

function stacked(ranges: readonly IRange[]): IRange[] {
  const done: IRange[] = [];
  for (const range of ranges) {
    const above = done.find(
      (one) =>
        one.endRow === range.startRow - 1 && one.startColumn === range.startColumn && one.endColumn === range.endColumn,
    );
    if (above === undefined) done.push({ ...range });
    else above.endRow = range.endRow;
  }
  return done;
}

function validationShape(
  rule: ValidationRule,
  nameOf: (sheetId: number) => string,
): (Partial<ISheetDataValidationRule> & { type: string }) | null {
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
      return { type: DataValidationType.LIST, formula1: rule.values.map(String).join(',') };
    case 'VALUE_IN_RANGE':
      return rule.range === null ? null : { type: DataValidationType.LIST, formula1: reference(rule.range, nameOf) };
    case 'CHECKBOX':
      return { type: DataValidationType.CHECKBOX };
    case 'CUSTOM_FORMULA':
      return { type: DataValidationType.CUSTOM, formula1: gridFormula(rule.values[0]) };
    default:
      return numberShape(rule);
  }
}

function numberShape({ criteria, values }: ValidationRule) {
  if (!(criteria in NUMBER_OPERATORS)) return null;
  const operator = NUMBER_OPERATORS[criteria as keyof typeof NUMBER_OPERATORS];
  const [formula1, formula2] = values.map(String);
  return {
    type: DataValidationType.DECIMAL,
    operator: DataValidationOperator[VALIDATION_OPERATORS[operator]],
    ...(formula1 === undefined ? {} : { formula1 }),
    ...(formula2 === undefined ? {} : { formula2 }),
  };
}

const VALIDATION_OPERATORS = {
  between: 'BETWEEN',
  equal: 'EQUAL',
  greaterThan: 'GREATER_THAN',
  greaterThanOrEqual: 'GREATER_THAN_OR_EQUAL',
  lessThan: 'LESS_THAN',
  lessThanOrEqual: 'LESS_THAN_OR_EQUAL',
  notBetween: 'NOT_BETWEEN',
  notEqual: 'NOT_EQUAL',
} as const satisfies Record<string, keyof typeof DataValidationOperator>;

function reference({ sheetId, area }: { sheetId: number; area: Area }, nameOf: (sheetId: number) => string): string {
  return `=${quoteSheetName(nameOf(sheetId))}!${areaToA1(area)}`;
}

function highlight(rule: FormatRule): IHighlightCell & IConditionFormattingRule['rule'] {
  const base = { type: CFRuleType.highlightCell, style: highlightStyle(rule) } as const;
  const [first, second] = rule.values;
  if (rule.criteria === 'CUSTOM_FORMULA') return { ...base, subType: CFSubRuleType.formula, value: gridFormula(first) };
  if (rule.criteria in TEXT_OPERATORS) {
    const operator = TEXT_OPERATORS[rule.criteria as keyof typeof TEXT_OPERATORS];
    return { ...base, subType: CFSubRuleType.text, operator, value: String(first ?? '') };
  }
  const operator = CFNumberOperator[NUMBER_OPERATORS[rule.criteria as keyof typeof NUMBER_OPERATORS]];
  if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
    return { ...base, subType: CFSubRuleType.number, operator, value: [numberOf(first), numberOf(second)] };
  }
  return { ...base, subType: CFSubRuleType.number, operator, value: numberOf(first) };
}

/** A script may write `;` between arguments, as Google takes it; the grid knows the comma alone. */
function gridFormula(formula: RuleArgument | undefined): string {
  return toUsNotation(String(formula ?? ''), false);
}

function numberOf(value: RuleArgument | undefined): number {
  return typeof value === 'number' ? value : Number(value);
}

function highlightStyle({ background, fontColor, bold, italic, underline, strikethrough }: FormatRule): IStyleBase {
  return {
    ...(background === null ? {} : { bg: { rgb: background } }),
    ...(fontColor === null ? {} : { cl: { rgb: fontColor } }),
    ...(bold === null ? {} : { bl: bold ? 1 : 0 }),
    ...(italic === null ? {} : { it: italic ? 1 : 0 }),
    ...(underline === null ? {} : { ul: { s: underline ? 1 : 0 } }),
    ...(strikethrough === null ? {} : { st: { s: strikethrough ? 1 : 0 } }),
  };
}
