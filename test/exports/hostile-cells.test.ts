/** Hostile cells through both writers, and read again by readers that were written from the specifications: nothing lives, nothing is another. */
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../worker/export/csv.ts';
import { xlsxOf } from '../../worker/export/xlsx.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { readCsv } from './csv-reader.ts';
import { documentedText, documentedXlsxText } from './documented.ts';
import { hostileRows, type Typed } from './hostile-cell.ts';
import { HOSTILE_ABOVE, HOSTILE_COLUMNS, hostileTable } from './hostile-table.ts';
import { readFirstSheet } from './xlsx-reader.ts';

const CELLS = isLongRun() ? 100_000 : 4000;
const NOW = '2026-11-25T09:43:00Z';

const SEED = seed();
const rows = hostileRows(CELLS, HOSTILE_COLUMNS, SEED);

const table = hostileTable(rows);
const places = rows.flatMap((row, line) => row.map((cell, column) => ({ cell, line, column })));

describe(`of ${CELLS} hostile cells (seed ${SEED})`, () => {
  test('cells come back as texts and numbers, and none as a formula: CSV', () => {
    const read = readCsv(csvOf(table, NOW), ';').slice(HOSTILE_ABOVE);
    expect(read).toHaveLength(rows.length);
    const wrong = places.filter(({ cell, line, column }) => !isSameInCsv(cell, read[line]?.[column]));
    expect(wrong.slice(0, 5).map(({ cell, line, column }) => [cell, read[line]?.[column]])).toEqual([]);
    expect(read.flat().filter((each) => /^[=+@＝＋＠\t\r\n]/.test(each))).toEqual([]);
  });

  test('cells come back as texts and numbers, and none as a formula: XLSX', () => {
    const read = readFirstSheet(xlsxOf(table, NOW));
    const at = ({ line, column }: { line: number; column: number }) =>
      read.get(`${String.fromCharCode(65 + column)}${line + HOSTILE_ABOVE + 1}`);
    expect([...read.values()].filter(({ kind }) => kind === 'formula')).toEqual([]);
    const wrong = places.filter((place) => !isSameInXlsx(place.cell, at(place)));
    expect(wrong.slice(0, 5).map((place) => [place.cell, at(place)])).toEqual([]);
  });

  test('there are texts that would be formulas, numbers of every size, and moments among them', () => {
    const texts = places.flatMap(({ cell }) => (cell.kind === 'text' ? [cell.typed] : []));
    expect(texts.filter((each) => documentedText(each).startsWith("'")).length).toBeGreaterThan(CELLS / 10);
    expect(places.filter(({ cell }) => cell.kind === 'number').length).toBeGreaterThan(CELLS / 5);
    expect(texts.some((each) => each.length > 32_767)).toBe(true);
  });
});

/** Minus, digits, a decimal comma: what Vietnamese settings read as this number, exactly. */
function isSameInCsv(cell: Typed, read: string | undefined): boolean {
  switch (cell.kind) {
    case 'empty':
      return read === '';
    case 'text':
      return read === documentedText(cell.typed);
    case 'number':
      return read !== undefined && /^-?\d+(?:,\d+)?$/.test(read) && Number(read.replace(',', '.')) === cell.value + 0;
    case 'moment':
      return read !== undefined && minuteOf(read) === vietnameseMinute(cell.iso);
  }
}

function isSameInXlsx(cell: Typed, read: ReturnType<ReturnType<typeof readFirstSheet>['get']>): boolean {
  switch (cell.kind) {
    case 'empty':
      return read === undefined;
    case 'text': {
      const expected = documentedXlsxText(cell.typed);
      return expected === ''
        ? read === undefined || (read.kind === 'text' && read.text === '')
        : read?.kind === 'text' && read.text === expected;
    }
    case 'number':
      return read?.kind === 'number' && read.value === cell.value + 0;
    case 'moment':
      return read?.kind === 'number' && Math.round((read.value - 25_569) * 1440) === vietnameseMinute(cell.iso);
  }
}

/** Of a moment, the minute that clocks in Vietnam show, counted from 1970. */
function vietnameseMinute(iso: string): number {
  return Math.floor(Date.parse(iso) / 60_000) + 7 * 60;
}

/** The same of "25/11/2026 16:43". */
function minuteOf(written: string): number | null {
  const [, day, month, year, hours, minutes] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(written) ?? [];
  if (day === undefined) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes)) / 60_000;
}
