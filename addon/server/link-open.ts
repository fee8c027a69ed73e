/** What the dialog of a person's own workbook is told: her tabs as she sees them, and what is linked now. */
import type { LinkedTab, LinkOpening, LinkTab, Merge } from '../link-rpc.ts';
import { accountOfRun } from './identity.ts';
import { isTrusted } from './layout.ts';
import { loadOutbox } from './outbox.ts';
import { resultTab } from './self-check/result-tab.ts';
import { readTab } from './tab-reader.ts';
import { SUMMARY_TAB } from './tabs.ts';
import { ACTION_WORDS } from './words.ts';
import { openWorkbook, sheetOf, type Workbook } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A dialog takes no more: what lies beyond is no table for people to fill in. */
const MOST = { rows: 400, columns: 60, merges: 400 };
/** Each line is asked about on its own; what is left unasked counts as seen. */
const MOST_LINES_ASKED = 1500;

export function openLink(): LinkOpening {
  const opening = openWorkbook();
  if (opening === null) throw new Error(ACTION_WORDS.notSetUp);
  if (opening.kind === 'open' && !opening.workbook.book.own) throw new Error(ACTION_WORDS.templateBook);
  const spreadsheet = opening.kind === 'open' ? opening.workbook.spreadsheet : opening.spreadsheet;
  const workbook = opening.kind === 'open' ? opening.workbook : null;
  const summary = workbook === null ? null : sheetOf(workbook, SUMMARY_TAB);
  const ours = [summary, resultTab(spreadsheet)].map((sheet) => sheet?.getSheetId());
  const sheets = spreadsheet.getSheets().filter((sheet) => !ours.includes(sheet.getSheetId()));
  const asked = { left: MOST_LINES_ASKED };
  return {
    name: spreadsheet.getName(),
    locale: spreadsheet.getSpreadsheetLocale(),
    account: accountOfRun(),
    unit: workbook?.book.unit ?? null,
    tabs: sheets.map((sheet) => tabOf(sheet, asked)),
    linked: workbook === null ? [] : linkedIn(workbook),
    marked: workbook?.book.marked ?? false,
    summary: summary !== null,
  };
}

function tabOf(sheet: Sheet, asked: { left: number }): LinkTab {
  const [rows, columns] = [Math.min(sheet.getLastRow(), MOST.rows), Math.min(sheet.getLastColumn(), MOST.columns)];
  const told = { id: sheet.getSheetId(), name: sheet.getName(), hidden: sheet.isSheetHidden() };
  if (rows === 0 || columns === 0)
    return { ...told, texts: [], formulas: [], merges: [], hiddenRows: [], hiddenColumns: [] };
  const range = sheet.getRange(1, 1, rows, columns);
  return {
    ...told,
    texts: range.getDisplayValues(),
    formulas: range.getFormulas().map((row) => row.map((formula) => formula !== '')),
    merges: range.getMergedRanges().slice(0, MOST.merges).flatMap(mergeOf),
    hiddenRows: hidden(rows, asked, (row) => sheet.isRowHiddenByUser(row)),
    hiddenColumns: hidden(columns, asked, (column) => sheet.isColumnHiddenByUser(column)),
  };
}

function hidden(count: number, asked: { left: number }, isHidden: (line: number) => boolean): readonly number[] {
  const lines: number[] = [];
  for (let line = 1; line <= count && asked.left > 0; line++, asked.left--) if (isHidden(line)) lines.push(line);
  return lines;
}

/** One call a merge: its name says all. */
function mergeOf(range: GoogleAppsScript.Spreadsheet.Range): readonly Merge[] {
  const [first, last] = range.getA1Notation().split(':').map(cellNumbers);
  if (first == null || last == null) return [];
  const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
  return [{ ...first, rows, columns }];
}

/** Row and column of a cell's name, "AA10". */
function cellNumbers(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', row] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  if (row === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** Only what stands where it was bound. */
function linkedIn(workbook: Workbook): readonly LinkedTab[] {
  const outbox = loadOutbox();
  return workbook.tabs.flatMap((tab) => {
    const { layout, missing } = readTab(workbook, tab, outbox);
    const id = workbook.book.tabs[tab.key]?.id;
    if (missing || id === undefined) return [];
    const trusted = (places: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(places).filter(([line]) => isTrusted(layout, line)));
    const { labelColumn, rows, columns } = layout;
    return [{ id, labelColumn, rows: trusted(rows), columns: trusted(columns) }];
  });
}
