import { describe, expect, it } from 'vitest';
import { createWorkbook } from '../../stand-in/workbook-model.ts';
import { createMirror } from '../mirror.ts';
import { drawAll } from '../model-worker/drawing.ts';
import { createCopySource } from './copy-source.ts';

const USER = 'reporter@demo.test';

function workbook() {
  const model = createWorkbook({ id: 'book', name: 'Sổ', owner: USER, sheets: [{ name: 'Năm 2026' }] });
  const sheetId = model.sheets[0]!.id;
  const put = (row: number, column: number, cell: object) =>
    model.write(sheetId, { row, column, rows: 1, columns: 1 }, (before) => ({ ...before, ...cell }), 'script');
  put(1, 1, { value: 1180.5, numberFormat: '#,##0.0' });
  put(2, 1, { value: null, formula: '=A1*2', computed: false });
  const mirror = createMirror({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
  mirror.apply(drawAll(model, USER));
  return { sheetId, source: createCopySource(mirror) };
}

const one = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

describe('a paste', () => {
  it('of text from elsewhere is left to be read as if it were typed', () => {
    const { sheetId, source } = workbook();
    expect(source.paste('1.180\t2,5', { sheetId, area: one(3, 3) }, false)).toEqual({
      kind: 'paste',
      sheetId,
      at: { row: 3, column: 3 },
      block: [['1.180', '2,5']],
    });
  });

  it('of what was copied at the desk carries value, format and moved formula', () => {
    const { sheetId, source } = workbook();
    source.remember(sheetId, { row: 1, column: 1, rows: 2, columns: 1 }, false);
    const copied = source.paste('1.180,5\r\n', { sheetId, area: one(1, 3) }, false);
    expect(copied).toMatchObject({
      block: [[{ value: 1180.5, numberFormat: '#,##0.0', formula: null }], [{ formula: '=C1*2' }]],
    });
  });

  it('of one cell fills the whole selection', () => {
    const { sheetId, source } = workbook();
    const act = source.paste('7', { sheetId, area: { row: 1, column: 1, rows: 2, columns: 3 } }, false);
    expect(act).toMatchObject({
      block: [
        ['7', '7', '7'],
        ['7', '7', '7'],
      ],
    });
  });

  it('of what was cut moves it, once', () => {
    const { sheetId, source } = workbook();
    source.remember(sheetId, one(1, 1), true);
    const target = { sheetId, area: one(5, 5) };
    expect(source.paste('1.180,5', target, false)).toMatchObject({ kind: 'cut', to: { row: 5, column: 5 } });
    expect(source.paste('1.180,5', target, false)).toMatchObject({ kind: 'paste' });
  });
});
