/** LibreOffice as somebody without a program of ours has it: the whole process, from a workbook with the reports and formulas to its values. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { UnitReport } from '../../shared/consolidate.ts';
import type { Plan } from '../../shared/plan.ts';
import { formulaOf } from './formulas.ts';
import { columnOf } from './hyperformula.ts';

/** The version where it is installed; else null. */
export function libreOfficeVersion(): string | null {
  const asked = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? (/\d+(?:\.\d+)+/.exec(asked.stdout)?.[0] ?? null) : null;
}

/** Opens the reports with the formulas, reckons, writes the figures; answers them with the milliseconds of each run. */
export function reckonInLibreOffice(
  plan: Plan,
  reports: readonly UnitReport[],
  runs: number,
): { readonly values: readonly number[]; readonly milliseconds: readonly number[] } {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const book = join(folder, 'figures.xlsx');
    writeFileSync(book, workbook(plan, reports));
    const milliseconds = Array.from({ length: runs + 1 }, () => timed(folder, book));
    const text = readFileSync(join(folder, 'figures.csv'), 'utf8').trim();
    // The first start makes a profile.
    return {
      values: text.split('\n').map((line) => Number(line.split(',')[plan.units.length])),
      milliseconds: milliseconds.slice(1),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timed(folder: string, book: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv', '--outdir', folder, book],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  return performance.now() - started;
}

/** One sheet: a row for each input with a column for each unit, and beside them the formulas. */
function workbook(plan: Plan, reports: readonly UnitReport[]): Uint8Array {
  const columns = plan.units.map(({ id }) =>
    columnOf(
      plan,
      reports.find(({ unit }) => unit === id),
    ),
  );
  const sheet = utils.aoa_to_sheet(plan.inputs.map((_, place) => columns.map((column) => column[place] ?? null)));
  const sum = (input: number, units: readonly number[]): string =>
    `SUM(${units.map((unit) => utils.encode_cell({ r: input, c: unit })).join(',')})`;
  for (const [place, indicator] of plan.indicators.entries()) {
    sheet[utils.encode_cell({ r: place, c: plan.units.length })] = { t: 'n', f: formulaOf(indicator, sum) };
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: plan.inputs.length - 1, c: plan.units.length } });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Figures');
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}
