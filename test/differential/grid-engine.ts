/** The desk's grid engine without its screen: sheets of values and formulas in, the formulas' results out. */
import { createRequire } from 'node:module';

// Its packages load as CommonJS only: an export that one of them names is not found otherwise.
const require = createRequire(import.meta.url);
const core: typeof import('@univerjs/core') = require('@univerjs/core');
const facade: typeof import('@univerjs/core/facade') = require('@univerjs/core/facade');
const engine: typeof import('@univerjs/engine-formula') = require('@univerjs/engine-formula');
const sheetsPlugin: typeof import('@univerjs/sheets') = require('@univerjs/sheets');
const formulaPlugin: typeof import('@univerjs/sheets-formula') = require('@univerjs/sheets-formula');
require('@univerjs/engine-formula/facade');
require('@univerjs/sheets/facade');
require('@univerjs/sheets-formula/facade');

/** What stands in a cell: a value, or a formula in US notation with its `=`. */
export type GridContent = number | string | boolean | { readonly formula: string };

/** Rows of cells, from A1 on; null is a blank cell. */
export type GridSheet = readonly (readonly (GridContent | null)[])[];

/** A formula's result; an error as its text. */
export type GridResult = number | string | boolean;

/** A sheet with the name that formulas of other sheets know it by. */
export interface NamedGridSheet {
  readonly name: string;
  readonly sheet: GridSheet;
}

/** Computes all sheets in one workbook. The result of a formula by sheet, row and column, counted from 0; null where there is none. */
export function evaluate(sheets: readonly GridSheet[]): Promise<Results> {
  return evaluateBook(sheets.map((sheet, place) => ({ name: idOf(place), sheet })));
}

type Results = (sheet: number, row: number, column: number) => GridResult | null;

/** The same for sheets that name one another. */
export async function evaluateBook(sheets: readonly NamedGridSheet[]): Promise<Results> {
  const univer = new core.Univer({
    locale: core.LocaleType.EN_US,
    locales: { [core.LocaleType.EN_US]: {} },
    logLevel: core.LogLevel.ERROR,
  });
  univer.registerPlugin(engine.UniverFormulaEnginePlugin);
  univer.registerPlugin(sheetsPlugin.UniverSheetsPlugin);
  univer.registerPlugin(formulaPlugin.UniverSheetsFormulaPlugin, {
    initialFormulaComputing: formulaPlugin.CalculationMode.FORCED,
  });
  const api = facade.FUniver.newAPI(univer);
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, workbookOf(sheets));
  await new Promise<void>((resolve) => {
    api.getFormula().calculationResultApplied(() => resolve());
  });
  const results = sheets.map(({ sheet }, place) => resultsOf(api, idOf(place), sheet));
  univer.dispose();
  return (sheet, row, column) => results[sheet]?.get(`${row},${column}`) ?? null;
}

const idOf = (place: number): string => `sheet-${place}`;

function workbookOf(sheets: readonly NamedGridSheet[]): import('@univerjs/core').IWorkbookData {
  return {
    id: 'differential',
    name: 'differential',
    appVersion: '0.25.1',
    locale: core.LocaleType.EN_US,
    styles: {},
    sheetOrder: sheets.map((_, place) => idOf(place)),
    sheets: Object.fromEntries(
      sheets.map(({ name, sheet }, place) => [
        idOf(place),
        {
          id: idOf(place),
          name,
          rowCount: sheet.length + 1,
          columnCount: Math.max(1, ...sheet.map((row) => row.length)) + 1,
          cellData: cellsOf(sheet),
        },
      ]),
    ),
  };
}

function cellsOf(sheet: GridSheet) {
  const entries = sheet.map((row, at) => [
    at,
    Object.fromEntries(row.flatMap((content, column) => (content === null ? [] : [[column, cellOf(content)]]))),
  ]);
  return Object.fromEntries(entries);
}

/** The engine's types: 1 text, 2 number, 3 boolean. */
function cellOf(content: GridContent) {
  if (typeof content === 'object') return { f: content.formula };
  if (typeof content === 'boolean') return { v: content ? 1 : 0, t: 3 };
  return { v: content, t: typeof content === 'number' ? 2 : 1 };
}

function resultsOf(
  api: import('@univerjs/core/facade').FUniver,
  id: string,
  sheet: GridSheet,
): ReadonlyMap<string, GridResult> {
  const shown = api.getActiveWorkbook()?.getSheetBySheetId(id)?.getSheet();
  const results = new Map<string, GridResult>();
  sheet.forEach((row, at) => {
    row.forEach((content, column) => {
      if (content === null || typeof content !== 'object') return;
      const raw = shown?.getCellRaw(at, column);
      if (raw?.v === undefined || raw.v === null) throw new Error(`no result for ${content.formula}`);
      results.set(`${at},${column}`, raw.t === 3 ? raw.v === 1 || raw.v === true : raw.v);
    });
  });
  return results;
}
