/** The open workbook as a run sees it: whose it is, its tabs, what is remembered of it. */

import { inputsOf, type Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { readHomeMetadata, standingOf } from './copies.ts';
import { changeOutbox, loadOutbox, type Outbox } from './outbox.ts';
import type { Book } from './records.ts';
import { type InputTab, inputTabsOf } from './tabs.ts';
import { thePlan } from './the-plan.ts';
import { COPY_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A workbook that is set up, at home or as a copy. */
export interface Workbook {
  readonly spreadsheet: Spreadsheet;
  readonly id: string;
  readonly plan: Plan;
  readonly book: Book;
  readonly inputs: readonly InputDefinition[];
  readonly tabs: readonly InputTab[];
  /** The id of the workbook that this one is a copy of. */
  readonly copyOf: string | null;
}

export type Opening =
  | { readonly kind: 'open'; readonly workbook: Workbook; readonly outbox: Outbox }
  | { readonly kind: 'new'; readonly spreadsheet: Spreadsheet; readonly copyOf: string | null };

/** Opens the active spreadsheet; null where a run has none (a clock's run need not have one). */
export function openWorkbook(): Opening | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  // The types promise a spreadsheet; the platform gives null outside of one.
  if (!spreadsheet) return null;
  const id = spreadsheet.getId();
  const outbox = loadOutbox();
  const standing = standingOf(id, outbox.book, () => readHomeMetadata(spreadsheet));
  if (standing.kind === 'new') return { kind: 'new', spreadsheet, copyOf: strippedCopy(spreadsheet) };
  if (standing.kind === 'copy') return openCopy(spreadsheet, id, outbox, standing.of);
  const workbook = workbookOf(spreadsheet, id, standing.book, null);
  if (!standing.restored) return { kind: 'open', workbook, outbox };
  // The properties were lost: what the metadata says is put back, and the Worker is asked about each period as it is sent.
  return { kind: 'open', workbook, outbox: changeOutbox(() => ({ book: standing.book })) || outbox };
}

/** Our tabs without any memory of a home: a copy that lost both. Null for a workbook that is really new. */
function strippedCopy(spreadsheet: Spreadsheet): string | null {
  const [first] = inputTabsOf(thePlan());
  const there = first === undefined ? null : spreadsheet.getSheetByName(first.name);
  return there === null || there.getLastRow() === 0 ? null : COPY_WORDS.unknownHome;
}

function openCopy(spreadsheet: Spreadsheet, id: string, outbox: Outbox, of: string): Opening {
  const book = outbox.book ?? readHomeMetadata(spreadsheet);
  if (book === null) return { kind: 'new', spreadsheet, copyOf: of };
  return { kind: 'open', workbook: workbookOf(spreadsheet, id, book, of), outbox };
}

export function workbookOf(spreadsheet: Spreadsheet, id: string, book: Book, copyOf: string | null): Workbook {
  const plan = thePlan();
  return { spreadsheet, id, plan, book, inputs: inputsOf(plan, book.unit), tabs: inputTabsOf(plan), copyOf };
}

/** A tab by its id, whatever it is called now; null if it is gone. */
export function sheetOf(workbook: Workbook, key: string): Sheet | null {
  const known = workbook.book.tabs[key];
  return known === undefined ? null : workbook.spreadsheet.getSheetById(known.id);
}
