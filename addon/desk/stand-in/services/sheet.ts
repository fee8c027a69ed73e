/** Sheet: its own properties, ranges on it, rules for it; lines are in sheet-lines.ts. */
import { parseA1 } from '../model/a1.ts';
import { hasContents } from '../model/cells.ts';
import type { SheetState } from '../model/types.ts';
import { protectionType } from './enums.ts';
import { makeFormatRule } from './format-rules.ts';
import type { Kit } from './kit.ts';
import { addMetadata, metadataFinder, metadataObjects } from './metadata.ts';
import { namedRanges } from './named-ranges.ts';
import { protectionsOf, sheetProtection } from './protection.ts';
import { makeRangeList } from './range-list.ts';
import { sheetLines } from './sheet-lines.ts';
import { strict } from './strict.ts';

type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;

export interface SheetContext {
  readonly kit: Kit;
  readonly sheetId: number;
  readonly self: () => GSheet;
}

export function makeSheet(kit: Kit, sheetId: number): GSheet {
  const context: SheetContext = { kit, sheetId, self: () => sheet };
  const sheet: GSheet = strict<GSheet>(kit.run, 'Sheet', {
    ...identity(context),
    ...ranges(context),
    ...clearing(context),
    ...rules(context),
    ...sheetLines(context),
  });
  return sheet;
}

type Identity = Pick<
  GSheet,
  | 'getName'
  | 'getSheetName'
  | 'setName'
  | 'getSheetId'
  | 'getIndex'
  | 'getParent'
  | 'isSheetHidden'
  | 'hideSheet'
  | 'showSheet'
  | 'getTabColor'
  | 'setTabColor'
  | 'activate'
  | 'setHiddenGridlines'
>;

function identity({ kit, sheetId, self }: SheetContext): Identity {
  const { model } = kit.run.host;
  const state = (): SheetState => kit.state(sheetId);
  const set = (change: (sheet: SheetState) => void): GSheet => {
    model.update(() => change(state()), { kind: 'sheet-properties', sheetId });
    return self();
  };
  return {
    getName: () => state().name,
    getSheetName: () => state().name,
    setName: (name) => {
      model.renameSheet(sheetId, name);
      return self();
    },
    getSheetId: () => sheetId,
    getIndex: () => model.sheets.indexOf(state()) + 1,
    getParent: () => kit.spreadsheet(),
    isSheetHidden: () => state().hidden,
    hideSheet: () => {
      if (model.sheets.filter((sheet) => !sheet.hidden).length < 2)
        throw new Error('You cannot hide all the sheets in a document.');
      return set((sheet) => {
        sheet.hidden = true;
      });
    },
    showSheet: () =>
      set((sheet) => {
        sheet.hidden = false;
      }),
    getTabColor: () => state().tabColor,
    setTabColor: (color) =>
      set((sheet) => {
        sheet.tabColor = color;
      }),
    activate: () => {
      model.select(kit.viewer, sheetId, { row: 1, column: 1, rows: 1, columns: 1 }, 'script');
      return self();
    },
    setHiddenGridlines: (hidden) =>
      set((sheet) => {
        sheet.hiddenGridlines = hidden;
      }),
  };
}

type Ranges = Pick<
  GSheet,
  | 'getRange'
  | 'getRangeList'
  | 'getDataRange'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getSheetValues'
  | 'appendRow'
  | 'getActiveCell'
  | 'getActiveRange'
  | 'getCurrentCell'
  | 'setActiveRange'
  | 'setActiveSelection'
  | 'setCurrentCell'
>;

function ranges({ kit, sheetId }: SheetContext): Ranges {
  const { model } = kit.run.host;
  const byName = (a1: string): GRange => rangeByA1(kit, a1, sheetId);
  const getRange = (row: number | string, column?: number, rows?: number, columns?: number): GRange =>
    typeof row === 'string' || column === undefined
      ? byName(String(row))
      : kit.range(sheetId, { row, column, rows: rows ?? 1, columns: columns ?? 1 });
  const active = (): GRange => {
    const selection = model.selection(kit.viewer);
    return kit.range(
      sheetId,
      selection.sheetId === sheetId ? selection.area : { row: 1, column: 1, rows: 1, columns: 1 },
    );
  };
  const activate = (range: GRange | string): GRange => {
    const wanted = typeof range === 'string' ? byName(range) : range;
    const ref = kit.ranges.of(wanted);
    model.select(kit.viewer, ref.sheetId, ref.area, 'script');
    return wanted;
  };
  const current = (): GRange => {
    const { area } = kit.ranges.of(active());
    return kit.range(sheetId, { row: area.row, column: area.column, rows: 1, columns: 1 });
  };
  return {
    getRange,
    getRangeList: (names) => makeRangeList(kit, names.map(byName)),
    getDataRange: () => {
      const { row, column } = lastCell(kit.state(sheetId));
      return kit.range(sheetId, { row: 1, column: 1, rows: Math.max(row, 1), columns: Math.max(column, 1) });
    },
    getLastRow: () => lastCell(kit.state(sheetId)).row,
    getLastColumn: () => lastCell(kit.state(sheetId)).column,
    getSheetValues: (row, column, rows, columns) => getRange(row, column, rows, columns).getValues(),
    appendRow: (values) => {
      const row = lastCell(kit.state(sheetId)).row + 1;
      if (row > kit.state(sheetId).grid.length)
        model.changeLines(sheetId, 'row', { what: 'inserted', at: row, count: 1 }, 'script');
      getRange(row, 1, 1, values.length).setValues([values]);
      return kit.sheet(sheetId);
    },
    getActiveCell: current,
    getCurrentCell: current,
    getActiveRange: active,
    setActiveRange: activate,
    setActiveSelection: activate,
    setCurrentCell: activate,
  };
}

