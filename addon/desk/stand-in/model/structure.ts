/** Lines inserted, deleted and moved: the grid's arrays, and everything that is anchored to a row or a column. */
import { DEFAULT_LINE } from './cells.ts';
import { remapped, renamedSheet } from './formula-text.ts';
import { deletedLines, insertedLines, type LineMap, mapArea, movedLines } from './remap.ts';
import type { Dimension, MetadataLocation, SheetState } from './types.ts';
import type { WorkbookState } from './workbook-state.ts';

export function insertLines(
  state: WorkbookState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  const like = linesOf(sheet, dimension)[Math.max(at - 2, 0)] ?? DEFAULT_LINE;
  const blank = { ...DEFAULT_LINE, groupDepth: at > 1 ? like.groupDepth : 0 };
  linesOf(sheet, dimension).splice(at - 1, 0, ...Array.from({ length: count }, () => blank));
  if (dimension === 'row') sheet.grid.splice(at - 1, 0, ...Array.from({ length: count }, () => []));
  else for (const cells of sheet.grid) if (cells.length >= at) cells.splice(at - 1, 0, ...Array(count).fill(undefined));
  remapAll(state, sheet, insertedLines(sheet.id, dimension, at, count));
}

export function deleteLines(
  state: WorkbookState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  linesOf(sheet, dimension).splice(at - 1, count);
  if (dimension === 'row') sheet.grid.splice(at - 1, count);
  else for (const cells of sheet.grid) cells.splice(at - 1, count);
  remapAll(state, sheet, deletedLines(sheet.id, dimension, at, count));
}

/** `before`: the line, as numbered now, in front of which the block goes. */
export function moveLines(
  state: WorkbookState,
  sheet: SheetState,
  dimension: Dimension,
  block: { at: number; count: number; before: number },
): void {
  const { at, count, before } = block;
  moveWithin(linesOf(sheet, dimension), at, count, before);
  if (dimension === 'row') moveWithin(sheet.grid, at, count, before);
  else
    for (const cells of sheet.grid) {
      cells.length = Math.max(cells.length, sheet.columns.length);
      moveWithin(cells, at, count, before);
    }
  remapAll(state, sheet, movedLines(sheet.id, dimension, at, count, before));
}

function linesOf(sheet: SheetState, dimension: Dimension): SheetState['rows'] {
  return dimension === 'row' ? sheet.rows : sheet.columns;
}

function moveWithin<T>(items: T[], at: number, count: number, before: number): void {
  const moved = items.splice(at - 1, count);
  items.splice((before > at ? before - count : before) - 1, 0, ...moved);
}

function remapAll(state: WorkbookState, sheet: SheetState, map: LineMap): void {
  sheet.merges = sheet.merges.flatMap((area) => mapArea(area, map) ?? []);
  sheet.formatRules = sheet.formatRules
    .map((rule) => ({ ...rule, areas: rule.areas.flatMap((area) => mapArea(area, map) ?? []) }))
    .filter((rule) => rule.areas.length > 0);
  remapMetadata(state, map);
  state.names = state.names.flatMap((name) => {
    const area = name.sheetId === map.sheetId ? mapArea(name.area, map) : name.area;
    return area ? [{ ...name, area }] : [];
  });
  remapProtections(state, map);
  remapFormulas(state, sheet, map);
}

function remapMetadata(state: WorkbookState, map: LineMap): void {
  state.metadata = state.metadata.flatMap((entry) => {
    const location = remapLocation(entry.location, map);
    return location ? [{ ...entry, location }] : [];
  });
}

function remapLocation(location: MetadataLocation, map: LineMap): MetadataLocation | null {
  if (location.type === 'SPREADSHEET' || location.type === 'SHEET' || location.sheetId !== map.sheetId) return location;
  if ((location.type === 'ROW') !== (map.dimension === 'row')) return location;
  const index = map.line(location.index);
  return index === null ? null : { ...location, index };
}

function remapProtections(state: WorkbookState, map: LineMap): void {
  state.protections = state.protections.flatMap((protection) => {
    if (protection.sheetId !== map.sheetId) return [protection];
    const area = protection.area && mapArea(protection.area, map);
    if (protection.area && !area) return [];
    return [{ ...protection, area, unprotected: protection.unprotected.flatMap((part) => mapArea(part, map) ?? []) }];
  });
}

function remapFormulas(state: WorkbookState, changed: SheetState, map: LineMap): void {
  for (const sheet of state.sheets) {
    for (const cells of sheet.grid) {
      cells.forEach((cell, index) => {
        if (!cell || (cell.formula === null && !cell.validation)) return;
        const formula = cell.formula === null ? null : remapped(cell.formula, sheet.name, changed.name, map);
        const range = cell.validation?.range;
        const area = range?.sheetId === changed.id ? mapArea(range.area, map) : null;
        const validation =
          cell.validation && range && area ? { ...cell.validation, range: { ...range, area } } : cell.validation;
        if (formula !== cell.formula || validation !== cell.validation) cells[index] = { ...cell, formula, validation };
      });
    }
    sheet.formatRules = sheet.formatRules.map((rule) =>
      rule.criteria === 'CUSTOM_FORMULA'
        ? { ...rule, values: rule.values.map((value) => remapped(String(value), sheet.name, changed.name, map)) }
        : rule,
    );
  }
}

/** Formulas that name a sheet follow its new name. */
export function renameInFormulas(state: WorkbookState, from: string, to: string): void {
  for (const sheet of state.sheets)
    for (const cells of sheet.grid)
      cells.forEach((cell, index) => {
        if (cell && cell.formula !== null) cells[index] = { ...cell, formula: renamedSheet(cell.formula, from, to) };
      });
}
