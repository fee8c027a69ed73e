/** Three workbooks as offices really lay them out, linked by hand as their truth says: what is read is what stands there, and nothing else is touched. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, type Desk } from '../addon/built-addon.test-support.ts';
import { cellAt } from '../addon/desk/stand-in/model/cells.ts';
import type { WorkbookModel } from '../addon/desk/stand-in/workbook-model.ts';
import type { LinkedTab } from '../addon/link-rpc.ts';
import { link, openOwn, sheetsOf } from '../addon/own-book.test-support.ts';
import type { Period } from '../shared/periods.ts';
import * as byField from './fixtures/office-workbooks/by-field.ts';
import * as byPeriod from './fixtures/office-workbooks/by-period.ts';
import * as byYear from './fixtures/office-workbooks/by-year.ts';
import type { PeriodColumns, TabTruth, Truth } from './fixtures/office-workbooks/truth.ts';

let files: Record<string, string>;
beforeAll(async () => {
  files = await builtFiles();
});

/** A formula that is still being computed when a run begins gives what people see, at Google's; the stand-in gives nothing. */
function open(build: () => WorkbookModel): WorkbookModel {
  const model = build();
  for (const { sheetId, row, column } of model.pendingFormulas())
    model.setFormulaResults([{ sheetId, row, column, value: model.display(sheetId, row, column) }]);
  return model;
}

/** A table for the inputs that share columns, and one for each that has its own. */
function linkedOf(model: WorkbookModel, { tabs }: Truth): LinkedTab[] {
  return Object.entries(tabs).flatMap(([name, truth]) => {
    const id = model.sheetByName(name)?.id ?? -1;
    const own = Object.entries(truth.ownColumns ?? {});
    const shared = Object.entries(truth.rows).filter(([input]) => truth.ownColumns?.[input] === undefined);
    const table = (rows: [string, number][], columns: PeriodColumns): LinkedTab => ({
      id,
      labelColumn: truth.labelColumn,
      rows: Object.fromEntries(rows),
      columns: Object.fromEntries(Object.entries(columns).map(([period, column]) => [period, column ?? 0])),
    });
    return [
      table(shared, truth.columns),
      ...own.map(([input, columns]) => table([[input, truth.rows[input] ?? 0]], columns)),
    ];
  });
}

/** Every input's cell in every period, by the truth. */
function cellsOf({ tabs }: Truth) {
  return Object.entries(tabs).flatMap(([tab, truth]: [string, TabTruth]) =>
    Object.entries(truth.rows).flatMap(([input, row]) =>
      Object.entries(truth.ownColumns?.[input] ?? truth.columns).map(([period, column = 0]) => ({
        tab,
        input,
        row,
        column,
        period: period as Period,
      })),
    ),
  );
}

describe.each([
  ['by year', byYear],
  ['by period', byPeriod],
  ['by field', byField],
])("an office's workbook %s", (_, { build, expected }) => {
  function linked(): Desk {
    const model = open(build);
    const desk = openOwn(files, model);
    link(desk, linkedOf(model, expected));
    return desk;
  }

  test('is linked with nothing but metadata', () => {
    const model = open(build);
    const before = sheetsOf(model);
    link(openOwn(files, model), linkedOf(model, expected));
    expect(sheetsOf(model)).toEqual(before);
  });

  test('is read as it says: numbers as they are, faults never', () => {
    const desk = linked();
    const { readings, syncs } = desk.open();
    expect(syncs.filter(({ trouble }) => trouble !== null)).toEqual([]);
    const wrong = cellsOf(expected).flatMap(({ tab, input, row, column, period }) => {
      const sheet = desk.model.sheetByName(tab);
      const cell = sheet && cellAt(sheet, row, column);
      const reading = readings[period]?.[input];
      const fault = expected.faults.find((one) => one.tab === tab && one.row === row && one.column === column);
      const named = { tab, input, period, fault, reading };
      if (fault !== undefined && fault.what !== 'text') return reading?.status === 'value' ? [named] : [];
      if (typeof cell?.value !== 'number' || reading?.status !== 'value') return [];
      return Math.abs(Number(reading.value) - cell.value) < 1e-9 ? [] : [named];
    });
    expect(wrong).toEqual([]);
    const values = cellsOf(expected).filter(({ input, period }) => readings[period]?.[input]?.status === 'value');
    expect(values.length).toBeGreaterThan(cellsOf(expected).length / 2);
  });

  test('stays as it is read after rows and columns were inserted before all tables', () => {
    const desk = linked();
    const { readings } = desk.open();
    for (const { id } of desk.model.sheets) {
      desk.person.insertRows(id, 1, 2);
      desk.person.insertColumns(id, 1, 1);
    }
    for (const { sheetId, row, column } of desk.model.pendingFormulas())
      desk.model.setFormulaResults([{ sheetId, row, column, value: desk.model.cell(sheetId, row, column).value }]);
    expect(desk.open().readings).toEqual(readings);
  });

  test('is marked and released without a trace', () => {
    const model = open(build);
    const before = sheetsOf(model);
    const desk = openOwn(files, model);
    link(desk, linkedOf(model, expected), { marked: true });
    expect(sheetsOf(model)).not.toEqual(before);
    expect(desk.call('linkRelease')).toMatchObject({ ok: true });
    expect(sheetsOf(model)).toEqual(before);
  });
});
