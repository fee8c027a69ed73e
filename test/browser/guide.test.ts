/** The guide for staff: its first tasks can be done as it says them (`npm run docs:pictures` takes the same walk), and its one page is one page. */
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUIDE_LINES } from '../../addon/server/words.ts';
import { LEADER_LINES, REVIEWER_LINES } from '../../scripts/guide/guide-words.ts';
import { inRoot } from '../../scripts/root.ts';
import { launchBrowser } from '../browser.ts';
import { walkTheGuide } from '../guide/first-tasks.ts';
import { shownPictures } from '../guide/guide-text.ts';
import { endEverything, type Running, startEverything } from './running.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
}, 120_000);

afterAll(() => endEverything(browser, running), 60_000);

test('clerk, reviewer and leader do their first tasks, and meet what the pictures show', {
  timeout: 240_000,
}, async () => {
  const seen: string[] = [];
  await walkTheGuide(browser, running, async (name, what) => {
    await what.screenshot();
    seen.push(name);
  });
  expect(seen.toSorted()).toEqual(shownPictures.toSorted());
});

describe('the guide on one sheet', () => {
  /** Blanks differ between a page and its print, and the tests' browser has no font with an arrow. */
  const dense = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

  test('is exactly one A4 page, with every line of the workbook’s guide, the reviewer’s and the leader’s', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(inRoot('docs/huong-dan-a4.html')).href);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const printed = dense(text);
    const lines = [...GUIDE_LINES, ...REVIEWER_LINES, ...LEADER_LINES];
    expect(lines.filter(([what, how]) => !printed.includes(dense(what)) || !printed.includes(dense(how)))).toEqual([]);
  });

  test('is large enough to read, and fits a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(pathToFileURL(inRoot('docs/huong-dan-a4.html')).href);
    const size = await page
      .locator('td')
      .first()
      .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize));
    expect(size).toBeGreaterThanOrEqual(13);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
