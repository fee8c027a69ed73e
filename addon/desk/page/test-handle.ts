/**
 * `window.desk`: what a browser test drives and asserts the desk by. Sheets go by name, cells by A1 reference. A person's
 * typing is the test's own keyboard after `select`; everything that is read here is what the workbook, or the grid, has.
 */

import { ICommandService } from '@univerjs/core';
import type { MenuNode, RunOutcome } from '../stand-in/host.ts';
import { parseA1 } from '../stand-in/model/a1.ts';
import type { Area, Cell, PersonOutcome } from '../stand-in/model/types.ts';
import type { OpenDesk } from './desk.ts';
import type { PersonAct } from './protocol.ts';

export interface TestHandle {
  readonly book: string;
  sheetNames(): readonly string[];
  activeSheet(): string;
  /** Selects cells as a click would, and gives the keyboard to the grid. */
  select(sheet: string, a1: string): Promise<void>;
  selection(): { readonly sheet: string; readonly area: Area } | null;
  /** Types into one cell and commits, without the keyboard; resolves with what became of it. */
  edit(sheet: string, a1: string, typed: string): Promise<PersonOutcome>;
  /** Pastes text as it would come from the clipboard. */
  paste(sheet: string, a1: string, text: string): Promise<PersonOutcome>;
  act(act: PersonAct): Promise<PersonOutcome>;
  sheetId(sheet: string): number;
  cell(sheet: string, a1: string): Cell;
  values(sheet: string, a1: string): readonly (readonly Cell['value'][])[];
  /** What the workbook says the cell shows. */
  display(sheet: string, a1: string): string;
  /** What the grid draws there. */
  painted(sheet: string, a1: string): string;
  menus(): readonly MenuNode[];
  run(functionName: string, ...args: unknown[]): Promise<RunOutcome>;
  setNetwork(on: boolean): void;
  /** Resolves when nothing runs, nothing waits for a formula, and all is stored. */
  idle(): Promise<void>;
  /** Runs a command of the grid's own, as its menus and shortcuts do. */
  command(id: string, params?: object): Promise<boolean>;
}

export function createTestHandle(desk: OpenDesk): TestHandle {
  const { mirror, view, client } = desk;

  function sheetOf(name: string) {
    const sheet = mirror
      .order()
      .flatMap((id) => mirror.sheet(id) ?? [])
      .find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No sheet “${name}”.`);
    return sheet;
  }

  function areaOf(name: string, a1: string): { sheetId: number; area: Area } {
    const sheet = sheetOf(name);
    const parsed = parseA1(a1, { rows: sheet.grid.length, columns: sheet.columns.length });
    if (parsed === null) throw new Error(`No range “${a1}”.`);
    return { sheetId: sheet.id, area: parsed.area };
  }

  function cellsOf(name: string, a1: string): Cell[][] {
    const { sheetId, area } = areaOf(name, a1);
    return Array.from({ length: area.rows }, (_row, down) =>
      Array.from({ length: area.columns }, (_cell, across) =>
        mirror.cell(sheetId, area.row + down, area.column + across),
      ),
    );
  }

  function firstCell(name: string, a1: string): { sheetId: number; row: number; column: number } {
    const { sheetId, area } = areaOf(name, a1);
    return { sheetId, row: area.row, column: area.column };
  }

  function isIdle(): boolean {
    return client.pending() === 0 && desk.runs() === 0 && !hasPendingFormulas(desk);
  }

  return {
    book: desk.book.id,
    sheetNames: () => mirror.order().flatMap((id) => mirror.sheet(id)?.name ?? []),
    activeSheet: () => view.grid.api.getActiveWorkbook()?.getActiveSheet().getSheetName() ?? '',
    async select(name, a1) {
      await view.commitEditing();
      const { sheetId, area } = areaOf(name, a1);
      view.select(sheetId, area);
      view.focus();
    },
    selection() {
      const now = view.input.selection();
      return now === null ? null : { sheet: mirror.sheet(now.sheetId)?.name ?? '', area: now.area };
    },
    edit(name, a1, typed) {
      const { sheetId, row, column } = firstCell(name, a1);
      return desk.act({ kind: 'edit', sheetId, at: { row, column }, typed });
    },
    paste: (name, a1, text) => desk.act(view.input.copySource.paste(text, areaOf(name, a1), false)),
    act: (act) => desk.act(act),
    sheetId: (name) => sheetOf(name).id,
    cell(name, a1) {
      const { sheetId, row, column } = firstCell(name, a1);
      return mirror.cell(sheetId, row, column);
    },
    values: (name, a1) => cellsOf(name, a1).map((row) => row.map(({ value }) => value)),
    display(name, a1) {
      const { sheetId, row, column } = firstCell(name, a1);
      return mirror.display(sheetId, row, column);
    },
    painted(name, a1) {
      const { sheetId, row, column } = firstCell(name, a1);
      const sheet = view.grid.api.getActiveWorkbook()?.getSheetBySheetId(String(sheetId))?.getSheet();
      return String(sheet?.getCell(row - 1, column - 1)?.v ?? '');
    },
    menus: () => desk.menus(),
    run: (functionName, ...args) => client.run(functionName, args, 'sidebar'),
    setNetwork: (on) => desk.setNetwork(on),
    async idle() {
      // Twice in a row: a run may begin in the turn after the edit that causes it.
      for (let quiet = 0; quiet < 2; quiet = isIdle() ? quiet + 1 : 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await desk.saver.settled();
    },
    command: (id, params) =>
      view.grid.injector
        .get(ICommandService)
        .executeCommand(id, params)
        .catch(() => false),
  };
}

function hasPendingFormulas({ mirror }: OpenDesk): boolean {
  return mirror
    .order()
    .some((id) =>
      mirror
        .sheet(id)
        ?.grid.some((row) => row.some((cell) => cell !== undefined && cell.formula !== null && !cell.computed)),
    );
}
