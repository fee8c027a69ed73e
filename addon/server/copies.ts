/** Whether this spreadsheet is the one that was set up, or a copy of it: a copy sends nothing. */
import * as v from 'valibot';
import { parseJson } from './json-text.ts';
import { type Book, BookSchema } from './records.ts';

/** Key of the spreadsheet's own metadata, which says what the properties say: either may be lost, or come along with a copy. */
const HOME_KEY = 'chi-tieu.workbook';

export type Standing = { readonly kind: 'home' | 'copy'; readonly book: Book } | { readonly kind: 'new' };

/** Decides by the properties' record and, only where that is missing, by the spreadsheet's metadata. */
export function standingOf(id: string, book: Book | null, metadata: () => Book | null): Standing {
  const known = book ?? metadata();
  if (known === null) return { kind: 'new' };
  return { kind: known.home === id ? 'home' : 'copy', book: known };
}

export function readHomeMetadata(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Book | null {
  for (const item of homeMetadata(spreadsheet)) {
    const parsed = v.safeParse(BookSchema, parseJson(item.getValue() ?? ''));
    if (parsed.success) return parsed.output;
  }
  return null;
}

export function writeHomeMetadata(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, book: Book): void {
  for (const item of homeMetadata(spreadsheet)) item.remove();
  spreadsheet.addDeveloperMetadata(HOME_KEY, JSON.stringify(book), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

function homeMetadata(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  return spreadsheet.createDeveloperMetadataFinder().withKey(HOME_KEY).find();
}
