/** One thing has one name: what it is called in the sheet, the sidebar, the view, on paper, in the files and in the documents is compared as it is shown. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { type Api, signedIn as api } from '../../scripts/run/api.ts';
import { expectedInputs } from '../../shared/completeness.ts';
import { compilePlan, indicatorLabel, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Summary } from '../../shared/wire.ts';
import { STATE_WORDS, VERDICT_WORDS } from '../../shared/words.ts';
import { launchBrowser } from '../browser.ts';
import { readCsv } from '../exports/csv-reader.ts';
import { readFirstSheet } from '../exports/xlsx-reader.ts';
import { type ClerkDesk, openDesk } from '../guide/walk.ts';
import { endEverything, type Running, startEverything } from './running.ts';
import { signedIn } from './signed-in.ts';

const plan = compilePlan(chiengMung());
const PERIOD = '2026-Q3';
const UNIT = 'muong-bang';
const document = readFileSync(inRoot('docs/nghi-quyet.md'), 'utf8');

let running: Running;
let browser: Browser;
let context: BrowserContext;
let viewer: Api;
/** Each indicator's name and the word of its verdict, in the resolution's order, as the service has them. */
let judged: readonly (readonly [label: string, verdict: string])[];
let summary: Summary;

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
  context = await signedIn(browser, running, 'viewer@demo.test');
  viewer = await api(running.view, running.desk, 'viewer@demo.test');
  summary = (await (await viewer.get(`/api/summary?period=${PERIOD}`)).json()) as Summary;
  judged = summary.indicators.map(({ id, verdict }) => [indicatorLabel(plan, id), VERDICT_WORDS[verdict]]);
}, 120_000);

afterAll(() => endEverything(browser, running), 60_000);

async function pageAt(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(running.view + path);
  return page;
}

/** The texts of two places in each row that has both. */
const pairs = (page: Page, rows: string, first: string, second: string): Promise<(readonly [string, string])[]> =>
  page.locator(rows).evaluateAll(
    (all, [one = '', other = '']) =>
      all.flatMap((row) => {
        const texts = [row.querySelector(one), row.querySelector(other)].map((cell) => cell?.textContent.trim() ?? '');
        return texts[0] === '' || texts[1] === '' ? [] : [[texts[0] ?? '', texts[1] ?? ''] as const];
      }),
    [first, second],
  );

