/** Gathers the model's changes until the page is told, as one drawing: whole sheets where structure changed, else cells. */

import type { Area, ModelChange } from '../../stand-in/model/types.ts';
import type { WorkbookModel } from '../../stand-in/workbook-model.ts';
import type { Drawing } from '../protocol.ts';

export interface DrawingCollector {
  /** What is to be drawn since the last call; null: nothing. */
  take(): Drawing | null;
}

/** `user`: whose selection the grid shows. */
export function collectDrawings(model: WorkbookModel, user: string): DrawingCollector {
  let sheets = new Set<number>();
  let cells: { sheetId: number; area: Area }[] = [];
  let order = false;
  let selection: Drawing['selection'] = null;
  let touched = false;

  function note(change: ModelChange): void {
    switch (change.kind) {
      case 'cells':
      case 'format':
        cells.push({ sheetId: change.sheetId, area: change.area });
        break;
      case 'stale':
        for (const { sheetId, row, column } of change.cells) {
          cells.push({ sheetId, area: { row, column, rows: 1, columns: 1 } });
        }
        break;
      case 'sheets':
        order = true;
        for (const id of change.sheetIds) sheets.add(id);
        break;
      case 'selection':
        if (change.user === user && change.origin === 'script')
          selection = { sheetId: change.sheetId, area: change.area };
        else return;
        break;
      case 'lines':
      case 'line-properties':
      case 'sheet-properties':
      case 'merges':
      case 'format-rules':
      case 'sheet-replaced':
        sheets.add(change.sheetId);
        break;
      default:
        return;
    }
    touched = true;
  }

  model.onChange(note);
  return {
    take() {
      if (!touched) return null;
      const drawing = {
        version: model.version,
        sheets: model.sheets.filter(({ id }) => sheets.has(id)),
        order: order ? model.sheets.map(({ id }) => id) : null,
        cells: currentCells(model, cells, sheets),
        selection,
      };
      sheets = new Set();
      cells = [];
      order = false;
      selection = null;
      touched = false;
      return drawing;
    },
  };
}

/** Everything, for a page that has nothing yet. */
export function drawAll(model: WorkbookModel, user: string): Drawing {
  return {
    version: model.version,
    sheets: model.sheets,
    order: model.sheets.map(({ id }) => id),
    cells: [],
    selection: model.selection(user),
  };
}

/** The cells as they are now, not as they were between: a later change may have moved them. */
function currentCells(
  model: WorkbookModel,
  cells: readonly { readonly sheetId: number; readonly area: Area }[],
  whole: ReadonlySet<number>,
): Drawing['cells'] {
  return cells
    .filter(({ sheetId }) => !whole.has(sheetId) && model.sheet(sheetId) !== null)
    .map(({ sheetId, area }) => ({ sheetId, area, after: model.read(sheetId, area) }));
}
