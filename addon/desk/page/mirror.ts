/** The page's copy of the workbook in the worker: what the grid shows, and where its figures as text come from. */

import { BLANK } from '../stand-in/model/cells.ts';
import { displayText } from '../stand-in/model/number-format.ts';
import type { Area, Cell, SheetState } from '../stand-in/model/types.ts';
import type { Drawing } from './protocol.ts';

export interface Place {
  readonly locale: string;
  readonly timeZone: string;
}

export interface Mirror {
  readonly place: Place;
  /** The version of the workbook that this is. */
  readonly version: () => number;
  /** Sheet ids in tab order. */
  readonly order: () => readonly number[];
  sheet(sheetId: number): SheetState | undefined;
  /** Counts from 1; blank outside the sheet. */
  cell(sheetId: number, row: number, column: number): Cell;
  display(sheetId: number, row: number, column: number): string;
  apply(drawing: Drawing): void;
}

export function createMirror(place: Place): Mirror {
  const sheets = new Map<number, SheetState>();
  let order: readonly number[] = [];
  let version = 0;

  function cell(sheetId: number, row: number, column: number): Cell {
    return sheets.get(sheetId)?.grid[row - 1]?.[column - 1] ?? BLANK;
  }

  return {
    place,
    version: () => version,
    order: () => order,
    sheet: (sheetId) => sheets.get(sheetId),
    cell,
    display(sheetId, row, column) {
      const { value, numberFormat } = cell(sheetId, row, column);
      return displayText(value, numberFormat, place);
    },
    apply(drawing) {
      version = drawing.version;
      for (const sheet of drawing.sheets) sheets.set(sheet.id, sheet);
      if (drawing.order !== null) {
        order = drawing.order;
        for (const id of sheets.keys()) if (!order.includes(id)) sheets.delete(id);
      }
      for (const { sheetId, area, after } of drawing.cells) put(sheets.get(sheetId), area, after);
    },
  };
}

function put(sheet: SheetState | undefined, area: Area, after: readonly (readonly Cell[])[]): void {
  if (sheet === undefined) return;
  after.forEach((cells, down) => {
    const row = sheet.grid[area.row - 1 + down];
    if (row === undefined) return;
    cells.forEach((cell, across) => {
      row[area.column - 1 + across] = cell;
    });
  });
}
