/** Spreadsheet: its properties, sheets, names, selection, metadata. */
import { isKnownLocale } from '../model/locales.ts';
import type { SheetState } from '../model/types.ts';
import { copyOfSheet, newSheet } from '../model/workbook-state.ts';
import { protectionType } from './enums.ts';
import type { Kit } from './kit.ts';
import { addMetadata, metadataFinder, metadataObjects } from './metadata.ts';
import { namedRanges, removeNamedRange, setNamedRange } from './named-ranges.ts';
import { protectionsOf } from './protection.ts';
import { makeUser } from './session.ts';
import { rangeByA1 } from './sheet.ts';
import { strict } from './strict.ts';

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;

export function makeSpreadsheet(kit: Kit): GSpreadsheet {
  const spreadsheet: GSpreadsheet = strict<GSpreadsheet>(kit.run, 'Spreadsheet', {
    ...properties(kit),
    ...sheetList(kit),
    ...selection(kit),
    ...anchors(kit, () => spreadsheet),
  });
  return spreadsheet;
}

type Properties = Pick<
  GSpreadsheet,
  | 'getId'
  | 'getName'
  | 'rename'
  | 'getUrl'
  | 'getSpreadsheetLocale'
  | 'setSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'setSpreadsheetTimeZone'
  | 'getOwner'
  | 'getEditors'
  | 'toast'
>;

function properties(kit: Kit): Properties {
  const { model, ports } = kit.run.host;
  const set = (change: Parameters<typeof model.update>[0]): void =>
    model.update(change, { kind: 'workbook-properties' });
  return {
    getId: () => model.state.id,
    getName: () => model.state.name,
    rename: (name) =>
      set((state) => {
        state.name = name;
      }),
    getUrl: () => `https://docs.google.com/spreadsheets/d/${model.state.id}/edit`,
    getSpreadsheetLocale: () => model.state.locale,
    setSpreadsheetLocale: (locale) => {
      if (!isKnownLocale(locale)) throw new Error(`Invalid locale: ${locale}`);
      set((state) => {
        state.locale = locale;
      });
    },
    getSpreadsheetTimeZone: () => model.state.timeZone,
    setSpreadsheetTimeZone: (timeZone) =>
      set((state) => {
        state.timeZone = timeZone;
      }),
    getOwner: () => makeUser(kit.run, model.state.owner),
    getEditors: () => [model.state.owner, ...model.state.editors].map((email) => makeUser(kit.run, email)),
    toast: (text: string, title?: string, seconds?: number | null) =>
      ports.ui?.toast?.(text, title ?? null, seconds ?? null),
  };
}

type SheetList = Pick<
  GSpreadsheet,
  | 'getSheets'
  | 'getNumSheets'
  | 'getSheetByName'
  | 'getSheetById'
  | 'insertSheet'
  | 'deleteSheet'
  | 'getRange'
  | 'getRangeByName'
  | 'setNamedRange'
  | 'removeNamedRange'
  | 'getNamedRanges'
  | 'moveActiveSheet'
>;

function sheetList(kit: Kit): SheetList {
  const { model } = kit.run.host;
  const activeId = (): number => model.selection(kit.viewer).sheetId;
  return {
    getSheets: () => model.sheets.map((sheet) => kit.sheet(sheet.id)),
    getNumSheets: () => model.sheets.length,
    getSheetByName: (name) => {
      const sheet = model.sheetByName(name);
      return sheet && kit.sheet(sheet.id);
    },
    getSheetById: (id) => (model.sheet(id) ? kit.sheet(id) : null),
    insertSheet: (...given: readonly unknown[]) => {
      const { name, index, template } = insertArguments(
        kit,
        given,
        model.sheets.map((sheet) => sheet.name),
      );
      const id = model.nextId();
      const at = index ?? model.sheets.findIndex((sheet) => sheet.id === activeId()) + 1;
      const sheet = template === null ? newSheet(id, { name }) : copyOfSheet(template, id, name);
      model.update((state) => state.sheets.splice(at, 0, sheet), { kind: 'sheets', sheetIds: [] });
      model.select(kit.viewer, id, { row: 1, column: 1, rows: 1, columns: 1 }, 'script');
      return kit.sheet(id);
    },
    deleteSheet: (sheet) => {
      const id = kit.sheetIds.of(sheet);
      if (model.sheets.length < 2) throw new Error("You can't remove all the sheets in a document.");
      kit.state(id);
      model.removeSheet(id);
    },
    getRange: (a1) => rangeByA1(kit, a1, activeId()),
    getRangeByName: (name) => {
      const named = model.names.find((entry) => entry.name === name);
      return named ? kit.range(named.sheetId, named.area) : null;
    },
    setNamedRange: (name, range) => setNamedRange(kit, name, range),
    removeNamedRange: (name) => removeNamedRange(kit, name),
    getNamedRanges: () => namedRanges(kit, () => true),
    moveActiveSheet: (position) => {
      const id = activeId();
      model.update(
        (state) => {
          const [sheet] = state.sheets.splice(
            state.sheets.findIndex((one) => one.id === id),
            1,
          );
          if (sheet) state.sheets.splice(position - 1, 0, sheet);
        },
        { kind: 'sheets', sheetIds: [] },
      );
    },
  };
}

