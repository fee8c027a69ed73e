/** The menu's item that opens the dialog of a person's own workbook. */
import { ACTION_WORDS, COPY_WORDS, LINK_WORDS } from './words.ts';
import { type Opening, openWorkbook } from './workbook.ts';

const SIZE = { width: 900, height: 640 };

export function showLink(): void {
  const opening = openWorkbook();
  if (opening === null) return;
  const ui = SpreadsheetApp.getUi();
  const { title } = LINK_WORDS;
  const refusal = whyNot(opening);
  if (refusal !== null) {
    ui.alert(title, refusal, ui.ButtonSet.OK);
    return;
  }
  const isCopy = opening.kind === 'open' && opening.workbook.copyOf !== null;
  if (isCopy && ui.alert(title, COPY_WORDS.takeOver, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
  const page = HtmlService.createHtmlOutputFromFile('link').setWidth(SIZE.width).setHeight(SIZE.height);
  ui.showModalDialog(page, title);
}

function whyNot(opening: Opening): string | null {
  if (opening.kind !== 'open' || opening.workbook.book.own) return null;
  return opening.workbook.copyOf === null ? ACTION_WORDS.templateBook : COPY_WORDS.copy;
}
