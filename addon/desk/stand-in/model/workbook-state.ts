/** The whole state of one spreadsheet and of the script that is bound to it, and how a new one begins. */
import { DEFAULT_LINE } from './cells.ts';
import type { Area, ChangeType, MetadataState, NamedRangeState, ProtectionState, SheetState } from './types.ts';

export type TriggerEvent = 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'CLOCK';

/** When a clock trigger is due. Milliseconds since 1970 where a time is meant. */
export type ClockSchedule =
  | { readonly kind: 'every'; readonly ms: number }
  | { readonly kind: 'daily'; readonly days: number; readonly hour: number; readonly minute: number }
  | { readonly kind: 'once'; readonly at: number };

export interface TriggerState {
  readonly id: string;
  readonly functionName: string;
  readonly event: TriggerEvent;
  /** The e-mail address of who installed it, and as whom it runs. */
  readonly creator: string;
  readonly schedule: ClockSchedule | null;
  readonly createdAt: number;
  readonly lastRunAt: number | null;
}

export interface ScriptState {
  readonly scriptId: string;
  documentProperties: Readonly<Record<string, string>>;
  scriptProperties: Readonly<Record<string, string>>;
  userProperties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  triggers: readonly TriggerState[];
}

export interface SelectionState {
  readonly sheetId: number;
  readonly area: Area;
}

export interface WorkbookState {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  readonly owner: string;
  editors: readonly string[];
  sheets: SheetState[];
  metadata: readonly MetadataState[];
  protections: readonly ProtectionState[];
  names: readonly NamedRangeState[];
  readonly selections: Map<string, SelectionState>;
  nextId: number;
  script: ScriptState;
}

export interface NewSheet {
  readonly name: string;
  readonly rows?: number;
  readonly columns?: number;
}

export interface NewWorkbook {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly editors?: readonly string[];
  readonly locale?: string;
  readonly timeZone?: string;
  readonly sheets?: readonly NewSheet[];
}

/** Of a structural change, what an installed onChange is told. */
export const LINE_CHANGE_TYPES = {
  row: { inserted: 'INSERT_ROW', deleted: 'REMOVE_ROW', moved: 'OTHER' },
  column: { inserted: 'INSERT_COLUMN', deleted: 'REMOVE_COLUMN', moved: 'OTHER' },
} as const satisfies Record<string, Record<string, ChangeType>>;

export function newSheet(id: number, sheet: NewSheet): SheetState {
  return {
    id,
    name: sheet.name,
    hidden: false,
    tabColor: null,
    hiddenGridlines: false,
    frozenRows: 0,
    frozenColumns: 0,
    grid: Array.from({ length: sheet.rows ?? 1000 }, () => []),
    rows: Array.from({ length: sheet.rows ?? 1000 }, () => DEFAULT_LINE),
    columns: Array.from({ length: sheet.columns ?? 26 }, () => DEFAULT_LINE),
    merges: [],
    formatRules: [],
  };
}

/** A tab that begins as another one: cells, looks, rules and lines; its protection and its developer metadata stay behind. */
export function copyOfSheet(template: SheetState, id: number, name: string): SheetState {
  return {
    ...template,
    id,
    name,
    hidden: false,
    // Not spread: what is no cell stays none.
    grid: template.grid.map((cells) => cells.slice()),
    rows: [...template.rows],
    columns: [...template.columns],
  };
}

export function newWorkbookState(options: NewWorkbook): WorkbookState {
  const sheets = (options.sheets ?? [{ name: 'Trang tính1' }]).map((sheet, index) => newSheet(index, sheet));
  return {
    id: options.id,
    name: options.name,
    owner: options.owner,
    editors: options.editors ?? [],
    locale: options.locale ?? 'vi_VN',
    timeZone: options.timeZone ?? 'Asia/Ho_Chi_Minh',
    sheets,
    metadata: [],
    protections: [],
    names: [],
    selections: new Map(),
    nextId: sheets.length + 1000,
    script: newScriptState(`script-of-${options.id}`),
  };
}

export function newScriptState(scriptId: string): ScriptState {
  return { scriptId, documentProperties: {}, scriptProperties: {}, userProperties: {}, triggers: [] };
}
