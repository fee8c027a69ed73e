/** Sets a workbook up for one unit, or puts right one that is: tabs, formats, marks on rows, memory, triggers. Keeps every value. */

import { type Plan, unitOf } from '../../shared/plan.ts';
import { ensureCarrier } from './carrier.ts';
import { readHomeMetadata, writeHomeMetadata } from './copies.ts';
import { drawGuide, drawSummaryFrame } from './guide-tab.ts';
import { locate, marksOf } from './layout.ts';
import { writeMarks } from './line-marks.ts';
import { loadOutbox } from './outbox.ts';
import type { Book } from './records.ts';
import { resultTab } from './self-check/result-tab.ts';
import { GUIDE_TAB, type InputTab, inputTabsOf, SUMMARY_TAB } from './tabs.ts';
import { takeHome } from './take-home.ts';
import { templateBinding, templateSigns } from './template-binding.ts';
import { templateRows } from './template-rows.ts';
import type { BuiltValidations } from './template-rules.ts';
import { drawTab } from './template-tab.ts';
import { thePlan } from './the-plan.ts';
import { ACTION_WORDS, GUIDE_WORDS, TAB_NAMES } from './words.ts';
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
  const before = loadOutbox().book ?? readHomeMetadata(spreadsheet);
  const atHome = before !== null && before.home === id;
  if (before?.own === true) return { ok: false, message: ACTION_WORDS.linkedBook };
  if (atHome && before.unit !== unit.id) return { ok: false, message: ACTION_WORDS.otherUnit };
  const sample = request.sample || (before?.sample ?? false);
  const blank = onlyBlankSheet(spreadsheet);
  if (blank !== null) asVietnamese(spreadsheet);
  const tabs = drawTabs({
    spreadsheet,
    plan,
    unit: unit.id,
    unitName: unit.name,
    sample,
    known: before?.tabs ?? {},
    blank,
    validations: new Map(),
  });
  const book: Book = { home: id, unit: unit.id, sample, own: false, marked: false, replaced: [], tabs };
  writeHomeMetadata(spreadsheet, book);
  SpreadsheetApp.flush();
  return remember(workbookOf(spreadsheet, id, book, {}, null), atHome);
}

function remember(workbook: Workbook, atHome: boolean): SetUpOutcome {
  const outbox = takeHome(workbook, atHome, { bindings: {} });
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

interface Drawing {
  readonly spreadsheet: Spreadsheet;
  readonly plan: Plan;
  readonly unit: string;
  readonly unitName: string;
  readonly sample: boolean;
  readonly known: Book['tabs'];
  /** The one empty sheet of a new workbook, which becomes the guide. */
  readonly blank: Sheet | null;
  readonly validations: BuiltValidations;
}

function drawTabs(drawing: Drawing): Book['tabs'] {
  const { plan, unitName, sample, blank } = drawing;
  const tabs: Record<string, { id: number; name: string }> = {};
  const keep = (key: string, sheet: Sheet) => {
    tabs[key] = { id: sheet.getSheetId(), name: sheet.getName() };
  };
  if (blank !== null) blank.setName(TAB_NAMES.guide);
  const guide = blank ?? ownSheet(drawing, GUIDE_TAB, TAB_NAMES.guide);
  drawGuide(guide, GUIDE_WORDS.title(plan.resolution.commune), unitName, sample);
  keep(GUIDE_TAB, guide);
  for (const tab of inputTabsOf(plan)) keep(tab.key, inputSheet(drawing, tab));
  const known = knownSheet(drawing, SUMMARY_TAB);
  const summary = known ?? ownSheet(drawing, SUMMARY_TAB, TAB_NAMES.summary);
  if (known === null) drawSummaryFrame(summary);
  keep(SUMMARY_TAB, summary);
  drawing.spreadsheet.setActiveSheet(guide);
  return tabs;
}

/** A tab with inputs: drawn if it is new, bound anew by its labels if it is ours. */
function inputSheet(drawing: Drawing, tab: InputTab): Sheet {
  const { plan, unit, sample, validations } = drawing;
  const there = knownSheet(drawing, tab.key) ?? drawing.spreadsheet.getSheetByName(tab.name);
  if (there !== null && there.getLastRow() > 0) {
    const located = locate(there.getDataRange().getValues(), '', templateBinding(tab, templateSigns(plan, unit, tab)));
    const ours = Object.keys(located.columns).length === tab.periods.length && Object.keys(located.rows).length > 0;
    if (ours) {
      writeMarks(there, '', marksOf(located));
      return there;
    }
  }
  const sheet = there !== null && there.getLastRow() === 0 ? there : newSheet(drawing, tab.name);
  drawTab(sheet, { plan, unit, tab, rows: templateRows(plan, unit), sample, validations });
  return sheet;
}

function knownSheet({ spreadsheet, known }: Drawing, key: string): Sheet | null {
  const tab = known[key];
  return tab === undefined ? null : spreadsheet.getSheetById(tab.id);
}

/** Our sheet for a tab without inputs: the known one, an empty one of that name, or a new one. */
function ownSheet(drawing: Drawing, key: string, name: string): Sheet {
  const known = knownSheet(drawing, key);
  if (known !== null) return known;
  const named = drawing.spreadsheet.getSheetByName(name);
  return named !== null && named.getLastRow() === 0 ? named : newSheet(drawing, name);
}

/** At the end of the row of tabs; somebody else's tab keeps its name. */
function newSheet({ spreadsheet }: Drawing, name: string): Sheet {
  const free = spreadsheet.getSheetByName(name) === null ? name : TAB_NAMES.besides(name);
  return spreadsheet.insertSheet(free, spreadsheet.getNumSheets());
}
