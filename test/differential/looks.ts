/** How a tab looks in the grid: every rule of every cell computed by the engine, with the formulas beside the cells that they look at. */
import type { TabContents } from './contents.ts';
import { evaluate, type GridContent, type GridSheet } from './grid-engine.ts';
import type { YearTab } from './template.ts';

/** The ground of a cell, and whether what stands in it would have been taken when it was typed. */
export interface Look {
  readonly ground: Ground;
  readonly accepted: boolean;
}

export type Ground = 'red' | 'yellow' | 'white';

const GROUNDS: Readonly<Record<string, Ground>> = { '#fce8e6': 'red', '#fef7e0': 'yellow' };

/** The first column, counted from 0, that holds no cell of the template. */
const BESIDE = 10;

/** Where a cell's formulas stand. */
interface Formulas {
  readonly formats: readonly { readonly column: number; readonly ground: Ground }[];
  readonly accepts: number | null;
}

/** The look of a cell by tab, row (from 1) and quarter (from 0). */
export async function looksOf(
  tab: YearTab,
  tabs: readonly TabContents[],
): Promise<(at: number, row: number, quarter: number) => Look> {
  const places = new Map<string, Formulas>();
  const sheets = tabs.map((contents) => sheetOf(tab, contents, places));
  const result = await evaluate(sheets);
  return (at, row, quarter) => {
    const { formats, accepts } = places.get(`${row},${quarter}`) ?? { formats: [], accepts: null };
    // An error in a rule's formula colours nothing.
    const first = formats.find(({ column }) => result(at, row - 1, column) === true);
    const blank = (tabs[at]?.get(row)?.[quarter] ?? null) === null;
    return {
      ground: first?.ground ?? 'white',
      accepted: blank || accepts === null || result(at, row - 1, accepts) === true,
    };
  };
}

function sheetOf(tab: YearTab, contents: TabContents, places: Map<string, Formulas>): GridSheet {
  const cells: (GridContent | null)[][] = [];
  for (const { row } of tab.rows) {
    const line: (GridContent | null)[] = [...tab.leading(row)];
    for (const [quarter, column] of tab.columns.entries()) line[column - 1] = contents.get(row)?.[quarter] ?? null;
    while (line.length < BESIDE) line.push(null);
    for (const [quarter, column] of tab.columns.entries()) {
      const formats = tab.formats(row, column).map(({ formula, ground }) => {
        line.push({ formula });
        return { column: line.length - 1, ground: groundNamed(ground) };
      });
      const accepts = tab.accepts(row, column);
      if (accepts !== null) line.push({ formula: accepts });
      places.set(`${row},${quarter}`, { formats, accepts: accepts === null ? null : line.length - 1 });
    }
    cells[row - 1] = line;
  }
  return Array.from(cells, (line) => line ?? []);
}

function groundNamed(colour: string): Ground {
  const ground = GROUNDS[colour];
  if (ground === undefined) throw new Error(`a rule with the ground ${colour}`);
  return ground;
}
