/** Sets a workbook up for one unit, or puts right one that is: tabs, formats, marks on rows, memory, triggers. Keeps every value. */

import { unitOf } from '../../shared/plan.ts';
import { ensureCarrier } from './carrier.ts';
import { readHomeMetadata, writeHomeMetadata } from './copies.ts';
import { type Made, makeTabs } from './make-tabs.ts';
import { loadOutbox } from './outbox.ts';
import type { Book } from './records.ts';
import { resultTab } from './self-check/result-tab.ts';
import { takeHome } from './take-home.ts';
import { thePlan } from './the-plan.ts';
import { ACTION_WORDS } from './words.ts';
import { type Workbook, workbookOf } from './workbook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface SetUpRequest {
  readonly unit: string;
  readonly sample: boolean;
}

export type SetUpOutcome =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly message: string };

export function setUp(spreadsheet: Spreadsheet, request: SetUpRequest): SetUpOutcome {
  const plan = thePlan();
  const unit = unitOf(plan, request.unit);
  if (unit === undefined) return { ok: false, message: ACTION_WORDS.unknownUnit };
  const id = spreadsheet.getId();
  const outbox = loadOutbox();
  const before = outbox.book ?? readHomeMetadata(spreadsheet);
  const atHome = before !== null && before.home === id;
  if (before?.own === true) return { ok: false, message: ACTION_WORDS.linkedBook };
  if (atHome && before.unit !== unit.id) return { ok: false, message: ACTION_WORDS.otherUnit };
  const sample = request.sample || (before?.sample ?? false);
  const blank = onlyBlankSheet(spreadsheet);
  if (blank !== null) asVietnamese(spreadsheet);
  // Before the tabs: a run that is stopped among them leaves a workbook whose unit is known, and not what looks like a copy.
  if (before === null) writeHomeMetadata(spreadsheet, bookOf(id, unit.id, sample, {}));
  const { tabs, layouts } = makeTabs({
    spreadsheet,
    plan,
    unit: unit.id,
    unitName: unit.name,
    sample,
    known: before?.tabs ?? {},
    layoutOf: (tab) => (atHome ? outbox.layout(tab) : null),
    blank,
  });
  const book = bookOf(id, unit.id, sample, tabs);
  writeHomeMetadata(spreadsheet, book);
  SpreadsheetApp.flush();
  return remember(workbookOf(spreadsheet, id, book, {}, null), layouts, atHome);
}

/** A workbook that the template made. */
function bookOf(home: string, unit: string, sample: boolean, tabs: Book['tabs']): Book {
  return { home, unit, sample, own: false, marked: false, replaced: [], tabs };
}

function remember(workbook: Workbook, layouts: Made['layouts'], atHome: boolean): SetUpOutcome {
  const outbox = takeHome(workbook, atHome, { bindings: {}, layouts });
  if (outbox === null) return { ok: false, message: ACTION_WORDS.busy };
  ensureCarrier(workbook, outbox);
  return { ok: true, workbook };
}

/** A technician may have run the self-check first: its tab does not make the workbook somebody's own. */
function onlyBlankSheet(spreadsheet: Spreadsheet): Sheet | null {
  const checked = resultTab(spreadsheet)?.getSheetId();
  const [only, ...others] = spreadsheet.getSheets().filter((sheet) => sheet.getSheetId() !== checked);
  return only !== undefined && others.length === 0 && only.getLastRow() === 0 ? only : null;
}

/** Only where nothing is there yet: in a person's own workbook the locale decides what her numbers mean. */
function asVietnamese(spreadsheet: Spreadsheet): void {
  spreadsheet.setSpreadsheetLocale('vi_VN');
  spreadsheet.setSpreadsheetTimeZone('Asia/Ho_Chi_Minh');
}
