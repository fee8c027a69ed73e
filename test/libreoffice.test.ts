/** The exports opened by LibreOffice, where it is there: the same numbers in the same cells, from the XLSX and from the CSV. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { consolidate, type UnitReport } from '../shared/consolidate.ts';
import type { Period } from '../shared/periods.ts';
import { compilePlan } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import type { Summary } from '../shared/wire.ts';
import { csvOf } from '../worker/export/csv.ts';
import { type ExportTable, exportTable, titlesAt } from '../worker/export/table.ts';
import { xlsxOf } from '../worker/export/xlsx.ts';
import { readCsv } from './exports/csv-reader.ts';
import { documentedText, documentedXlsxText } from './exports/documented.ts';
import { hostileRows, type Typed } from './exports/hostile-cell.ts';
import { HOSTILE_ABOVE, HOSTILE_COLUMNS, hostileTable } from './exports/hostile-table.ts';
import cases from './fixtures/consolidation.json' with { type: 'json' };
import { isLongRun, seed } from './properties/seed.ts';

const plan = compilePlan(chiengMung());
const NOW = '2026-11-25T03:32:00.000Z';
const isThere = spawnSync('soffice', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Comma, quote, UTF-8; values as they are, not as they are shown. */
const AS_VALUES = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
/** Our CSV as somebody with Vietnamese settings opens it: semicolon, quote, UTF-8, vi-VN, numbers looked for. */
const VIETNAMESE = 'CSV:59,34,76,1,,1066,false,true';

function tableOf(reports: readonly UnitReport[], period: Period): ExportTable {
  const units = plan.units.map(({ id, name }) => ({
    ...{ id, name, state: 'accepted' as const, revision: 1, updatedAt: NOW, updatedBy: 'a@demo.test' },
    ...{ errors: 0, warnings: 0 },
  }));
  const summary: Summary = {
    resolution: { id: plan.resolution.id, version: plan.resolution.version },
    ...{ period, locked: false, ledger: { index: 1, hash: 'h' }, units },
    ...consolidate(plan, reports, period),
  };
  return exportTable({ plan, summary, basis: 'latest', sample: true });
}

/** The rows of the first sheet, as LibreOffice has them after opening the file. */
function opened(name: string, bytes: string | Uint8Array, ...importing: readonly string[]): string[][] {
  const text = converted(name, bytes, ...importing);
  const [first = ''] = Object.keys(read(text, { type: 'string', raw: true }).Sheets);
  const sheet = read(text, { type: 'string', raw: true }).Sheets[first];
  return sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: true, raw: false });
}

/** The same as the CSV that LibreOffice writes of it. */
function converted(name: string, bytes: string | Uint8Array, ...importing: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const out = join(folder, `opened-${name}`);
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...importing,
      '--convert-to',
      AS_VALUES,
      '--outdir',
      out,
      file,
    ],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`soffice: ${run.stderr}`);
  return readFileSync(join(out, name.replace(/\.\w+$/, '.csv')), 'utf8');
}

describe.skipIf(!isThere)('opened by LibreOffice', { timeout: 120_000 }, () => {
  test.each([
    ['full.xlsx', 'a full baseline and a first year'],
    ['full.csv', 'a full baseline and a first year'],
    ['holes.xlsx', 'holes, contradictions, absent reports'],
    ['holes.csv', 'holes, contradictions, absent reports'],
  ])('%s has every number as it was, and where a cell says what it is every text', (name, example) => {
    const found = cases.find((one) => one.name === example);
    const period = found?.expected.at(-1)?.period as Period;
    const table = tableOf((found?.reports ?? []) as unknown as UnitReport[], period);
    const rows = name.endsWith('.xlsx')
      ? opened(name, xlsxOf(table, NOW))
      : opened(name, csvOf(table, NOW), `--infilter=${VIETNAMESE}`);
    const above = titlesAt(table, NOW).length + 2;
    let numbers = 0;
    table.indicators.rows.forEach((line, place) => {
      line.forEach((cell, column) => {
        const read = rows[above + place]?.[column] ?? '';
        const where = `row ${place}, column ${column}`;
        if (cell.kind === 'number') {
          numbers++;
          // It writes fifteen digits, whatever it holds.
          expect(Math.abs(Number(read) - cell.value), where).toBeLessThanOrEqual(Math.abs(cell.value) * 1e-14);
        } else if (cell.kind === 'text' && name.endsWith('.xlsx')) expect(read, where).toBe(cell.text);
        else if (cell.kind === 'empty') expect(read, where).toBe('');
      });
    });
    expect(numbers).toBeGreaterThan(100);
  });

  const SEED = seed();
  const CELLS = isLongRun() ? 100_000 : 1500;
  const rows = hostileRows(CELLS, HOSTILE_COLUMNS, SEED);
  const texts = rows.map((row) => row.map((cell) => (cell.kind === 'text' ? documentedText(cell.typed) : '')));

  test(`${CELLS} hostile cells in a workbook (seed ${SEED}): no formula lives, no number and no text is another`, () => {
    const read = readCsv(converted('hostile.xlsx', xlsxOf(hostileTable(rows), NOW)), ',', '\n').slice(HOSTILE_ABOVE);
    const wrong = differences(rows, read, (cell) =>
      cell.kind === 'text' ? seenText(documentedXlsxText(cell.typed)) : null,
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test(`${CELLS} hostile cells in a CSV (seed ${SEED}): what would be a formula is text, and no number is another`, () => {
    const csv = csvOf(hostileTable(rows), NOW);
    const read = readCsv(converted('hostile.csv', csv, `--infilter=${VIETNAMESE}`), ',', '\n').slice(HOSTILE_ABOVE);
    // What else looks like a number or a date is read as one: a CSV cannot say that it is none.
    const wrong = differences(rows, read, (_, line, column) => {
      const text = texts[line]?.[column] ?? '';
      return text.startsWith("'") ? seenText(text) : null;
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

/** Of each cell, what it should say and what it says, where these differ; null for what is not looked at, and numbers always are. */
function differences(
  rows: readonly (readonly Typed[])[],
  read: readonly (readonly string[])[],
  expectedOf: (cell: Typed, line: number, column: number) => string | null,
): unknown[] {
  return rows.flatMap((row, line) =>
    row.flatMap((cell, column): unknown[] => {
      const found = read[line]?.[column] ?? '';
      if (cell.kind === 'number') return isAsFifteenDigits(cell.value, found) ? [] : [{ cell, found }];
      const expected = expectedOf(cell, line, column);
      return expected === null || seenText(found) === expected ? [] : [{ cell, expected, found }];
    }),
  );
}

/** It writes fifteen digits, whatever it holds, and of those behind the point twenty; of a CSV's 300 digits and more behind the comma it makes no number. */
function isAsFifteenDigits(value: number, found: string): boolean {
  if (value !== 0 && Math.abs(value) < 1e-250) return true;
  return found !== '' && Math.abs(Number(found) - value) <= Math.abs(value) * 1e-14 + 1e-20;
}

/** Line ends are the program's own, and of several it makes one. */
function seenText(text: string): string {
  return text.replace(/[\r\n]+/g, '\n');
}
