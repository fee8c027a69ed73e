/** Sheet: rows and columns inserted, deleted, moved, sized, hidden, frozen, grouped; sorting. */
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../model/cells.ts';
import type { Dimension, Line } from '../model/types.ts';
import type { SheetContext } from './sheet.ts';

type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;
type Lines = Pick<
  GSheet,
  | 'getMaxRows'
  | 'getMaxColumns'
  | 'insertRowAfter'
  | 'insertRowBefore'
  | 'insertRows'
  | 'insertRowsAfter'
  | 'insertRowsBefore'
  | 'insertColumnAfter'
  | 'insertColumnBefore'
  | 'insertColumns'
  | 'insertColumnsAfter'
  | 'insertColumnsBefore'
  | 'deleteRow'
  | 'deleteRows'
  | 'deleteColumn'
  | 'deleteColumns'
  | 'moveRows'
  | 'moveColumns'
  | 'getRowHeight'
  | 'setRowHeight'
  | 'setRowHeights'
  | 'setRowHeightsForced'
  | 'getColumnWidth'
  | 'setColumnWidth'
  | 'setColumnWidths'
  | 'autoResizeColumn'
  | 'autoResizeColumns'
  | 'autoResizeRows'
  | 'hideRows'
  | 'showRows'
  | 'hideRow'
  | 'unhideRow'
  | 'hideColumns'
  | 'showColumns'
  | 'hideColumn'
  | 'unhideColumn'
  | 'isRowHiddenByUser'
  | 'isColumnHiddenByUser'
  | 'isRowHiddenByFilter'
  | 'getFrozenRows'
  | 'setFrozenRows'
  | 'getFrozenColumns'
  | 'setFrozenColumns'
  | 'getRowGroupDepth'
  | 'getColumnGroupDepth'
  | 'setRowGroupControlPosition'
  | 'collapseAllRowGroups'
  | 'expandAllRowGroups'
  | 'sort'
>;

