/**
 * Draws the workbook's changes into the grid. Everything goes through the grid's own mutations, below its commands: so
 * nothing of it lands on the grid's undo stack (undo is the workbook's), and none of it is mistaken for a person's act.
 */

import { ICommandService } from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetOrderMutation } from '@univerjs/sheets';
import { positions } from '../../stand-in/model/areas.ts';
import type { Area, SheetState } from '../../stand-in/model/types.ts';
import type { Mirror } from '../mirror.ts';
import type { Drawing } from '../protocol.ts';
import { type CellPainter, createCellPainter } from './paint-cells.ts';
import { createRulePainter } from './paint-rules.ts';
import { paintSize, paintStructure, type Structure, structureOf } from './paint-structure.ts';
import type { Grid } from './univer.ts';
import { toSheetData } from './workbook-data.ts';

interface Painted {
  readonly cells: CellPainter;
  readonly rules: (sheet: SheetState) => void;
  structure: Structure;
}

export interface Painter {
  /** Draws what the mirror has just taken. */
  draw(drawing: Drawing): void;
  /** True while the painter itself changes the grid. */
  readonly isPainting: () => boolean;
}

/** `unitId`: the grid's name for the workbook, which it was opened with from the same mirror. */
export function createPainter(grid: Grid, mirror: Mirror, unitId: string): Painter {
  const commands = grid.injector.get(ICommandService);
  const painted = new Map<number, Painted>();
  let painting = 0;

  function mutate(id: string, params: object): void {
    painting += 1;
    try {
      commands.syncExecuteCommand(id, { unitId, ...params });
    } finally {
      painting -= 1;
    }
  }

  /** Takes up a sheet that the grid was given as a whole. */
  function adopt(sheet: SheetState): void {
    const cells = createCellPainter(sheet, mirror.place.timeZone, mutate);
    const rules = createRulePainter(mutate, (id) => mirror.sheet(id)?.name ?? '');
    rules(sheet);
    painted.set(sheet.id, { cells, rules, structure: structureOf(sheet) });
  }

  function drawSheet(sheet: SheetState): void {
    const before = painted.get(sheet.id);
    if (before === undefined) {
      const index = mirror.order().indexOf(sheet.id);
      mutate(InsertSheetMutation.id, { index, sheet: toSheetData(sheet, mirror.place.timeZone) });
      adopt(sheet);
      return;
    }
    paintSize(sheet, before.structure, mutate);
    before.cells.all(sheet);
    paintStructure(sheet, before.structure, mutate);
    before.rules(sheet);
    before.structure = structureOf(sheet);
  }

  function drawOrder(order: readonly number[]): void {
    for (const id of painted.keys()) {
      if (order.includes(id)) continue;
      mutate(RemoveSheetMutation.id, { subUnitId: String(id), subUnitName: '' });
      painted.delete(id);
    }
    order.forEach((id, toOrder) => {
      const now = grid.api.getActiveWorkbook()?.getSheets() ?? [];
      const fromOrder = now.findIndex((sheet) => sheet.getSheetId() === String(id));
      if (fromOrder < 0 || fromOrder === toOrder) return;
      mutate(SetWorksheetOrderMutation.id, { subUnitId: String(id), fromOrder, toOrder });
    });
  }

  function drawArea(sheetId: number, area: Area): void {
    const sheet = mirror.sheet(sheetId);
    if (sheet === undefined) return;
    const cells = positions(area).map(({ row, column }) => [row - 1, column - 1] as const);
    painted.get(sheetId)?.cells.some(sheet, cells);
  }

  function sheetsOf(ids: Iterable<number>): SheetState[] {
    return [...ids].flatMap((id) => mirror.sheet(id) ?? []);
  }

  for (const sheet of sheetsOf(mirror.order())) adopt(sheet);

  return {
    isPainting: () => painting > 0,
    draw({ sheets, order, cells }) {
      for (const sheet of sheetsOf(sheets.map(({ id }) => id))) drawSheet(sheet);
      if (order !== null) drawOrder(order);
      for (const { sheetId, area } of cells) drawArea(sheetId, area);
      const touched = new Set(cells.map(({ sheetId }) => sheetId));
      for (const sheet of sheetsOf(touched)) painted.get(sheet.id)?.rules(sheet);
    },
  };
}
