/** The menu "Chỉ tiêu" and what its items do. Built alike before and after authorisation: it reads nothing. */

import { identityToken } from './identity.ts';
import { showLink } from './link-menu.ts';
import type { Outbox } from './outbox.ts';
import { readAndNote, sendWaiting } from './send-waiting.ts';
import { setUp } from './set-up.ts';
import { refreshSummary } from './summary-tab.ts';
import { ACTION_WORDS, COPY_WORDS, MENU_WORDS, TROUBLE_WORDS } from './words.ts';
import { type Opening, openWorkbook, type Workbook } from './workbook.ts';

const TOAST_SECONDS = 8;

/** The items by the global functions that they name. */
const ITEMS = [
  { caption: MENU_WORDS.open, run: 'menuOpen' },
  { caption: MENU_WORDS.send, run: 'menuSend' },
  { caption: MENU_WORDS.summary, run: 'menuSummary' },
  { caption: MENU_WORDS.setUp, run: 'menuSetUp' },
  { caption: MENU_WORDS.selfCheck, run: 'menuSelfCheck' },
  { caption: MENU_WORDS.link, run: 'menuLink' },
] as const;

export function buildMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = __EDITOR_ADDON__ ? ui.createAddonMenu() : ui.createMenu(MENU_WORDS.title);
  for (const { caption, run } of ITEMS) menu.addItem(caption, run);
  menu.addToUi();
}

export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(MENU_WORDS.sidebarTitle);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Reads the whole workbook, sends all that waits, and says how it went. */
export function sendNow(): void {
  withWorkbook((workbook, outbox) => {
    const read = readAndNote(workbook, outbox, workbook.tabs);
    const sending = { via: 'person', editors: null, urgent: true, submit: false } as const;
    const { stored, trouble, outbox: after } = sendWaiting(workbook, read, sending, workbook.plan.periods.length);
    const waiting = workbook.plan.periods.filter((period) => after.record(period).waiting).length;
    if (waiting > 0) return ACTION_WORDS.stillWaiting(waiting, trouble ?? '');
    return stored > 0 ? ACTION_WORDS.sent(stored) : ACTION_WORDS.nothingToSend;
  });
}

export function updateSummary(): void {
  withWorkbook((workbook, outbox) => {
    const token = identityToken();
    if (token === null) return TROUBLE_WORDS.noToken;
    const outcome = refreshSummary(workbook, outbox, token.token);
    if (outcome.kind === 'failed') return ACTION_WORDS.summaryFailed(outcome.message);
    return outcome.kind === 'written' ? ACTION_WORDS.summaryWritten : ACTION_WORDS.summaryFresh;
  });
}

/** A workbook that is set up is put right after asking; else the sidebar asks for the unit. */
export function setUpAgain(): void {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') {
    showSidebar();
    return;
  }
  const { spreadsheet, book, copyOf } = opening.workbook;
  if (book.own) {
    showLink();
    return;
  }
  const ui = SpreadsheetApp.getUi();
  const question = copyOf === null ? ACTION_WORDS.setUpAgain : COPY_WORDS.takeOver;
  if (ui.alert(MENU_WORDS.title, question, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
  const outcome = setUp(spreadsheet, { unit: book.unit, sample: book.sample });
  spreadsheet.toast(outcome.ok ? ACTION_WORDS.setUpDone : outcome.message, MENU_WORDS.title);
}

/** Runs an action on a workbook at home and shows what it says. */
function withWorkbook(action: (workbook: Workbook, outbox: Outbox) => string): void {
  const opening = openWorkbook();
  if (opening === null) return;
  const { spreadsheet } = opening.kind === 'open' ? opening.workbook : opening;
  spreadsheet.toast(whatToSay(opening, action), MENU_WORDS.title, TOAST_SECONDS);
}

function whatToSay(opening: Opening, action: (workbook: Workbook, outbox: Outbox) => string): string {
  if (opening.kind === 'new') return ACTION_WORDS.notSetUp;
  const { workbook, outbox } = opening;
  return workbook.copyOf === null ? action(workbook, outbox) : COPY_WORDS.copy;
}
