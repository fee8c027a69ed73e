/** The table as a workbook: numbers are numbers with their formats, moments are real dates, text is never a formula. */
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { EXPORT_WORDS } from '../words.ts';
import type { Cell } from './cells.ts';
import { serialDate } from './serial-date.ts';
import { type ExportTable, type Table, titlesAt } from './table.ts';
import { workbookText } from './workbook-text.ts';

/** Formats are written in US notation, whatever the reader's locale. */
const MOMENT_FORMAT = 'dd/mm/yyyy hh:mm';

/** @param now the moment of the export, ISO 8601. */
export function xlsxOf(table: ExportTable, now: string): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  const titles = [...titlesAt(table, now), []];
  utils.book_append_sheet(book, sheetOf(titles, table.indicators), EXPORT_WORDS.sheets.indicators);
  utils.book_append_sheet(book, sheetOf([], table.units), EXPORT_WORDS.sheets.units);
  // With a table of strings: without one the library marks text as a formula's result.
  const file: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true });
  return new Uint8Array(file);
}

function sheetOf(titles: readonly (readonly Cell[])[], { heads, rows, widths }: Table): WorkSheet {
  const lines = [...titles, heads, ...rows];
  const sheet = utils.aoa_to_sheet(lines.map((line) => line.map(cellOf)));
  sheet['!cols'] = widths.map((wch) => ({ wch }));
  const last = { r: lines.length - 1, c: heads.length - 1 };
  sheet['!autofilter'] = { ref: utils.encode_range({ s: { r: titles.length, c: 0 }, e: last }) };
  return sheet;
}

function cellOf(cell: Cell): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return { t: 's', v: workbookText(cell.text) };
    case 'number':
      return { t: 'n', v: cell.value, z: numberFormat(cell.decimals) };
    case 'moment':
      return momentCell(cell.iso);
  }
}

function momentCell(iso: string): CellObject | null {
  const serial = serialDate(iso);
  return serial === null ? null : { t: 'n', v: serial, z: MOMENT_FORMAT };
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
