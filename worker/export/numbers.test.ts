import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { number } from './cells.ts';
import { csvOf } from './csv.ts';
import { serialDate } from './serial-date.ts';
import type { ExportTable } from './table.ts';
import { xlsxOf } from './xlsx.ts';

const SEED = 20_261_125;
const NOW = '2026-11-25T09:43:00Z';
/** The rows of the moment and of nothing, and the heads. */
const ABOVE = 3;

function tableOf(values: readonly number[]): ExportTable {
  const one = {
    heads: [{ kind: 'text', text: 'x' }],
    widths: [10],
    rows: values.map((each) => [number(each, 1)]),
  } as const;
  return { titles: [], indicators: one, units: one };
}

/** There is no zero below zero in a cell. */
const unsigned = (value: number) => value + 0;

const inCsv = (values: readonly number[]) => csvOf(tableOf(values), NOW).trimEnd().split('\r\n').slice(ABOVE);

describe('a number', () => {
  test.each([
    [-5.25, '-5,25'],
    [-1, '-1'],
    [0, '0'],
    [-0, '0'],
    [1203.5, '1203,5'],
    [1_000_000_000_000, '1000000000000'],
    [0.0000001, '0,0000001'],
    [1.5767634854771784, '1,5767634854771784'],
  ])('of %d is %s in CSV: every digit, a plain minus, no dots', (value, written) => {
    expect(inCsv([value])).toEqual([written]);
  });

  const values = fc
    .sample(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { numRuns: 1000, seed: SEED })
    .map(unsigned);

  test(`comes back as it was from both, 1,000 of them (seed ${SEED})`, () => {
    expect(inCsv(values).map((each) => Number(each.replace(',', '.')))).toEqual(values);
    const sheet = Object.values(read(xlsxOf(tableOf(values), NOW), { type: 'array' }).Sheets)[0]!;
    const cells = values.map((_, place) => sheet[utils.encode_cell({ r: ABOVE + place, c: 0 })]);
    expect(cells.map(({ t, v }) => [t, v])).toEqual(values.map((each) => ['n', each]));
  });
});

test.each([
  // Days as spreadsheets number them: DATE(2026;11;25) is 46351.
  ['2026-11-25T09:43:59Z', 46_351 + (16 * 60 + 43) / 1440],
  ['2026-11-25T17:00:00Z', 46_352],
  ['1970-01-01', 25_569 + 7 / 24],
  ['no moment', null],
])('%s is day %d in Vietnam', (iso, day) => {
  expect(serialDate(iso)).toBe(day);
});
