/** Whether what the dialog asks for can be linked: decided for all of it, before anything is touched. */
import { isPeriod } from '../../shared/periods.ts';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import { periodName } from '../../shared/words.ts';
import type { LinkedTab, LinkRequest } from '../link-rpc.ts';
import type { TabBinding } from './bindings.ts';
import { bindLines, locate, type Placed } from './layout.ts';
import { LINK_WORDS } from './words.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One table as it will be bound. */
export interface PlannedTab {
  readonly key: string;
  readonly sheet: Sheet;
  readonly name: string;
  readonly binding: TabBinding;
  readonly placed: Placed;
}

export type LinkPlan =
  | { readonly ok: true; readonly tabs: readonly PlannedTab[] }
  | { readonly ok: false; readonly message: string };

export function planLink(spreadsheet: Spreadsheet, plan: Plan, request: LinkRequest): LinkPlan {
  const tabs: PlannedTab[] = [];
  const cells = new Set<string>();
  const asked = request.tabs.filter(({ rows, columns }) => Math.min(countOf(rows), countOf(columns)) > 0);
  if (asked.length === 0) return refused(LINK_WORDS.nothing);
  for (const linked of asked) {
    const wrong = strangeIn(plan, request.unit, linked) ?? claimedTwice(plan, linked, cells);
    if (wrong !== null) return refused(wrong);
    const sheet = spreadsheet.getSheetById(linked.id);
    if (sheet === null) return refused(LINK_WORDS.noTab);
    const planned = plannedTab(sheet, linked, tabs.filter((tab) => tab.sheet.getSheetId() === linked.id).length);
    if ('message' in planned) return refused(planned.message);
    tabs.push(planned);
  }
  return { ok: true, tabs };
}

/** `before`: tables of the same sheet that are planned already. */
function plannedTab(sheet: Sheet, linked: LinkedTab, before: number): PlannedTab | { readonly message: string } {
  const name = sheet.getName();
  const values = sheet.getDataRange().getValues();
  const placed: Placed = { rows: linked.rows, columns: linked.columns };
  const bound = bindLines(values, name, { labelColumn: linked.labelColumn, own: true }, placed);
  if ('nameless' in bound) return { message: LINK_WORDS.nameless(name, bound.nameless.at) };
  const { binding } = bound;
  const found = locate(values, name, binding);
  // What cannot be found again where it is now would not be found later either.
  if (found.lost.length > 0 || !isSame(found, placed)) return { message: LINK_WORDS.notFoundAgain(name) };
  const key = before === 0 ? `t${linked.id}` : `t${linked.id}-${before + 1}`;
  return { key, sheet, name, binding, placed };
}

/** Ids that are none of this unit, or two in one row or column; null where all is well. */
function strangeIn(plan: Plan, unit: string, { rows, columns, labelColumn }: LinkedTab): string | null {
  const own = new Set(inputsOf(plan, unit).map(({ id }) => id));
  const strange =
    Object.keys(rows).find((id) => !own.has(id)) ??
    Object.keys(columns).find((id) => !isPeriod(id) || !plan.periodIndex.has(id));
  if (strange !== undefined) return LINK_WORDS.strange(strange);
  const twice = twiceIn(Object.values(rows)) ?? twiceIn(Object.values(columns));
  if (twice !== null) return LINK_WORDS.sameLine(twice);
  return Object.values(columns).includes(labelColumn) ? LINK_WORDS.labelColumn : null;
}

/** Whether a cell is linked that another one is linked to already; takes note of all. */
function claimedTwice(plan: Plan, { rows, columns }: LinkedTab, cells: Set<string>): string | null {
  for (const input of Object.keys(rows)) {
    for (const period of Object.keys(columns).filter(isPeriod)) {
      const cell = `${input} ${period}`;
      if (cells.has(cell))
        return LINK_WORDS.claimedTwice(plan.inputById.get(input)?.short ?? input, periodName(period));
      cells.add(cell);
    }
  }
  return null;
}

function isSame(found: Placed, placed: Placed): boolean {
  const same = (a: Placed['rows'], b: Placed['rows']) => Object.keys(b).every((id) => a[id] === b[id]);
  return same(found.rows, placed.rows) && same(found.columns, placed.columns);
}

function twiceIn(lines: readonly number[]): number | null {
  return lines.find((at, index) => lines.indexOf(at) !== index) ?? null;
}

function countOf(lines: object): number {
  return Object.keys(lines).length;
}

function refused(message: string): LinkPlan {
  return { ok: false, message };
}
