import { describe, expect, test } from 'vitest';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { cellTextOf, type Manner, readCell, sendableValue } from './cell-reader.ts';

const AREA: InputDefinition = {
  id: 'fieldArea',
  by: 'area',
  label: 'Diện tích',
  short: 'Diện tích',
  unit: 'ha',
  kind: 'level',
  decimals: 2,
  due: 'quarter',
  target: 1,
};
const FLAG: InputDefinition = { ...AREA, id: 'done', kind: 'flag', unit: 'có/không', decimals: 0 };

function read(
  value: unknown,
  more: { formula?: string; numberFormat?: string; shown?: string; input?: InputDefinition } = {},
) {
  const { formula = '', numberFormat = '#,##0.00', shown = String(value), input = AREA } = more;
  return readCell({ value, formula, numberFormat, shown: () => shown, restsOnBlanks: () => false }, input);
}

const value = (of: unknown) => ({ status: 'value', value: of, fromFormula: false });

describe('a cell', () => {
  test.each(['', '   ', null, undefined])('with %j is blank, not zero', (blank) => {
    expect(read(blank)).toEqual(value(null));
  });

  test.each([0, 41.5, 1180])('with the number %d is taken as it is', (number) => {
    expect(read(number)).toEqual(value(number));
  });

  test.each([
    ['1.180', 1180],
    ['2,5', 2.5],
    ['12 ha', 12],
    ['１２', 12],
  ])('with the text %j is read as %d', (text, number) => {
    expect(read(text)).toEqual(value(number));
  });

  test.each(['Không áp dụng', ' không  áp dụng ', 'KAD', 'khong ap dung', 'Không áp dụng'.normalize('NFD')])(
    'with %j is not applicable',
    (text) => {
      expect(read(text)).toEqual(value('na'));
    },
  );

  test.each([
    ['1.18', '1,18'],
    ['28,5%', '28,5%'],
    ['khoảng 40', 'khoảng 40'],
    ['-', 'nhập 0'],
    ['#DIV/0!', '#DIV/0!'],
    ['#N/A', '#N/A'],
    ['Loading...', 'chưa tính xong'],
    ['Đang tải…', 'chưa tính xong'],
  ])('with %j is not sent, and says why', (text, said) => {
    const reading = read(text);
    expect(reading).toMatchObject({ status: 'unsendable', shown: text });
    expect(JSON.stringify(reading)).toContain(said);
    expect(sendableValue(reading)).toBeNull();
  });

  test('with a text that may be either of two numbers is not sent, and names both', () => {
    const reading = read('1,180', { numberFormat: '@' });
    expect(reading).toMatchObject({ status: 'unsendable', shown: '1,180' });
    expect(reading).toMatchObject({ choices: [1180, 1.18] });
    expect(JSON.stringify(reading)).toContain('là 1.180 hay 1,18?');
    expect(read('1,18', { numberFormat: '@' })).toEqual(value(1.18));
  });

  test.each([-1, 41.555, 2e12, Number.NaN, Number.POSITIVE_INFINITY])(
    'with %d would be refused, so it stays',
    (number) => {
      expect(read(number).status).toBe('unsendable');
    },
  );

  test.each(['0%', '0.00%', 'dd/mm/yyyy', 'h:mm', 'd-m'])(
    'with a number in the format %s is not sent',
    (numberFormat) => {
      expect(read(0.285, { numberFormat }).status).toBe('unsendable');
    },
  );

  test.each(['#,##0', '0.00', 'General', '@', '#,##0 "đơn vị"', '#,##0\\ \\h\\a', ''])(
    'with a number in the format %j is sent',
    (numberFormat) => {
      expect(read(3, { numberFormat })).toEqual(value(3));
    },
  );

  test('with a date or a boolean where a number is expected is not sent', () => {
    expect(read(new Date(0), { shown: '1/2' })).toMatchObject({ status: 'unsendable', shown: '1/2' });
    expect(read(true)).toMatchObject({ status: 'unsendable' });
  });

  test.each([
    [41, 41],
    [41.666666, 41.67],
    [0.1 + 0.2, 0.3],
    [true, undefined],
    [-3, undefined],
    ['#DIV/0!', undefined],
    ['', undefined],
  ])('with a formula whose result is %j offers %s', (result, offer) => {
    const reading = read(result, { formula: '=A1', shown: String(result) });
    expect(reading.status === 'unsendable' ? reading.offer : 'a value').toBe(offer);
  });

  test('with a formula in a percent or date format offers nothing', () => {
    for (const numberFormat of ['0.0%', 'dd/mm/yyyy']) {
      expect(read(0.285, { formula: '=A1', numberFormat })).not.toHaveProperty('offer');
    }
  });

  test('with a formula for yes or no offers what it says', () => {
    expect(read(true, { formula: '=A1>0', input: FLAG })).toMatchObject({ status: 'unsendable', offer: true });
    expect(read(1, { formula: '=A1', input: FLAG })).not.toHaveProperty('offer');
  });

  test('with a formula offers its result and is not sent', () => {
    const reading = read(41, { formula: '=SUM(A1:A3)', shown: '41,00' });
    expect(reading).toMatchObject({ status: 'unsendable', shown: '41,00' });
    expect(JSON.stringify(reading)).toContain('“41,00”');
  });
});

