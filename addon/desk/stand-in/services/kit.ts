/** One run's spreadsheet objects: made on demand, and found again when the script hands them back. */
import type { Area, FormatRule, SheetState, ValidationRule } from '../model/types.ts';
import type { ShownHtml } from '../ports.ts';
import type { Run } from '../run.ts';
import { makeRange } from './range.ts';
import { Refs } from './refs.ts';
import { makeSheet } from './sheet.ts';
import { makeSpreadsheet } from './spreadsheet.ts';

/** `whole` tells a range that was named as "5:5" or "A:A". */
export interface RangeRef {
  readonly sheetId: number;
  readonly area: Area;
  readonly whole: 'rows' | 'columns' | null;
}

export class Kit {
  readonly run: Run;
  readonly ranges = new Refs<RangeRef>('Range');
  readonly sheetIds = new Refs<number>('Sheet');
  readonly rules = new Refs<ValidationRule>('DataValidation');
  readonly formatRules = new Refs<FormatRule & { readonly sheetId: number }>('ConditionalFormatRule');
  readonly triggers = new Refs<string>('Trigger');
  readonly outputs = new Refs<() => ShownHtml>('HtmlOutput');
  readonly blobs = new Refs<readonly number[]>('Blob');
  readonly #sheets = new Map<number, GoogleAppsScript.Spreadsheet.Sheet>();
  #spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;

  constructor(run: Run) {
    this.run = run;
  }

  /** The e-mail address whose cursor the script moves and reads. */
  get viewer(): string {
    return (this.run.identity.active ?? this.run.identity.effective).email;
  }

  range(sheetId: number, area: Area, whole: RangeRef['whole'] = null): GoogleAppsScript.Spreadsheet.Range {
    const sheet = this.state(sheetId);
    const inside =
      area.row >= 1 &&
      area.column >= 1 &&
      area.rows >= 1 &&
      area.columns >= 1 &&
      area.row + area.rows - 1 <= sheet.grid.length &&
      area.column + area.columns - 1 <= sheet.columns.length;
    if (!inside) throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    const ref = { sheetId, area, whole };
    return this.ranges.keep(makeRange(this, ref), ref);
  }

  sheet(sheetId: number): GoogleAppsScript.Spreadsheet.Sheet {
    const known = this.#sheets.get(sheetId);
    if (known) return known;
    const made = this.sheetIds.keep(makeSheet(this, sheetId), sheetId);
    this.#sheets.set(sheetId, made);
    return made;
  }

  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    this.#spreadsheet ??= makeSpreadsheet(this);
    return this.#spreadsheet;
  }

  state(sheetId: number): SheetState {
    const sheet = this.run.host.model.sheet(sheetId);
    if (!sheet) throw new Error(`Sheet ${sheetId} not found`);
    return sheet;
  }
}