type Selection = Pick<
  GSpreadsheet,
  | 'getActiveSheet'
  | 'setActiveSheet'
  | 'getActiveRange'
  | 'setActiveRange'
  | 'setActiveSelection'
  | 'getActiveCell'
  | 'getCurrentCell'
  | 'setCurrentCell'
>;

function selection(kit: Kit): Selection {
  const { model } = kit.run.host;
  const active = (): GRange => {
    const { sheetId, area } = model.selection(kit.viewer);
    return kit.range(sheetId, area);
  };
  const current = (): GRange => {
    const { sheetId, area } = model.selection(kit.viewer);
    return kit.range(sheetId, { ...area, rows: 1, columns: 1 });
  };
  const activate = (given: GRange | string): GRange => {
    const range = typeof given === 'string' ? rangeByA1(kit, given, model.selection(kit.viewer).sheetId) : given;
    const { sheetId, area } = kit.ranges.of(range);
    model.select(kit.viewer, sheetId, area, 'script');
    return range;
  };
  return {
    getActiveSheet: () => kit.sheet(model.selection(kit.viewer).sheetId),
    setActiveSheet: (sheet: GSheet) => {
      const sheetId = kit.sheetIds.of(sheet);
      model.select(kit.viewer, sheetId, { row: 1, column: 1, rows: 1, columns: 1 }, 'script');
      return sheet;
    },
    getActiveRange: active,
    setActiveRange: activate,
    setActiveSelection: activate,
    getActiveCell: current,
    getCurrentCell: current,
    setCurrentCell: activate,
  };
}

type Anchors = Pick<
  GSpreadsheet,
  'addDeveloperMetadata' | 'getDeveloperMetadata' | 'createDeveloperMetadataFinder' | 'getProtections'
>;

function anchors(kit: Kit, self: () => GSpreadsheet): Anchors {
  return {
    addDeveloperMetadata: (key: string, second?: unknown, third?: unknown) => {
      addMetadata(kit, { type: 'SPREADSHEET' }, [key, second, third]);
      return self();
    },
    getDeveloperMetadata: () => metadataObjects(kit, ({ location }) => location.type === 'SPREADSHEET'),
    createDeveloperMetadataFinder: () => metadataFinder(kit, { kind: 'spreadsheet' }),
    getProtections: (type) => {
      const whole = protectionType.nameOf(type) === 'SHEET';
      return protectionsOf(kit, (entry) => (entry.area === null) === whole);
    },
  };
}

interface InsertArguments {
  readonly name: string;
  readonly index: number | null;
  readonly template: SheetState | null;
}

/** Google's overloads: a name, an index, options, each or none, in this order. */
function insertArguments(kit: Kit, given: readonly unknown[], taken: readonly string[]): InsertArguments {
  const options = given.find((one) => one !== null && typeof one === 'object');
  const name = given.find((one) => typeof one === 'string') ?? freeName(taken);
  const index = given.find((one) => typeof one === 'number') ?? null;
  if (taken.includes(name))
    throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  const template: unknown = options && 'template' in options ? options.template : undefined;
  return { name, index, template: template === undefined ? null : kit.state(kit.sheetIds.of(template)) };
}

function freeName(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1)
    if (!taken.includes(`Trang tính${number}`)) return `Trang tính${number}`;
}
