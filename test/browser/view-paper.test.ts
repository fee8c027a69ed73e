/** The commune's figures as Chromium prints them: what stands on each sheet of A4 is read back from the PDF. */
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { endEverything, type Running, startEverything } from './running.ts';
import { signedIn } from './signed-in.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
}, 120_000);

afterAll(() => endEverything(browser, running), 60_000);

/** Line ends and blanks differ between a page and its print; letters and digits do not. */
const dense = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u202f\u00ad\u200b]+/g, '');

/** Each page's text without blanks, in the order in which it was painted. */
async function printed(page: Page): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map(dense);
}

/** The rows of a table's body as they are to be read on paper, without what the print leaves out. */
async function rowsOf(page: Page, table: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const rows = await page.locator(`${table} > tbody > tr`).evaluateAll((all) => all.map((row) => row.textContent));
  await page.emulateMedia({ media: null });
  return rows.map(dense).filter((row) => row !== '');
}

/** A row that no page holds whole was cut by the end of a page. */
const cut = (pages: readonly string[], rows: readonly string[]): readonly string[] =>
  rows.filter((row) => !pages.some((page) => page.includes(row)));

describe('on paper', { timeout: 60_000 }, () => {
  const PAPERS = [
    { path: '/paper?period=2026-Q3', table: '.paper-table' },
    { path: '/paper?period=2026-Q2&verdict=behind', table: '.paper-table' },
    { path: '/paper?period=2026-Q2&unit=muong-bang', table: '.paper-table' },
  ];

  test.each(PAPERS)('$path: no row is cut, and each page has the heads of the table', async ({ path, table }) => {
    const context = await signedIn(browser, running, 'viewer@demo.test');
    const page = await context.newPage();
    await page.goto(running.view + path);
    const rows = await rowsOf(page, table);
    expect(rows.length).toBeGreaterThan(3);
    const pages = await printed(page);
    console.info(`${path}: ${pages.length} pages, ${rows.length} rows`);
    expect(cut(pages, rows)).toEqual([]);
    const withRows = pages.filter((text) => rows.some((row) => text.includes(row)));
    expect(withRows.every((text) => text.includes('STTChỉtiêu'))).toBe(true);
    await context.close();
  });

  test('pages but the first are numbered, and the last one bears the signature', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test');
    const page = await context.newPage();
    await page.goto(`${running.view}/paper?period=2026-Q3`);
    const pages = await printed(page);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toMatch(/^ĐẢNGỦYXÃCHIỀNGMUNG.*ĐẢNGCỘNGSẢNVIỆTNAM/);
    expect(pages.slice(1).map((text) => /^\d+/.exec(text)?.[0])).toEqual(
      pages.slice(1).map((_, place) => `${place + 2}`),
    );
    expect(pages.at(-1)).toMatch(/\(ký,ghirõhọtên\)$/);
    await context.close();
  });

  test('a row higher than a page is found cut: the check sees what it is for', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test');
    const page = await context.newPage();
    await page.goto(`${running.view}/paper?period=2026-Q3`);
    await page.addStyleTag({ content: '.paper-table tr:nth-child(3) { font-size: 48pt }' });
    const rows = await rowsOf(page, '.paper-table');
    expect(cut(await printed(page), rows)).toContain(rows[2]);
    await context.close();
  });
});
