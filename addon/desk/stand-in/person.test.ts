import { describe, expect, test } from 'vitest';
import { EDITOR, NOW, OWNER, tryBook } from '../server/try-script.ts';
import type { ValidationRule } from './model/types.ts';
import { personAt } from './person.ts';

const POSITIVE: ValidationRule = {
  criteria: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  values: [0],
  range: null,
  showDropdown: true,
  allowInvalid: false,
  helpText: 'Nhập số không âm',
};
const at = (row: number, column = 1) => ({ row, column });
const area = (row: number, rows: number, column = 1, columns = 1) => ({ row, column, rows, columns });

function desk(email = OWNER.email) {
  const model = tryBook();
  return { model, person: personAt(model, { email, now: () => NOW }) };
}
const values = (model: ReturnType<typeof tryBook>, rows: number, column = 1) =>
  model.read(0, area(1, rows, column)).map(([cell]) => cell?.formula ?? cell?.value);

describe('a typed cell', () => {
  test('has value and oldValue in its event, in US notation', () => {
    const { model, person } = desk();
    expect(person.edit(0, at(1), '1.180')).toMatchObject({ ok: true, edit: { value: '1180' } });
    expect(model.cell(0, 1, 1)).toMatchObject({ value: 1180, numberFormat: '#,##0' });
    const second = person.edit(0, at(1), '2,5');
    expect(second).toMatchObject({ ok: true, edit: { value: '2.5', oldValue: '1180', area: area(1, 1) } });
    expect(model.cell(0, 1, 1).numberFormat).toBe('#,##0');
  });
  test('has no oldValue where nothing was, and no value when emptied', () => {
    const { person } = desk();
    const first = person.edit(0, at(1), 'x');
    expect(first.ok && first.edit && 'oldValue' in first.edit).toBe(false);
    const emptied = person.edit(0, at(1), '');
    expect(emptied.ok && emptied.edit && 'value' in emptied.edit).toBe(false);
    expect(emptied).toMatchObject({ edit: { oldValue: 'x' } });
  });
  test('in a percent cell is a percent, in a text cell text', () => {
    const { model, person } = desk();
    model.write(0, area(1, 1), (cell) => ({ ...cell, numberFormat: '0%' }), 'script');
    model.write(0, area(2, 1), (cell) => ({ ...cell, numberFormat: '@' }), 'script');
    person.edit(0, at(1), '5');
    person.edit(0, at(2), '1.180');
    expect(values(model, 2)).toEqual([0.05, '1.180']);
  });
});

describe('data validation', () => {
  test('refuses a typed edit with the rule’s help, and the cell stays', () => {
    const { model, person } = desk();
    model.write(0, area(1, 1), (cell) => ({ ...cell, value: 3, validation: POSITIVE }), 'script');
    expect(person.edit(0, at(1), '-1')).toEqual({ ok: false, why: 'validation', message: 'Nhập số không âm' });
    expect(person.edit(0, at(1), 'abc')).toMatchObject({ ok: false });
    expect(model.cell(0, 1, 1).value).toBe(3);
    expect(person.edit(0, at(1), '')).toMatchObject({ ok: true });
  });
  test('is passed by a paste, a fill and a warning-only rule', () => {
    const { model, person } = desk();
    model.write(0, area(1, 3), (cell) => ({ ...cell, validation: POSITIVE }), 'script');
    expect(person.paste(0, at(1), [['-1']])).toMatchObject({ ok: true });
    expect(person.fill(0, area(1, 1), area(2, 2))).toMatchObject({ ok: true });
    expect(values(model, 3)).toEqual([-1, -1, -1]);
    model.write(0, area(1, 1), (cell) => ({ ...cell, validation: { ...POSITIVE, allowInvalid: true } }), 'script');
    expect(person.edit(0, at(1), '-2')).toMatchObject({ ok: true });
  });
});

test('a paste reads texts like typed ones, and its event has the range alone, even for one cell', () => {
  const { model, person } = desk();
  const pasted = person.paste(0, at(1), [
    ['1.180', 'a'],
    ['2,5', { value: 7, formula: null }],
  ]);
  expect(pasted).toEqual({ ok: true, edit: { sheetId: 0, area: area(1, 2, 1, 2) }, change: 'EDIT', warning: null });
  expect(values(model, 2)).toEqual([1180, 2.5]);
  expect(values(model, 2, 2)).toEqual(['a', 7]);
  expect(person.paste(0, at(5), [['9']])).toMatchObject({ edit: { sheetId: 0, area: area(5, 1) } });
});

test('a fill goes on with a series and shifts formulas', () => {
  const { model, person } = desk();
  person.paste(0, at(1), [
    ['1', '=A1*2'],
    ['3', '=A2*2'],
  ]);
  person.fill(0, area(1, 2, 1, 2), area(3, 2, 1, 2));
  expect(values(model, 4)).toEqual([1, 3, 5, 7]);
  expect(values(model, 4, 2)).toEqual(['=A1*2', '=A2*2', '=A3*2', '=A4*2']);
});

