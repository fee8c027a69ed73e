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
import cases from './fixtures/consolidation.json' with { type: 'json' };

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
  const text = readFileSync(join(out, name.replace(/\.\w+$/, '.csv')), 'utf8');
  const [first = ''] = Object.keys(read(text, { type: 'string', raw: true }).Sheets);
  const sheet = read(text, { type: 'string', raw: true }).Sheets[first];
  return sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: true, raw: false });
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
});
