/** The open workbook as a run sees it: whose it is, its tabs, what is remembered of it. */

import type { Period } from '../../shared/periods.ts';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { readBindings } from './binding-metadata.ts';
import type { Bindings, TabBinding } from './bindings.ts';
import { readHomeMetadata, standingOf } from './copies.ts';
import { changeOutbox, loadOutbox, type Outbox } from './outbox.ts';
import type { Book } from './records.ts';
import { inputTabsOf } from './tabs.ts';
import { templateBinding, templateSigns } from './template-binding.ts';
import { thePlan } from './the-plan.ts';
import { COPY_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A table with inputs, in a tab of our template or of a person's own, and the periods that are its columns. */
export interface BoundTab {
  readonly key: string;
  readonly periods: readonly Period[];
  readonly binding: TabBinding;
}

/** A workbook that is set up, at home or as a copy. */
export interface Workbook {
  readonly spreadsheet: Spreadsheet;
  readonly id: string;
  readonly plan: Plan;
  readonly book: Book;
  readonly inputs: readonly InputDefinition[];
  readonly tabs: readonly BoundTab[];
  /** The spreadsheet reads what is typed with other marks than Vietnamese ones: "1.180" is 1.18 there. */
  readonly isForeign: () => boolean;
  /** The id of the workbook that this one is a copy of. */
  readonly copyOf: string | null;
}

export type Opening =
  | { readonly kind: 'open'; readonly workbook: Workbook; readonly outbox: Outbox }
  | { readonly kind: 'new'; readonly spreadsheet: Spreadsheet; readonly copyOf: string | null };

/** Opens the active spreadsheet; null where a run has none (a clock's run need not have one). */
export function openWorkbook(load: () => Outbox = loadOutbox): Opening | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  // The types promise a spreadsheet; the platform gives null outside of one.
  if (!spreadsheet) return null;
  const id = spreadsheet.getId();
  const outbox = load();
  const standing = standingOf(id, outbox.book, () => readHomeMetadata(spreadsheet));
  if (standing.kind === 'new') return { kind: 'new', spreadsheet, copyOf: strippedCopy(spreadsheet) };
  const { book } = standing;
  const copyOf = standing.kind === 'copy' ? book.home : null;
  const kept = outbox.bindings;
  const forgotten = outbox.book === null || (book.own && Object.keys(kept).length === 0);
  const bindings = forgotten ? readBindings(spreadsheet, book) : kept;
  const workbook = workbookOf(spreadsheet, id, book, bindings, copyOf);
  if (!forgotten || copyOf !== null) return { kind: 'open', workbook, outbox };
  // The properties were lost: what the metadata says is put back, and the Worker is asked about each period as it is sent.
  return { kind: 'open', workbook, outbox: changeOutbox(() => ({ book, bindings })) || outbox };
}

/** Our tabs without any memory of a home: a copy that lost both. Null for a workbook that is really new. */
function strippedCopy(spreadsheet: Spreadsheet): string | null {
  const [first] = inputTabsOf(thePlan());
  const there = first === undefined ? null : spreadsheet.getSheetByName(first.name);
  return there === null || there.getLastRow() === 0 ? null : COPY_WORDS.unknownHome;
}

export function workbookOf(
  spreadsheet: Spreadsheet,
  id: string,
  book: Book,
  bindings: Bindings,
  copyOf: string | null,
): Workbook {
  const plan = thePlan();
  const tabs = book.own ? ownTabs(plan, bindings) : templateTabs(plan, book.unit, bindings);
  let locale: string | undefined;
  const isForeign = (): boolean => {
    locale ??= spreadsheet.getSpreadsheetLocale();
    return isForeignLocale(locale);
  };
  return { spreadsheet, id, plan, book, inputs: inputsOf(plan, book.unit), tabs, isForeign, copyOf };
}

export function isForeignLocale(locale: string): boolean {
  return !/^vi(?:_|$)/i.test(locale);
}

/** What a person has confirmed of a tab counts more than what the resolution says. */
function templateTabs(plan: Plan, unit: string, bindings: Bindings): readonly BoundTab[] {
  let signs: TabBinding['rows'] | undefined;
  return inputTabsOf(plan).map((tab) => {
    if (bindings[tab.key] === undefined) signs ??= templateSigns(plan, unit, tab);
    const binding = bindings[tab.key] ?? templateBinding(tab, signs ?? {});
    return { key: tab.key, periods: tab.periods.filter((period) => binding.columns[period] !== undefined), binding };
  });
}

function ownTabs(plan: Plan, bindings: Bindings): readonly BoundTab[] {
  return Object.entries(bindings).map(([key, binding]) => ({
    key,
    periods: plan.periods.filter((period) => binding.columns[period] !== undefined),
    binding,
  }));
}

/** The tabs that a period's figures stand in; none where it is not bound. */
export function tabsOf(workbook: Workbook, period: Period): readonly BoundTab[] {
  return workbook.tabs.filter((tab) => tab.periods.includes(period));
}

/** A tab by its id, whatever it is called now; null if it is gone. */
export function sheetOf(workbook: Workbook, key: string): Sheet | null {
  const known = workbook.book.tabs[key];
  return known === undefined ? null : workbook.spreadsheet.getSheetById(known.id);
}

/** What tells a tab's marks from another's in the same sheet; the template has one table a sheet. */
export function marksScope({ key, binding }: BoundTab): string {
  return binding.own ? key : '';
}
