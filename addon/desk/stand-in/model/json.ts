/** A workbook as plain JSON: blank cells left out, styles and validation rules once each, dates as `{date: ISO text}`. */
import { BLANK, DEFAULT_LINE } from './cells.ts';
import type { Cell, CellStyle, CellValue, Line, RuleArgument, SheetState, ValidationRule } from './types.ts';
import type { SelectionState, WorkbookState } from './workbook-state.ts';

type JsonValue = string | number | boolean | null | { readonly date: string };

/** r, c: row, column. v: value, f: formula, p: 1 if not computed, n: number format, s, d: indexes of style and rule, t: note. */
interface CellJson {
  readonly r: number;
  readonly c: number;
  readonly v?: JsonValue;
  readonly f?: string;
  readonly p?: 1;
  readonly n?: string;
  readonly s?: number;
  readonly d?: number;
  readonly t?: string;
}

type RuleJson = Omit<ValidationRule, 'values'> & { readonly values: readonly JsonValue[] };
type LineJson = Line & { readonly at: number };

interface SheetJson extends Omit<SheetState, 'grid' | 'rows' | 'columns'> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly CellJson[];
  readonly rows: readonly LineJson[];
  readonly columns: readonly LineJson[];
}

export interface WorkbookJson extends Omit<WorkbookState, 'sheets' | 'selections'> {
  readonly format: 1;
  readonly version: number;
  readonly styles: readonly CellStyle[];
  readonly rules: readonly RuleJson[];
  readonly sheets: readonly SheetJson[];
  readonly selections: Readonly<Record<string, SelectionState>>;
}

export function workbookToJson(state: WorkbookState, version: number): WorkbookJson {
  const styles = indexer<CellStyle>();
  const rules = indexer<RuleJson>();
  const sheets = state.sheets.map((sheet) => sheetToJson(sheet, styles.indexOf, rules.indexOf));
  const selections = Object.fromEntries(state.selections);
  // A copy all through: what was handed out must not change when the model goes on.
  return structuredCloneJson({
    format: 1,
    version,
    ...state,
    sheets,
    selections,
    styles: styles.items,
    rules: rules.items,
  });
}

/** Throws on another format: a file that the desk wrote itself is whole or broken. */
export function workbookFromJson(json: WorkbookJson): { state: WorkbookState; version: number } {
  if (json.format !== 1) throw new Error(`Unknown workbook format ${String(json.format)}`);
  const { format: _, version, styles, rules, sheets, selections, ...rest } = structuredCloneJson(json);
  const ruleList = rules.map((rule) => ({ ...rule, values: rule.values.map(argumentFromJson) }));
  const state: WorkbookState = {
    ...rest,
    sheets: sheets.map((sheet) => sheetFromJson(sheet, styles, ruleList)),
    selections: new Map(Object.entries(selections)),
  };
  return { state, version };
}

function sheetToJson(
  sheet: SheetState,
  styleIndex: (style: CellStyle) => number,
  ruleIndex: (rule: RuleJson) => number,
): SheetJson {
  const cells: CellJson[] = [];
  sheet.grid.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell) cells.push(cellToJson(cell, r + 1, c + 1, styleIndex, ruleIndex));
    });
  });
  const { grid, rows, columns, ...rest } = sheet;
  return {
    ...rest,
    cells,
    rowCount: grid.length,
    columnCount: columns.length,
    rows: linesToJson(rows),
    columns: linesToJson(columns),
  };
}

function cellToJson(
  cell: Cell,
  r: number,
  c: number,
  styleIndex: (style: CellStyle) => number,
  ruleIndex: (rule: RuleJson) => number,
): CellJson {
  return {
    r,
    c,
    ...(cell.value === null ? {} : { v: valueToJson(cell.value) }),
    ...(cell.formula === null ? {} : { f: cell.formula }),
    ...(cell.computed ? {} : { p: 1 }),
    ...(cell.numberFormat === BLANK.numberFormat ? {} : { n: cell.numberFormat }),
    ...(Object.keys(cell.style).length === 0 ? {} : { s: styleIndex(cell.style) }),
    ...(cell.validation === null
      ? {}
      : { d: ruleIndex({ ...cell.validation, values: cell.validation.values.map(valueToJson) }) }),
    ...(cell.note === null ? {} : { t: cell.note }),
  };
}

function sheetFromJson(json: SheetJson, styles: readonly CellStyle[], rules: readonly ValidationRule[]): SheetState {
  const { cells, rowCount, columnCount, rows, columns, ...rest } = json;
  const grid: (Cell | undefined)[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) {
    const row = grid[cell.r - 1];
    if (row) row[cell.c - 1] = cellFromJson(cell, styles, rules);
  }
  return { ...rest, grid, rows: linesFromJson(rows, rowCount), columns: linesFromJson(columns, columnCount) };
}

function cellFromJson(json: CellJson, styles: readonly CellStyle[], rules: readonly ValidationRule[]): Cell {
  return {
    value: valueFromJson(json.v ?? null),
    formula: json.f ?? null,
    computed: json.p !== 1,
    numberFormat: json.n ?? BLANK.numberFormat,
    style: (json.s === undefined ? undefined : styles[json.s]) ?? {},
    note: json.t ?? null,
    validation: (json.d === undefined ? undefined : rules[json.d]) ?? null,
  };
}

function linesToJson(lines: readonly Line[]): LineJson[] {
  return lines.flatMap((line, index) => (isDefault(line) ? [] : [{ at: index + 1, ...line }]));
}

function linesFromJson(json: readonly LineJson[], count: number): Line[] {
  const lines: Line[] = Array.from({ length: count }, () => DEFAULT_LINE);
  for (const { at, ...line } of json) lines[at - 1] = line;
  return lines;
}

function isDefault(line: Line): boolean {
  return line.size === null && !line.hidden && line.groupDepth === 0 && !line.collapsed;
}

function valueToJson(value: CellValue): JsonValue {
  return value instanceof Date ? { date: value.toISOString() } : value;
}

function valueFromJson(value: JsonValue): CellValue {
  return value !== null && typeof value === 'object' ? new Date(value.date) : value;
}

function argumentFromJson(value: JsonValue): RuleArgument {
  return valueFromJson(value) ?? '';
}

function indexer<T>(): { items: T[]; indexOf: (item: T) => number } {
  const items: T[] = [];
  const seen = new Map<string, number>();
  const indexOf = (item: T): number => {
    const key = JSON.stringify(item);
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, items.length);
    return items.push(item) - 1;
  };
  return { items, indexOf };
}

function structuredCloneJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
