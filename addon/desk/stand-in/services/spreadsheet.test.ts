import { describe, expect, expectTypeOf, test } from 'vitest';
import { EDITOR, errorOf, evaluate, OWNER, resultOf, tryBook, tryHost } from '../../server/try-script.ts';
import { personAt } from '../person.ts';
import type { strict } from './strict.ts';

const SHEET = 'const sheet = SpreadsheetApp.getActive().getSheets()[0];';

describe('strictness', () => {
  test.each([
    ['SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1).randomize()', 'Range.randomize is not in the stand-in'],
    ['SpreadsheetApp.newTextStyle()', 'SpreadsheetApp.newTextStyle is not in the stand-in'],
    ['SpreadsheetApp.getActive().noSuchThing()', 'Spreadsheet.noSuchThing is not in the stand-in'],
    ['SpreadsheetApp.BooleanCriteria.GUESSED', 'BooleanCriteria.GUESSED is not in the stand-in'],
    ['ScriptApp.getOAuthToken()', 'ScriptApp.getOAuthToken is not in the stand-in'],
    ['SpreadsheetApp.flush = 1', 'SpreadsheetApp.flush cannot be set'],
    ['DriveApp.getRootFolder()', 'DriveApp is not defined'],
    ['setTimeout(() => 1, 1)', 'setTimeout is not defined'],
    ['new URL("https://a.test")', 'URL is not defined'],
    ['new TextEncoder()', 'TextEncoder is not defined'],
    ['process.exit()', 'process is not defined'],
    ['fetch("https://a.test")', 'fetch is not defined'],
    ['crypto.randomUUID()', 'crypto is not defined'],
  ])('%s throws', (body, message) => {
    expect(errorOf(body)).toBe(message);
  });

  test('what a service object has is Google’s, by name and signature, or it does not compile', () => {
    type Members = Parameters<typeof strict<GoogleAppsScript.Spreadsheet.Sheet>>[2];
    expectTypeOf<Members>().toEqualTypeOf<Partial<GoogleAppsScript.Spreadsheet.Sheet>>();
    expectTypeOf<{ getName: () => string }>().toExtend<Members>();
    expectTypeOf<{ getName: () => number }>().not.toExtend<Members>();
    expectTypeOf<{ setName: (name: number) => GoogleAppsScript.Spreadsheet.Sheet }>().not.toExtend<Members>();
  });

  test('errors, dates and arrays are of the script’s own realm', () => {
    expect(
      evaluate(`${SHEET} sheet.getRange(1, 1).setValue(new Date(0));
        let caught; try { sheet.getRange(99, 1); } catch (error) { caught = error; }
        return JSON.stringify([caught instanceof Error, sheet.getRange(1, 1).getValue() instanceof Date,
          sheet.getRange(1, 1).getValues() instanceof Array, sheet.getRange(1, 1).getValues()[0] instanceof Array]);`),
    ).toBe('[true,true,true,true]');
  });

  test('no variable outlives a run', () => {
    const { call } = tryHost('var count = 0; function up() { count += 1; return count; }');
    expect(resultOf(call('up'))).toBe(1);
    expect(resultOf(call('up'))).toBe(1);
  });
});

describe('values', () => {
  test('texts that a script writes are read as if typed, formulas in US notation', () => {
    expect(
      evaluate(`${SHEET} sheet.getRange('A1:A6').setValues([['1.180'], ['2,5'], ["'1.180"], ['=SUM(A1;2.5)'], [''], [null]]);
        return JSON.stringify([sheet.getRange('A1:A3').getValues(), sheet.getRange('A4').getFormula(), sheet.getRange('A1').getDisplayValue(), sheet.getLastRow()]);`),
    ).toBe('[[[1180],[2.5],["1.180"]],"=SUM(A1,2.5)","1.180",4]');
  });

  test('a formula that was not computed in this run has no value', () => {
    expect(
      errorOf(`${SHEET} sheet.getRange('B2').setFormula('=1+1'); return sheet.getRange('B2').getValue();`),
    ).toContain('B2 is not computed yet');
  });

  test('a computed one has, until something it depends on is written', () => {
    const model = tryBook();
    evaluate(`${SHEET} sheet.getRange('B2').setFormula('=A1*2')`, { model });
    model.setFormulaResults([{ sheetId: 0, row: 2, column: 2, value: 8 }]);
    expect(evaluate(`${SHEET} return sheet.getRange('B2').getValue()`, { model })).toBe(8);
    expect(
      errorOf(`${SHEET} sheet.getRange('A1').setValue(1); return sheet.getRange('B1:B3').getValues()`, { model }),
    ).toContain('not computed');
  });

  test('a matrix must have the range’s size', () => {
    expect(errorOf(`${SHEET} sheet.getRange('A1:B2').setValues([[1, 2]])`)).toContain(
      'The data has 1 but the range has 2',
    );
    expect(errorOf(`${SHEET} sheet.getRange('A1:B1').setValues([[1]])`)).toContain('number of columns');
    expect(errorOf(`${SHEET} sheet.getRange('A1').setValue({ a: 1 })`)).toContain('A cell cannot hold');
    expect(errorOf(`${SHEET} sheet.getRange(51, 1)`)).toContain('outside the dimensions');
  });
});

