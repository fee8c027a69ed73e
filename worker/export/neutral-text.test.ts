import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from './cells.ts';
import { csvOf } from './csv.ts';
import { neutralText } from './neutral-text.ts';
import type { ExportTable } from './table.ts';
import { xlsxOf } from './xlsx.ts';

const SEED = 20_261_125;
const NOW = '2026-11-25T09:43:00Z';
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const BLANKS = ['', ' ', '   ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2028', ' \t\u200f'];
const ATTACKS = ['SUM(1+1)*cmd|"/C calc"!A0', '1+1', 'HYPERLINK("http://x")', '', '-2+3', '";"\r\n=1', '1;2', 'a\nb'];

describe('a text that would begin a formula', () => {
  test.each(SIGNS.flatMap((sign) => BLANKS.map((blank) => [JSON.stringify(`${blank}${sign}`), `${blank}${sign}1`])))(
    'with %s stands behind an apostrophe',
    (_, hostile) => {
      expect(neutralText(hostile)).toBe(`'${hostile}`);
    },
  );

  test.each(['\tx', '\rx', '\nx'])('or with a sign of control, %j, as well', (hostile) => {
    expect(neutralText(hostile)).toBe(`'${hostile}`);
  });
});

test.each(['Cà phê', '≥ 90%', 'trên 1.180 ha', ' 2/3 khu vực', 'a=b', 'x - y', '−5', '(1)', ''])(
  'a text such as %j is left as it is',
  (harmless) => expect(neutralText(harmless)).toBe(harmless),
);

/** A table that says these texts, one a row. */
function tableOf(texts: readonly string[]): ExportTable {
  const one = { heads: [text('x')], widths: [10], rows: texts.map((each) => [text(each)]) };
  return { titles: [], indicators: one, units: one };
}

/** The texts as a parser reads them out of the file, without the row of the moment, the empty one and the head. */
function reopened(file: string | Uint8Array, options: { type: 'string' | 'array'; FS?: string }): string[] {
  const sheet = read(file, { ...options, raw: true }).Sheets;
  const first = Object.values(sheet)[0]!;
  for (const [address, cell] of Object.entries(first)) {
    if (!address.startsWith('!')) expect(cell).not.toHaveProperty('f');
  }
  return utils
    .sheet_to_json<unknown[]>(first, { header: 1, defval: '', blankrows: true })
    .slice(3)
    .map(([cell]) => String(cell));
}

const hostile = fc
  .tuple(
    fc.constantFrom(...BLANKS),
    fc.constantFrom(...SIGNS),
    fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 40 })),
  )
  .map((parts) => parts.join(''));

/** Readers may write a line break their own way. */
const unbroken = (each: string) => each.replace(/\r\n?/g, '\n');

describe(`of 2,000 hostile texts (seed ${SEED})`, () => {
  const texts = fc.sample(hostile, { numRuns: 2000, seed: SEED });
  const dangerous = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠]/u;

  test('none leaves as a formula in CSV, and none tears a row', () => {
    const read = reopened(csvOf(tableOf(texts), NOW), { type: 'string', FS: ';' });
    expect(read.map(unbroken)).toEqual(texts.map((each) => unbroken(neutralText(each))));
    expect(read.filter((each) => dangerous.test(each))).toEqual([]);
  });

  test('none leaves as a formula in XLSX, and each is there', () => {
    const read = reopened(xlsxOf(tableOf(texts), NOW), { type: 'array' });
    expect(read.map(unbroken)).toEqual(texts.map((each) => unbroken(neutralText(each))));
    expect(read.filter((each) => dangerous.test(each))).toEqual([]);
  });
});
