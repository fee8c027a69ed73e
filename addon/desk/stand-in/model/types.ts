/** The shapes of a workbook: cells, sheets, rules, metadata, and the changes that listeners are told of. All plain, structured-clonable data. */

/** A formula's error is its text ("#DIV/0!"). An empty cell is null. */
export type CellValue = string | number | boolean | Date | null;

/** Rows and columns count from 1, as in Apps Script. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

type BorderStyleName = 'DOTTED' | 'DASHED' | 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOUBLE';

export interface Border {
  readonly style: BorderStyleName;
  readonly color: string;
}

export interface Borders {
  readonly top?: Border;
  readonly left?: Border;
  readonly bottom?: Border;
  readonly right?: Border;
}

/** What is absent is the spreadsheet's default. */
export interface CellStyle {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly borders?: Borders;
}

export type ValidationCriteria =
  | 'DATE_AFTER'
  | 'DATE_BEFORE'
  | 'DATE_BETWEEN'
  | 'DATE_EQUAL_TO'
  | 'DATE_IS_VALID_DATE'
  | 'DATE_NOT_BETWEEN'
  | 'DATE_ON_OR_AFTER'
  | 'DATE_ON_OR_BEFORE'
  | 'NUMBER_BETWEEN'
  | 'NUMBER_EQUAL_TO'
  | 'NUMBER_GREATER_THAN'
  | 'NUMBER_GREATER_THAN_OR_EQUAL_TO'
  | 'NUMBER_LESS_THAN'
  | 'NUMBER_LESS_THAN_OR_EQUAL_TO'
  | 'NUMBER_NOT_BETWEEN'
  | 'NUMBER_NOT_EQUAL_TO'
  | 'TEXT_CONTAINS'
  | 'TEXT_DOES_NOT_CONTAIN'
  | 'TEXT_EQUAL_TO'
  | 'TEXT_IS_VALID_EMAIL'
  | 'TEXT_IS_VALID_URL'
  | 'VALUE_IN_LIST'
  | 'VALUE_IN_RANGE'
  | 'CUSTOM_FORMULA'
  | 'CHECKBOX';

export type RuleArgument = string | number | boolean | Date;

/** `values` holds the criteria's arguments: numbers, dates, the list's texts, the formula; `range` is VALUE_IN_RANGE's. */
export interface ValidationRule {
  readonly criteria: ValidationCriteria;
  readonly values: readonly RuleArgument[];
  readonly range: { readonly sheetId: number; readonly area: Area } | null;
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/**
 * Immutable: a write replaces the cell. `formula` is in en-US notation with its "=", null for a constant.
 * A formula's `value` is its last result, true only while `computed`.
 */
export interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly computed: boolean;
  readonly numberFormat: string;
  readonly style: CellStyle;
  readonly note: string | null;
  readonly validation: ValidationRule | null;
}

export type FormatCriteria =
  | 'CELL_EMPTY'
  | 'CELL_NOT_EMPTY'
  | 'NUMBER_BETWEEN'
  | 'NUMBER_EQUAL_TO'
  | 'NUMBER_GREATER_THAN'
  | 'NUMBER_GREATER_THAN_OR_EQUAL_TO'
  | 'NUMBER_LESS_THAN'
  | 'NUMBER_LESS_THAN_OR_EQUAL_TO'
  | 'NUMBER_NOT_BETWEEN'
  | 'NUMBER_NOT_EQUAL_TO'
  | 'TEXT_CONTAINS'
  | 'TEXT_DOES_NOT_CONTAIN'
  | 'TEXT_EQUAL_TO'
  | 'TEXT_STARTS_WITH'
  | 'TEXT_ENDS_WITH'
  | 'CUSTOM_FORMULA';

