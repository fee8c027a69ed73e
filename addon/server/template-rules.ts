/** The conditional formats of a tab with inputs, from the resolution's data: red for what is wrong, yellow for what is doubtful. */

import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { columnName, isImplausible, isShrinking, isUnsendable, partExceedsWhole } from './template-formulas.ts';
import { LEADING_COLUMNS, type TemplateRow } from './template-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const WRONG = { ground: '#fce8e6', ink: '#a50e0e' };
const DOUBTFUL = { ground: '#fef7e0', ink: '#7a4f01' };

/** An input's row, counted from 1. */
interface InputRow {
  readonly input: InputDefinition;
  readonly row: number;
}

/** A rule before it is built: written for the first cell of its rows, from the first period on or from the second. */
interface RuleDraft {
  readonly formula: string;
  readonly rows: readonly InputRow[];
  readonly from: 'first' | 'second';
  readonly look: typeof WRONG;
}

export function inputRowsOf(rows: readonly TemplateRow[]): readonly InputRow[] {
  return rows.flatMap((row, index) => (row.kind === 'input' ? [{ input: row.input, row: index + 1 }] : []));
}

/** How many rules a tab has, without asking the platform for anything. */
export function countFormatRules(rows: readonly TemplateRow[], columns: number): number {
  return draftsOf(inputRowsOf(rows), columns).length;
}

/** Few calls: the ranges of all rows at once, and each rule as a copy of the one before it. */
export function formatRulesOf(sheet: Sheet, rows: readonly TemplateRow[], columns: number): FormatRule[] {
  const inputs = inputRowsOf(rows);
  const last = columnName(LEADING_COLUMNS + columns);
  const rangesFrom = (column: number) => {
    const names = inputs.map(({ row }) => `${columnName(column)}${row}:${last}${row}`);
    const ranges = sheet.getRangeList(names).getRanges();
    return new Map(inputs.map(({ row }, index) => [row, ranges[index]]));
  };
  const ranges = {
    first: rangesFrom(LEADING_COLUMNS + 1),
    second: columns < 2 ? new Map() : rangesFrom(LEADING_COLUMNS + 2),
  };
  const built = new Map<typeof WRONG, FormatRule>();
  return draftsOf(inputs, columns).map(({ formula, rows: own, from, look }) => {
    const like = built.get(look);
    const start =
      like === undefined
        ? SpreadsheetApp.newConditionalFormatRule().setBackground(look.ground).setFontColor(look.ink)
        : like.copy();
    const rule = start
      .whenFormulaSatisfied(formula)
      .setRanges(own.flatMap(({ row }) => ranges[from].get(row) ?? []))
      .build();
    built.set(look, rule);
    return rule;
  });
}

/** The first rule that fits counts, so errors stand before doubts. */
function draftsOf(inputs: readonly InputRow[], columns: number): readonly RuleDraft[] {
  const first = columnName(LEADING_COLUMNS + 1);
  return [
    ...unsendableRules(inputs, first),
    ...partRules(inputs, first),
    ...implausibleRules(inputs, first),
    ...shrinkingRules(inputs, columns),
  ];
}

function unsendableRules(inputs: readonly InputRow[], column: string): RuleDraft[] {
  const numbers = inputs.filter(({ input }) => input.kind !== 'flag');
  return groupedBy(numbers, ({ input }) => input.decimals).map(([decimals, rows]) => ({
    formula: isUnsendable(`${column}${rows[0]?.row}`, decimals),
    rows,
    from: 'first',
    look: WRONG,
  }));
}

/** One rule for all parts of a whole, which stands fast in the formula while the part goes along. */
function partRules(inputs: readonly InputRow[], column: string): RuleDraft[] {
  return inputs.flatMap((whole) => {
    const rows = inputs.filter(({ input }) => input.partOf === whole.input.id);
    if (rows.length === 0) return [];
    const [part, all] = [`${column}${rows[0]?.row}`, `${column}$${whole.row}`];
    return [{ formula: partExceedsWhole(part, all, whole.input.decimals), rows, from: 'first' as const, look: WRONG }];
  });
}

function implausibleRules(inputs: readonly InputRow[], column: string): RuleDraft[] {
  const bounded = inputs.filter(({ input }) => input.plausibleUpTo !== undefined);
  return groupedBy(bounded, ({ input }) => input.plausibleUpTo ?? 0).map(([bound, rows]) => ({
    formula: isImplausible(`${column}${rows[0]?.row}`, bound),
    rows,
    from: 'first',
    look: DOUBTFUL,
  }));
}

function shrinkingRules(inputs: readonly InputRow[], columns: number): RuleDraft[] {
  if (columns < 2) return [];
  const flows = inputs.filter(({ input }) => input.kind === 'flow');
  return groupedBy(flows, ({ input }) => input.decimals).map(([decimals, rows]) => {
    const at = (column: number): string => `${columnName(column)}${rows[0]?.row}`;
    // Written for the second period, whose three cells before reach into the leading columns: text, which counts for nothing.
    const second = LEADING_COLUMNS + 2;
    const earlier = Array.from({ length: columns - 1 }, (_, back) => at(second - 1 - back));
    return { formula: isShrinking(at(second), earlier, decimals), rows, from: 'second', look: DOUBTFUL };
  });
}

function groupedBy(items: readonly InputRow[], key: (item: InputRow) => number): [number, InputRow[]][] {
  const groups = new Map<number, InputRow[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
