/** The whole way once: a number typed at the desk reaches the commune's view; through a restart, and through a network that is away. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { goToSidebar } from './desk-page.ts';
import { endEverything, type Running, startEverything } from './running.ts';

const TAB = '2026';
/** Mường Bằng's fruit with a plant code, 9 tháng 2026: the sheet's row of the template. */
const FRUIT_CODED = 'F11';
const ROW = '[data-live="t02-fruit-coded"]';
const LIMIT = { timeout: 15_000 };

let running: Running;
let browser: Browser;
let context: BrowserContext;
let view: Page;
let desk: Page;
let sidebar: Frame;

async function signIn(page: Page, person: RegExp): Promise<void> {
  await page.goto(running.view);
  await page
    .locator('a, button')
    .filter({ hasText: /Đăng nhập/ })
    .first()
    .click();
  await page.getByRole('button', { name: person }).first().click();
  await page.locator(ROW).waitFor(LIMIT);
}

async function openDesk(): Promise<void> {
  sidebar = await goToSidebar(desk, running, { book: 'muong-bang', latency: '50-150' });
  await desk.evaluate(() => window.desk.idle());
}

/** Selects a cell in the grid and waits until the sidebar has followed. */
async function select(cell: string, label: RegExp): Promise<void> {
  await desk.evaluate(([tab, a1]) => window.desk.select(tab ?? '', a1 ?? ''), [TAB, cell]);
  await sidebar.getByText(label).first().waitFor(LIMIT);
}

const cellValue = (cell: string) =>
  desk.evaluate(([tab, a1]) => window.desk.cell(tab ?? '', a1 ?? '').value, [TAB, cell]);

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  view = await context.newPage();
  desk = await context.newPage();
  await signIn(view, /Người xem/);
  await openDesk();
}, 120_000);

afterAll(() => endEverything(browser, running), 30_000);

describe('41,5 typed into the grid', () => {
  test('is read, shows what it does, and changes target 2 in the open view', { timeout: 60_000 }, async () => {
    expect(await view.locator(ROW).textContent()).toContain('73,5');
    await select(FRUIT_CODED, /Cây ăn quả đã cấp mã số vùng trồng/);
    const started = await view.evaluate(() => performance.now());
    await desk.keyboard.type('41,5');
    await desk.keyboard.press('Enter');
    await view.locator(ROW).filter({ hasText: '81,5' }).waitFor(LIMIT);
    const milliseconds = (await view.evaluate(() => performance.now())) - started;
    console.info(`from the first key to the changed view: ${Math.round(milliseconds)} ms`);
    expect(await cellValue(FRUIT_CODED)).toBe(41.5);
    expect(await view.locator(ROW).textContent()).toContain('Đúng tiến độ');
  });
});

describe('in the sidebar', () => {
  test('every key says what is read and what it does to area and commune', { timeout: 60_000 }, async () => {
    await select(FRUIT_CODED, /Cây ăn quả đã cấp mã số vùng trồng/);
    const field = sidebar.locator('#field');
    await field.fill('44,5');
    await sidebar.getByText('Đọc là: 44,5').waitFor(LIMIT);
    await sidebar.getByText('84,5 ha').first().waitFor(LIMIT);
    await field.press('Escape');
  });

  test('1.18 is refused with 1,18 offered, and stays as it was typed', { timeout: 60_000 }, async () => {
    const field = sidebar.locator('#field');
    await field.fill('1.18');
    await sidebar.getByRole('button', { name: '1,18?' }).waitFor(LIMIT);
    await field.press('Enter');
    expect(await field.inputValue()).toBe('1.18');
    expect(await cellValue(FRUIT_CODED)).toBe(41.5);
    await field.press('Escape');
  });

  test('a part above its whole is named', { timeout: 60_000 }, async () => {
    await sidebar.locator('#field').fill('700');
    await sidebar
      .getByText(/lớn hơn “Cây ăn quả”/)
      .first()
      .waitFor(LIMIT);
    await sidebar.locator('#field').press('Escape');
  });
});

describe('while the network is away', () => {
  test('the sheet takes edits, the sidebar says that they wait, and they arrive afterwards', {
    timeout: 90_000,
  }, async () => {
    await desk.evaluate(() => window.desk.setNetwork(false));
    await select(FRUIT_CODED, /Cây ăn quả đã cấp mã số vùng trồng/);
    await sidebar.locator('#field').fill('46,5');
    await sidebar.locator('#field').press('Enter');
    await sidebar
      .getByText(/chờ mạng/)
      .first()
      .waitFor(LIMIT);
    expect(await cellValue(FRUIT_CODED)).toBe(46.5);
    expect(await view.locator(ROW).textContent()).toContain('81,5');
    await desk.evaluate(() => window.desk.setNetwork(true));
    await view.locator(ROW).filter({ hasText: '86,5' }).waitFor({ timeout: 60_000 });
  });
});

describe('killed and started again', () => {
  test('everything is where it was', { timeout: 120_000 }, async () => {
    await desk.evaluate(() => window.desk.idle());
    await running.stop('SIGKILL');
    await running.start();
    await view.reload();
    expect(await view.locator(ROW).textContent()).toContain('86,5');
    await openDesk();
    expect(await cellValue(FRUIT_CODED)).toBe(46.5);
  });
});
