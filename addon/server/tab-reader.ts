/** Reads the input cells of one tab, all its periods at once, in a fixed few calls whatever the number of cells. */

import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { CellReading, PeriodReadings } from '../rpc.ts';
import { readCell } from './cell-reader.ts';
import { disagreeing, type Located, locate, placementOf, type RowMark } from './layout.ts';
import type { LayoutRecord } from './records.ts';
import { readRowMarks } from './row-marks.ts';
import type { InputTab } from './tabs.ts';
import { CELL_WORDS } from './words.ts';
import { sheetOf, type Workbook } from './workbook.ts';

/** A tab as it is now. `troubled` counts what cannot be trusted: while it is not 0 nothing of the tab is sent. */
export interface TabReading {
  readonly tab: InputTab;
  readonly layout: LayoutRecord;
  readonly periods: Readonly<Record<string, PeriodReadings>>;
  readonly troubled: number;
}

/** The tab's cells as the platform gives them, rows and columns from 0. */
export interface Grid {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Asked for only where a cell has something that cannot be sent. */
  readonly shown: () => readonly (readonly string[])[];
}

/** Five calls for a tab, a sixth where a cell must be quoted; more only where rows have changed places. */
export function readTab(workbook: Workbook, tab: InputTab, known: LayoutRecord | null): TabReading {
  const sheet = sheetOf(workbook, tab.key);
  if (sheet === null) return missingTab(workbook, tab);
  const range = sheet.getDataRange();
  let shown: string[][] | undefined;
  const grid: Grid = {
    values: range.getValues(),
    formulas: range.getFormulas(),
    numberFormats: range.getNumberFormats(),
    shown: () => {
      shown ??= range.getDisplayValues();
      return shown;
    },
  };
  return readGrid(grid, tab, workbook.inputs, known, () => readRowMarks(sheet));
}

/** The decision without the platform: `marks` is asked only where the placement is another than the known one. */
export function readGrid(
  grid: Grid,
  tab: InputTab,
  inputs: readonly InputDefinition[],
  known: LayoutRecord | null,
  marks: () => readonly RowMark[],
): TabReading {
  const located = locate(grid.values, inputs, tab.periods);
  const layout = layoutOf(located, known, marks);
  const bad = new Set(layout.disagreeing);
  const periods: Record<string, PeriodReadings> = {};
  for (const period of tab.periods) {
    periods[period] = readPeriod(grid, inputs, layout.columns[period], (input) =>
      layout.rows[input] === undefined ? CELL_WORDS.lost : bad.has(input) ? CELL_WORDS.misplaced : null,
    );
  }
  return { tab, layout, periods, troubled: layout.lost.length + bad.size + located.headless.length };

  function readPeriod(
    cells: Grid,
    all: readonly InputDefinition[],
    column: number | undefined,
    whyNot: (input: string) => string | null,
  ): PeriodReadings {
    const readings: Record<string, CellReading> = {};
    for (const input of all) {
      const why = column === undefined ? CELL_WORDS.headless : whyNot(input.id);
      const row = layout.rows[input.id];
      if (why !== null || column === undefined || row === undefined) {
        readings[input.id] = { status: 'unsendable', shown: '', message: why ?? CELL_WORDS.lost };
      } else readings[input.id] = readAt(cells, row - 1, column - 1, input);
    }
    return readings;
  }
}

function readAt(grid: Grid, row: number, column: number, input: InputDefinition): CellReading {
  const contents = {
    value: grid.values[row]?.[column],
    formula: grid.formulas[row]?.[column] ?? '',
    numberFormat: grid.numberFormats[row]?.[column] ?? '',
    shown: () => grid.shown()[row]?.[column] ?? '',
  };
  return readCell(contents, input);
}

/**
 * As long as every label and heading is where it was when the marks were last compared, the marks are not read again: a row
 * that moved took its label along, and contents that moved took the labels away.
 */
function layoutOf(located: Located, known: LayoutRecord | null, marks: () => readonly RowMark[]): LayoutRecord {
  const { rows, columns, lost } = located;
  const found = { rows: { ...rows }, columns: { ...columns }, lost: [...lost] };
  if (known !== null && placementOf({ ...known, headless: [] }) === placementOf(located)) return known;
  return { ...found, disagreeing: [...disagreeing(located, marks())] };
}

function missingTab(workbook: Workbook, tab: InputTab): TabReading {
  const unread: CellReading = { status: 'unsendable', shown: '', message: CELL_WORDS.noTab };
  const readings = Object.fromEntries(workbook.inputs.map((input) => [input.id, unread]));
  return {
    tab,
    layout: { rows: {}, columns: {}, lost: workbook.inputs.map((input) => input.id), disagreeing: [] },
    periods: Object.fromEntries(tab.periods.map((period: Period) => [period, readings])),
    troubled: workbook.inputs.length,
  };
}
