/** One spreadsheet in memory, synchronous: reads, the writes of scripts and of calculation, structure, and who is told of changes. */
import { columnLetters } from './model/a1.ts';
import { cellAt, putCell, readArea, sameContents } from './model/cells.ts';
import { references } from './model/formula-text.ts';
import { History, type HistoryEntry, restore, snapshot } from './model/history.ts';
import { type WorkbookJson, workbookFromJson, workbookToJson } from './model/json.ts';
import { displayText } from './model/number-format.ts';
import { dependents, type FormulaCell, formulaCells } from './model/staleness.ts';
import { deleteLines, insertLines, moveLines, renameInFormulas } from './model/structure.ts';
import type {
  Area,
  Cell,
  CellValue,
  Dimension,
  ModelChange,
  ModelListener,
  Origin,
  SheetState,
} from './model/types.ts';
import {
  type NewWorkbook,
  newScriptState,
  newWorkbookState,
  type SelectionState,
  type WorkbookState,
} from './model/workbook-state.ts';

export interface FormulaResult {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** If given, the result counts only while the cell still has this formula. */
  readonly formula?: string;
}

export type LineOperation =
  | { readonly what: 'inserted' | 'deleted'; readonly at: number; readonly count: number }
  | { readonly what: 'moved'; readonly at: number; readonly count: number; readonly before: number };

export class WorkbookModel {
  readonly state: WorkbookState;
  readonly #history = new History();
  readonly #listeners = new Set<ModelListener>();
  #version: number;
  #formulas: FormulaCell[] | null = null;

  constructor(state: WorkbookState, version: number) {
    this.state = state;
    this.#version = version;
  }

  static fromJSON(json: WorkbookJson): WorkbookModel {
    const { state, version } = workbookFromJson(json);
    return new WorkbookModel(state, version);
  }

