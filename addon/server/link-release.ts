/** Takes everything of ours off a person's own workbook: metadata, rules, our own tabs, memory, this account's triggers. */
import type { LinkAnswer } from '../link-rpc.ts';
import { removeTriggers } from './carrier.ts';
import type { KeptRule } from './kept-rules.ts';
import { forgetAll } from './outbox.ts';
import { takeRulesOff } from './put-rules.ts';
import { resultTab } from './self-check/result-tab.ts';
import { SUMMARY_TAB } from './tabs.ts';
import { ACTION_WORDS, LINK_WORDS } from './words.ts';
import { openWorkbook, sheetOf } from './workbook.ts';

/** Metadata of the binding: of rows, columns, sheets, and of the workbook itself. */
const OUR_KEYS = /^chi-tieu\.(?:input|period|binding|workbook)(?:\.|$)/;

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** In a copy too: what the copy brought along of ours goes. */
export function releaseLink(): LinkAnswer {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') return { ok: false, message: LINK_WORDS.notLinked };
  const { spreadsheet, book, plan } = opening.workbook;
  if (!book.own) return { ok: false, message: ACTION_WORDS.templateBook };
  const waiting = plan.periods.filter((period) => opening.outbox.record(period).waiting).length;
  if (book.marked) clearOurRules(spreadsheet, book.replaced);
  clearOurMetadata(spreadsheet);
  for (const sheet of [sheetOf(opening.workbook, SUMMARY_TAB), resultTab(spreadsheet)])
    if (sheet !== null) spreadsheet.deleteSheet(sheet);
  SpreadsheetApp.flush();
  if (!forgetAll()) return { ok: false, message: ACTION_WORDS.busy };
  removeTriggers(spreadsheet);
  return { ok: true, message: LINK_WORDS.released(waiting) };
}

/** From every sheet, for cells with rules of ours may have been copied to others. */
export function clearOurRules(spreadsheet: Spreadsheet, replaced: readonly KeptRule[]): void {
  for (const sheet of spreadsheet.getSheets()) takeRulesOff(sheet, replaced);
}

export function clearOurMetadata(spreadsheet: Spreadsheet): void {
  for (const item of spreadsheet.createDeveloperMetadataFinder().find()) {
    if (OUR_KEYS.test(item.getKey())) item.remove();
  }
}