describe('rows', () => {
  const marked = () => {
    const { model, person } = desk();
    person.paste(0, at(1), [['30'], ['10'], ['20'], ['=SUM(A1:A3)']]);
    model.update(
      (state) => {
        state.metadata = [2, 3].map((index) => ({
          id: index,
          key: 'input',
          value: `row ${index}`,
          visibility: 'DOCUMENT' as const,
          location: { type: 'ROW' as const, sheetId: 0, index },
        }));
      },
      { kind: 'metadata' },
    );
    return {
      model,
      person,
      where: () => model.metadata.map(({ value, location }) => [value, location.type === 'ROW' && location.index]),
    };
  };
  test('inserted: metadata and formulas follow, and undo brings all back', () => {
    const { model, person, where } = marked();
    expect(person.insertRows(0, 3, 2)).toMatchObject({ ok: true, edit: null, change: 'INSERT_ROW' });
    expect(where()).toEqual([
      ['row 2', 2],
      ['row 3', 5],
    ]);
    expect(model.cell(0, 6, 1).formula).toBe('=SUM(A1:A5)');
    person.undo();
    expect(where()).toEqual([
      ['row 2', 2],
      ['row 3', 3],
    ]);
    expect(values(model, 4)).toEqual([30, 10, 20, '=SUM(A1:A3)']);
    expect(model.sheet(0)?.rows.length).toBe(50);
  });
  test('deleted: their metadata goes with them', () => {
    const { model, person, where } = marked();
    expect(person.deleteRows(0, 2, 1)).toMatchObject({ change: 'REMOVE_ROW' });
    expect(where()).toEqual([['row 3', 2]]);
    expect(values(model, 3)).toEqual([30, 20, '=SUM(A1:A2)']);
  });
  test('moved: metadata follows', () => {
    const { model, person, where } = marked();
    person.moveRows(0, 3, 1, 1);
    expect(where()).toEqual([
      ['row 2', 3],
      ['row 3', 1],
    ]);
    expect(values(model, 3)).toEqual([20, 30, 10]);
  });
  test('sorted: contents move, metadata is left behind', () => {
    const { model, person, where } = marked();
    expect(person.sort(0, area(1, 3), 1, true)).toMatchObject({ edit: { area: area(1, 3) } });
    expect(values(model, 3)).toEqual([10, 20, 30]);
    expect(where()).toEqual([
      ['row 2', 2],
      ['row 3', 3],
    ]);
  });
  test('cut and pasted: contents move, metadata is left behind', () => {
    const { model, person, where } = marked();
    person.cut(0, area(2, 1), 0, at(8));
    expect(values(model, 3)).toEqual([30, null, 20]);
    expect(model.cell(0, 8, 1).value).toBe(10);
    expect(where()).toEqual([
      ['row 2', 2],
      ['row 3', 3],
    ]);
  });
});

test('undo and redo of typed cells; the event has the range alone', () => {
  const { model, person } = desk();
  person.edit(0, at(1), '1');
  person.edit(0, at(1), '2');
  expect(person.undo()).toEqual({ ok: true, edit: { sheetId: 0, area: area(1, 1) }, change: 'EDIT', warning: null });
  expect(model.cell(0, 1, 1).value).toBe(1);
  person.redo();
  expect(model.cell(0, 1, 1).value).toBe(2);
  person.undo();
  person.edit(0, at(1), '3');
  expect(person.redo()).toMatchObject({ ok: false, why: 'nothing' });
});

describe('protection', () => {
  const protect = (warningOnly: boolean, email: string) => {
    const { model, person } = desk(email);
    model.update(
      (state) => {
        state.protections = [
          {
            id: 1,
            sheetId: 0,
            area: null,
            description: 'Cấu trúc',
            warningOnly,
            editors: [],
            unprotected: [area(2, 1)],
          },
        ];
      },
      { kind: 'protections' },
    );
    return person;
  };
  test('a hard one refuses other editors, not the owner, and not where it is open', () => {
    expect(protect(false, EDITOR.email).edit(0, at(1), '1')).toEqual({
      ok: false,
      why: 'protected',
      message: 'Cấu trúc',
    });
    expect(protect(false, EDITOR.email).edit(0, at(2), '1')).toMatchObject({ ok: true, warning: null });
    expect(protect(false, OWNER.email).edit(0, at(1), '1')).toMatchObject({ ok: true });
  });
  test('a warning-only one lets through and says so', () => {
    expect(protect(true, EDITOR.email).edit(0, at(1), '1')).toMatchObject({ ok: true, warning: 'Cấu trúc' });
  });
});
