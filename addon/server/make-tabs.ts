/**
 * Makes a workbook's tabs, or completes those that a stopped run has left, or puts right what is there: every value is kept.
 * The first year's tab is drawn and, while it is still blank, copied for the others; nothing is taken for granted of a copy.
 */
import { inputsOf, type Plan } from '../../shared/plan.ts';
import { drawGuide, drawSummaryFrame } from './guide-tab.ts';
import { type Located, locate, placementOf } from './layout.ts';
import type { Book, LayoutRecord } from './records.ts';
import type { TabPlace } from './results-formulas.ts';
import { resultsLayout } from './results-rows.ts';
import { drawResults, resultsSubtitle } from './results-tab.ts';
import { countRowMarks, writeRowMarks } from './row-marks.ts';
import { GUIDE_TAB, type InputTab, inputTabsOf, RESULTS_TAB, SUMMARY_TAB } from './tabs.ts';
import { templateRows, templateTexts } from './template-rows.ts';
import { drawTab, finishCopy, isDrawn, protectTab, putTitle, standing, type TemplateContext } from './template-tab.ts';
import type { BuiltValidations } from './template-validations.ts';
import { GUIDE_WORDS, TAB_NAMES } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Making {
  readonly spreadsheet: Spreadsheet;
  readonly plan: Plan;
  readonly unit: string;
  readonly unitName: string;
  readonly sample: boolean;
  readonly known: Book['tabs'];
  /** Where a tab's rows were found last, and that their marks agreed there; null where nothing is remembered. */
  readonly layoutOf: (tab: string) => LayoutRecord | null;
  /** The one empty sheet of a new workbook, which becomes the guide. */
  readonly blank: Sheet | null;
}

/** `layouts`: where the rows and columns of each tab with inputs are now, with their marks. */
export interface Made {
  readonly tabs: Book['tabs'];
  readonly layouts: Readonly<Record<string, LayoutRecord>>;
}

/** What the tabs of one run share. */
interface Shared {
  readonly validations: BuiltValidations;
  /** A year's tab that this run has drawn: blank, so that it may be copied. */
  pattern: { readonly sheet: Sheet; readonly periods: number } | null;
}

interface Placed {
  readonly sheet: Sheet;
  readonly layout: LayoutRecord;
}

export function makeTabs(making: Making): Made {
  const tabs: Record<string, { id: number; name: string }> = {};
  const layouts: Record<string, LayoutRecord> = {};
  const places: TabPlace[] = [];
  const keep = (key: string, sheet: Sheet): string => {
    const name = sheet.getName();
    tabs[key] = { id: sheet.getSheetId(), name };
    return name;
  };
  const guide = makeGuide(making);
  keep(GUIDE_TAB, guide);
  const shared: Shared = { validations: new Map(), pattern: null };
  for (const tab of inputTabsOf(making.plan)) {
    const { sheet, layout } = makeInputTab(making, shared, tab);
    places.push({ tab, name: keep(tab.key, sheet), located: layout });
    layouts[tab.key] = layout;
  }
  const known = knownSheet(making, SUMMARY_TAB);
  if (resultsLayout(making.plan, making.unit).rows.length > 0)
    keep(RESULTS_TAB, makeResults(making, places, known?.getIndex()));
  const summary = known ?? ownSheet(making, SUMMARY_TAB, TAB_NAMES.summary, null);
  if (known === null) drawSummaryFrame(making.spreadsheet, summary);
  keep(SUMMARY_TAB, summary);
  making.spreadsheet.setActiveSheet(guide);
  return { tabs, layouts };
}

function makeGuide(making: Making): Sheet {
  const { spreadsheet, plan, unitName, sample, blank } = making;
  if (blank !== null) blank.setName(TAB_NAMES.guide);
  const guide = blank ?? ownSheet(making, GUIDE_TAB, TAB_NAMES.guide, GUIDE_WORDS.unit);
  drawGuide(spreadsheet, guide, GUIDE_WORDS.title(plan.resolution.commune), unitName, sample);
  return guide;
}

/** `before`: the tab "Tổng hợp" of an older workbook, which has none of the results yet. */
function makeResults(making: Making, places: readonly TabPlace[], before: number | undefined): Sheet {
  const sheet = ownSheet(making, RESULTS_TAB, TAB_NAMES.results, resultsSubtitle(making), before);
  drawResults(sheet, { ...making, places });
  return sheet;
}

