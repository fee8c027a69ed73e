/** Links a person's own workbook as it is: touches nothing of her sheets but metadata, and the bound cells' rules if she asks. */
import { unitOf } from '../../shared/plan.ts';
import type { LinkAnswer, LinkRequest } from '../link-rpc.ts';
import { writeBinding } from './binding-metadata.ts';
import { readTabs } from './book-reader.ts';
import { ensureCarrier } from './carrier.ts';
import { readHomeMetadata, writeHomeMetadata } from './copies.ts';
import { marksOf } from './layout.ts';
import { writeMarks } from './line-marks.ts';
import { type LinkPlan, type PlannedTab, planLink } from './link-check.ts';
import { clearOurMetadata, clearOurRules } from './link-release.ts';
import { makeSummaryTab } from './link-summary.ts';
import { changeOutbox, loadOutbox, type Outbox } from './outbox.ts';
import type { Book, PeriodRecord } from './records.ts';
import { renewRules } from './renew-rules.ts';
import { layoutWith } from './tab-reader.ts';
import { SUMMARY_TAB } from './tabs.ts';
import { takeHome } from './take-home.ts';
import { thePlan } from './the-plan.ts';
import { ACTION_WORDS, COPY_WORDS, LINK_WORDS } from './words.ts';
import { isForeignLocale, marksScope, tabsOf, type Workbook, workbookOf } from './workbook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export function bindLink(request: LinkRequest): LinkAnswer {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const plan = thePlan();
  const unit = unitOf(plan, request.unit);
  if (unit === undefined) return refused(ACTION_WORDS.unknownUnit);
  const before = loadOutbox().book ?? readHomeMetadata(spreadsheet);
  const atHome = before !== null && before.home === spreadsheet.getId();
  if (before?.own === false) return refused(atHome ? ACTION_WORDS.templateBook : COPY_WORDS.copy);
  if (atHome && before.unit !== unit.id) return refused(LINK_WORDS.otherUnit);
  const planned = planLink(spreadsheet, plan, request);
  if (!planned.ok) return planned;
  if (before?.marked === true) clearOurRules(spreadsheet, before.replaced);
  clearOurMetadata(spreadsheet);
  const workbook = workbookOf(spreadsheet, spreadsheet.getId(), ...bookOf(spreadsheet, request, before, planned), null);
  for (const tab of planned.tabs) markTab(workbook, tab);
  writeHomeMetadata(spreadsheet, workbook.book);
  SpreadsheetApp.flush();
  const outbox = takeHome(workbook, atHome, { bindings: bindingsOf(planned), layouts: layoutsOf(planned) });
  if (outbox === null) return refused(ACTION_WORDS.busy);
  const keys = workbook.tabs.map(({ key }) => key);
  if (request.marked) renewRules(workbook, readTabs(workbook, outbox, workbook.tabs), keys);
  leaveUnbound(workbook, outbox);
  ensureCarrier(workbook, outbox);
  return { ok: true, message: doneWords(workbook) };
}

function bookOf(
  spreadsheet: Spreadsheet,
  { unit, marked, summary }: LinkRequest,
  before: Book | null,
  planned: LinkPlan & { ok: true },
): [Book, ReturnType<typeof bindingsOf>] {
  const tabs = Object.fromEntries(
    planned.tabs.map(({ key, sheet, name }) => [key, { id: sheet.getSheetId(), name }] as const),
  );
  const known = before?.tabs[SUMMARY_TAB];
  const there = known === undefined ? null : spreadsheet.getSheetById(known.id);
  const made = there ?? (summary === true ? makeSummaryTab(spreadsheet) : null);
  const own = made === null ? {} : { [SUMMARY_TAB]: { id: made.getSheetId(), name: made.getName() } };
  const sample = before?.sample ?? false;
  const home = spreadsheet.getId();
  const book = { home, unit, sample, own: true, marked, replaced: [], tabs: { ...tabs, ...own } };
  return [book, bindingsOf(planned)];
}

function bindingsOf({ tabs }: LinkPlan & { ok: true }) {
  return Object.fromEntries(tabs.map(({ key, binding }) => [key, binding] as const));
}

/** As they were just marked: nothing need be read back. */
function layoutsOf({ tabs }: LinkPlan & { ok: true }) {
  const layouts = tabs.map(({ key, binding, placed }) => {
    const located = { ...placed, labelColumn: binding.labelColumn, lost: [] };
    return [key, layoutWith(located, [])] as const;
  });
  return Object.fromEntries(layouts);
}

function markTab(workbook: Workbook, { key, sheet, binding, placed }: PlannedTab): void {
  const tab = workbook.tabs.find((one) => one.key === key);
  if (tab !== undefined) writeMarks(sheet, marksScope(tab), marksOf(placed));
  writeBinding(sheet, key, binding);
}

/** A period that has no column any more is not read and not sent: nothing of it waits. */
function leaveUnbound(workbook: Workbook, outbox: Outbox): void {
  const records: Record<string, PeriodRecord> = {};
  for (const period of workbook.plan.periods) {
    const record = outbox.record(period);
    if (tabsOf(workbook, period).length > 0 || (!record.waiting && record.trouble === null)) continue;
    records[period] = { ...record, waiting: false, trouble: null };
  }
  if (Object.keys(records).length > 0) changeOutbox(() => ({ records }));
}

function doneWords({ tabs, inputs, plan, spreadsheet }: Workbook): string {
  const bound = inputs.filter(({ id }) => tabs.some(({ binding }) => binding.rows[id] !== undefined));
  const periods = plan.periods.filter((period) => tabs.some((tab) => tab.periods.includes(period)));
  const done = LINK_WORDS.done(bound.length, inputs.length, periods.length);
  const locale = spreadsheet.getSpreadsheetLocale();
  return isForeignLocale(locale) ? `${done} ${LINK_WORDS.foreign(locale)}` : done;
}

function refused(message: string): LinkAnswer {
  return { ok: false, message };
}
