/** Range: its place, and the groups of members that other files hold. */
import { areaToA1 } from '../model/a1.ts';
import type { Kit, RangeRef } from './kit.ts';
import { rangeAnchors } from './range-anchors.ts';
import { rangeFormats } from './range-formats.ts';
import { rangeShape } from './range-shape.ts';
import { rangeValues } from './range-values.ts';
import { strict } from './strict.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;

/** What a group of members needs: the place, and the range itself for chaining. */
export interface RangeContext {
  readonly kit: Kit;
  readonly ref: RangeRef;
  readonly self: () => GRange;
}

export function makeRange(kit: Kit, ref: RangeRef): GRange {
  const context: RangeContext = { kit, ref, self: () => range };
  const range: GRange = strict<GRange>(kit.run, 'Range', {
    ...place(context),
    ...rangeValues(context),
    ...rangeFormats(context),
    ...rangeShape(context),
    ...rangeAnchors(context),
  });
  return range;
}

type Place = Pick<
  GRange,
  | 'getRow'
  | 'getRowIndex'
  | 'getColumn'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getSheet'
  | 'getGridId'
  | 'getA1Notation'
  | 'getCell'
  | 'offset'
  | 'activate'
  | 'activateAsCurrentCell'
  | 'canEdit'
>;

function place({ kit, ref, self }: RangeContext): Place {
  const { sheetId, area } = ref;
  const select = (): GRange => {
    kit.run.host.model.select(kit.viewer, sheetId, area, 'script');
    return self();
  };
  return {
    getRow: () => area.row,
    getRowIndex: () => area.row,
    getColumn: () => area.column,
    getLastRow: () => area.row + area.rows - 1,
    getLastColumn: () => area.column + area.columns - 1,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getSheet: () => kit.sheet(sheetId),
    getGridId: () => sheetId,
    getA1Notation: () => areaToA1(area),
    getCell: (row: number, column: number) => {
      if (row < 1 || column < 1 || row > area.rows || column > area.columns)
        throw new Error('Cell reference out of range');
      return kit.range(sheetId, { row: area.row + row - 1, column: area.column + column - 1, rows: 1, columns: 1 });
    },
    offset: (rowOffset: number, columnOffset: number, rows?: number, columns?: number) =>
      kit.range(sheetId, {
        row: area.row + rowOffset,
        column: area.column + columnOffset,
        rows: rows ?? area.rows,
        columns: columns ?? area.columns,
      }),
    activate: select,
    activateAsCurrentCell: select,
    canEdit: () => {
      try {
        kit.run.assertMayEdit(sheetId, area);
        return true;
      } catch {
        return false;
      }
    },
  };
}
