/** What a script finds in a thread of its own: the same services, values and errors as on its own. */
import { describe, expect, test, vi } from 'vitest';
import { OWNER, tryBook } from '../server/try-script.ts';
import { call, together } from '../server/try-together.ts';

// Each run takes a thread's start the first time.
vi.setConfig({ testTimeout: 60_000 });

describe('what crosses into a run’s thread', () => {
  const one = (body: string, args: readonly unknown[] = [], via: 'menu' | 'sidebar' = 'menu') =>
    together(`function main(given) { ${body} }`, [{ functionName: 'main', args, user: OWNER, via }], [], {
      model: tryBook(),
    }).runs[0];

  test.each([
    [
      'cells with dates and blanks',
      "const r = SpreadsheetApp.getActive().getRange('A1:B1'); r.setValues([[new Date(0), '']]); const v = r.getValues(); return [v[0][0] instanceof Date, Array.isArray(v), v[0][1] === ''].join()",
      'true,true,true',
    ],
    [
      'the same object each time',
      'const s = SpreadsheetApp.getActive(); return [s === SpreadsheetApp.getActive(), s.getSheets()[0] === s.getSheetById(0)].join()',
      'true,true',
    ],
    [
      'enumerations, both ways',
      'const s = SpreadsheetApp.getActive().getSheets()[0]; s.protect(); const t = s.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getProtectionType(); return [t === SpreadsheetApp.ProtectionType.SHEET, String(t), t.name()].join()',
      'true,SHEET,SHEET',
    ],
    [
      'builders and what they build',
      "const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).build(); const r = SpreadsheetApp.getActive().getRange('A1'); r.setDataValidation(rule); return r.getDataValidation().getCriteriaValues().join()",
      '1,5',
    ],
    [
      'plain objects',
      "PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' }); return Object.keys(PropertiesService.getScriptProperties().getProperties()).join()",
      'a,b',
    ],
    [
      'errors of the script’s own realm',
      'try { SpreadsheetApp.getActive().getSheets()[0].getRange(0, 1); } catch (error) { return error instanceof Error && error.message; }',
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      'an unknown member',
      'try { SpreadsheetApp.getActive().getBlob(); } catch (error) { return error instanceof Error && error.message; }',
      'Spreadsheet.getBlob is not in the stand-in',
    ],
    [
      'an unknown name of an enumeration',
      'try { return String(SpreadsheetApp.ProtectionType.ALL); } catch (error) { return error.message; }',
      'ProtectionType.ALL is not in the stand-in',
    ],
    [
      'a value that is set on a service',
      'try { SpreadsheetApp.flush = 1; } catch (error) { return error.message; }',
      'SpreadsheetApp.flush cannot be set',
    ],
    [
      'an unknown service',
      'try { DriveApp.getFiles(); } catch (error) { return error instanceof ReferenceError; }',
      true,
    ],
    [
      'nothing of Node',
      'return [typeof process, typeof require, typeof setTimeout, typeof Atomics].join()',
      'undefined,undefined,undefined,undefined',
    ],
  ])('%s', (_, body, value) => {
    expect(one(body)).toMatchObject({ ok: true, value });
  });

  test('of the sidebar’s calls only JSON-like values come back', () => {
    expect(one('return { got: given, f: function () {} }', [{ a: [1, null] }], 'sidebar')).toMatchObject({
      ok: true,
      value: { got: { a: [1, null] } },
    });
    for (const [body, why] of [
      ['return { at: new Date(0) }', 'value.at'],
      ['return [undefined]', 'value[0]'],
      ['return new Map()', 'Map'],
      ['return NaN', 'NaN'],
      ['const a = {}; a.a = a; return a', 'contains itself'],
    ] as const)
      expect(one(body, [], 'sidebar')).toMatchObject({ ok: false, error: { message: expect.stringContaining(why) } });
  });

  test('an error of the script ends its run alone, with its name and its console', () => {
    const lines: string[] = [];
    const source =
      "function fails() { console.log('so far', 1); SpreadsheetApp.flush(); throw new TypeError('no'); } function works() { return 1; }";
    const { runs } = together(source, [call('fails'), call('works'), call('missing'), call('hidden_')], [], {
      ports: { log: (line) => lines.push(line) },
    });
    expect(runs).toMatchObject([
      { ok: false, error: { name: 'TypeError', message: 'no' } },
      { ok: true, value: 1 },
      { ok: false, error: { message: 'Script function not found: missing' } },
      { ok: false, error: { message: 'Script function not found: hidden_' } },
    ]);
    expect(lines).toEqual(['so far 1']);
  });
});