type Clearing = Pick<GSheet, 'clear' | 'clearContents' | 'clearFormats' | 'clearNotes'>;

function clearing({ kit, sheetId, self }: SheetContext): Clearing {
  // Only as far as there is anything: listeners are told of every cell of the area.
  const all = (): GRange => {
    const { grid } = kit.state(sheetId);
    const rows = grid.reduce((last, cells, r) => (cells.some((cell) => cell !== undefined) ? r + 1 : last), 1);
    const columns = Math.min(kit.state(sheetId).columns.length, Math.max(1, ...grid.map((cells) => cells.length)));
    return kit.range(sheetId, { row: 1, column: 1, rows, columns });
  };
  const after = (_: GRange): GSheet => self();
  return {
    clear: (options?: { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined }) =>
      after(options ? all().clear(options) : all().clear()),
    clearContents: () => after(all().clearContent()),
    clearFormats: () => after(all().clearFormat()),
    clearNotes: () => after(all().clearNote()),
  };
}

type Rules = Pick<
  GSheet,
  | 'getConditionalFormatRules'
  | 'setConditionalFormatRules'
  | 'clearConditionalFormatRules'
  | 'protect'
  | 'getProtections'
  | 'addDeveloperMetadata'
  | 'getDeveloperMetadata'
  | 'createDeveloperMetadataFinder'
  | 'getNamedRanges'
>;

function rules({ kit, sheetId, self }: SheetContext): Rules {
  const { model } = kit.run.host;
  const setRules = (given: SheetState['formatRules']): void =>
    model.update(
      () => {
        kit.state(sheetId).formatRules = given;
      },
      { kind: 'format-rules', sheetId },
    );
  return {
    getConditionalFormatRules: () =>
      kit.state(sheetId).formatRules.map((rule) => makeFormatRule(kit, { ...rule, sheetId })),
    setConditionalFormatRules: (given) => {
      const kept = given.map((rule) => kit.formatRules.of(rule));
      if (kept.some((rule) => rule.sheetId !== sheetId))
        throw new Error('Conditional format rules must be on the sheet that they are set for.');
      setRules(kept.map(({ sheetId: _, ...rule }) => rule));
    },
    clearConditionalFormatRules: () => setRules([]),
    protect: () => sheetProtection(kit, sheetId),
    getProtections: (type) => {
      const whole = protectionType.nameOf(type) === 'SHEET';
      return protectionsOf(kit, (entry) => entry.sheetId === sheetId && (entry.area === null) === whole);
    },
    addDeveloperMetadata: (key: string, second?: unknown, third?: unknown) => {
      addMetadata(kit, { type: 'SHEET', sheetId }, [key, second, third]);
      return self();
    },
    getDeveloperMetadata: () =>
      metadataObjects(kit, ({ location }) => location.type === 'SHEET' && location.sheetId === sheetId),
    createDeveloperMetadataFinder: () => metadataFinder(kit, { kind: 'sheet', sheetId }),
    getNamedRanges: () => namedRanges(kit, (entry) => entry.sheetId === sheetId),
  };
}

/** A1 notation or a named range; without a sheet's name on `sheetId`. */
export function rangeByA1(kit: Kit, a1: string, sheetId: number): GRange {
  const { model } = kit.run.host;
  if (typeof a1 !== 'string')
    throw new Error("The parameters don't match the method signature: A1 notation is expected.");
  const named = model.names.find((entry) => entry.name === a1);
  if (named) return kit.range(named.sheetId, named.area);
  const bang = a1.lastIndexOf('!');
  const foreign = bang < 0 ? null : (parseA1(`${a1.slice(0, bang)}!A1`, { rows: 1, columns: 1 })?.sheetName ?? null);
  const sheet = foreign === null ? kit.state(sheetId) : model.sheetByName(foreign);
  const parsed = sheet && parseA1(a1, { rows: sheet.grid.length, columns: sheet.columns.length });
  if (!sheet || !parsed) throw new Error('Range not found');
  return kit.range(sheet.id, parsed.area, parsed.whole);
}

/** Row and column 0 for an empty sheet. */
function lastCell(sheet: SheetState): { row: number; column: number } {
  let row = 0;
  let column = 0;
  sheet.grid.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (!cell || !hasContents(cell)) return;
      row = r + 1;
      column = Math.max(column, c + 1);
    });
  });
  return { row, column };
}
