/** For tests: small workbooks as an office may have them, and the built add-in beside them. Their figures are made up: "Số liệu minh họa". */
import { CLERK, type Desk, OTHER_CLERK, openDesk, UNIT } from './built-addon.test-support.ts';
import { withConstant, withFormula } from './desk/stand-in/model/cells.ts';
import type { Area } from './desk/stand-in/model/types.ts';
import type { ScriptPorts } from './desk/stand-in/ports.ts';
import { createWorkbook, type WorkbookModel } from './desk/stand-in/workbook-model.ts';
import type { LinkedTab, LinkRequest } from './link-rpc.ts';

/** A formula with the result that the grid has computed. */
interface Computed {
  readonly formula: string;
  readonly result: string | number;
}
export type Content = string | number | null | Computed;

export interface Tab {
  readonly name: string;
  /** From A1 on; what is left out is blank. */
  readonly cells: readonly (readonly Content[])[];
  readonly merges?: readonly Area[];
}

/** One year's table: two headings over the periods, a label that stands under two groups. Labels in B, the first period in D. */
export const YEAR: Tab = {
  name: 'Năm 2026',
  cells: [
    ['BIỂU TỔNG HỢP (Số liệu minh họa)'],
    [],
    ['STT', 'Nội dung', 'ĐVT', 'Năm 2026', null, null, null, 'Ghi chú'],
    [null, null, null, 'Quý I', '6 tháng', '9 tháng', 'Cả năm'],
    ['I', 'Dân cư'],
    ['1', 'Tổng số hộ', 'hộ', 812, 815],
    ['2', 'Trong đó: đạt chuẩn', 'hộ', null, 640],
    ['II', 'Tổ chức đảng'],
    ['1', 'Tổng số chi bộ', 'chi bộ', 12, 12],
    ['2', 'Trong đó: đạt chuẩn', 'chi bộ', 9, 10],
    ['III', 'Kinh tế'],
    ['1', 'Khách đến', 'lượt', 300, 700],
    ['2', 'Cà phê', 'ha', 401.5, 402],
  ],
  merges: [{ row: 3, column: 4, rows: 1, columns: 4 }],
};

export const YEAR_LINK: LinkedTab = {
  id: 0,
  labelColumn: 2,
  rows: { households: 6, culturalFamilies: 7, partyCells: 9, cellsRegular: 10, visitors: 12, coffeeArea: 13 },
  columns: { '2026-Q1': 4, '2026-Q2': 5, '2026-Q3': 6, '2026-Q4': 7 },
};

export function ownWorkbook(tabs: readonly Tab[] = [YEAR], locale = 'vi_VN'): WorkbookModel {
  const sheets = tabs.map(({ name }) => ({ name, rows: 60, columns: 26 }));
  const model = createWorkbook({
    id: 'book-own',
    name: 'Sổ theo dõi (Số liệu minh họa)',
    owner: CLERK.email,
    editors: [OTHER_CLERK.email],
    locale,
    sheets,
  });
  tabs.forEach((tab, sheetId) => {
    tab.cells.forEach((row, r) => {
      row.forEach((content, c) => {
        put(model, sheetId, r + 1, c + 1, content);
      });
    });
    model.update(
      (state) => {
        const sheet = state.sheets[sheetId];
        if (sheet) sheet.merges = tab.merges ?? [];
      },
      { kind: 'merges', sheetId },
    );
  });
  return model;
}

/** As another person's hand would, without a trigger. */
export function put(model: WorkbookModel, sheetId: number, row: number, column: number, content: Content): void {
  const area = { row, column, rows: 1, columns: 1 };
  if (content === null || typeof content !== 'object') {
    model.write(sheetId, area, (cell) => withConstant(cell, content), 'person');
    return;
  }
  model.write(sheetId, area, (cell) => withFormula(cell, content.formula), 'person');
  model.setFormulaResults([{ sheetId, row, column, value: content.result }]);
}

export function openOwn(
  files: Record<string, string>,
  model: WorkbookModel = ownWorkbook(),
  ports: Partial<ScriptPorts> = {},
): Desk {
  return openDesk(files, { model, ports });
}

/** Links, or throws what the dialog would say. */
export function link(desk: Desk, tabs: readonly LinkedTab[] = [YEAR_LINK], more: Partial<LinkRequest> = {}): string {
  const answer = desk.call('linkBind', { unit: UNIT, tabs, marked: false, ...more });
  if (!answer.ok) throw new Error(answer.message);
  return answer.message;
}

/** What is in the sheets for everybody to see, without the add-in's own: metadata, memory, triggers, the counters of the model. */
export function sheetsOf(model: WorkbookModel): unknown {
  const { version: _, nextId: __, script: ___, metadata: ____, selections: _____, ...rest } = model.toJSON();
  return rest;
}
