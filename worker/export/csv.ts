/** The table as CSV that Excel in Vietnam opens as it should: UTF-8 with a mark, semicolons, CRLF, decimal commas. */
import { stringify } from 'csv-stringify/sync';
import { localTime } from '../../shared/dates.ts';
import { decimalsOf, roundDecimal } from '../../shared/number-format.ts';
import { type Cell, EMPTY } from './cells.ts';
import { type ExportTable, titlesAt } from './table.ts';

/** The writer quotes its own record delimiter alone, but a lone return or line feed ends a row for some readers. */
const LINE_BREAK = /[\r\n]/;

/** @param now the moment of the export, ISO 8601. */
export function csvOf(table: ExportTable, now: string): string {
  const { heads, rows } = table.indicators;
  const lines = [...titlesAt(table, now), [], heads, ...rows];
  const fields = lines.map((line) => heads.map((_, place) => fieldOf(line[place] ?? EMPTY)));
  return stringify(fields, { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: LINE_BREAK });
}

function fieldOf(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return exactDecimal(cell.value);
    case 'moment':
      return momentText(cell.iso);
  }
}

/** Every digit, for there is no format that could show fewer; an ASCII minus and no dots, which a spreadsheet may read as it likes. */
function exactDecimal(value: number): string {
  const { sign, whole, fraction } = roundDecimal(value, decimalsOf(value));
  return `${sign === '' ? '' : '-'}${whole}${fraction === '' ? '' : `,${fraction}`}`;
}

/** "25/11/2026 16:43": the order in which vi-VN reads a date and a time in one cell. */
function momentText(iso: string): string {
  const moment = localTime(iso);
  return moment === null ? '' : `${moment.date} ${moment.time}`;
}
