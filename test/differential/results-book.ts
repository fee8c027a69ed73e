/** A unit's workbook as sheets for the grid's engine: its tabs with inputs, and the tab "Kết quả" once for each year of the term. */
import { builtFiles, openDesk } from '../../addon/built-addon.test-support.ts';
import { toUsNotation } from '../../addon/desk/stand-in/model/formula-text.ts';
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import type { ResultsContext } from '../../addon/server/results-columns.ts';
import { tableContents, workingContents } from '../../addon/server/results-contents.ts';
import { RESULT_HEAD_ROWS, resultsLayout } from '../../addon/server/results-rows.ts';
import type { TabPlace } from '../../addon/server/tab-cells.ts';
import { type InputTab, inputTabsOf } from '../../addon/server/tabs.ts';
import { locateTemplate } from '../../addon/server/template-binding.ts';
import { templateRows, templateTexts } from '../../addon/server/template-rows.ts';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Content } from './contents.ts';
import type { GridContent, NamedGridSheet } from './grid-engine.ts';

type Line = (GridContent | null)[];

/** A tab with inputs: its cells, and where those of the inputs are. Rows and columns count from 1. */
interface InputSheet {
  readonly tab: InputTab;
  readonly name: string;
  readonly lines: readonly Line[];
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, number>>;
}

export interface ResultsBook {
  readonly plan: Plan;
  readonly unit: string;
  readonly inputs: readonly InputSheet[];
  readonly results: readonly Line[];
}

/** What stands in the inputs' cells, by input and period. */
export type BookContents = ReadonlyMap<string, Map<Period, Content>>;

/** Where the year is chosen, and where the baseline's and the four periods' figures stand. */
const YEAR_AT = { row: 2, column: 8 };
export const COLUMNS = { baseline: 4, periods: [5, 6, 7, 8] };

/** The workbook that the built script sets up, after `change` was made to it. */
export async function builtBook(
  plan: Plan,
  unit: string,
  change: (model: WorkbookModel) => void = () => undefined,
): Promise<ResultsBook> {
  const { model, setUp } = openDesk(await builtFiles());
  setUp(unit);
  change(model);
  const tabs = inputTabsOf(plan);
  // In the order in which they were made: a tab may have another name by now.
  const inputs = tabs.map((tab, index) =>
    inputSheet(plan, unit, tab, readSheet(model, index + 1), nameAt(model, index + 1)),
  );
  return { plan, unit, inputs, results: readSheet(model, tabs.length + 1) };
}

/** The same of a resolution that no script was built for, from the functions that the script is made of. */
export function plainBook(plan: Plan, unit: string): ResultsBook {
  const rows = templateRows(plan, unit);
  const inputs = inputTabsOf(plan).map((tab) =>
    inputSheet(plan, unit, tab, templateTexts(plan, unit, tab, rows, false), tab.name),
  );
  const places: TabPlace[] = inputs.map(({ tab, name, rows: located, columns }) => ({
    tab,
    name,
    located: { rows: located, columns },
  }));
  const layout = resultsLayout(plan, unit);
  const context: ResultsContext = {
    plan,
    layout,
    baseline: places.find(({ tab }) => tab.baseline) ?? null,
    years: places.filter(({ tab }) => !tab.baseline),
  };
  const lines: Line[] = [];
  const put = (first: number, texts: readonly string[][]) => {
    texts.forEach((texts, index) => {
      lines[first - 1 + index] = texts.map((text) =>
        text === '' ? null : text.startsWith('=') ? { formula: toUsNotation(text, false) } : text,
      );
    });
  };
  put(RESULT_HEAD_ROWS, tableContents(context));
  put(layout.working, workingContents(context));
  return { plan, unit, inputs, results: Array.from(lines, (line) => line ?? []) };
}

/** All sheets, filled in; the results of the year at a place come at `inputs.length` + that place. */
export function sheetsOf(book: ResultsBook, contents: BookContents): NamedGridSheet[] {
  const filled = book.inputs.map(({ tab, name, lines, rows, columns }) => {
    const sheet = lines.map((line) => [...line]);
    for (const [input, periods] of contents) {
      for (const [period, content] of periods) {
        const [row, column] = [rows[input], columns[period]];
        if (!tab.periods.includes(period) || row === undefined || column === undefined) continue;
        const line = sheet[row - 1] ?? [];
        while (line.length < column) line.push(null);
        line[column - 1] = content;
      }
    }
    return { name, sheet };
  });
  const years = book.inputs.filter(({ tab }) => !tab.baseline);
  return [...filled, ...years.map(({ tab }) => ({ name: `Kết quả ${tab.year}`, sheet: resultsOf(book, tab.year) }))];
}

/** With the year chosen; `null` leaves the choice to the sheet. */
export function resultsOf({ results }: ResultsBook, year: number | null): Line[] {
  const sheet = results.map((line) => [...line]);
  const line = sheet[YEAR_AT.row - 1] ?? [];
  while (line.length < YEAR_AT.column) line.push(null);
  if (year !== null) line[YEAR_AT.column - 1] = year;
  sheet[YEAR_AT.row - 1] = line;
  return sheet;
}

function inputSheet(
  plan: Plan,
  unit: string,
  tab: InputTab,
  lines: readonly (readonly (GridContent | null)[])[],
  name: string,
): InputSheet {
  const { rows, columns } = locateTemplate(lines, plan, unit, tab);
  return { tab, name, rows, columns, lines: lines.map((line) => line.map((cell) => (cell === '' ? null : cell))) };
}

function nameAt(model: WorkbookModel, index: number): string {
  return model.sheets[index]?.name ?? '';
}

function readSheet(model: WorkbookModel, index: number): Line[] {
  const sheet = model.sheets[index];
  if (sheet === undefined) throw new Error(`no sheet ${index}`);
  const last = sheet.grid.findLastIndex((cells) => cells.some((cell) => cell !== undefined));
  return sheet.grid.slice(0, last + 1).map((cells) =>
    Array.from(cells, (cell): GridContent | null => {
      if (cell === undefined) return null;
      if (cell.formula !== null) return { formula: cell.formula };
      return cell.value instanceof Date ? null : cell.value;
    }),
  );
}