test('formats, notes, merges, borders, sizes', () => {
  const { model, call } = tryHost(`function main() { ${SHEET}
    const range = sheet.getRange('A1:B2');
    range.setFontWeight('bold').setBackground('#eeeeee').setHorizontalAlignment('center').setWrap(true).setNumberFormat('#,##0');
    range.setBorder(true, true, true, true, null, false, '#999999', SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
    range.setBackground(null);
    sheet.getRange('D1:E1').merge().setNote('ghi chú');
    sheet.setFrozenRows(2); sheet.setColumnWidth(1, 40); sheet.setRowHeights(1, 2, 30); sheet.hideColumns(3);
    sheet.getRange('A5:A7').shiftRowGroupDepth(1);
    return [sheet.getRange('A1').getFontWeight(), sheet.getRange('E1').isPartOfMerge(), sheet.getRowGroupDepth(6)].join(); }`);
  expect(resultOf(call('main'))).toBe('bold,true,1');
  expect(model.cell(0, 1, 1)).toMatchObject({ numberFormat: '#,##0', note: null });
  expect(model.cell(0, 1, 1).style).toEqual({
    bold: true,
    horizontal: 'center',
    wrap: 'WRAP',
    borders: { top: { style: 'SOLID_MEDIUM', color: '#999999' }, left: { style: 'SOLID_MEDIUM', color: '#999999' } },
  });
  expect(model.sheet(0)).toMatchObject({ frozenRows: 2, merges: [{ row: 1, column: 4, rows: 1, columns: 2 }] });
  expect(model.sheet(0)?.columns[0]?.size).toBe(40);
  expect(model.sheet(0)?.columns[2]?.hidden).toBe(true);
});

describe('developer metadata', () => {
  test('is taken on one whole row or column only, named as such', () => {
    expect(errorOf(`${SHEET} sheet.getRange('A1').addDeveloperMetadata('k')`)).toContain('arbitrary ranges');
    expect(errorOf(`${SHEET} sheet.getRange('2:3').addDeveloperMetadata('k')`)).toContain('arbitrary ranges');
  });

  test('follows an inserted row, is found by key, value and place, and can be removed', () => {
    expect(
      evaluate(`${SHEET} sheet.getRange('5:5').addDeveloperMetadata('input', 'coffee', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
        sheet.getRange('C:C').addDeveloperMetadata('period', '2026-Q2');
        sheet.insertRowsBefore(2, 3);
        const book = SpreadsheetApp.getActive();
        const found = book.createDeveloperMetadataFinder().withKey('input').withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.ROW).find();
        const places = [found.length, found[0].getValue(), found[0].getLocation().getRow().getRow(),
          sheet.getRange('8:8').createDeveloperMetadataFinder().find().length,
          sheet.getRange('C8').createDeveloperMetadataFinder().find().length,
          sheet.getRange('C8').createDeveloperMetadataFinder().onIntersectingLocations().find().length,
          sheet.createDeveloperMetadataFinder().withValue('2026-Q2').find()[0].getLocation().getColumn().getColumn()];
        found[0].remove();
        return places.concat(book.createDeveloperMetadataFinder().withKey('input').find().length).join();`),
    ).toBe('1,coffee,8,1,0,2,3,0');
  });
});

describe('moveTo', () => {
  test('moves contents and looks, and leaves metadata where it was', () => {
    expect(
      evaluate(`${SHEET} sheet.getRange('A2:B2').setValues([['Hộ', 7]]).setBackground('#ffeeee');
        sheet.getRange('2:2').addDeveloperMetadata('input', 'x');
        sheet.getRange('A2:B2').moveTo(sheet.getRange('B2:D9'));
        return [sheet.getRange('A2:D3').getValues().join('|'), sheet.getRange('B2:C2').getBackgrounds().join(),
          sheet.getRange('A2').getBackground(), sheet.createDeveloperMetadataFinder().find()[0].getLocation().getRow().getRow()].join(' ');`),
    ).toBe(',Hộ,7,|,,, #ffeeee,#ffeeee #ffffff 2');
  });

  test('takes nothing away where the block would reach beyond the sheet', () => {
    const model = tryBook();
    evaluate(`${SHEET} sheet.getRange('A1:B1').setValues([[1, 2]]);`, { model });
    expect(errorOf(`${SHEET} sheet.getRange('A1:B1').moveTo(sheet.getRange('J1'));`, { model })).toContain('outside');
    expect(evaluate(`${SHEET} return sheet.getRange('A1:B1').getValues().join();`, { model })).toBe('1,2');
  });
});

