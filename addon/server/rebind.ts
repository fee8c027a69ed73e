/** Binds displaced rows and columns where the person says that they are, and goes on reading and sending. */
import type { OpeningState, RebindRequest } from '../rpc.ts';
import { writeBinding } from './binding-metadata.ts';
import type { Bindings, TabBinding } from './bindings.ts';
import { readTabs } from './book-reader.ts';
import { displacedIn, type TabNow, tabNow } from './displaced.ts';
import { bindLines, locate, type Mark, marksOf, type Placed } from './layout.ts';
import { writeMarks } from './line-marks.ts';
import { changeOutbox } from './outbox.ts';
import { renewRules } from './renew-rules.ts';
import { openSidebarState } from './sidebar-open.ts';
import { layoutWith } from './tab-reader.ts';
import { ACTION_WORDS, COPY_WORDS, DISPLACED_WORDS } from './words.ts';
import { type BoundTab, marksScope, openWorkbook, sheetOf } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Place = RebindRequest['places'][number];

export function rebind({ places }: RebindRequest): OpeningState {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') throw new Error(ACTION_WORDS.notSetUp);
  const { workbook, outbox } = opening;
  if (workbook.copyOf !== null) throw new Error(COPY_WORDS.copy);
  const plans = workbook.tabs.flatMap((tab) => {
    const own = places.filter((place) => place.tab === tab.key);
    const sheet = own.length === 0 ? null : sheetOf(workbook, tab.key);
    return sheet === null ? [] : [planned(sheet, tab, own)];
  });
  for (const { sheet, tab, marks, binding } of plans) {
    writeMarks(sheet, marksScope(tab), marks);
    writeBinding(sheet, tab.key, binding);
  }
  remember(outbox.bindings, plans);
  ruleAnew(plans.map(({ tab }) => tab.key));
  return openSidebarState({ via: 'person', editors: null, urgent: true, submit: false });
}

/** With the rows and columns as they are bound now. */
function ruleAnew(keys: readonly string[]): void {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') return;
  const { workbook, outbox } = opening;
  renewRules(workbook, readTabs(workbook, outbox, workbook.tabs), keys);
}

interface Rebinding {
  readonly sheet: Sheet;
  readonly tab: BoundTab;
  readonly binding: TabBinding;
  readonly placed: Placed;
  readonly marks: readonly Mark[];
}

/** What is to be written, decided for all tabs before the first is touched. Throws what the person must put right. */
function planned(sheet: Sheet, tab: BoundTab, places: readonly Place[]): Rebinding {
  const now = tabNow(sheet, tab);
  const astray = displacedIn(tab, now).map(({ id }) => id);
  const located = locate(now.values, now.name, tab.binding);
  const known = (of: Placed['rows']) => Object.entries(of).filter(([id]) => !astray.includes(id));
  const said = (line: Place['line']) =>
    places.flatMap(({ id, at, line: its }) => (its === line && at !== null ? [[id, at] as const] : []));
  const placed: Placed = {
    rows: Object.fromEntries([...known(located.rows), ...said('row')]),
    columns: Object.fromEntries([...known(located.columns), ...said('column')]),
  };
  for (const line of [placed.rows, placed.columns]) requireDistinct(line);
  const left = astray.filter((id) => !places.some((place) => place.id === id));
  const gone = places.filter(({ at }) => at === null).map(({ id }) => id);
  const marks = [...marksOf(placed), ...now.marks.filter(({ id }) => left.includes(id))];
  const binding = boundAnew({ ...tab.binding, labelColumn: located.labelColumn }, now, placed, gone);
  return { sheet, tab, placed, marks, binding };
}

/** Every sign of the tab anew, for what stood above a label may have moved too; of what is left alone as it was. */
function boundAnew(binding: TabBinding, now: TabNow, placed: Placed, gone: readonly string[]): TabBinding {
  const bound = bindLines(now.values, now.name, binding, placed);
  if ('nameless' in bound) throw new Error(DISPLACED_WORDS.nameless(now.name, bound.nameless.at));
  const kept = <T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries({ ...before, ...after }).filter(([id]) => !gone.includes(id)));
  return {
    ...binding,
    rows: kept(binding.rows, bound.binding.rows),
    columns: kept(binding.columns, bound.binding.columns),
  };
}

function requireDistinct(places: Placed['rows']): void {
  const all = Object.values(places);
  const twice = all.find((at, index) => all.indexOf(at) !== index);
  if (twice !== undefined) throw new Error(DISPLACED_WORDS.twice(twice));
}

function remember(before: Bindings, plans: readonly Rebinding[]): void {
  const bindings = Object.fromEntries(plans.map(({ tab, binding }) => [tab.key, binding]));
  const layouts = Object.fromEntries(plans.map((plan) => [plan.tab.key, layoutAfter(plan)]));
  const changed = changeOutbox(() => ({ bindings: { ...before, ...bindings }, layouts }));
  if (changed === false) throw new Error(ACTION_WORDS.busy);
}

/** As it was just marked; where something is left to be confirmed, it is found out anew. */
function layoutAfter({ binding, placed }: Rebinding) {
  const bound = [...Object.keys(binding.rows), ...Object.keys(binding.columns)];
  const isWhole = bound.every((id) => placed.rows[id] !== undefined || placed.columns[id] !== undefined);
  const { labelColumn } = binding;
  return isWhole ? layoutWith({ ...placed, labelColumn, lost: [] }, []) : null;
}
