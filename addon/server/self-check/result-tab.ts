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
  wipe(sheet);
  const { rows } = table;
  sheet.getRange(1, 1, rows.length, TEXT_COLUMNS).setNumberFormat('@');
  const range = sheet.getRange(1, 1, rows.length, TEXT_COLUMNS + 1);
  range
    .setValues(rows.map((row) => [...row]))
    .setWrap(true)
    .setVerticalAlignment('top');
  for (const row of table.heads)
    sheet
      .getRange(row, 1, 1, TEXT_COLUMNS + 1)
      .setFontWeight('bold')
      .setBackground(HEAD);
  const free = prepareSteps(spreadsheet, sheet, table);
  for (const old of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) old.remove();
  const protection = sheet.protect().setDescription(TAB_WORDS.protection).setWarningOnly(true);
  protection.setUnprotectedRanges([free]);
  PropertiesService.getDocumentProperties()?.setProperty(TAB_PROPERTY, String(sheet.getSheetId()));
  return sheet;
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
    .getDataRange()
    .getValues()
    .map(([assumed, result, seen]) => [String(assumed), [String(result), String(seen)]]);
  return new Map(rows.filter(([, [result]]) => kept.includes(result)));
}

function wipe(sheet: Sheet): void {
  sheet.clear();
  sheet.clearConditionalFormatRules();
  sheet.getDataRange().clearDataValidations();
}

/** The yellow cells: what may be typed into them, and what is looked at. Returns them all. */
function prepareSteps(spreadsheet: Spreadsheet, sheet: Sheet, { firstStep }: ResultTable): Range {
  const trial = (id: string) => sheet.getRange(firstStep + STEPS.findIndex((step) => step.id === id), TEXT_COLUMNS + 1);
  const all = sheet.getRange(firstStep, TEXT_COLUMNS + 1, STEPS.length, TRIAL_COLUMNS);
  all.clearDataValidations().setBackground(YELLOW);
  const validation = SpreadsheetApp.newDataValidation();
  const answer = validation.requireValueInList([ANSWERS.yes, ANSWERS.no], true).build();
  for (const id of ['looks.elsewhere', 'looks.sidebar-commits']) trial(id).setDataValidation(answer);
  const numbers = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).setAllowInvalid(false).build();
  trial('events.past-validation').setDataValidation(numbers);
  const other = spreadsheet.getSheets().find((one) => one.getSheetId() !== sheet.getSheetId());
  if (other !== undefined) {
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(elsewhere(other.getName()))
      .setBackground(GREEN)
      .setRanges([trial('looks.elsewhere').offset(0, 1)])
      .build();
    sheet.setConditionalFormatRules([rule]);
  }
  return all;
}
