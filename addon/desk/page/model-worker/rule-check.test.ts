import { describe, expect, it } from 'vitest';
import { chiengMung } from '../../../../shared/resolution/chieng-mung.ts';
import { acceptsNumber } from '../../../server/template-formulas.ts';
import type { CellValue } from '../../stand-in/model/types.ts';
import { formulaHolds } from './rule-check.ts';

/** The rule that the template puts on a figure with three decimals. */
const FIGURE = acceptsNumber('D6', { ...chiengMung().inputs[0]!, decimals: 3 });

function holds(formula: string, cells: Readonly<Record<string, CellValue>> = {}): boolean | null {
  return formulaHolds(formula, ({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, index) => {
      const letter = String.fromCharCode(64 + column + (index % columns));
      return cells[`${letter}${row + Math.floor(index / columns)}`] ?? null;
    }),
  );
}

describe('the rule of a figure’s cell', () => {
  it.each([
    0,
    41.5,
    0.238,
    1.005,
    1180,
    1e12,
    'KAD',
    '  Không áp dụng ',
    'Không áp dụng'.normalize('NFD'),
    '',
    ' \u00a0',
  ])('holds for %s', (value) => {
    expect(holds(FIGURE, { D6: value })).toBe(true);
  });

  it.each([-1, 1.0005, 1e12 + 1, 'abc', '1.18', true])('does NOT hold for %s', (value) => {
    expect(holds(FIGURE, { D6: value })).toBe(false);
  });
});

describe('a rule’s formula', () => {
  it.each<[string, boolean]>([
    ['=1+2*3=7', true],
    ['=(1+2)*3=9', true],
    ['=-2+3=1', true],
    ['=2-3-4=-5', true],
    ['="a"&"b"="AB"', true],
    ['="a">5', true],
    ['=ROUND(-2.5;0)=-3', true],
    ['=NOT(FALSE)', true],
    ['=AND(TRUE,1<2,3<>4)', true],
    ['=1/0=1', false],
    ['=AND("x")', false],
    ['="text"', false],
  ])('%s comes out as a spreadsheet has it', (formula, expected) => {
    expect(holds(formula)).toBe(expected);
  });

  it('computes over ranges', () => {
    const cells = { D6: 1, E6: 2, F6: 'x' };
    expect(holds('=COUNT($D$6:F6)=2', cells)).toBe(true);
    expect(holds('=AND(ISNUMBER(E6);COUNT(D6:D6)>0;E6<MAX(D6:D6))', cells)).toBe(false);
    expect(holds('=SUM(D6:F6)=3', cells)).toBe(true);
  });

  it('takes an empty cell for what it is compared with', () => {
    expect(holds('=AND(A1=0;A1="";ISBLANK(A1))')).toBe(true);
  });

  it('computes only the branch of IF that counts', () => {
    expect(holds('=IF(TRUE;1=1;1/0=1)')).toBe(true);
  });

  it.each([
    '=LAMBDA(x;x)(1)',
    '=INDIRECT("A1")=1',
    "='Năm 2026'!A1=1",
    '=SUM({1;2})=3',
    '=1+',
    '=(1',
    'A1=1',
    '=A:A=1',
  ])('decides nothing where it has something that is not understood: %s', (formula) => {
    expect(holds(formula)).toBeNull();
  });
});