describe('a cell of a person’s own workbook', () => {
  const own: Manner = { takesFormulas: true, isForeign: () => false, accepted: () => undefined, last: () => null };
  const foreign: Manner = { ...own, isForeign: () => true };
  const AREAS: InputDefinition = { ...AREA, plausibleUpTo: 1750 };

  function readOwn(of: unknown, formula = '', manner = own, input = AREAS, restsOnBlanks = () => false) {
    return readCell(
      { value: of, formula, numberFormat: '0.00', shown: () => String(of), restsOnBlanks },
      input,
      manner,
    );
  }

  test.each([
    [41.5, 41.5],
    [0.1 + 0.2, 0.3],
    [1203.5000000000002, 1203.5],
    ['', null],
    ['kad', 'na'],
    ['1.180', 1180],
  ])('with a formula that gives %j is %j', (result, meant) => {
    expect(readOwn(result, '=A1')).toEqual({ status: 'value', value: meant, fromFormula: true });
  });

  test('with a formula that gives 0 is blank as long as there is nothing behind it', () => {
    expect(readOwn(0, '=SUM(A1:A3)', own, AREAS, () => true)).toEqual(value(null));
    expect(readOwn(0, '=SUM(A1:A3)')).toEqual({ status: 'value', value: 0, fromFormula: true });
    expect(readOwn(2, '=COUNTBLANK(A1:A2)', own, AREAS, () => true)).toMatchObject({ value: 2 });
    expect(readOwn(0, '', own, AREAS, () => true)).toEqual(value(0));
  });

  test('keeps every digit of the largest computed number that may be sent', () => {
    expect(readOwn(999_999_999_999, '=A1')).toMatchObject({ value: 999_999_999_999 });
    expect(readOwn(999_999_999_999.25, '=A1')).toMatchObject({ value: 999_999_999_999.25 });
  });

  test.each(['#REF!', 'Loading...', 41.555, new Date(0), 'khoảng 40'])(
    'with a formula that gives %j is not sent',
    (result) => {
      expect(readOwn(result, '=A1').status).toBe('unsendable');
    },
  );

  test('under another locale asks about what may have been thousands, until the person has said', () => {
    expect(readOwn(1.18, '', foreign)).toMatchObject({ status: 'unsendable', choices: [1180, 1.18] });
    expect(readOwn(1.18, '', { ...foreign, accepted: () => 1.18 })).toEqual(value(1.18));
    expect(readOwn(1.18, '', { ...foreign, accepted: () => 1.2 })).toMatchObject({ status: 'unsendable' });
    expect(readOwn(1.18, '', { ...foreign, last: () => 1.1 })).toEqual(value(1.18));
    expect(readOwn(1.18)).toEqual(value(1.18));
  });

  test('under another locale asks about every text with two readings, and takes those with one', () => {
    expect(readOwn('1.180', '', foreign)).toMatchObject({ choices: [1180, 1.18] });
    expect(readOwn('2,5', '', foreign)).toEqual(value(2.5));
    expect(readOwn('41.500,5', '', foreign).status).toBe('value');
  });
});

describe('a flag’s cell', () => {
  test.each([
    ['Có', true],
    ['có', true],
    [true, true],
    ['Chưa', false],
    ['Không', false],
    [false, false],
    ['Không áp dụng', 'na'],
  ])('with %j is %j', (text, expected) => {
    expect(read(text, { input: FLAG, numberFormat: '@' })).toEqual(value(expected));
  });

  test.each(['có thể', 1, 'x'])('with %j is not sent', (text) => {
    expect(read(text, { input: FLAG, numberFormat: '@' }).status).toBe('unsendable');
  });
});

test.each([
  [AREA, 0],
  [AREA, 41.5],
  [AREA, 'na'],
  [AREA, null],
  [FLAG, true],
  [FLAG, false],
] as const)('what the sidebar writes is read as it was meant (%#)', (input, meant) => {
  expect(read(cellTextOf(meant), { input })).toEqual(value(meant));
});
