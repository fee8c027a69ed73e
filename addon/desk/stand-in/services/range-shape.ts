/** Range: merging, groups, sorting, copying, checkboxes. */
import { contains, overlap } from '../model/areas.ts';
import { BLANK, withConstant, withFormula } from '../model/cells.ts';
import { shifted } from '../model/formula-text.ts';
import { type SortKey, sortedRows } from '../model/sorting.ts';
import type { Area, Line } from '../model/types.ts';
import type { RangeContext } from './range.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type Shape = Pick<
  GRange,
  | 'merge'
  | 'mergeAcross'
  | 'mergeVertically'
  | 'breakApart'
  | 'isPartOfMerge'
  | 'getMergedRanges'
  | 'shiftRowGroupDepth'
  | 'shiftColumnGroupDepth'
  | 'collapseGroups'
  | 'expandGroups'
  | 'sort'
  | 'copyTo'
  | 'moveTo'
>;

export function rangeShape({ kit, ref, self }: RangeContext): Shape {
  const { sheetId, area } = ref;
  const { run } = kit;
  const model = run.host.model;
  const setMerges = (change: (merges: readonly Area[]) => readonly Area[]): GRange => {
    run.assertMayEdit(sheetId, area);
    model.update(
      () => {
        const sheet = kit.state(sheetId);
        sheet.merges = change(sheet.merges);
      },
      { kind: 'merges', sheetId },
    );
    return self();
  };
  /** Only the first cell of a merge keeps its contents. */
  const merge = (parts: readonly Area[]): GRange => {
    for (const part of parts)
      run.write(sheetId, part, (cell, row, column) =>
        row === part.row && column === part.column ? cell : withConstant(cell, null),
      );
    return setMerges((merges) => [...merges.filter((one) => !overlap(one, area)), ...parts]);
  };
  const regroup = (lines: 'rows' | 'columns', start: number, count: number, delta: number): GRange => {
    const shift = (line: Line): Line => ({ ...line, groupDepth: Math.min(8, Math.max(0, line.groupDepth + delta)) });
    model.update(
      () => {
        const sheet = kit.state(sheetId);
        sheet[lines] = sheet[lines].map((line, i) => (i + 1 >= start && i + 1 < start + count ? shift(line) : line));
      },
      { kind: 'line-properties', sheetId, dimension: lines === 'rows' ? 'row' : 'column' },
    );
    return self();
  };
  /** All groups of rows that lie within; one that reaches out of the range stays as it is, stricter than Google's. */
  const fold = (collapsed: boolean): GRange => {
    const sheet = kit.state(sheetId);
    const inside = (index: number): boolean => index + 1 >= area.row && index + 1 < area.row + area.rows;
    const outside = [sheet.rows[area.row - 2], sheet.rows[area.row + area.rows - 1]];
    const depth = Math.max(0, ...outside.map((line) => line?.groupDepth ?? 0));
    model.update(
      () => {
        sheet.rows = sheet.rows.map((line, index) =>
          inside(index) && line.groupDepth > depth ? { ...line, collapsed } : line,
        );
      },
      { kind: 'line-properties', sheetId, dimension: 'row' },
    );
    return self();
  };

  return {
    merge: () => merge([area]),
    mergeAcross: () => merge(Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))),
    mergeVertically: () =>
      merge(Array.from({ length: area.columns }, (_, i) => ({ ...area, column: area.column + i, columns: 1 }))),
    breakApart: () => {
      if (kit.state(sheetId).merges.some((one) => overlap(one, area) && !contains(area, one)))
        throw new Error('You must select all cells in a merged range to merge or unmerge them.');
      return setMerges((merges) => merges.filter((one) => !overlap(one, area)));
    },
    isPartOfMerge: () => kit.state(sheetId).merges.some((one) => contains(one, area)),
    getMergedRanges: () =>
      kit
        .state(sheetId)
        .merges.filter((one) => overlap(one, area))
        .map((one) => kit.range(sheetId, one)),
    shiftRowGroupDepth: (delta: number) => regroup('rows', area.row, area.rows, delta),
    shiftColumnGroupDepth: (delta: number) => regroup('columns', area.column, area.columns, delta),
    collapseGroups: () => fold(true),
    expandGroups: () => fold(false),
    sort: (spec: unknown) => {
      const rows = sortedRows(model.read(sheetId, area), area, sortKeys(spec));
      run.write(sheetId, area, (cell, row, column) => rows[row - area.row]?.[column - area.column] ?? cell);
      return self();
    },
    copyTo: (destination: GRange, options?: unknown) => {
      if (options !== undefined) throw new Error('Range.copyTo with options is not in the stand-in');
      const target = kit.ranges.of(destination);
      const from = model.read(sheetId, area);
      const size = {
        rows: Math.max(area.rows, target.area.rows),
        columns: Math.max(area.columns, target.area.columns),
      };
      const to = { ...target.area, ...size };
      run.write(target.sheetId, to, (cell, row, column) => {
        const r = (row - to.row) % area.rows;
        const c = (column - to.column) % area.columns;
        const copied = from[r]?.[c] ?? cell;
        if (copied.formula === null) return copied;
        return withFormula(copied, shifted(copied.formula, row - area.row - r, column - area.column - c));
      });
    },
    // Cut and paste: contents and looks go, metadata of the lines stays. Only where the block begins counts of the destination.
    moveTo: (destination: GRange) => {
      const target = kit.ranges.of(destination);
      const from = model.read(sheetId, area);
      const to = { ...target.area, rows: area.rows, columns: area.columns };
      // Throws, before anything is taken away, where the block would reach beyond the sheet.
      kit.range(target.sheetId, to);
      run.write(sheetId, area, () => BLANK);
      run.write(target.sheetId, to, (cell, row, column) => from[row - to.row]?.[column - to.column] ?? cell);
    },
  };
}

function sortKeys(spec: unknown): SortKey[] {
  const items: readonly unknown[] = Array.isArray(spec) ? spec : [spec];
  return items.map((item) => {
    if (typeof item === 'number') return { column: item, ascending: true };
    if (item !== null && typeof item === 'object' && 'column' in item && typeof item.column === 'number')
      return { column: item.column, ascending: !('ascending' in item) || item.ascending !== false };
    throw new Error("The parameters don't match the method signature for Range.sort.");
  });
}