/** A tab with inputs: put right if it is ours, else made. */
function makeInputTab(making: Making, shared: Shared, tab: InputTab): Placed {
  const { spreadsheet, plan, unit, sample } = making;
  const rows = templateRows(plan, unit);
  const context = { spreadsheet, plan, unit, tab, rows, sample, validations: shared.validations };
  const there = knownSheet(making, tab.key) ?? spreadsheet.getSheetByName(tab.name);
  const empty = there === null || there.getLastRow() === 0;
  const ours = empty ? null : putRight(making, there, context);
  if (ours !== null) return ours;
  const { pattern } = shared;
  if (there === null && pattern !== null && pattern.periods === tab.periods.length) {
    const copy = newSheet(making, tab.name, undefined, pattern.sheet);
    finishCopy(copy, context);
    return { sheet: copy, layout: drawnLayout(context) };
  }
  const sheet = there !== null && empty ? there : newSheet(making, tab.name);
  drawTab(sheet, context);
  shared.pattern = { sheet, periods: tab.periods.length };
  return { sheet, layout: drawnLayout(context) };
}

/** Draws a tab of ours to its end, or anew where its rules were lost; people who moved rows keep their order. Null: not ours. */
function putRight(making: Making, sheet: Sheet, context: TemplateContext): Placed | null {
  const { tab } = context;
  const values = sheet.getDataRange().getValues();
  const located = locate(values, inputsOf(making.plan, making.unit), tab.periods);
  const marks = Object.entries(located.rows).map(([input, row]) => ({ input, row }));
  const stands = standing(values, context);
  if (stands === 'moved') {
    if (located.headless.length > 0 || marks.length === 0) return null;
    const rows = marks.map(({ row }) => row);
    protectTab(making.spreadsheet, sheet, rows, tab);
  } else {
    if (stands === 'torn' || !isDrawn(sheet, context)) {
      drawTab(sheet, context);
      return { sheet, layout: drawnLayout(context) };
    }
    putTitle(sheet, values, context);
  }
  if (!areMarked(making, sheet, tab, located)) writeRowMarks(sheet, marks);
  return { sheet, layout: layoutWith(located) };
}

/** Whether the marks agreed with the labels where they are now, and are all there still. */
function areMarked({ layoutOf }: Making, sheet: Sheet, tab: InputTab, located: Located): boolean {
  const known = layoutOf(tab.key);
  if (known === null || known.disagreeing.length > 0) return false;
  const same = placementOf({ ...known, headless: [] }) === placementOf(located);
  return same && countRowMarks(sheet) === Object.keys(located.rows).length;
}

function drawnLayout({ plan, unit, tab, rows, sample }: TemplateContext): LayoutRecord {
  return layoutWith(locate(templateTexts(plan, unit, tab, rows, sample), inputsOf(plan, unit), tab.periods));
}

function layoutWith({ rows, columns, lost }: Located): LayoutRecord {
  return { rows: { ...rows }, columns: { ...columns }, lost: [...lost], disagreeing: [] };
}

function knownSheet({ spreadsheet, known }: Making, key: string): Sheet | null {
  const tab = known[key];
  return tab === undefined ? null : spreadsheet.getSheetById(tab.id);
}

/** Our sheet for a tab without inputs: the known one, one of that name that is empty or has our words below its title, or a new one. */
function ownSheet(making: Making, key: string, name: string, words: string | null, before?: number): Sheet {
  const known = knownSheet(making, key);
  if (known !== null) return known;
  const named = making.spreadsheet.getSheetByName(name);
  const ours = named !== null && (named.getLastRow() === 0 || named.getRange(2, 1).getValue() === words);
  return ours ? named : newSheet(making, name, before);
}

/** At the end of the row of tabs, or before the one with an index (from 1); somebody else's tab keeps its name. */
function newSheet({ spreadsheet }: Making, name: string, before?: number, template?: Sheet): Sheet {
  const free = spreadsheet.getSheetByName(name) === null ? name : TAB_NAMES.besides(name);
  const at = before === undefined ? spreadsheet.getNumSheets() : before - 1;
  return template === undefined ? spreadsheet.insertSheet(free, at) : spreadsheet.insertSheet(free, at, { template });
}
