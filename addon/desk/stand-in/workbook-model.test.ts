import { describe, expect, test } from 'vitest';
import { EDITOR, NOW, OWNER, tryBook } from '../server/try-script.ts';
import { withConstant, withFormula } from './model/cells.ts';
import type { ModelChange } from './model/types.ts';
import { personAt } from './person.ts';
import { copyWorkbook, WorkbookModel } from './workbook-model.ts';

const A1 = { row: 1, column: 1, rows: 1, columns: 1 };

function withFormulas(): WorkbookModel {
  const model = tryBook();
  model.write(0, A1, (cell) => withConstant(cell, 5), 'script');
  model.write(0, { ...A1, row: 2 }, (cell) => withFormula(cell, '=A1*2'), 'script');
  model.write(1, A1, (cell) => withFormula(cell, "='Năm 2026'!A2+1"), 'script');
  model.setFormulaResults([
    { sheetId: 0, row: 2, column: 1, value: 10 },
    { sheetId: 1, row: 1, column: 1, value: 11 },
  ]);
  return model;
}

describe('formulas', () => {
  test('a write makes what depends on it stale, through other sheets too, and nothing else', () => {
    const model = withFormulas();
    expect(model.pendingFormulas()).toEqual([]);
    model.write(0, { ...A1, column: 2 }, (cell) => withConstant(cell, 1), 'script');
    expect(model.pendingFormulas()).toEqual([]);
    model.write(0, A1, (cell) => withConstant(cell, 6), 'script');
    expect(model.pendingFormulas().map(({ sheetId, row }) => [sheetId, row])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    expect(model.display(1, 1, 1)).toBe('Loading...');
  });

  test('a result for a formula that is no longer there is not taken', () => {
    const model = withFormulas();
    model.setFormulaResults([{ sheetId: 0, row: 2, column: 1, value: 99, formula: '=A1*3' }]);
    expect(model.cell(0, 2, 1).value).toBe(10);
  });

  test('a change of format makes nothing stale', () => {
    const model = withFormulas();
    model.write(0, A1, (cell) => ({ ...cell, numberFormat: '0.0' }), 'script');
    expect(model.pendingFormulas()).toEqual([]);
  });
});

test('everything comes back from JSON as it was, and the JSON does not change with the model', () => {
  const model = withFormulas();
  const person = personAt(model, { email: OWNER.email, now: () => NOW });
  person.edit(0, { row: 5, column: 1 }, '1/2');
  model.write(0, { ...A1, row: 6 }, (cell) => ({ ...cell, note: 'ghi chú', style: { bold: true } }), 'script');
  model.select(EDITOR.email, 1, A1, 'person');
  model.update(
    (state) => {
      state.metadata = [
        { id: 7, key: 'k', value: 'v', visibility: 'DOCUMENT', location: { type: 'ROW', sheetId: 0, index: 5 } },
      ];
      state.script.documentProperties = { a: 'b' };
    },
    { kind: 'metadata' },
  );
  const json = model.toJSON();
  const text = JSON.stringify(json);
  const again = WorkbookModel.fromJSON(JSON.parse(text));
  expect(again.toJSON()).toEqual(json);
  expect(again.cell(0, 5, 1).value).toEqual(new Date('2026-01-31T17:00:00Z'));
  expect(again.cell(0, 6, 1).style).toEqual({ bold: true });
  person.edit(0, { row: 5, column: 1 }, '3');
  expect(JSON.stringify(json)).toBe(text);
});

test('listeners are told small changes with old and new, and a growing version', () => {
  const model = tryBook();
  const seen: [ModelChange, number][] = [];
  const off = model.onChange((change, version) => seen.push([change, version]));
  model.write(0, A1, (cell) => withConstant(cell, 1), 'script');
  model.write(0, A1, (cell) => ({ ...cell, style: { bold: true } }), 'script');
  off();
  model.write(0, A1, (cell) => withConstant(cell, 2), 'script');
  expect(seen.map(([change]) => change.kind)).toEqual(['cells', 'format']);
  expect(seen[0]?.[0]).toMatchObject({
    area: A1,
    origin: 'script',
    before: [[{ value: null }]],
    after: [[{ value: 1 }]],
  });
  expect(seen.map(([, version]) => version)).toEqual([1, 2]);
  expect(model.version).toBe(3);
});

test('a write outside the sheet is a bug and throws', () => {
  expect(() => tryBook().write(0, { row: 51, column: 1, rows: 1, columns: 1 }, (cell) => cell, 'script')).toThrow(
    'outside',
  );
});

describe('a copy', () => {
  test.each([true, false])('has another id, no triggers, and properties: %s', (properties) => {
    const model = withFormulas();
    model.update(
      (state) => {
        state.script.documentProperties = { home: 'book-1' };
        state.script.triggers = [
          {
            id: '1',
            functionName: 'f',
            event: 'ON_EDIT',
            creator: OWNER.email,
            schedule: null,
            createdAt: 0,
            lastRunAt: null,
          },
        ];
      },
      { kind: 'script-state' },
    );
    const copy = copyWorkbook(model, { id: 'book-2', properties });
    expect(copy.state.id).toBe('book-2');
    expect(copy.script.triggers).toEqual([]);
    expect(copy.script.documentProperties).toEqual(properties ? { home: 'book-1' } : {});
    expect(copy.cell(0, 2, 1).formula).toBe('=A1*2');
    copy.write(0, A1, (cell) => withConstant(cell, 100), 'script');
    expect(model.cell(0, 1, 1).value).toBe(5);
  });
});
