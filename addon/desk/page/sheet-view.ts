/** The grid as the workbook's view: opened once, then drawn into, while what a person does in it becomes acts. */

import { ICommandService, LifecycleStages } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import { SetSelectionsOperation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/lib/facade';
import type { Area } from '../stand-in/model/types.ts';
import type { FormulaResult } from '../stand-in/workbook-model.ts';
import { installDisplay } from './grid/display.ts';
import { watchFormulaResults } from './grid/formula-results.ts';
import { createPainter, type Painter } from './grid/painter.ts';
import { installPersonInput, type PersonInput } from './grid/person-input.ts';
import { type Grid, startGrid } from './grid/univer.ts';
import { toWorkbookData } from './grid/workbook-data.ts';
import type { Mirror } from './mirror.ts';
import type { Drawing, PersonAct } from './protocol.ts';

export interface SheetViewOptions {
  readonly container: HTMLElement;
  readonly bookId: string;
  readonly mirror: Mirror;
  readonly onAct: (act: PersonAct) => void;
  readonly onSelect: (sheetId: number, area: Area) => void;
  readonly onResults: (results: readonly FormulaResult[], version: number) => void;
  readonly onNotHere: (command: string) => void;
}

export interface SheetView {
  readonly grid: Grid;
  readonly painter: Painter;
  readonly input: PersonInput;
  /** Resolves when the grid has drawn the workbook and takes the keyboard. */
  readonly rendered: Promise<void>;
  draw(drawing: Drawing): void;
  select(sheetId: number, area: Area): void;
  /** Commits the cell that is being edited, as Google's does when focus leaves the grid. */
  commitEditing(): Promise<void>;
  focus(): void;
}

export function openSheetView(options: SheetViewOptions): SheetView {
  const { mirror } = options;
  const grid = startGrid(options.container);
  const rendered = new Promise<void>((resolve) => {
    grid.api.addEvent(grid.api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage === LifecycleStages.Rendered) resolve();
    });
  });
  // The grid's services are only there with its first workbook; it is drawn after this turn.
  grid.api.createWorkbook(toWorkbookData(options.bookId, mirror));
  installDisplay(grid, mirror);
  watchFormulaResults(grid, mirror, options.onResults);
  const painter = createPainter(grid, mirror, options.bookId);
  const input = installPersonInput({ grid, mirror, painter, act: options.onAct, notHere: options.onNotHere });
  let told = '';

  function tellSelection(): void {
    const now = input.selection();
    const key = JSON.stringify(now);
    if (now === null || key === told) return;
    told = key;
    options.onSelect(now.sheetId, now.area);
  }

  // The grid's own event binds to the service of the moment it is added, and misses what is selected later; the operation is always run.
  grid.injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id) tellSelection();
  });
  grid.api.addEvent(grid.api.Event.ActiveSheetChanged, tellSelection);

  function select(sheetId: number, area: Area): void {
    const workbook = grid.api.getActiveWorkbook();
    const sheet = workbook?.getSheetBySheetId(String(sheetId));
    if (!workbook || !sheet) return;
    if (workbook.getActiveSheet().getSheetId() !== sheet.getSheetId()) workbook.setActiveSheet(sheet);
    sheet.setActiveSelection(sheet.getRange(area.row - 1, area.column - 1, area.rows, area.columns));
    // What is in sight of a sheet that has just been shown is known with the next frame.
    requestAnimationFrame(() => showCell(sheet, area));
  }

  return {
    grid,
    painter,
    input,
    rendered,
    select,
    draw(drawing) {
      painter.draw(drawing);
      if (drawing.selection !== null) select(drawing.selection.sheetId, drawing.selection.area);
    },
    async commitEditing() {
      await grid.api.getActiveWorkbook()?.endEditingAsync(true);
    },
    focus() {
      window.focus();
      grid.injector.get(ILayoutService).focus();
    },
  };
}

/** Scrolls only where the cell is out of sight: a jump under the eyes of somebody who reads is worse than none. */
function showCell(sheet: FWorksheet, { row, column }: Area): void {
  const seen = sheet.getVisibleRange() ?? undefined;
  if (seen === undefined) return;
  const inRows = row - 1 >= seen.startRow && row - 1 <= seen.endRow;
  const inColumns = column - 1 >= seen.startColumn && column - 1 <= seen.endColumn;
  const { ySplit, xSplit } = sheet.getFreeze();
  const away = (!inRows && row > ySplit) || (!inColumns && column > xSplit);
  if (away) sheet.scrollToCell(Math.max(0, row - 4), Math.max(0, column - 3));
}
