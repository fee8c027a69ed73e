import { type CellObject, read as openBook, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import type { IndicatorResult, Summary } from '../../shared/wire.ts';
import { VERDICT_WORDS } from '../../shared/words.ts';
import {
  ADMIN,
  askAs,
  FIRST,
  fullValues,
  invite,
  on,
  plan,
  problem,
  REPORTER,
  STRANGER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { EXPORT_WORDS } from '../words.ts';

const { heads } = EXPORT_WORDS;
const FORMATS = ['csv', 'xlsx'] as const;
const QUERIES = ['', '?period=2026-Q4', '?period=2026-Q2&basis=accepted', '?period=2025-Q4'] as const;
const NUMBERS = [
  [heads.value, (result: IndicatorResult) => result.value],
  [heads.provisional, (result: IndicatorResult) => result.provisional],
  [heads.expected, (result: IndicatorResult) => result.expected],
  [heads.goalValue, (result: IndicatorResult) => result.goal.value],
  [heads.last, (result: IndicatorResult) => result.last?.value ?? null],
  ...plan.units.map(({ id, name }) => [name, (result: IndicatorResult) => result.parts[id]?.value ?? null] as const),
] as const;

beforeEach(async () => {
  await reset();
  await invite();
  await report('muong-bang', '2026-Q2', { ...fullValues(), poorHouseholds: 0, revenue: 1.237 });
  await report('muong-bang', '2026-Q4', { ...fullValues(), households: 3, poorHouseholds: 1, labourExport: 'na' });
});

function report(unit: string, period: string, values: Record<string, unknown>) {
  return send({ values, sheet: `sheet-${unit}` }, FIRST, REPORTER, `/api/reports/${unit}/${period}`);
}

const get = (format: string, query = '', headers = {}) => askAs(VIEWER, `/api/summary.${format}${query}`, { headers });
const summaryFor = async (query: string) => (await askAs(VIEWER, `/api/summary${query}`)).json<Summary>();

async function bookOf(format: (typeof FORMATS)[number], response: Response): Promise<WorkBook> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (format === 'xlsx') return openBook(bytes, { type: 'array', cellNF: true });
  return openBook(new TextDecoder().decode(bytes), { type: 'string', FS: ';', raw: true });
}

/** The rows of the table of indicators, each by its heads; cells that are empty are absent. */
function rowsOf(book: WorkBook): Map<string, CellObject>[] {
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const lines = linesOf(sheet);
  const at = lines.findIndex((line) => line[0]?.v === heads.target);
  const names = lines[at]!.map((cell) => String(cell?.v));
  return lines.slice(at + 1).map((line) => {
    return new Map(line.flatMap((cell, place) => (isEmpty(cell) ? [] : [[names[place]!, cell!] as const])));
  });
}

const isEmpty = (cell: CellObject | undefined) => cell === undefined || cell.v === undefined || cell.v === '';

function linesOf(sheet: WorkSheet): (CellObject | undefined)[][] {
  const { e: last } = utils.decode_range(sheet['!ref']!);
  return Array.from({ length: last.r + 1 }, (_, r) =>
    Array.from({ length: last.c + 1 }, (_, c) => sheet[utils.encode_cell({ r, c })]),
  );
}

/** What a cell says: in CSV a number has to be read as Vietnam's Excel would. */
function saidBy(format: string, cell: CellObject | undefined): unknown {
  if (cell === undefined) return null;
  if (format === 'xlsx') return cell.v;
  const text = String(cell.v);
  return /^-?\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

const asShown = (value: number | boolean | null) => (typeof value === 'boolean' ? (value ? 'Có' : 'Chưa') : value);

describe.each(FORMATS)('the view as %s', (format) => {
  test.each(QUERIES)('has every number and every verdict of the summary%s, in its order', async (query) => {
    const summary = await summaryFor(query);
    const response = await get(format, query);
    expect(response.status).toBe(200);
    const rows = rowsOf(await bookOf(format, response));
    expect(rows).toHaveLength(44);
    summary.indicators.forEach((result, place) => {
      const row = rows[place]!;
      expect(saidBy(format, row.get(heads.target))).toBe(result.target);
      expect(row.get(heads.indicator)?.v).toBe(plan.indicatorById.get(result.id)?.label);
      expect(row.get(heads.verdict)?.v).toBe(VERDICT_WORDS[result.verdict]);
      for (const [head, of] of NUMBERS) {
        const said = saidBy(format, row.get(head));
        const unsaid = said === VERDICT_WORDS['not-applicable'] ? null : said;
        expect([result.id, head, unsaid]).toEqual([result.id, head, asShown(of(result))]);
      }
    });
  });

  test('says not applicable where nothing applies, and leaves empty what is not there yet', async () => {
    const rows = rowsOf(await bookOf(format, await get(format, '?period=2026-Q4')));
    const words = rows.map((row) => row.get('Mường Bằng')?.v);
    expect(words).toContain('Không áp dụng');
    expect(rows.every((row) => row.get('Mường Bon') === undefined)).toBe(true);
  });

  test('says whose figures these are, of when, on what basis, and that they are samples', async () => {
    const book = await bookOf(format, await get(format, '?period=2026-Q2&basis=accepted'));
    const words = linesOf(book.Sheets[book.SheetNames[0]!]!)
      .slice(0, 6)
      .flat()
      .map((cell) => cell?.v);
    for (const word of ['Xã Chiềng Mung', '6 tháng đầu năm 2026', 'Chỉ tính báo cáo đã duyệt', 'Số liệu minh họa']) {
      expect(words).toContain(word);
    }
  });

  test('has names for programs and for people, and a tag that lasts until a figure changes', async () => {
    const response = await get(format, '?period=2026-Q2');
    const name = encodeURIComponent(`Chỉ tiêu Nghị quyết xã Chiềng Mung, 6 tháng đầu năm 2026.${format}`);
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="chieng-mung-2025-2026-Q2-latest.${format}"; filename*=UTF-8''${name}`,
    );
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
    const tag = response.headers.get('ETag')!;
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = () => get(format, '?period=2026-Q2', { 'If-None-Match': tag });
    const unchanged = await again();
    expect([unchanged.status, unchanged.headers.get('ETag'), await unchanged.text()]).toEqual([304, tag, '']);
    await report('muong-bang', '2026-Q3', { revenue: 2 });
    expect((await again()).status).toBe(304);
    await send({ values: { revenue: 2 } }, on(1));
    expect((await again()).status).toBe(200);
  });

  test.each([
    [VIEWER, '?period=2031-Q1', '404 unknown-period'],
    [ADMIN, '?basis=all', '400 bad-request'],
    [STRANGER, '', '403 forbidden'],
  ])('refuses %s%s with %s', async (who, query, expected) => {
    expect(await problem(await askAs(who, `/api/summary.${format}${query}`))).toBe(expected);
  });
});

test('CSV is as Excel in Vietnam reads it: marked UTF-8, semicolons, CRLF, decimal commas', async () => {
  const bytes = new Uint8Array(await (await get('csv', '?period=2026-Q2')).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
  const width = plan.units.length + Object.keys(heads).length;
  expect(lines.map((line) => line.split(';').length)).toEqual(lines.map(() => width));
  expect(lines.some((line) => /;\d+,\d+;/.test(line))).toBe(true);
  expect(lines.find((line) => line.startsWith(EXPORT_WORDS.asOf))).toMatch(/;\d\d\/\d\d\/20\d\d \d\d:\d\d;/);
});

test('XLSX has typed numbers that show what the view shows, real dates, and columns wide enough', async () => {
  const book = await bookOf('xlsx', await get('xlsx', '?period=2026-Q4'));
  expect(book.SheetNames).toEqual(['Chỉ tiêu', 'Đơn vị báo cáo']);
  const cells = book.SheetNames.flatMap((name) => linesOf(book.Sheets[name]!).flat()).filter((cell) => !isEmpty(cell));
  const numbers = cells.filter((cell) => cell!.t === 'n');
  expect(numbers.length).toBeGreaterThan(88);
  expect(numbers.filter((cell) => !/^#,##0(\.0+)?$|^dd\/mm\/yyyy hh:mm$/.test(String(cell!.z)))).toEqual([]);
  const dates = numbers.filter((cell) => String(cell!.z).startsWith('dd'));
  // The export's own moment, and the moment of the one report.
  expect(dates).toHaveLength(2);
  const now = Date.now() / 86_400_000 + 25_569 + 7 / 24;
  for (const date of dates) expect(Math.abs(Number(date!.v) - now)).toBeLessThan(2 / 24 / 60);
});
