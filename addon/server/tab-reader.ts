/** Reads the input cells of one tab, all its periods at once, in a fixed few calls whatever the number of cells. */

import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { CellReading, PeriodReadings } from '../rpc.ts';
import { restsOnBlanks } from './blank-sources.ts';
import { type Manner, readCell } from './cell-reader.ts';
import { cellIn, disagreeing, type Located, layoutWith, locate, type Mark, marksIn, placementOf } from './layout.ts';
import { readMarks } from './line-marks.ts';
import type { Outbox } from './outbox.ts';
import type { LayoutRecord } from './records.ts';
import { readSheetGrid, type SheetGrid } from './sheet-grid.ts';
import { CELL_WORDS } from './words.ts';
import { type BoundTab, marksScope, sheetOf, type Workbook } from './workbook.ts';

/** A tab as it is now: the cells of its own inputs, by period. While a row or column is not trusted, nothing of its periods is sent. */
export interface TabReading {
  readonly tab: BoundTab;
  readonly layout: LayoutRecord;
  readonly periods: Readonly<Record<string, PeriodReadings>>;
  /** True where the whole tab is gone. */
  readonly missing: boolean;
  /** Of everything that stands in the tab's sheet; empty where there is none. */
  readonly digest: string;
}

/** The tab's cells, and what it is called. */
interface Grid extends Omit<SheetGrid, 'digest'> {
  readonly name: string;
}

/**
 * Six calls for a tab, a seventh where a cell must be quoted; more only where rows have changed places. A sheet with several tables is
 * read once: `grids` has those that this run has read, by their ids.
 */
export function readTab(
  workbook: Workbook,
  tab: BoundTab,
  outbox: Outbox,
  grids: Map<number, SheetGrid> = new Map(),
): TabReading {
  const sheet = sheetOf(workbook, tab.key);
  if (sheet === null) return missingTab(tab);
  const id = workbook.book.tabs[tab.key]?.id ?? Number.NaN;
  const sheetGrid = grids.get(id) ?? readSheetGrid(sheet);
  grids.set(id, sheetGrid);
  // Only a person's own headings lean on the name.
  const grid: Grid = { ...sheetGrid, name: tab.binding.own ? sheet.getName() : '' };
  const marks = () => readMarks(sheet, marksScope(tab));
  const manner = (input: string, period: Period): Manner => ({
    takesFormulas: workbook.book.own,
    isForeign: workbook.isForeign,
    accepted: () => outbox.record(period).accepted[input],
    last: () => lastKnown(workbook, outbox, input, period),
  });
  const reading = readGrid(grid, tab, workbook.inputs, outbox.layout(tab.key), marks, manner);
  return { ...reading, digest: sheetGrid.digest };
}

/** The decision without the platform: `marks` is asked only where the placement is another than the known one. */
function readGrid(
  grid: Grid,
  tab: BoundTab,
  all: readonly InputDefinition[],
  known: LayoutRecord | null,
  marks: () => readonly Mark[],
  manner: (input: string, period: Period) => Manner,
): Omit<TabReading, 'digest'> {
  const located = locate(grid.values, grid.name, tab.binding);
  const placement = layoutOf(located, tab, known, marks);
  const inputs = all.filter(({ id }) => tab.binding.rows[id] !== undefined);
  const periods: Record<string, PeriodReadings> = {};
  for (const period of tab.periods) {
    const cells = inputs.map((input): [string, CellReading] => {
      const place = cellIn(placement, input.id, period);
      if (place === null) return [input.id, unread(whyNot(placement, input.id, period))];
      return [input.id, readAt(grid, place.row - 1, place.column - 1, input, manner(input.id, period))];
    });
    periods[period] = Object.fromEntries(cells);
  }
  const computed = tab.periods.filter((period) => Object.values(periods[period] ?? {}).some(isComputed));
  return { tab, layout: { ...placement, computed }, periods, missing: false };
}

function readAt(grid: Grid, row: number, column: number, input: InputDefinition, manner: Manner): CellReading {
  const contents = {
    value: grid.values[row]?.[column],
    formula: grid.formulas[row]?.[column] ?? '',
    numberFormat: grid.numberFormats[row]?.[column] ?? '',
    shown: () => grid.shown()[row]?.[column] ?? '',
    restsOnBlanks: () => restsOnBlanks(grid, row, column),
  };
  return readCell(contents, input, manner);
}

/**
 * As long as every label and heading is where it was when the marks were last compared, the marks are not read again: a row
 * that moved took its label along, and contents that moved took the labels away.
 */
function layoutOf(
  located: Located,
  { binding }: BoundTab,
  known: LayoutRecord | null,
  marks: () => readonly Mark[],
): LayoutRecord {
  if (known !== null && placementOf(known) === placementOf(located)) return known;
  return layoutWith(located, disagreeing(located, marksIn(marks(), located, binding.own)));
}

function whyNot({ lost, disagreeing: askew }: LayoutRecord, input: string, period: Period): string {
  if (lost.includes(period)) return CELL_WORDS.headless;
  if (lost.includes(input)) return CELL_WORDS.lost;
  return askew.includes(period) ? CELL_WORDS.misplacedColumn : CELL_WORDS.misplaced;
}

function unread(message: string): CellReading {
  return { status: 'unsendable', shown: '', message };
}

function isComputed(reading: CellReading): boolean {
  return reading.status === 'value' && reading.fromFormula;
}

/** The latest earlier period's number that the Worker has. */
function lastKnown({ plan }: Workbook, outbox: Outbox, input: string, period: Period): number | null {
  for (const earlier of plan.periods.slice(0, plan.periods.indexOf(period)).reverse()) {
    const value = outbox.record(earlier).values?.[input];
    if (typeof value === 'number') return value;
  }
  return null;
}

function missingTab(tab: BoundTab): TabReading {
  const { binding, periods } = tab;
  const ids = [...Object.keys(binding.rows), ...Object.keys(binding.columns)];
  const readings = Object.fromEntries(Object.keys(binding.rows).map((input) => [input, unread(CELL_WORDS.noTab)]));
  const located = { labelColumn: binding.labelColumn, rows: {}, columns: {}, lost: ids };
  return {
    tab,
    layout: layoutWith(located, []),
    periods: Object.fromEntries(periods.map((period) => [period, readings])),
    missing: true,
    digest: '',
  };
}
