/**
 * Our rules on the bound cells of a sheet, and off again: in a person's own table beside hers, told from hers by their words, with
 * hers brought back where ours took their place; in our template in place of all that is there.
 */
import { isPeriod } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { areasOf } from './areas.ts';
import { acceptanceOf, formatRulesOf, rangeOf, type Table, validationOf } from './cell-rules.ts';
import { type KeptRule, keptRule, ruleAgain } from './kept-rules.ts';
import type { LayoutRecord } from './records.ts';
import { columnName } from './template-formulas.ts';
import { RULE_TAIL, RULE_WORDS } from './words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rules already built, by cell and kind: tables that are laid out alike have the same ones. */
export type BuiltRules = Map<string, Validation>;

/** Part of each condition of ours in a person's own sheet; it is always true. */
const OURS = 'N("chi-tieu")=0';

/** The cells of a tab that stand where they were bound. */
export function tableOf(
  inputs: readonly InputDefinition[],
  layout: LayoutRecord,
  trusted: (id: string) => boolean,
): Table {
  const rows = inputs.flatMap((input) => {
    const row = layout.rows[input.id];
    return row === undefined || !trusted(input.id) ? [] : [{ input, row }];
  });
  const columns = Object.entries(layout.columns).flatMap(([period, column]) =>
    isPeriod(period) && trusted(period) ? [{ period, column }] : [],
  );
  return { rows: rows.sort((a, b) => a.row - b.row), columns: columns.sort((a, b) => a.column - b.column) };
}

/** In a tab of the template, whose rows a person has put in another order. */
export function putTemplateRules(sheet: Sheet, table: Table): void {
  const byRow = inputsByRow(table);
  setAll(sheet, table, new Map(), (row) => `${acceptanceOf(byRow(row))}\n`);
  sheet.setConditionalFormatRules(formatRulesOf(sheet, table, (formula) => formula));
}

/**
 * Into a person's own sheet, which has none of ours. A rule of hers that looks at other cells stays.
 * @returns her rules that ours have taken the place of, those before among them.
 */
export function putRules(
  sheet: Sheet,
  table: Table,
  before: readonly KeptRule[],
  built: BuiltRules,
): readonly KeptRule[] {
  const kept = [...before];
  const byRow = inputsByRow(table);
  const hers = validationsIn(sheet);
  setAll(sheet, table, built, (row, column) => {
    const acceptance = acceptanceOf(byRow(row));
    const rule = hers(row, column);
    if (rule === null) return `${acceptance}\n${RULE_WORDS.ours}`;
    const own = keptRule(rule);
    return own === null ? null : `${acceptance}\n${RULE_WORDS.replacing(numberIn(kept, own))}`;
  });
  const wrap = (formula: string) => `=AND(${OURS};${formula.slice(1)})`;
  const ours = formatRulesOf(sheet, table, wrap);
  if (ours.length > 0) sheet.setConditionalFormatRules([...ours, ...sheet.getConditionalFormatRules()]);
  return kept;
}

/** Everything of ours off a person's own sheet, wherever it was copied to, and hers back. */
export function takeRulesOff(sheet: Sheet, kept: readonly KeptRule[]): void {
  const rules = validationsIn(sheet);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()].map((count) =>
    Array.from({ length: count }, (_, index) => index + 1),
  );
  const tailAt = (row: number, column: number) => RULE_TAIL.exec(rules(row, column)?.getHelpText() ?? '')?.[1] ?? null;
  for (const area of areasOf(rows ?? [], columns ?? [], tailAt)) {
    const own = kept[Number(/\d+/.exec(area.kind)?.[0] ?? '0') - 1];
    rangeOf(sheet, area).setDataValidation(own === undefined ? null : ruleAgain(own));
  }
  const all = sheet.getConditionalFormatRules();
  const hers = all.filter((rule) => !String(rule.getBooleanCondition()?.getCriteriaValues()[0]).includes(OURS));
  if (hers.length < all.length) sheet.setConditionalFormatRules(hers);
}

/** A cell's kind: what it accepts, a line break, and the tail of its help text. */
function setAll(
  sheet: Sheet,
  table: Table,
  built: BuiltRules,
  kindAt: (row: number, column: number) => string | null,
): void {
  const byRow = inputsByRow(table);
  const areas = areasOf(
    table.rows.map(({ row }) => row),
    table.columns.map(({ column }) => column),
    kindAt,
  );
  for (const area of areas) {
    const cell = `${columnName(area.column)}${area.row}`;
    const key = `${cell} ${area.kind}`;
    const rule = built.get(key) ?? validationOf(byRow(area.row), cell, area.kind.split('\n')[1]);
    built.set(key, rule);
    rangeOf(sheet, area).setDataValidation(rule);
  }
}

function inputsByRow({ rows }: Table): (row: number) => InputDefinition {
  const inputs = new Map(rows.map(({ row, input }) => [row, input]));
  return (row) => {
    const input = inputs.get(row);
    if (input === undefined) throw new Error(`no input in row ${row}`);
    return input;
  };
}

function validationsIn(sheet: Sheet): (row: number, column: number) => Validation | null {
  const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getDataValidations();
  return (row, column) => all[row - 1]?.[column - 1] ?? null;
}

/** From 1; a rule that is new is added. */
function numberIn(kept: KeptRule[], rule: KeptRule): number {
  const text = JSON.stringify(rule);
  const known = kept.findIndex((other) => JSON.stringify(other) === text);
  return known < 0 ? kept.push(rule) : known + 1;
}
