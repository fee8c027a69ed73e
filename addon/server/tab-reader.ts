/** Reads the input cells of one tab, all its periods at once, in a fixed few calls whatever the number of cells. */

import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { CellReading, PeriodReadings } from '../rpc.ts';
import { type Manner, readCell } from './cell-reader.ts';
import { cellIn, disagreeing, type Located, locate, type Mark, marksOf, placementOf } from './layout.ts';
import { readMarks } from './line-marks.ts';
import type { Outbox } from './outbox.ts';
import type { LayoutRecord } from './records.ts';
import { CELL_WORDS } from './words.ts';
import { type BoundTab, marksScope, sheetOf, type Workbook } from './workbook.ts';

/** A tab as it is now: the cells of its own inputs, by period. While a row or column is not trusted, nothing of its periods is sent. */
export interface TabReading {
  readonly tab: BoundTab;
  readonly layout: LayoutRecord;
  readonly periods: Readonly<Record<string, PeriodReadings>>;
  /** True where the whole tab is gone. */
  readonly missing: boolean;
}

/** The tab's cells as the platform gives them, rows and columns from 0. */
export interface Grid {
  readonly name: string;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Asked for only where a cell has something that cannot be sent. */
  readonly shown: () => readonly (readonly string[])[];
}

/** Six calls for a tab, a seventh where a cell must be quoted; more only where rows have changed places. */
export function readTab(workbook: Workbook, tab: BoundTab, outbox: Outbox): TabReading {
  const sheet = sheetOf(workbook, tab.key);
  if (sheet === null) return missingTab(tab);
  const range = sheet.getDataRange();
  let shown: string[][] | undefined;
  const grid: Grid = {
    // Only a person's own headings lean on it.
    name: tab.binding.own ? sheet.getName() : '',
    values: range.getValues(),
    formulas: range.getFormulas(),
    numberFormats: range.getNumberFormats(),
    shown: () => {
      shown ??= range.getDisplayValues();
      return shown;
    },
  };
  const marks = () => readMarks(sheet, marksScope(tab));
  const manner = (input: string, period: Period): Manner => ({
    takesFormulas: workbook.book.own,
    isForeign: workbook.isForeign,
    accepted: () => outbox.record(period).accepted[input],
    last: () => lastKnown(workbook, outbox, input, period),
  });
  return readGrid(grid, tab, workbook.inputs, outbox.layout(tab.key), marks, manner);
}

/** The decision without the platform: `marks` is asked only where the placement is another than the known one. */
export function readGrid(
  grid: Grid,
  tab: BoundTab,
  all: readonly InputDefinition[],
  known: LayoutRecord | null,
  marks: () => readonly Mark[],
  manner: (input: string, period: Period) => Manner,
): TabReading {
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

/** A template that was set up before columns had marks has none: its headings alone say where they are. */
export function marksIn(marks: readonly Mark[], { columns }: Located, own: boolean): readonly Mark[] {
  if (own || marks.some(({ line }) => line === 'column')) return marks;
  return [...marks, ...marksOf({ rows: {}, columns })];
}

export function layoutWith({ labelColumn, rows, columns, lost }: Located, askew: readonly string[]): LayoutRecord {
  return {
    labelColumn,
    rows: { ...rows },
    columns: { ...columns },
    lost: [...lost],
    disagreeing: [...askew],
    computed: [],
  };
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
  };
}
