/** The undo stack, one for the workbook: cells' contents before and after, or the whole structure where lines or sheets changed. */
import type { Area, Cell, SheetState } from './types.ts';
import type { WorkbookState } from './workbook-state.ts';

export interface Snapshot {
  readonly sheets: readonly SheetState[];
  readonly metadata: WorkbookState['metadata'];
  readonly protections: WorkbookState['protections'];
  readonly names: WorkbookState['names'];
}

export type HistoryEntry =
  | {
      readonly kind: 'cells';
      readonly sheetId: number;
      readonly area: Area;
      readonly before: readonly (readonly Cell[])[];
      readonly after: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'structure'; readonly before: Snapshot; readonly after: Snapshot };

const LIMIT = 100;

export class History {
  readonly #past: HistoryEntry[] = [];
  readonly #future: HistoryEntry[] = [];

  push(entry: HistoryEntry): void {
    this.#past.push(entry);
    if (this.#past.length > LIMIT) this.#past.shift();
    this.#future.length = 0;
  }

  undo(): HistoryEntry | null {
    return step(this.#past, this.#future);
  }

  redo(): HistoryEntry | null {
    return step(this.#future, this.#past);
  }
}

/** Cells are immutable, so a copy of the arrays is a copy of the sheet. */
export function snapshot(state: WorkbookState): Snapshot {
  return {
    sheets: state.sheets.map(copySheet),
    metadata: state.metadata,
    protections: state.protections,
    names: state.names,
  };
}

export function restore(state: WorkbookState, saved: Snapshot): void {
  state.sheets = saved.sheets.map(copySheet);
  state.metadata = saved.metadata;
  state.protections = saved.protections;
  state.names = saved.names;
}

function copySheet(sheet: SheetState): SheetState {
  return {
    ...sheet,
    grid: sheet.grid.map((cells) => cells.slice()),
    rows: sheet.rows.slice(),
    columns: sheet.columns.slice(),
  };
}

function step(from: HistoryEntry[], to: HistoryEntry[]): HistoryEntry | null {
  const entry = from.pop();
  if (entry) to.push(entry);
  return entry ?? null;
}
