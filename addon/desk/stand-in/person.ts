/** What a person does in the grid, apart from what a script does: read by locale, held by validation and protection, told to triggers. */
import { isSingle, positions, single } from './model/areas.ts';
import { BLANK, cellAt, hasContents, withConstant, withFormula } from './model/cells.ts';
import { filled } from './model/fill.ts';
import { displayText, isPercentFormat, isTextFormat } from './model/number-format.ts';
import { editRight } from './model/protection-check.ts';
import { sortedRows } from './model/sorting.ts';
import { readTyped } from './model/typed-input.ts';
import type {
  Area,
  Cell,
  CellStyle,
  CellValue,
  ChangeType,
  Dimension,
  EditEvent,
  PersonOutcome,
  Position,
} from './model/types.ts';
import { keepsRule } from './model/validation-check.ts';
import { LINE_CHANGE_TYPES } from './model/workbook-state.ts';
import type { LineOperation, WorkbookModel } from './workbook-model.ts';

/** Raw contents, as another grid or an undo hands them over: nothing is read from text. */
export interface PastedCell {
  readonly value: CellValue;
  readonly formula?: string | null;
  readonly numberFormat?: string;
  readonly style?: CellStyle;
}

export interface PersonOptions {
  readonly email: string;
  readonly now?: () => number;
  /** Decides CUSTOM_FORMULA rules: whether the formula holds with `typed` in this cell. Null, or without it: they pass. */
  readonly formulaHolds?: (formula: string, sheetId: number, at: Position, typed: CellValue) => boolean | null;
}

export type Person = ReturnType<typeof personAt>;