  toJSON(): WorkbookJson {
    return workbookToJson(this.state, this.#version);
  }

  get version(): number {
    return this.#version;
  }
  get sheets(): readonly SheetState[] {
    return this.state.sheets;
  }
  get metadata(): WorkbookState['metadata'] {
    return this.state.metadata;
  }
  get protections(): WorkbookState['protections'] {
    return this.state.protections;
  }
  get names(): WorkbookState['names'] {
    return this.state.names;
  }
  get script(): WorkbookState['script'] {
    return this.state.script;
  }

  /** Listeners are called after the change, in the order they came; what they throw reaches the writer. */
  onChange(listener: ModelListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  sheet(sheetId: number): SheetState | null {
    return this.state.sheets.find((sheet) => sheet.id === sheetId) ?? null;
  }

  sheetByName(name: string): SheetState | null {
    return this.state.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  cell(sheetId: number, row: number, column: number): Cell {
    return cellAt(this.#known(sheetId), row, column);
  }

  read(sheetId: number, area: Area): Cell[][] {
    return readArea(this.#known(sheetId), area);
  }

  /** As a person sees it. A formula that is not computed yet shows "Loading...", as Google's does. */
  display(sheetId: number, row: number, column: number): string {
    const cell = this.cell(sheetId, row, column);
    return cell.computed ? displayText(cell.value, cell.numberFormat, this.state) : 'Loading...';
  }

  write(sheetId: number, area: Area, make: (cell: Cell, row: number, column: number) => Cell, origin: Origin): void {
    const sheet = this.#known(sheetId);
    if (area.row + area.rows - 1 > sheet.grid.length || area.column + area.columns - 1 > sheet.columns.length)
      throw new Error(
        `Area up to ${columnLetters(area.column + area.columns - 1)}${area.row + area.rows - 1} is outside ${sheet.name}`,
      );
    const before = readArea(sheet, area);
    const after = before.map((cells, r) => cells.map((cell, c) => make(cell, area.row + r, area.column + c)));
    this.#put(sheet, area, after);
    if (origin !== 'calculation') this.#history.push({ kind: 'cells', sheetId, area, before, after });
    this.#tellCells(sheetId, area, origin, before, after);
  }

  setFormulaResults(results: readonly FormulaResult[]): void {
    for (const result of results) {
      const { sheetId, row, column, value } = result;
      const cell = this.sheet(sheetId) && this.cell(sheetId, row, column);
      if (!cell || cell.formula === null || (result.formula !== undefined && result.formula !== cell.formula)) continue;
      const area = { row, column, rows: 1, columns: 1 };
      const after = [[{ ...cell, value, computed: true }]];
      this.#put(this.#known(sheetId), area, after);
      this.#emit({ kind: 'cells', sheetId, area, origin: 'calculation', before: [[cell]], after });
    }
  }

  pendingFormulas(): readonly FormulaCell[] {
    return this.#formulaCells().filter((at) => !this.cell(at.sheetId, at.row, at.column).computed);
  }

  changeLines(sheetId: number, dimension: Dimension, operation: LineOperation, origin: Origin): void {
    const sheet = this.#known(sheetId);
    const before = snapshot(this.state);
    const { what, at, count } = operation;
    if (operation.what === 'moved') moveLines(this.state, sheet, dimension, operation);
    else if (operation.what === 'inserted') insertLines(this.state, sheet, dimension, at, count);
    else deleteLines(this.state, sheet, dimension, at, count);
    this.#history.push({ kind: 'structure', before, after: snapshot(this.state) });
    this.#formulas = null;
    const destination = operation.what === 'moved' ? operation.before : null;
    this.#emit({ kind: 'lines', what, dimension, sheetId, at, count, destination, origin });
    this.#markDependents(sheetId, {
      row: 1,
      column: 1,
      rows: Number.POSITIVE_INFINITY,
      columns: Number.POSITIVE_INFINITY,
    });
  }

  /** For everything else: a change of the state by `change`, then told as `told`. */
  update(change: (state: WorkbookState) => void, told: ModelChange): void {
    const structural = told.kind === 'sheets';
    const before = structural ? snapshot(this.state) : null;
    change(this.state);
    this.#formulas = null;
    if (before) this.#history.push({ kind: 'structure', before, after: snapshot(this.state) });
    // Which sheets there are is only known after the change.
    this.#emit(structural ? { kind: 'sheets', sheetIds: this.state.sheets.map((sheet) => sheet.id) } : told);
  }

  renameSheet(sheetId: number, name: string): void {
    const sheet = this.#known(sheetId);
    if (sheet.name === name) return;
    if (this.sheetByName(name))
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    this.update(
      (state) => {
        renameInFormulas(state, sheet.name, name);
        sheet.name = name;
      },
      { kind: 'sheet-properties', sheetId },
    );
  }

  /** With what is anchored to it; formulas that meant it are left, and no longer to be trusted. */
  removeSheet(sheetId: number): void {
    const { name } = this.#known(sheetId);
    this.update(
      (state) => {
        state.sheets = state.sheets.filter((sheet) => sheet.id !== sheetId);
        state.protections = state.protections.filter((entry) => entry.sheetId !== sheetId);
        state.names = state.names.filter((entry) => entry.sheetId !== sheetId);
        state.metadata = state.metadata.filter(
          ({ location }) => location.type === 'SPREADSHEET' || location.sheetId !== sheetId,
        );
      },
      { kind: 'sheets', sheetIds: [] },
    );
    this.#markStale(
      this.#formulaCells().filter((cell) => references(cell.formula).some((ref) => ref.sheetName === name)),
    );
  }

  select(user: string, sheetId: number, area: Area, origin: Origin): void {
    this.#known(sheetId);
    this.state.selections.set(user, { sheetId, area });
    this.#emit({ kind: 'selection', user, sheetId, area, origin });
  }

  selection(user: string): SelectionState {
    const kept = this.state.selections.get(user);
    if (kept && this.sheet(kept.sheetId)) return kept;
    const first = this.state.sheets.find((sheet) => !sheet.hidden) ?? this.#known(this.state.sheets[0]?.id ?? -1);
    return { sheetId: first.id, area: { row: 1, column: 1, rows: 1, columns: 1 } };
  }

  nextId(): number {
    this.state.nextId += 1;
    return this.state.nextId;
  }

  /** What was undone, or null if there was nothing. */
  stepHistory(direction: 'undo' | 'redo'): HistoryEntry | null {
    const entry = direction === 'undo' ? this.#history.undo() : this.#history.redo();
    if (!entry) return null;
    const wanted = direction === 'undo' ? 'before' : 'after';
    if (entry.kind === 'structure') this.#restore(entry[wanted]);
    else if (this.sheet(entry.sheetId)) {
      const now = this.read(entry.sheetId, entry.area);
      this.#put(this.#known(entry.sheetId), entry.area, entry[wanted]);
      this.#tellCells(entry.sheetId, entry.area, 'person', now, this.read(entry.sheetId, entry.area));
    }
    return entry;
  }

  #restore(saved: Parameters<typeof restore>[1]): void {
    restore(this.state, saved);
    this.#formulas = null;
    this.#emit({ kind: 'sheets', sheetIds: this.state.sheets.map((sheet) => sheet.id) });
    for (const sheet of this.state.sheets) this.#emit({ kind: 'sheet-replaced', sheetId: sheet.id });
  }

  #put(sheet: SheetState, area: Area, cells: readonly (readonly Cell[])[]): void {
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell.formula !== cellAt(sheet, area.row + r, area.column + c).formula) this.#formulas = null;
        putCell(sheet, area.row + r, area.column + c, cell);
      });
    });
  }

  #tellCells(sheetId: number, area: Area, origin: Origin, before: Cell[][], after: Cell[][]): void {
    const changed = after.some((cells, r) => cells.some((cell, c) => !sameContents(cell, before[r]?.[c] ?? cell)));
    if (changed) this.#emit({ kind: 'cells', sheetId, area, origin, before, after });
    else this.#emit({ kind: 'format', sheetId, area, origin, after });
    if (changed) this.#markDependents(sheetId, area);
  }

  #markDependents(sheetId: number, area: Area): void {
    const ids = new Map(this.state.sheets.map((sheet) => [sheet.name, sheet.id]));
    this.#markStale(dependents({ sheetId, area }, this.#formulaCells(), ids, this.state.names));
  }

  #markStale(formulas: readonly FormulaCell[]): void {
    const stale = formulas.filter((at) => this.cell(at.sheetId, at.row, at.column).computed);
    for (const at of stale) {
      const cell = this.cell(at.sheetId, at.row, at.column);
      putCell(this.#known(at.sheetId), at.row, at.column, { ...cell, computed: false });
    }
    if (stale.length > 0) this.#emit({ kind: 'stale', cells: stale.map(({ formula: _, ...at }) => at) });
  }

  #formulaCells(): FormulaCell[] {
    this.#formulas ??= formulaCells(this.state.sheets);
    return this.#formulas;
  }

  #known(sheetId: number): SheetState {
    const sheet = this.sheet(sheetId);
    if (!sheet) throw new Error(`There is no sheet ${sheetId} in ${this.state.name}`);
    return sheet;
  }

  #emit(change: ModelChange): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener(change, this.#version);
  }
}

export function createWorkbook(options: NewWorkbook): WorkbookModel {
  return new WorkbookModel(newWorkbookState(options), 0);
}

/** As "Make a copy" does: another id, no installed triggers; whether properties come along is not promised by Google. */
export function copyWorkbook(
  model: WorkbookModel,
  options: { id: string; properties: boolean; owner?: string },
): WorkbookModel {
  const json = model.toJSON();
  const script = newScriptState(`script-of-${options.id}`);
  const { documentProperties, scriptProperties } = json.script;
  return WorkbookModel.fromJSON({
    ...json,
    id: options.id,
    name: `Bản sao của ${json.name}`,
    owner: options.owner ?? json.owner,
    selections: {},
    script: options.properties ? { ...script, documentProperties, scriptProperties } : script,
    version: 0,
  });
}
