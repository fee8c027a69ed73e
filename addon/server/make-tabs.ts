/**
 * Makes a workbook's tabs, or completes those that a stopped run has left, or puts right what is there: every value is kept.
 * The first year's tab is drawn and, while it is still blank, copied for the others; nothing is taken for granted of a copy.
 */
import type { Plan } from '../../shared/plan.ts';
import type { BuiltValidations } from './cell-validations.ts';
import { drawGuide, drawSummaryFrame } from './guide-tab.ts';
import { knownSheet, newSheet, ownSheet } from './own-sheets.ts';
import type { Book, LayoutRecord } from './records.ts';
import { resultsLayout } from './results-rows.ts';
import { drawResults, resultsSubtitle } from './results-tab.ts';
import type { TabPlace } from './tab-cells.ts';
import { GUIDE_TAB, type InputTab, inputTabsOf, RESULTS_TAB, SUMMARY_TAB } from './tabs.ts';
import { areMarked, markPlaces, placesDrawn, placesIn } from './template-places.ts';
import { templateRows } from './template-rows.ts';
import { putTitle, standing, type TemplateContext } from './template-standing.ts';
import { drawTab, finishCopy, isDrawn, protectTab } from './template-tab.ts';
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
  if (known === null) drawSummaryFrame(making.spreadsheet, summary, making.plan.indicators.length);
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
    return { sheet: copy, layout: placesDrawn(context) };
  }
  const sheet = there !== null && empty ? there : newSheet(making, tab.name);
  shared.pattern = { sheet, periods: tab.periods.length };
  return drawn(sheet, context);
}

/** Draws a tab of ours to its end, or anew where its rules were lost; people who moved rows keep their order. Null: not ours. */
function putRight(making: Making, sheet: Sheet, context: TemplateContext): Placed | null {
  const { tab } = context;
  const values = sheet.getDataRange().getValues();
  const stands = standing(values, context);
  if (stands === 'torn' || (stands === 'whole' && !isDrawn(sheet, context))) return drawn(sheet, context);
  const layout = placesIn(values, context);
  if (layout === null) return null;
  if (stands === 'whole') putTitle(sheet, values, context);
  else protectTab(making.spreadsheet, sheet, Object.values(layout.rows), tab);
  if (!areMarked(sheet, layout, making.layoutOf(tab.key))) markPlaces(sheet, layout);
  return { sheet, layout };
}

function drawn(sheet: Sheet, context: TemplateContext): Placed {
  drawTab(sheet, context);
  return { sheet, layout: placesDrawn(context) };
}