export function personAt(model: WorkbookModel, options: PersonOptions) {
  const place = () => ({ ...model.state, now: (options.now ?? Date.now)() });
  const guarded = (
    sheetId: number,
    area: Area,
    act: () => EditEvent | null,
    change: ChangeType = 'EDIT',
  ): PersonOutcome => {
    const right = editRight(model.state, options.email, sheetId, area);
    if (!right.allowed) return { ok: false, why: 'protected', message: right.description };
    return { ok: true, edit: act(), change, warning: right.warning };
  };
  const lines = (sheetId: number, dimension: Dimension, operation: LineOperation): PersonOutcome => {
    const sheet = model.sheet(sheetId);
    if (!sheet) return nothing();
    const across =
      dimension === 'row' ? { column: 1, columns: sheet.columns.length } : { row: 1, rows: sheet.grid.length };
    const along =
      dimension === 'row'
        ? { row: operation.at, rows: operation.count }
        : { column: operation.at, columns: operation.count };
    const area = { row: 1, column: 1, rows: 1, columns: 1, ...across, ...along };
    const act = (): null => {
      model.changeLines(sheetId, dimension, operation, 'person');
      return null;
    };
    return guarded(sheetId, area, act, LINE_CHANGE_TYPES[dimension][operation.what]);
  };

  return {
    /** A single cell, typed and committed. */
    edit(sheetId: number, at: Position, typed: string): PersonOutcome {
      const area = single(at.row, at.column);
      const before = model.cell(sheetId, at.row, at.column);
      const after = typedInto(before, typed, place());
      const rule = before.validation;
      if (
        rule &&
        !rule.allowInvalid &&
        after.formula === null &&
        !keepsRule(after.value, rule, ruleSources(sheetId, at, after.value))
      )
        return { ok: false, why: 'validation', message: rule.helpText ?? '' };
      return guarded(sheetId, area, () => {
        model.write(sheetId, area, () => after, 'person');
        return { sheetId, area, ...part('value', after), ...part('oldValue', before) };
      });
    },

    /** Passes validation, as Google's paste does; the event has the range alone, even for one cell. */
    paste(sheetId: number, at: Position, block: readonly (readonly (string | PastedCell)[])[]): PersonOutcome {
      const area = { ...at, rows: block.length, columns: Math.max(0, ...block.map((cells) => cells.length)) };
      if (area.rows === 0 || area.columns === 0) return nothing();
      return guarded(sheetId, area, () => {
        const make = (cell: Cell, row: number, column: number): Cell => {
          const pasted = block[row - at.row]?.[column - at.column];
          if (pasted === undefined) return cell;
          return typeof pasted === 'string' ? typedInto(cell, pasted, place()) : pastedInto(cell, pasted);
        };
        model.write(sheetId, area, make, 'person');
        return { sheetId, area };
      });
    },

    /** Drags `source` over `target`, which begins where it does or beside it. */
    fill(sheetId: number, source: Area, target: Area): PersonOutcome {
      const from = model.read(sheetId, source);
      return guarded(sheetId, target, () => {
        model.write(sheetId, target, (cell, row, column) => filled(from, source, { row, column }, cell), 'person');
        return { sheetId, area: target };
      });
    },

    clear(sheetId: number, area: Area): PersonOutcome {
      const first = model.cell(sheetId, area.row, area.column);
      return guarded(sheetId, area, () => {
        model.write(sheetId, area, (cell) => withConstant(cell, null), 'person');
        return { sheetId, area, ...(isSingle(area) ? part('oldValue', first) : {}) };
      });
    },

    /** Contents and looks go; metadata of the rows stays where it was. */
    cut(sheetId: number, area: Area, toSheetId: number, to: Position): PersonOutcome {
      const moved = model.read(sheetId, area);
      const target = { ...to, rows: area.rows, columns: area.columns };
      const right = editRight(model.state, options.email, sheetId, area);
      if (!right.allowed) return { ok: false, why: 'protected', message: right.description };
      return guarded(toSheetId, target, () => {
        model.write(sheetId, area, () => BLANK, 'person');
        model.write(
          toSheetId,
          target,
          (cell, row, column) => moved[row - to.row]?.[column - to.column] ?? cell,
          'person',
        );
        return { sheetId: toSheetId, area: target };
      });
    },

    insertRows: (sheetId: number, before: number, count: number) =>
      lines(sheetId, 'row', { what: 'inserted', at: before, count }),
    deleteRows: (sheetId: number, at: number, count: number) => lines(sheetId, 'row', { what: 'deleted', at, count }),
    moveRows: (sheetId: number, at: number, count: number, before: number) =>
      lines(sheetId, 'row', { what: 'moved', at, count, before }),
    insertColumns: (sheetId: number, before: number, count: number) =>
      lines(sheetId, 'column', { what: 'inserted', at: before, count }),
    deleteColumns: (sheetId: number, at: number, count: number) =>
      lines(sheetId, 'column', { what: 'deleted', at, count }),

    /** Sorts the area's rows by a column (the sheet's number); metadata and the rows' heights stay. */
    sort(sheetId: number, area: Area, column: number, ascending: boolean): PersonOutcome {
      const rows = sortedRows(model.read(sheetId, area), area, [{ column, ascending }]);
      return guarded(sheetId, area, () => {
        model.write(sheetId, area, (cell, row, at) => rows[row - area.row]?.[at - area.column] ?? cell, 'person');
        return { sheetId, area };
      });
    },

    undo: () => history('undo'),
    redo: () => history('redo'),
    select: (sheetId: number, area: Area) => model.select(options.email, sheetId, area, 'person'),
  };

  function history(direction: 'undo' | 'redo'): PersonOutcome {
    const entry = model.stepHistory(direction);
    if (!entry) return nothing();
    if (entry.kind === 'structure') return { ok: true, edit: null, change: 'OTHER', warning: null };
    return { ok: true, edit: { sheetId: entry.sheetId, area: entry.area }, change: 'EDIT', warning: null };
  }

  function ruleSources(sheetId: number, at: Position, typed: CellValue) {
    return {
      formulaHolds: (formula: string) => options.formulaHolds?.(formula, sheetId, at, typed) ?? null,
      rangeValues: (rule: NonNullable<Cell['validation']>): CellValue[] => {
        const sheet = rule.range && model.sheet(rule.range.sheetId);
        if (!rule.range || !sheet) return [];
        return positions(rule.range.area).map(({ row, column }) => cellAt(sheet, row, column).value);
      },
    };
  }

  function part(name: 'value' | 'oldValue', cell: Cell): Partial<EditEvent> {
    // A formula's result is not there yet when the trigger's event is made.
    if (!hasContents(cell) || cell.formula !== null) return {};
    const text =
      cell.value instanceof Date
        ? displayText(cell.value, '0.###############', { ...model.state, locale: 'en_US' })
        : eventText(cell.value);
    return { [name]: text };
  }
}

/** The number itself, in US notation, whatever the sheet shows. */
function eventText(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** What typing leaves in a cell: a format of its own stays, a percent cell takes plain numbers as percents, a text cell takes text. */
function typedInto(cell: Cell, typed: string, place: Parameters<typeof readTyped>[1]): Cell {
  if (isTextFormat(cell.numberFormat) && !typed.startsWith('=')) return withConstant(cell, typed === '' ? null : typed);
  const read = readTyped(typed, place);
  if (read.kind === 'empty') return withConstant(cell, null);
  if (read.kind === 'formula') return withFormula(cell, read.formula);
  const percentCell = isPercentFormat(cell.numberFormat) && typeof read.value === 'number' && !typed.includes('%');
  const value = percentCell && typeof read.value === 'number' ? Number((read.value / 100).toPrecision(15)) : read.value;
  const constant = withConstant(cell, value);
  return cell.numberFormat === BLANK.numberFormat && read.numberFormat
    ? { ...constant, numberFormat: read.numberFormat }
    : constant;
}

function pastedInto(cell: Cell, pasted: PastedCell): Cell {
  const looks = {
    ...cell,
    numberFormat: pasted.numberFormat ?? cell.numberFormat,
    style: pasted.style ?? cell.style,
  };
  return pasted.formula ? { ...withFormula(looks, pasted.formula) } : withConstant(looks, pasted.value);
}

function nothing(): PersonOutcome {
  return { ok: false, why: 'nothing', message: '' };
}
