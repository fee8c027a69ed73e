import { describe, expect, test } from 'vitest';
import { restsOnBlanks } from './blank-sources.ts';

/** A sheet whose cell A1 has the formula; `cells` from A2 on, each a value or a formula that gives 0. */
function rests(formula: string, ...cells: readonly (readonly unknown[])[]): boolean {
  const rows = [[0, ''], ...cells.map((row) => [...row])];
  const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');
  return restsOnBlanks(
    {
      values: rows.map((row) => row.map((cell) => (isFormula(cell) ? 0 : cell))),
      formulas: rows.map((row, index) =>
        row.map((cell, at) => (index + at === 0 ? formula : isFormula(cell) ? cell : '')),
      ),
    },
    0,
    0,
  );
}

describe('a formula rests on blanks', () => {
  test.each([
    '=SUM(A2:A4)',
    '=SUM($A$2:$A$4)',
    '=sum(a2;a3;b4)',
    '=A2+A3',
    '=SUM(A4:A2)',
    '=SUM(A2:A)',
    '=SUM(B:B)',
    '=SUM(A2:A4;C7:D9)',
    '=IF(A2="";0;A2)',
    '=IFERROR(A2/1000;0)',
    '=ROUND(SUM(A2:A4);2)',
    '=IF(ISBLANK(A2)=TRUE;0;A2)',
  ])('%s, where nothing is typed yet', (formula) => {
    expect(rests(formula, ['', ''], ['', ''], ['', ''])).toBe(true);
  });

  test('where what it names rests on blanks in turn', () => {
    expect(rests('=SUM(A2:A3)', ['=B2+B3', ''], ['=SUM(B2:B3)', ''])).toBe(true);
    expect(rests('=A2', ['=A1', ''])).toBe(true);
  });
});

describe('a formula has something to go by', () => {
  test.each([
    ['a number', 12],
    ['a zero that somebody typed', 0],
    ['a text', 'khoảng 10'],
    ['a mark', false],
  ])('where one of its cells has %s', (_what, value) => {
    expect(rests('=SUM(A2:A4)', ['', ''], [value, ''], ['', ''])).toBe(false);
    expect(rests('=A2', ['=A3'], [value])).toBe(false);
    expect(rests('=SUM(A2:A)', [''], [''], [''], [value])).toBe(false);
  });

  test.each([
    ['another sheet', "='Theo bản'!B1"],
    ['another sheet besides', "=A2+SUM('Theo bản'!B1:B9)"],
    ['a name', '=SUM(các_bản)'],
    ['a name besides', '=A2*tỷ_lệ'],
    ['a place that is reckoned', '=OFFSET(A2;1;0)'],
    ['a place that is written', '=INDIRECT("A2")'],
    ['nothing', '=0'],
    ['a text that looks like a cell', '=LEN("A2")-2'],
    ['a function that looks like a cell', '=LOG10(1)'],
    ['other people’s numbers', '=IMPORTRANGE("https://docs.example/x";"A2")'],
  ])('that cannot be seen from here: %s', (_what, formula) => {
    expect(rests(formula, ['', ''], ['', ''])).toBe(false);
  });
});
