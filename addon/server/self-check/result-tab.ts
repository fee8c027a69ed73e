/** The tab "Tự kiểm tra" in the workbook: found by its mark, written at once, with its cells for trying by hand. */
import { TAB_NAMES } from '../words.ts';
import { elsewhere } from './formula-checks.ts';
import { newOwnTab, ownTabs } from './own-tab.ts';
import { type Noted, type ResultTable, resultTable, TEXT_COLUMNS, TRIAL_COLUMNS } from './result-table.ts';
import { STEPS } from './steps.ts';
import { ANSWERS, TAB_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const KEY = 'chi-tieu.self-check.tab';
/** Names the tab for `onEdit`, which has all properties at hand anyway and asks the platform nothing more. */
export const TAB_PROPERTY = 'self-check.tab';

const WIDTHS = [330, 120, 330, 330, 90, 90];
/** Of the grid's usual font, on average. */
const PIXELS_A_LETTER = 7;
const HEIGHT = 22;
const LINE = 17;
const YELLOW = '#fff2cc';
const GREEN = '#d9ead3';
const HEAD = '#e8eaed';

export function resultTab(spreadsheet: Spreadsheet): Sheet | null {
  return ownTabs(spreadsheet, KEY)[0]?.sheet ?? null;
}

export function writeResults(
  spreadsheet: Spreadsheet,
  about: Parameters<typeof resultTable>[0],
  outcomes: Parameters<typeof resultTable>[1],
): Sheet {
  const sheet = resultTab(spreadsheet) ?? newTab(spreadsheet);
  const table = resultTable(about, outcomes, notedIn(sheet));
  const { rows, heads } = table;
  wipe(sheet);
  sheet.getRange(1, 1, rows.length, TEXT_COLUMNS).setNumberFormat('@');
  const range = sheet.getRange(1, 1, rows.length, TEXT_COLUMNS + 1);
  range
    .setValues(rows.map((row) => [...row]))
    .setWrap(true)
    .setVerticalAlignment('top');
  for (const row of heads)
    sheet
      .getRange(row, 1, 1, TEXT_COLUMNS + 1)
      .setFontWeight('bold')
      .setBackground(HEAD);
  growRows(sheet, table);
  PropertiesService.getDocumentProperties()?.setProperty(TAB_PROPERTY, String(sheet.getSheetId()));
  const trials = trialCells(sheet, table);
  // Among what the checks try: where the platform refuses them, the results stand there all the same.
  for (const extra of [() => colourByOtherTab(spreadsheet, sheet, trials), () => protect(sheet, trials.all)]) {
    try {
      extra();
    } catch {}
  }
  return sheet;
}

/** Google's rows grow by themselves, the desk's do not; what a step will show takes two lines. */
function growRows(sheet: Sheet, { rows, firstStep }: ResultTable): void {
  const linesOf = (row: ResultTable['rows'][number]) =>
    Math.max(...row.map((text, column) => Math.ceil((String(text).length * PIXELS_A_LETTER) / (WIDTHS[column] ?? 1))));
  sheet.setRowHeights(1, rows.length, HEIGHT);
  sheet.setRowHeights(firstStep, STEPS.length, HEIGHT + LINE);
  rows.forEach((row, index) => {
    const lines = linesOf(row);
    if (lines > 1) sheet.setRowHeight(index + 1, HEIGHT + LINE * (lines - 1));
  });
}

function newTab(spreadsheet: Spreadsheet): Sheet {
  let name: string = TAB_WORDS.name;
  while (spreadsheet.getSheetByName(name) !== null) name = TAB_NAMES.besides(name);
  const sheet = newOwnTab(spreadsheet, name, KEY, '');
  WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  return sheet;
}

/** What steps have shown before stays until they are done again. */
function notedIn(sheet: Sheet): Map<string, Noted> {
  const kept: readonly string[] = [TAB_WORDS.kinds.holds, TAB_WORDS.kinds.differs];
  const rows: [string, Noted][] = sheet
    .getRange(1, 1, Math.max(1, sheet.getLastRow()), 3)
    .getValues()
    .map(([assumed, result, seen]) => [String(assumed), [String(result), String(seen)]]);
  return new Map(rows.filter(([, [result]]) => kept.includes(result)));
}

function wipe(sheet: Sheet): void {
  sheet.clear();
  sheet.clearConditionalFormatRules();
  sheet.getDataRange().clearDataValidations();
}

interface Trials {
  readonly all: Range;
  readonly of: (id: string) => Range;
}

/** The yellow cells of the steps, and what may be typed into them. */
function trialCells(sheet: Sheet, { firstStep }: ResultTable): Trials {
  const of = (id: string) => sheet.getRange(firstStep + STEPS.findIndex((step) => step.id === id), TEXT_COLUMNS + 1);
  const all = sheet.getRange(firstStep, TEXT_COLUMNS + 1, STEPS.length, TRIAL_COLUMNS);
  all.clearDataValidations().setBackground(YELLOW);
  const answer = SpreadsheetApp.newDataValidation().requireValueInList([ANSWERS.yes, ANSWERS.no], true).build();
  for (const id of ['looks.elsewhere', 'looks.sidebar-commits']) of(id).setDataValidation(answer);
  const numbers = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).setAllowInvalid(false).build();
  of('events.past-validation').setDataValidation(numbers);
  return { all, of };
}

/** A cell that is green wherever a conditional format can look into another tab. */
function colourByOtherTab(spreadsheet: Spreadsheet, sheet: Sheet, trials: Trials): void {
  const other = spreadsheet.getSheets().find((one) => one.getSheetId() !== sheet.getSheetId());
  if (other === undefined) return;
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(elsewhere(other.getName()))
    .setBackground(GREEN)
    .setRanges([trials.of('looks.elsewhere').offset(0, 1)])
    .build();
  sheet.setConditionalFormatRules([rule]);
}

function protect(sheet: Sheet, free: Range): void {
  for (const old of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) old.remove();
  sheet.protect().setDescription(TAB_WORDS.protection).setWarningOnly(true).setUnprotectedRanges([free]);
}