export interface FormatRule {
  readonly areas: readonly Area[];
  readonly criteria: FormatCriteria;
  readonly values: readonly (string | number)[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strikethrough: boolean | null;
}

/** A row's or a column's own properties. `size` in pixels, null for the default (21 high, 100 wide). */
export interface Line {
  readonly size: number | null;
  readonly hidden: boolean;
  readonly groupDepth: number;
  readonly collapsed: boolean;
}

/** `area` null: the whole sheet. `editors` besides the workbook's owner, who always may. */
export interface ProtectionState {
  readonly id: number;
  readonly sheetId: number;
  readonly area: Area | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
  readonly unprotected: readonly Area[];
}

export interface NamedRangeState {
  readonly name: string;
  readonly sheetId: number;
  readonly area: Area;
}

export type MetadataLocation =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheetId: number }
  | { readonly type: 'ROW'; readonly sheetId: number; readonly index: number }
  | { readonly type: 'COLUMN'; readonly sheetId: number; readonly index: number };

export interface MetadataState {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: MetadataLocation;
}

export interface SheetState {
  readonly id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  hiddenGridlines: boolean;
  frozenRows: number;
  frozenColumns: number;
  /** `grid[row - 1][column - 1]`; undefined is a blank cell. One entry for every row there is. */
  grid: (Cell | undefined)[][];
  rows: Line[];
  columns: Line[];
  merges: readonly Area[];
  formatRules: readonly FormatRule[];
}

/** Who wrote: a person in the grid, a script or the API (neither fires a trigger), or the grid's calculation. */
export type Origin = 'person' | 'script' | 'calculation';

export type Dimension = 'row' | 'column';

export type ModelChange =
  | {
      /** Contents: values, formulas, and whatever else of these cells changed with them. */
      readonly kind: 'cells';
      readonly sheetId: number;
      readonly area: Area;
      readonly origin: Origin;
      readonly before: readonly (readonly Cell[])[];
      readonly after: readonly (readonly Cell[])[];
    }
  | {
      /** Only number formats, styles, notes or validation of these cells changed. */
      readonly kind: 'format';
      readonly sheetId: number;
      readonly area: Area;
      readonly origin: Origin;
      readonly after: readonly (readonly Cell[])[];
    }
  | {
      /** Formulas whose results are no longer true, or not there yet. */
      readonly kind: 'stale';
      readonly cells: readonly { readonly sheetId: number; readonly row: number; readonly column: number }[];
    }
  | {
      readonly kind: 'lines';
      readonly what: 'inserted' | 'deleted' | 'moved';
      readonly dimension: Dimension;
      readonly sheetId: number;
      readonly at: number;
      readonly count: number;
      /** Of a move: before which line, counted before it, the block was put. */
      readonly destination: number | null;
      readonly origin: Origin;
    }
  | { readonly kind: 'line-properties'; readonly sheetId: number; readonly dimension: Dimension }
  | { readonly kind: 'sheets'; readonly sheetIds: readonly number[] }
  | { readonly kind: 'sheet-properties'; readonly sheetId: number }
  | { readonly kind: 'merges'; readonly sheetId: number }
  | { readonly kind: 'format-rules'; readonly sheetId: number }
  | { readonly kind: 'protections' }
  | { readonly kind: 'names' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'workbook-properties' }
  /** Undone, redone or loaded wholesale: draw this sheet again. */
  | { readonly kind: 'sheet-replaced'; readonly sheetId: number }
  | {
      readonly kind: 'selection';
      readonly user: string;
      readonly sheetId: number;
      readonly area: Area;
      readonly origin: Origin;
    }
  /** Properties or triggers of the bound script: nothing to draw, but to be kept. */
  | { readonly kind: 'script-state' };

/** With the model's version after the change. */
export type ModelListener = (change: ModelChange, version: number) => void;

/** What an edit trigger gets. `value` and `oldValue` only for a single typed cell. */
export interface EditEvent {
  readonly sheetId: number;
  readonly area: Area;
  readonly value?: string;
  readonly oldValue?: string;
}

export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

export type PersonOutcome =
  | { readonly ok: true; readonly edit: EditEvent | null; readonly change: ChangeType; readonly warning: string | null }
  | { readonly ok: false; readonly why: 'validation' | 'protected' | 'nothing'; readonly message: string };
