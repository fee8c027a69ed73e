/** Puts the grid's own rules where the bound cells are now: after rows were bound anew, or where a person asks for them. */
import type { BookReading } from './book-reader.ts';
import { writeHomeMetadata } from './copies.ts';
import { isTrusted } from './layout.ts';
import { changeOutbox } from './outbox.ts';
import { type BuiltRules, putRules, putTemplateRules, tableOf, takeRulesOff } from './put-rules.ts';
import type { Book } from './records.ts';
import { sheetOf, type Workbook } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Of the sheets that have one of these tabs. Answers the book with what there is to know of them from then on, already written down.
 * @param keys a sheet of a person's own may have several tables, of which each is ruled anew.
 */
export function renewRules(workbook: Workbook, { tabs }: BookReading, keys: readonly string[]): Book {
  const { book, inputs } = workbook;
  const sheets = new Map<Sheet, ReturnType<typeof tableOf>[]>();
  for (const { tab, layout } of tabs) {
    const sheet = sheetOf(workbook, tab.key);
    if (sheet === null) continue;
    const table = tableOf(inputs, layout, (id) => isTrusted(layout, id));
    if (!book.own && keys.includes(tab.key)) putTemplateRules(sheet, table);
    else if (book.marked) sheets.set(sheet, [...(sheets.get(sheet) ?? []), table]);
  }
  const built: BuiltRules = new Map();
  let replaced = book.replaced;
  for (const [sheet, tables] of sheets) {
    const sheetId = sheet.getSheetId();
    if (!keys.some((key) => book.tabs[key]?.id === sheetId)) continue;
    takeRulesOff(sheet, replaced);
    for (const table of tables) replaced = [...putRules(sheet, table, replaced, built)];
  }
  if (replaced.length === book.replaced.length) return book;
  const renewed = { ...book, replaced };
  writeHomeMetadata(workbook.spreadsheet, renewed);
  changeOutbox(() => ({ book: renewed }));
  return renewed;
}