describe('rules', () => {
  test('a validation rule that a script sets holds for a typed edit and not for the script', () => {
    const model = tryBook();
    evaluate(
      `${SHEET} const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Có', 'Không'], true).setAllowInvalid(false).setHelpText('Chọn').build();
       sheet.getRange('A1').setDataValidation(rule); sheet.getRange('A1').setValue('khác');`,
      { model },
    );
    const person = personAt(model, OWNER);
    expect(model.cell(0, 1, 1).value).toBe('khác');
    expect(person.edit(0, { row: 1, column: 1 }, 'sai')).toMatchObject({ ok: false, message: 'Chọn' });
    expect(person.edit(0, { row: 1, column: 1 }, 'Có')).toMatchObject({ ok: true });
  });

  test('a formula that is set for a range goes along with each of its cells', () => {
    expect(
      evaluate(`${SHEET} const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=AND(B2>$A2;B2<B$1)').build();
        sheet.getRange('B2:C3').setDataValidation(rule);
        return sheet.getRange('B2:C3').getDataValidations().map((row) => row.map((one) => one.getCriteriaValues()[0]).join(' ')).join();`),
    ).toBe('=AND(B2>$A2;B2<B$1) =AND(C2>$A2;C2<C$1),=AND(B3>$A3;B3<B$1) =AND(C3>$A3;C3<C$1)');
  });

  test('a rule is made again from what it says of itself', () => {
    const again = (make: string) =>
      evaluate(`${SHEET} const rule = SpreadsheetApp.newDataValidation().${make}.setAllowInvalid(false).build();
        sheet.getRange('A1').setDataValidation(rule);
        sheet.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation()
          .withCriteria(rule.getCriteriaType(), rule.getCriteriaValues()).setAllowInvalid(false).build());
        return JSON.stringify(sheet.getRange('A1:A2').getDataValidations().map(([one]) => one.getCriteriaValues().map(String)));`);
    for (const make of [
      "requireValueInList(['Có', 'Không'], false)",
      'requireNumberBetween(0, 5)',
      'requireDateAfter(new Date(0))',
      "requireValueInRange(sheet.getRange('C1:C3'))",
      'requireCheckbox()',
    ]) {
      const [one, other] = JSON.parse(String(again(make)));
      expect(other).toEqual(one);
    }
  });

  test('conditional formats move with their rows and are read back', () => {
    expect(
      evaluate(`${SHEET} const rule = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A3:B4')])
          .whenFormulaSatisfied('=$A3>5').setBackground('#ffcccc').build();
        sheet.setConditionalFormatRules([rule]);
        sheet.insertRowBefore(1);
        const back = sheet.getConditionalFormatRules()[0];
        return [back.getRanges()[0].getA1Notation(), back.getBooleanCondition().getCriteriaValues()[0],
          back.getBooleanCondition().getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA].join();`),
    ).toBe('A4:B5,=$A4>5,true');
    expect(errorOf('SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build()')).toContain('No ranges');
    expect(errorOf('SpreadsheetApp.newDataValidation().build()')).toContain('must have criteria');
  });

  test('a hard protection makes another editor’s run fail, a warning-only one does not', () => {
    const model = tryBook();
    const source = `function protect(warn) { ${SHEET} const p = sheet.protect().setDescription('Cấu trúc').setWarningOnly(warn); p.removeEditors(['editor@demo.test']); }
      function write() { ${SHEET} sheet.getRange('A1').setValue(1); }
      function unprotect() { ${SHEET} sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).forEach(function (p) { p.remove(); }); }`;
    const { host, call } = tryHost(source, { model });
    const asEditor = () => host.run('write', [], { user: EDITOR, via: 'menu' });
    resultOf(call('protect', false));
    expect(asEditor()).toMatchObject({ ok: false, error: { message: expect.stringContaining('protected cell') } });
    expect(call('write')).toMatchObject({ ok: true });
    resultOf(call('unprotect'));
    resultOf(call('protect', true));
    expect(asEditor()).toMatchObject({ ok: true });
  });
});

