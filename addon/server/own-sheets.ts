/** Finds the sheets that are ours, and makes those that are not there, beside whatever else a workbook has. */
import type { Book } from './records.ts';
import { TAB_NAMES } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A workbook with what is remembered of its tabs. */
interface KnownTabs {
  readonly spreadsheet: Spreadsheet;
  readonly known: Book['tabs'];
}

/** The sheet of a tab by its id, whatever it is called now. */
export function knownSheet({ spreadsheet, known }: KnownTabs, key: string): Sheet | null {
  const tab = known[key];
  return tab === undefined ? null : spreadsheet.getSheetById(tab.id);
}

/** Our sheet for a tab without inputs: the known one, one of that name that is empty or has our words below its title, or a new one. */
export function ownSheet(book: KnownTabs, key: string, name: string, words: string | null, before?: number): Sheet {
  const known = knownSheet(book, key);
  if (known !== null) return known;
  const named = book.spreadsheet.getSheetByName(name);
  const ours = named !== null && (named.getLastRow() === 0 || named.getRange(2, 1).getValue() === words);
  return ours ? named : newSheet(book, name, before);
}

/** At the end of the row of tabs, or before the one with an index (from 1); somebody else's tab keeps its name. */
export function newSheet({ spreadsheet }: KnownTabs, name: string, before?: number, template?: Sheet): Sheet {
  const free = spreadsheet.getSheetByName(name) === null ? name : TAB_NAMES.besides(name);
  const at = before === undefined ? spreadsheet.getNumSheets() : before - 1;
  return template === undefined ? spreadsheet.insertSheet(free, at) : spreadsheet.insertSheet(free, at, { template });
}
