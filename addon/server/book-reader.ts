/** Reads several tabs and puts together what they say of each period, whose figures may be spread over some of them. */
import type { Period } from '../../shared/periods.ts';
import type { CellReading, PeriodReadings } from '../rpc.ts';
import { isTrusted } from './layout.ts';
import type { Outbox } from './outbox.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { readTab, type TabReading } from './tab-reader.ts';
import { TROUBLE_WORDS } from './words.ts';
import { type BoundTab, tabsOf, type Workbook } from './workbook.ts';

export interface BookReading {
  readonly tabs: readonly TabReading[];
  /** Every input of the unit, in every bound period whose tabs were all read. */
  readonly periods: Readonly<Record<string, PeriodReadings>>;
}

const ABSENT: CellReading = { status: 'absent' };

/** @param grids sheets that this run has read already, by their ids; those that it reads now are added. */
export function readTabs(
  workbook: Workbook,
  outbox: Outbox,
  tabs: readonly BoundTab[],
  grids: Map<number, SheetGrid> = new Map(),
): BookReading {
  return together(
    workbook,
    tabs.map((tab) => readTab(workbook, tab, outbox, grids)),
  );
}

function together(workbook: Workbook, tabs: readonly TabReading[]): BookReading {
  const absent = absentPeriod(workbook);
  const periods: Record<string, PeriodReadings> = {};
  for (const period of workbook.plan.periods) {
    const parts = tabsOf(workbook, period).map(({ key }) => tabs.find(({ tab }) => tab.key === key)?.periods[period]);
    if (parts.length > 0 && !parts.includes(undefined)) periods[period] = Object.assign({}, absent, ...parts);
  }
  return { tabs, periods };
}

/** A period that has no column anywhere. */
export function absentPeriod({ inputs }: Workbook): PeriodReadings {
  return Object.fromEntries(inputs.map(({ id }) => [id, ABSENT]));
}

/** What keeps a period from being sent, tab by tab, in words; null where every row and column of it is where it was bound. */
export function displacement(workbook: Workbook, { tabs }: BookReading, period: Period): string | null {
  const reports = tabs
    .filter(({ tab }) => tab.periods.includes(period))
    .flatMap((one) => report(workbook, one, period));
  return reports.length === 0 ? null : TROUBLE_WORDS.layout(reports);
}

function report({ book, plan }: Workbook, { tab, layout, missing }: TabReading, period: Period): readonly string[] {
  const name = book.tabs[tab.key]?.name ?? '';
  if (missing) return [TROUBLE_WORDS.tabGone(name)];
  const of = (ids: readonly string[]) =>
    ids.flatMap((id) => (tab.binding.rows[id] === undefined ? [] : [plan.inputById.get(id)?.short ?? id]));
  const [moved, lost] = [of(layout.disagreeing), of(layout.lost)];
  const parts = [
    ...(moved.length === 0 ? [] : [TROUBLE_WORDS.rowsMoved(moved)]),
    ...(lost.length === 0 ? [] : [TROUBLE_WORDS.rowsLost(lost)]),
    ...(isTrusted(layout, period) ? [] : [TROUBLE_WORDS.columnAskew]),
  ];
  return parts.length === 0 ? [] : [TROUBLE_WORDS.inTab(name, parts)];
}