test('sheets: inserted, named, activated, deleted; the last one stays', () => {
  expect(
    evaluate(`const book = SpreadsheetApp.getActive(); const made = book.insertSheet('Mới', 0);
      const list = book.getSheets().map(function (s) { return s.getName(); });
      const active = book.getActiveSheet().getName();
      book.deleteSheet(made);
      book.setNamedRange('dan_so', book.getRange("'Kết quả'!B2"));
      return [list.join('|'), active, book.getSheetByName('Mới'), book.getRangeByName('dan_so').getSheet().getName(), book.getId()].join();`),
  ).toBe('Mới|Năm 2026|Kết quả,Mới,,Kết quả,book-1');
  expect(errorOf("const b = SpreadsheetApp.getActive(); b.insertSheet('Kết quả')")).toContain('already exists');
  expect(
    errorOf('const b = SpreadsheetApp.getActive(); b.getSheets().forEach(function (s) { b.deleteSheet(s); })'),
  ).toContain("can't remove all");
  expect(errorOf("SpreadsheetApp.openById('another')")).toContain('do not have permission');
});

describe('what a template of tabs needs', () => {
  test('a rule set on a range goes along with each cell, one in a matrix does not', () => {
    expect(
      evaluate(`${SHEET} const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=AND(B2>0;$A2>0;B$1>0)').build();
        sheet.getRange('B2:C3').setDataValidation(rule);
        sheet.getRange('B5:C5').setDataValidations([[rule, rule]]);
        const formulaAt = (a1) => sheet.getRange(a1).getDataValidation().getCriteriaValues()[0];
        return JSON.stringify(['B2', 'C3', 'C5'].map(formulaAt));`),
    ).toBe('["=AND(B2>0;$A2>0;B$1>0)","=AND(C3>0;$A3>0;C$1>0)","=AND(B2>0;$A2>0;B$1>0)"]');
  });

  test('a list of ranges keeps whole rows, which can carry metadata', () => {
    expect(
      evaluate(`${SHEET} const rows = sheet.getRangeList(['3:3', '5:5']).getRanges();
        rows.forEach((row, index) => row.addDeveloperMetadata('key', String(index)));
        return sheet.createDeveloperMetadataFinder().withKey('key').find().map((one) => one.getLocation().getRow().getRow()).join();`),
    ).toBe('3,5');
    expect(errorOf(`${SHEET} sheet.getRangeList([])`)).toContain('at least one range');
  });

  test('a tab from a template has everything in its cells and lines, and neither protection nor metadata', () => {
    expect(
      evaluate(`${SHEET} const book = SpreadsheetApp.getActive();
        sheet.getRange('A1').setValue('x').setNote('n').setBackground('#ff0000');
        sheet.getRange('3:4').shiftRowGroupDepth(1);
        sheet.setRowHeight(2, 50).setFrozenRows(1);
        sheet.protect().setDescription('d');
        sheet.getRange('2:2').addDeveloperMetadata('key', 'v');
        const copy = book.insertSheet('copy', 1, { template: sheet });
        copy.getRange('A1').setNote('other');
        return JSON.stringify([copy.getName(), copy.getRange('A1').getValue(), copy.getRange('A1').getBackground(), copy.getRowGroupDepth(3),
          copy.getRowHeight(2), copy.getFrozenRows(), copy.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
          copy.createDeveloperMetadataFinder().find().length, sheet.getRange('A1').getNote(), book.getSheets().map((one) => one.getName()).indexOf('copy')]);`),
    ).toBe('["copy","x","#ff0000",1,50,1,0,0,"n",1]');
  });

  test('a sheet that is protected gives its protection again; a range gets one more', () => {
    expect(
      evaluate(`${SHEET} sheet.protect().setDescription('first');
        const again = sheet.protect().getDescription();
        sheet.getRange('A1').protect(); sheet.getRange('A1').protect();
        const { SHEET: whole, RANGE: part } = SpreadsheetApp.ProtectionType;
        return JSON.stringify([again, sheet.getProtections(whole).length, sheet.getProtections(part).length]);`),
    ).toBe('["first",1,2]');
  });

  test('groups fold where they lie within the range, and open again', () => {
    const model = tryBook();
    const folded = () => model.sheets[0]?.rows.flatMap(({ collapsed }, index) => (collapsed ? [index + 1] : [])).join();
    evaluate(
      `${SHEET} sheet.getRange('3:6').shiftRowGroupDepth(1); sheet.getRange('4:5').shiftRowGroupDepth(1); sheet.getRange('4:5').collapseGroups();`,
      { model },
    );
    expect(folded()).toBe('4,5');
    evaluate(`${SHEET} sheet.getRange('4:4').collapseGroups(); sheet.getRange('2:7').collapseGroups();`, { model });
    expect(folded()).toBe('3,4,5,6');
    evaluate(`${SHEET} sheet.getRange('2:7').expandGroups();`, { model });
    expect(folded()).toBe('');
  });
});