export function sheetLines({ kit, sheetId, self }: SheetContext): Lines {
  const { model } = kit.run.host;
  const lines = (dimension: Dimension): Line[] => kit.state(sheetId)[dimension === 'row' ? 'rows' : 'columns'];
  const check = (dimension: Dimension, at: number, count: number): void => {
    if (!Number.isInteger(at) || at < 1 || count < 1 || at + count - 1 > lines(dimension).length)
      throw new Error(`Those ${dimension}s are out of bounds.`);
  };
  const mayEditAll = (): void => {
    const { grid, columns } = kit.state(sheetId);
    kit.run.assertMayEdit(sheetId, { row: 1, column: 1, rows: grid.length, columns: columns.length });
  };
  const insert = (dimension: Dimension, at: number, count: number): GSheet => {
    check(dimension, Math.max(1, at - 1), 1);
    mayEditAll();
    model.changeLines(sheetId, dimension, { what: 'inserted', at, count }, 'script');
    return self();
  };
  const remove = (dimension: Dimension, at: number, count: number): GSheet => {
    check(dimension, at, count);
    mayEditAll();
    if (count >= lines(dimension).length) throw new Error(`You can't delete all the ${dimension}s on the sheet.`);
    model.changeLines(sheetId, dimension, { what: 'deleted', at, count }, 'script');
    return self();
  };
  const move = (dimension: Dimension, range: GRange, before: number): void => {
    const { area } = kit.ranges.of(range);
    const [at, count] = dimension === 'row' ? [area.row, area.rows] : [area.column, area.columns];
    mayEditAll();
    model.changeLines(sheetId, dimension, { what: 'moved', at, count, before }, 'script');
  };
  const set = (dimension: Dimension, at: number, count: number, change: Partial<Line>): GSheet => {
    check(dimension, at, count);
    model.update(
      () => {
        const list = lines(dimension);
        for (let i = at - 1; i < at - 1 + count; i += 1) {
          const line = list[i];
          if (line) list[i] = { ...line, ...change };
        }
      },
      { kind: 'line-properties', sheetId, dimension },
    );
    return self();
  };
  const collapse = (collapsed: boolean): GSheet => {
    const list = lines('row').map((line) => (line.groupDepth > 0 ? { ...line, collapsed } : line));
    model.update(
      () => {
        kit.state(sheetId).rows = list;
      },
      { kind: 'line-properties', sheetId, dimension: 'row' },
    );
    return self();
  };
  const line = (dimension: Dimension, at: number): Line | undefined => lines(dimension)[at - 1];
  const freeze = (change: { frozenRows?: number; frozenColumns?: number }): void =>
    model.update(() => Object.assign(kit.state(sheetId), change), { kind: 'sheet-properties', sheetId });
  const hide = (dimension: Dimension, range: GRange, hidden: boolean): void => {
    const { area } = kit.ranges.of(range);
    set(dimension, dimension === 'row' ? area.row : area.column, dimension === 'row' ? area.rows : area.columns, {
      hidden,
    });
  };

  return {
    getMaxRows: () => lines('row').length,
    getMaxColumns: () => lines('column').length,
    insertRowAfter: (after) => insert('row', after + 1, 1),
    insertRowBefore: (before) => insert('row', before, 1),
    insertRows: (at: number, count?: number) => void insert('row', at, count ?? 1),
    insertRowsAfter: (after, count) => insert('row', after + 1, count),
    insertRowsBefore: (before, count) => insert('row', before, count),
    insertColumnAfter: (after) => insert('column', after + 1, 1),
    insertColumnBefore: (before) => insert('column', before, 1),
    insertColumns: (at: number, count?: number) => void insert('column', at, count ?? 1),
    insertColumnsAfter: (after, count) => insert('column', after + 1, count),
    insertColumnsBefore: (before, count) => insert('column', before, count),
    deleteRow: (at) => remove('row', at, 1),
    deleteRows: (at, count) => void remove('row', at, count),
    deleteColumn: (at) => remove('column', at, 1),
    deleteColumns: (at, count) => void remove('column', at, count),
    moveRows: (range, before) => move('row', range, before),
    moveColumns: (range, before) => move('column', range, before),
    getRowHeight: (at) => line('row', at)?.size ?? DEFAULT_ROW_HEIGHT,
    setRowHeight: (at, size) => set('row', at, 1, { size }),
    setRowHeights: (at, count, size) => set('row', at, count, { size }),
    setRowHeightsForced: (at, count, size) => set('row', at, count, { size }),
    getColumnWidth: (at) => line('column', at)?.size ?? DEFAULT_COLUMN_WIDTH,
    setColumnWidth: (at, size) => set('column', at, 1, { size }),
    setColumnWidths: (at, count, size) => set('column', at, count, { size }),
    // How wide a text is, only the grid knows: the size goes back to the default, which fits by itself in height.
    autoResizeColumn: (at) => set('column', at, 1, { size: null }),
    autoResizeColumns: (at, count) => set('column', at, count, { size: null }),
    autoResizeRows: (at, count) => set('row', at, count, { size: null }),
    hideRows: (at: number, count?: number) => void set('row', at, count ?? 1, { hidden: true }),
    showRows: (at: number, count?: number) => void set('row', at, count ?? 1, { hidden: false }),
    hideRow: (range) => hide('row', range, true),
    unhideRow: (range) => hide('row', range, false),
    hideColumns: (at: number, count?: number) => void set('column', at, count ?? 1, { hidden: true }),
    showColumns: (at: number, count?: number) => void set('column', at, count ?? 1, { hidden: false }),
    hideColumn: (range) => hide('column', range, true),
    unhideColumn: (range) => hide('column', range, false),
    isRowHiddenByUser: (at) => line('row', at)?.hidden ?? false,
    isColumnHiddenByUser: (at) => line('column', at)?.hidden ?? false,
    isRowHiddenByFilter: () => false,
    getFrozenRows: () => kit.state(sheetId).frozenRows,
    setFrozenRows: (frozenRows) => freeze({ frozenRows }),
    getFrozenColumns: () => kit.state(sheetId).frozenColumns,
    setFrozenColumns: (frozenColumns) => freeze({ frozenColumns }),
    getRowGroupDepth: (at) => line('row', at)?.groupDepth ?? 0,
    getColumnGroupDepth: (at) => line('column', at)?.groupDepth ?? 0,
    setRowGroupControlPosition: () => self(),
    collapseAllRowGroups: () => collapse(true),
    expandAllRowGroups: () => collapse(false),
    sort: (column: number, ascending?: boolean) => {
      const sheet = self();
      const head = sheet.getFrozenRows();
      const rows = sheet.getLastRow() - head;
      if (rows > 0)
        sheet.getRange(head + 1, 1, rows, sheet.getLastColumn()).sort({ column, ascending: ascending ?? true });
      return sheet;
    },
  };
}
