/** Bindings in the sheets' own metadata, beside the properties: either may be lost. */
import * as v from 'valibot';
import { type Bindings, type TabBinding, TabBindingSchema } from './bindings.ts';
import { parseJson } from './json-text.ts';
import type { Book } from './records.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'chi-tieu.binding';
const EntrySchema = v.object({ tab: v.string(), binding: TabBindingSchema });

/** Those of the book's tabs; what a duplicated sheet brought along is of no tab. */
export function readBindings(spreadsheet: Spreadsheet, book: Book): Bindings {
  const bindings: Record<string, TabBinding> = {};
  for (const item of spreadsheet.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const entry = v.safeParse(EntrySchema, parseJson(item.getValue() ?? ''));
    const sheet = item.getLocation().getSheet()?.getSheetId();
    if (entry.success && book.tabs[entry.output.tab]?.id === sheet) bindings[entry.output.tab] = entry.output.binding;
  }
  return bindings;
}

/** Null takes it away. */
export function writeBinding(sheet: Sheet, tab: string, binding: TabBinding | null): void {
  for (const old of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) {
    const entry = v.safeParse(EntrySchema, parseJson(old.getValue() ?? ''));
    if (!entry.success || entry.output.tab === tab) old.remove();
  }
  if (binding === null) return;
  const visibility = SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT;
  sheet.addDeveloperMetadata(KEY, JSON.stringify({ tab, binding }), visibility);
}
