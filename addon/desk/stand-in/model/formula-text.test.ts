import { describe, expect, test } from 'vitest';
import { isUnforeseeable, references, remapped, renamedSheet, shifted, toUsNotation } from './formula-text.ts';
import { deletedLines, insertedLines, movedLines } from './remap.ts';

const S = 'Năm 2026';

test('references are found with and without a sheet, and not inside texts, names or calls', () => {
  expect(references(`=SUM(A1:B2)+'Năm 2026'!C3+LOG10(5)+IF(D4="E5";1;2)+F:F+chitieu2026`)).toEqual([
    { sheetName: 'Năm 2026', area: { row: 3, column: 3, rows: 1, columns: 1 } },
    { sheetName: null, area: { row: 1, column: 1, rows: 2, columns: 2 } },
    { sheetName: null, area: { row: 4, column: 4, rows: 1, columns: 1 } },
    { sheetName: null, area: { row: 1, column: 6, rows: Number.POSITIVE_INFINITY, columns: 1 } },
  ]);
  expect(isUnforeseeable('=INDIRECT("A1")')).toBe(true);
  expect(isUnforeseeable('="INDIRECT("')).toBe(false);
});

describe('lines inserted, deleted and moved', () => {
  const map = (formula: string, change: Parameters<typeof remapped>[3], own = S): string =>
    remapped(formula, own, S, change);

  test('an insert shifts what is below and widens what it is inside of', () => {
    const change = insertedLines(1, 'row', 5, 2);
    expect(map('=A4+A5+$A$6+SUM(A1:A10)+B:B', change)).toBe('=A4+A7+$A$8+SUM(A1:A12)+B:B');
    expect(map(`=A5+'${S}'!A5`, change, 'Kết quả')).toBe(`=A5+'${S}'!A7`);
  });
  test('a deletion leaves #REF! for what is gone, and shrinks ranges', () => {
    const change = deletedLines(1, 'row', 5, 2);
    expect(map('=A5+A7+SUM(A4:A6)+SUM(A5:A6)', change)).toBe('=#REF!+A5+SUM(A4)+SUM(#REF!)');
  });
  test('a moved row takes its references along', () => {
    expect(map('=A2+A5+SUM(A1:A10)', movedLines(1, 'row', 2, 1, 6))).toBe('=A5+A4+SUM(A1:A10)');
  });
  test('columns too', () => {
    expect(map('=B1+C1', insertedLines(1, 'column', 3, 1))).toBe('=B1+D1');
  });
});

test('a fill shifts relative references and keeps fixed ones', () => {
  expect(shifted('=A1+$A1+A$1+$A$1+"A1"', 2, 1)).toBe('=B3+$A3+B$1+$A$1+"A1"');
  expect(shifted('=A1', -1, 0)).toBe('=#REF!');
});

test('a renamed sheet is renamed in formulas, quoted where it must be', () => {
  expect(renamedSheet("='Năm 2026'!A1+A1", S, 'Data')).toBe('=Data!A1+A1');
  expect(renamedSheet('=Data!A1:B2', 'Data', S)).toBe("='Năm 2026'!A1:B2");
});

test('separators: a semicolon inside braces is a row', () => {
  expect(toUsNotation('=SUM({1;2};3)', false)).toBe('=SUM({1;2},3)');
  expect(toUsNotation('=MAX(1,5;2)', true)).toBe('=MAX(1.5,2)');
});
