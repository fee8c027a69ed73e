import { beforeEach, describe, expect, it } from 'vitest';
import { personAt } from '../../stand-in/person.ts';
import { createWorkbook, type WorkbookModel } from '../../stand-in/workbook-model.ts';
import { createMirror } from '../mirror.ts';
import { collectDrawings, type DrawingCollector, drawAll } from './drawing.ts';

const USER = 'a@demo.test';
const PLACE = { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };

let model: WorkbookModel;
let sheetId: number;
let drawings: DrawingCollector;

beforeEach(() => {
  model = createWorkbook({ id: 'book', name: 'Sổ', owner: USER, sheets: [{ name: 'Năm 2026' }, { name: 'Tổng hợp' }] });
  sheetId = model.sheets[0]!.id;
  drawings = collectDrawings(model, USER);
});

describe('what is to be drawn', () => {
  it('is nothing while nothing changed', () => {
    expect(drawings.take()).toBeNull();
  });

  it('is the cell that a person typed into', () => {
    personAt(model, { email: USER }).edit(sheetId, { row: 4, column: 6 }, '41,5');
    const drawing = drawings.take();
    expect(drawing?.sheets).toEqual([]);
    expect(drawing?.cells).toMatchObject([{ sheetId, area: { row: 4, column: 6, rows: 1, columns: 1 } }]);
    expect(drawing?.cells[0]?.after[0]?.[0]).toMatchObject({ value: 41.5 });
    expect(drawings.take()).toBeNull();
  });

  it('is the whole sheet, without single cells, where rows came in', () => {
    const person = personAt(model, { email: USER });
    person.edit(sheetId, { row: 4, column: 6 }, '41,5');
    person.insertRows(sheetId, 2, 1);
    const drawing = drawings.take();
    expect(drawing?.sheets.map(({ id }) => id)).toEqual([sheetId]);
    expect(drawing?.cells).toEqual([]);
  });

  it('brings a mirror to the same workbook, over edits, new rows and undo', () => {
    const mirror = createMirror(PLACE);
    mirror.apply(structuredClone(drawAll(model, USER)));
    const person = personAt(model, { email: USER });
    const acts = [
      () => person.edit(sheetId, { row: 4, column: 6 }, '41,5'),
      () =>
        person.paste(sheetId, { row: 6, column: 2 }, [
          ['a', '1.180'],
          ['', '28,5%'],
        ]),
      () => person.insertRows(sheetId, 5, 2),
      () => person.undo(),
      () => person.clear(sheetId, { row: 6, column: 2, rows: 1, columns: 1 }),
    ];
    for (const act of acts) {
      act();
      const drawing = drawings.take();
      if (drawing !== null) mirror.apply(structuredClone(drawing));
      for (let row = 1; row <= 10; row += 1) {
        for (let column = 1; column <= 7; column += 1) {
          expect(mirror.display(sheetId, row, column)).toBe(model.display(sheetId, row, column));
        }
      }
    }
  });

  it('is NOT a selection that the person made, but one that a script made', () => {
    model.select(USER, sheetId, { row: 2, column: 2, rows: 1, columns: 1 }, 'person');
    expect(drawings.take()).toBeNull();
    model.select(USER, sheetId, { row: 3, column: 3, rows: 1, columns: 1 }, 'script');
    expect(drawings.take()?.selection).toMatchObject({ sheetId, area: { row: 3, column: 3 } });
  });
});
