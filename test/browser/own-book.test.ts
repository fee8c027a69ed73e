/** A person's own workbook at the desk, the whole way: linked as it is, one row corrected, a number typed into her cell, and sent. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { goToDesk } from './desk-page.ts';
import { endEverything, type Running, startEverything } from './running.ts';

const LIMIT = { timeout: 20_000 };
/** "Diện tích cây cà phê" of the table of 2027, and its column of 6 tháng. */
const COFFEE = { tab: 'KTXH 2027', row: 18, cell: 'H18' };
/** "Số lượt khách": taken out of the links by the person. */
const VISITORS = 27;
const REPORT = '/api/reports/muong-bang/2027-Q2';

let running: Running;
let browser: Browser;
let desk: Page;

/** The Worker's API, with a token of one of the demo people. */
async function api(email: string, path: string, method = 'GET'): Promise<Response> {
  const body = new URLSearchParams({ email });
  const answer = await (await fetch(`${running.desk}/token`, { method: 'POST', body })).json();
  const { id_token: token } = answer as { readonly id_token: string };
  return fetch(running.view + path, { method, headers: { authorization: `Bearer ${token}` } });
}

async function menu(item: RegExp): Promise<void> {
  await desk.getByRole('button', { name: 'Chỉ tiêu' }).click();
  await desk.getByRole('menuitem', { name: item }).click();
}

async function openDialog(): Promise<FrameLocator> {
  await menu(/^Liên kết bảng tính có sẵn/);
  return desk.frameLocator('dialog iframe');
}

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
  // The sample has bound the unit to its template; an admin lets another workbook take its place.
  expect((await api('admin@demo.test', '/api/units/muong-bang/sheet', 'DELETE')).status).toBe(204);
  desk = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })).newPage();
  await goToDesk(desk, running, { latency: '0' });
}, 120_000);

afterAll(() => endEverything(browser, running), 30_000);

describe('a workbook as offices keep it', () => {
  test('is opened from the desk’s list', { timeout: 60_000 }, async () => {
    await desk.selectOption('#book', { label: 'Mường Bằng · Biểu theo năm' });
    await desk.waitForFunction(() => window.desk?.book === 'office-by-year', undefined, LIMIT);
    await desk.evaluate(() => window.desk.idle());
    expect(await desk.evaluate(() => window.desk.sheetNames())).toContain(COFFEE.tab);
    await desk.getByText('Số liệu minh họa', { exact: true }).waitFor();
  });

  test('is linked after one row was corrected and the doubtful ones were confirmed', { timeout: 60_000 }, async () => {
    const dialog = await openDialog();
    await dialog.locator('#unit').selectOption('muong-bang', LIMIT);
    for (const tab of ['KTXH 2026', 'KTXH 2027']) {
      await dialog.getByRole('button', { name: new RegExp(`^${tab}`) }).click();
      await dialog.getByRole('button', { name: /^Đã xem, giữ cả/ }).click();
    }
    const visitors = dialog.getByRole('combobox', { name: new RegExp(`^Số liệu của dòng ${VISITORS}:`) });
    await visitors.click();
    await dialog.getByRole('option', { name: 'Không liên kết' }).click();
    await dialog.getByRole('button', { name: 'Hoàn tất' }).click();
    await dialog.getByLabel('Không, giữ nguyên các ô').check();
    await dialog.getByLabel('Không thêm').check();
    await dialog.getByRole('button', { name: 'Liên kết', exact: true }).click();
    await dialog.getByRole('heading', { name: 'Đã liên kết' }).waitFor(LIMIT);
    await dialog.getByRole('button', { name: 'Mở bảng nhập' }).click();
    await desk.frameLocator('#sidebar iframe').locator('#field').waitFor(LIMIT);
  });

  test('sends a number that is typed into her cell, and nothing of the row that was taken out', {
    timeout: 60_000,
  }, async () => {
    await desk.evaluate(([tab, cell]) => window.desk.select(tab ?? '', cell ?? ''), [COFFEE.tab, COFFEE.cell]);
    await desk.frameLocator('#sidebar iframe').getByText('Diện tích cà phê').first().waitFor(LIMIT);
    await desk.keyboard.type('365,5');
    await desk.keyboard.press('Enter');
    const sent = async (): Promise<unknown> => (await (await api('reviewer@demo.test', REPORT)).json()) as unknown;
    await expect.poll(sent, LIMIT).toMatchObject({ sheet: 'office-by-year', values: { coffeeArea: 365.5 } });
    const earlier = await (await api('reviewer@demo.test', '/api/reports/muong-bang/2027-Q1')).json();
    expect(earlier).toMatchObject({ values: { coffeeArea: 362.7, fruitAreaCoded: 46.3 } });
    expect(earlier).not.toMatchObject({ values: { visitors: expect.anything() } });
  });

  test('is let go again, as it was but for what was typed', { timeout: 60_000 }, async () => {
    const dialog = await openDialog();
    await dialog.getByRole('heading', { name: /đang liên kết cho đơn vị Mường Bằng/ }).waitFor(LIMIT);
    await dialog.getByRole('button', { name: 'Bỏ liên kết' }).click();
    await dialog.getByRole('alertdialog').getByRole('button', { name: 'Bỏ liên kết' }).click();
    await dialog.getByRole('heading', { name: 'Đã bỏ liên kết' }).waitFor(LIMIT);
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    expect(
      await desk.evaluate(([tab, cell]) => window.desk.cell(tab ?? '', cell ?? '').value, [COFFEE.tab, COFFEE.cell]),
    ).toBe(365.5);
    expect(await desk.evaluate(() => window.desk.sheetNames())).toEqual(['KTXH 2026', 'KTXH 2027', 'Sheet3']);
  });
});
