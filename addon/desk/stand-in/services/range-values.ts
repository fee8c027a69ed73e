/** Range: values, display values, formulas, clearing, notes. */
import { BLANK, hasContents, withConstant } from '../model/cells.ts';
import type { Cell } from '../model/types.ts';
import { readable, written, writtenFormula } from './cell-input.ts';
import { checkMatrix, entry } from './matrix.ts';
import type { RangeContext } from './range.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type Values = Pick<
  GRange,
  | 'getValue'
  | 'getValues'
  | 'setValue'
  | 'setValues'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'setFormula'
  | 'setFormulas'
  | 'getNote'
  | 'getNotes'
  | 'setNote'
  | 'setNotes'
  | 'clearNote'
  | 'isBlank'
  | 'clear'
  | 'clearContent'
  | 'clearFormat'
  | 'clearDataValidations'
>;

/** A range's first cell only, with the cell's place. */
type Getter<T> = (cell: Cell, row: number, column: number) => T;

export function rangeValues({ kit, ref, self }: RangeContext): Values {
  const { sheetId, area } = ref;
  const model = kit.run.host.model;
  const place = () => ({ ...model.state, now: kit.run.now() });
  const all = <T>(get: Getter<T>): T[][] =>
    model.read(sheetId, area).map((cells, r) => cells.map((cell, c) => get(cell, area.row + r, area.column + c)));
  const first = <T>(get: Getter<T>): T => get(model.cell(sheetId, area.row, area.column), area.row, area.column);
  const write = (make: (cell: Cell, row: number, column: number) => Cell): GRange => {
    kit.run.write(sheetId, area, make);
    return self();
  };
  const value: Getter<unknown> = (cell, row, column) => readable(cell, row, column, model.state.timeZone);
  const display: Getter<string> = (cell, row, column) => {
    readable(cell, row, column, model.state.timeZone);
    return model.display(sheetId, row, column);
  };
  const clear = (options: Parameters<typeof cleared>[1]): GRange => write((cell) => cleared(cell, options));

  return {
    getValue: () => first(value),
    getValues: () => all(value),
    setValue: (given: unknown) => {
      const now = place();
      return write((cell) => written(cell, given, now));
    },
    setValues: (rows: unknown[][]) => {
      checkMatrix(rows, area);
      const now = place();
      return write((cell, row, column) => written(cell, entry(rows, area, row, column), now));
    },
    getDisplayValue: () => first(display),
    getDisplayValues: () => all(display),
    getFormula: () => first((cell) => cell.formula ?? ''),
    getFormulas: () => all((cell) => cell.formula ?? ''),
    setFormula: (formula: string) => write((cell) => writtenFormula(cell, formula)),
    setFormulas: (formulas: string[][]) => {
      checkMatrix(formulas, area);
      return write((cell, row, column) => writtenFormula(cell, entry(formulas, area, row, column)));
    },
    getNote: () => first((cell) => cell.note ?? ''),
    getNotes: () => all((cell) => cell.note ?? ''),
    setNote: (note: string | null) => write((cell) => ({ ...cell, note: note || null })),
    setNotes: (notes: (string | null)[][]) => {
      checkMatrix(notes, area);
      return write((cell, row, column) => ({ ...cell, note: entry(notes, area, row, column) || null }));
    },
    clearNote: () => write((cell) => ({ ...cell, note: null })),
    isBlank: () => all((cell) => !hasContents(cell)).every((cells) => cells.every(Boolean)),
    clear: (options?: Parameters<typeof cleared>[1]) => clear(options ?? { contentsOnly: true, formatOnly: true }),
    clearContent: () => clear({ contentsOnly: true }),
    clearFormat: () => clear({ formatOnly: true }),
    clearDataValidations: () => clear({ validationsOnly: true }),
  };
}

interface ClearOptions {
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly commentsOnly?: boolean | undefined;
  readonly validationsOnly?: boolean | undefined;
  readonly skipFilteredRows?: boolean | undefined;
}

function cleared(cell: Cell, options: ClearOptions): Cell {
  const contents = options.contentsOnly ? withConstant(cell, null) : cell;
  return {
    ...contents,
    ...(options.formatOnly ? { numberFormat: BLANK.numberFormat, style: BLANK.style } : {}),
    ...(options.commentsOnly ? { note: null } : {}),
    ...(options.validationsOnly ? { validation: null } : {}),
  };
}
