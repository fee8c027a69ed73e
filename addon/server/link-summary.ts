/** The tab "Tổng hợp" in a person's own workbook: a new tab of ours, never one of hers, and her own stays in front. */
import { drawSummaryFrame } from './guide-tab.ts';
import { thePlan } from './the-plan.ts';
import { TAB_NAMES } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function makeSummaryTab(spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  const inFront = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(freeName(spreadsheet), spreadsheet.getNumSheets());
  drawSummaryFrame(spreadsheet, sheet, thePlan().indicators.length);
  spreadsheet.setActiveSheet(inFront);
  return sheet;
}

function freeName(spreadsheet: Spreadsheet): string {
  const taken = spreadsheet.getSheets().map((sheet) => sheet.getName());
  let name: string = TAB_NAMES.summary;
  while (taken.includes(name)) name = TAB_NAMES.besides(name);
  return name;
}