describe('indicators and their verdicts', { timeout: 60_000 }, () => {
  test('there are many, of several verdicts', () => {
    expect(judged).toHaveLength(plan.indicators.length);
    expect(new Set(judged.map(([, verdict]) => verdict)).size).toBeGreaterThan(3);
  });

  test('in the overview', async () => {
    const page = await pageAt(`/?period=${PERIOD}`);
    const shown = await pairs(page, '.indicator-row', 'th.label a', '.verdict-cell .verdict');
    expect(shown).toEqual(judged);
  });

  test('on paper', async () => {
    const page = await pageAt(`/paper?period=${PERIOD}`);
    const rows = await page
      .locator('.paper-table > tbody > tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    const shown = rows.filter((cells) => cells.length === 8).map((cells) => [cells[1], cells[6]]);
    expect(shown).toEqual(judged);
  });

  test('in the CSV and in the XLSX', async () => {
    const csv = readCsv(await (await viewer.get(`/api/summary.csv?period=${PERIOD}`)).text(), ';');
    const head = csv.findIndex((record) => record.includes('Chỉ số'));
    const [label, verdict] = ['Chỉ số', 'Đánh giá'].map((name) => csv[head]?.indexOf(name) ?? -1);
    const fromCsv = csv
      .slice(head + 1, head + 1 + judged.length)
      .map((record) => [record[label ?? -1], record[verdict ?? -1]]);
    expect(fromCsv).toEqual(judged);

    const bytes = await (await viewer.get(`/api/summary.xlsx?period=${PERIOD}`)).arrayBuffer();
    const texts = [...readFirstSheet(new Uint8Array(bytes)).values()].flatMap((cell) =>
      cell.kind === 'text' ? [cell.text] : [],
    );
    expect(judged.flat().filter((text) => !texts.includes(text))).toEqual([]);
  });

  test('on the page of each target, in the document', async () => {
    for (const { number } of plan.resolution.targets) {
      const html = await (await context.request.get(`${running.view}/targets/${number}?period=${PERIOD}`)).text();
      const own = plan.indicators.filter(({ definition }) => definition.target === number);
      expect(own.filter(({ definition }) => !html.includes(`>${definition.label}</h2>`))).toEqual([]);
    }
    expect(judged.filter(([label]) => !document.includes(`**${label}**`))).toEqual([]);
  });
});

describe('at the desk', { timeout: 120_000 }, () => {
  let desk: ClerkDesk;

  beforeAll(async () => {
    desk = await openDesk(browser, running, UNIT, '2026');
  }, 60_000);

  const column = (tab: string, area: string): Promise<string[]> =>
    desk.page.evaluate(
      ([name, a1]) => window.desk.values(name ?? '', a1 ?? '').map(([text]) => String(text ?? '')),
      [tab, area],
    );

  test('the template calls each input as the report’s page, the sidebar and the document do', async () => {
    const labels = inputsOf(plan, UNIT).map(({ label }) => label);
    const rows = await desk.page.evaluate(() => window.desk.values('2026', 'B4:C120'));
    // Headings of sections and targets have no unit of measure.
    expect(rows.filter(([, unit]) => unit !== null && unit !== '').map(([label]) => label)).toEqual(labels);
    const page = await pageAt(`/units/${UNIT}/${PERIOD}`);
    // Below the name may stand which other targets it feeds.
    const heads = page.locator('.input-row th.label');
    expect(await heads.evaluateAll((all) => all.map((head) => head.firstChild?.textContent?.trim()))).toEqual(labels);
    expect(labels.filter((label) => !document.includes(`| ${label} |`))).toEqual([]);
  });

  test('the sidebar calls them so too, one after the other', async () => {
    const labels = expectedInputs(plan, UNIT, PERIOD).map(({ label }) => label);
    await desk.select(labels[0] ?? '', '9 tháng');
    await desk.sidebar.locator('#field').focus();
    for (const label of labels) {
      await desk.sidebar.locator('#label').getByText(label, { exact: true }).waitFor({ timeout: 15_000 });
      await desk.page.keyboard.press('Enter');
    }
  });

  test('the tab “Kết quả” calls the unit’s indicators so', async () => {
    const unit = plan.units.findIndex(({ id }) => id === UNIT);
    const own = plan.indicators.filter(({ units }) => units.includes(unit)).map(({ definition }) => definition.label);
    const inTab = await column('Kết quả', 'B1:B120');
    expect(own.filter((label) => !inTab.includes(label))).toEqual([]);
  });

  test('the tab “Tổng hợp” has all indicators with their verdicts, and the state of each unit’s report', async () => {
    await desk.page.getByRole('button', { name: 'Chỉ tiêu', exact: true }).click();
    await desk.page.getByRole('menuitem', { name: /^Cập nhật “Tổng hợp”/ }).click();
    await desk.page.waitForFunction(() => window.desk.cell('Tổng hợp', 'B4').value !== null);
    const labels = await column('Tổng hợp', 'B4:B80');
    const verdicts = await column('Tổng hợp', 'G4:G80');
    expect(labels.slice(0, judged.length).map((label, row) => [label, verdicts[row]])).toEqual(judged);
    const rest = await desk.page.evaluate(() => window.desk.values('Tổng hợp', 'A40:I80').flat());
    for (const { name, state } of summary.units)
      expect(rest).toEqual(expect.arrayContaining([name, STATE_WORDS[state]]));
  });
});

test('the state of each unit’s report is called the same in the overview, in its period and among the units', async () => {
  for (const path of [`/?period=${PERIOD}`, `/periods/${PERIOD}`, '/units']) {
    const text = await (await pageAt(path)).locator('main').textContent();
    for (const { state } of summary.units) expect(text).toContain(STATE_WORDS[state]);
  }
});
