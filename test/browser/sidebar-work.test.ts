/** Work in the sidebar by keyboard alone, with the built script behind it: a pile of numbers, what is kept, taken back, confirmed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cellAt, type Desk } from '../../addon/built-addon.test-support.ts';
import { launchBrowser } from '../browser.ts';
import { openSidebarPage, type SidebarPage } from './sidebar-page.ts';

const LIMIT = { timeout: 15_000 };
const Q2 = '2026-Q2';
const EARLIER = { coffeeArea: 402.5, population: 8430, households: 1835 };

let browser: Browser;
let open: SidebarPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  open = await openSidebarPage(browser, { latency: { min: 0, max: 30 }, prepare: withHalfYear });
  page = open.page;
  await page.getByLabel('Kỳ báo cáo').selectOption('2026-Q3');
  await page.locator('#field').focus();
  await page.getByText('Thu ngân sách trên địa bàn').first().waitFor(LIMIT);
}, 30_000);

afterEach(async () => {
  await open?.close();
});

function withHalfYear(desk: Desk): void {
  for (const [input, value] of Object.entries(EARLIER)) desk.call('sidebarCommit', { period: Q2, input, value });
}

const label = (): Promise<string | null> => page.locator('#label').textContent();
const last = (words: RegExp): Promise<void> => page.locator('.last').filter({ hasText: words }).waitFor(LIMIT);
const state = (word: string): Promise<void> => page.locator('#states').filter({ hasText: word }).waitFor(LIMIT);
const hasKeyboard = (): Promise<boolean> => page.evaluate(() => document.activeElement?.id === 'field');

function inSheet(words: string): unknown {
  const { sheetId, row, column } = cellAt(open.desk.model, '2026', words, '9 tháng');
  const { value, formula } = open.desk.model.cell(sheetId, row, column);
  return formula ?? value;
}

async function type(text: string, key = 'Enter'): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press(key);
}

/** Tab, until something with these words has the keyboard. */
async function tabTo(words: RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (words.test(there)) return;
  }
  throw new Error(`nothing to tab to: ${words}`);
}

describe('a pile of numbers', { timeout: 60_000 }, () => {
  test('is typed without waiting and without the mouse, and all of it arrives', async () => {
    for (const number of ['1,2', '1,1', '402,5', '655,4', '33,5']) await type(number);
    expect(await label()).toBe('Cây ăn quả ứng dụng công nghệ cao');
    await last(/Cây ăn quả có mã số vùng trồng: 33,5 ha/);
    expect(inSheet('Diện tích cà phê')).toBe(402.5);
    expect(inSheet('Cây ăn quả đã cấp mã số vùng trồng')).toBe(33.5);
    expect(await hasKeyboard()).toBe(true);
  });

  test('goes back with Shift+Enter, and Escape gives back what the sheet has', async () => {
    await type('1,2');
    await type('9', 'Shift+Enter');
    expect(await page.locator('#field').inputValue()).toBe('1,2');
    await type('7', 'Escape');
    expect(await page.locator('#field').inputValue()).toBe('1,2');
  });

  test('the last of it is taken back with Ctrl+Z, “không áp dụng” too', async () => {
    await type('1,2');
    await type('kad');
    await last(/Không áp dụng/);
    await page.keyboard.press('Control+z');
    await last(/Đã hoàn tác/);
    expect(inSheet('Thu ngân sách cùng kỳ năm trước, lũy kế từ đầu năm')).toBeNull();
    expect(await label()).toContain('cùng kỳ năm trước');
    expect(await hasKeyboard()).toBe(true);
  });
});

test('F1 opens what is reported, with the resolution’s own sentence', { timeout: 60_000 }, async () => {
  await page.keyboard.press('F1');
  await page
    .locator('#definition')
    .getByText(/Nghị quyết: \(1\) Tốc độ tăng thu ngân sách/)
    .waitFor(LIMIT);
  expect(await hasKeyboard()).toBe(true);
  await page.keyboard.press('F1');
  await page.locator('#definition').waitFor({ state: 'hidden', ...LIMIT });
});

describe('what stays as it was', { timeout: 60_000 }, () => {
  async function keepAll(): Promise<void> {
    await tabTo(/^Giữ như kỳ trước \(3 ô trống\)/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Giữ như kỳ trước' }).waitFor(LIMIT);
    await tabTo(/^Chọn tất cả/);
    await page.keyboard.press('Enter');
    await tabTo(/^Ghi 3 số/);
    await page.keyboard.press('Enter');
    await last(/Đã ghi 3 ô như kỳ trước/);
  }

  test('one level: taken over by a key, entered by another', async () => {
    await type('');
    await type('');
    expect(await label()).toBe('Diện tích cà phê');
    await page.keyboard.press('Alt+Enter');
    expect(inSheet('Diện tích cà phê')).toBeNull();
    await page.keyboard.press('Enter');
    await last(/Cà phê: 402,5 ha/);
    expect(inSheet('Diện tích cà phê')).toBe(402.5);
  });

  test('nothing is chosen in advance, and Escape leaves the list without a trace', async () => {
    await tabTo(/^Giữ như kỳ trước \(3 ô trống\)/);
    await page.keyboard.press('Enter');
    expect(await page.locator('.keep input:checked').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('#field').waitFor(LIMIT);
    expect(await hasKeyboard()).toBe(true);
    expect(inSheet('Hộ gia đình')).toBeNull();
  });

  test('all: written in one, marked, and taken back in one', async () => {
    await keepAll();
    expect(inSheet('Hộ gia đình')).toBe(1835);
    await page.getByText('Xác nhận cả 3 số').waitFor(LIMIT);
    await page.keyboard.press('Control+z');
    await last(/Đã hoàn tác/);
    expect(['Diện tích cà phê', 'Hộ gia đình'].map(inSheet)).toEqual([null, null]);
  });

  test('the marks outlive the sidebar, and each goes when it is confirmed', async () => {
    await keepAll();
    await page.reload();
    await page.getByLabel('Kỳ báo cáo').selectOption('2026-Q3');
    await page.getByRole('button', { name: /Chưa xác nhận: Hộ gia đình/ }).press('Enter');
    await state('Chưa xác nhận');
    await page.keyboard.press('Alt+Enter');
    await page.getByText('Xác nhận cả 2 số').waitFor(LIMIT);
    // The states follow a frame after the rest.
    await page.locator('#states').filter({ hasNotText: 'Chưa xác nhận' }).waitFor(LIMIT);
    // The sidebar shows it confirmed at once; the script's run comes after.
    const marks = () => open.desk.open().syncs.find((one) => one.period === '2026-Q3')?.unconfirmed;
    await expect.poll(marks, LIMIT).toHaveLength(2);
  });
});

test('a formula in the cell is refused, its result written by one key, and given back by another', {
  timeout: 60_000,
}, async () => {
  const place = cellAt(open.desk.model, '2026', 'Diện tích cà phê', '9 tháng');
  open.desk.edit(place, '=400+2,25');
  open.desk.model.setFormulaResults([{ ...place, value: 402.25 }]);
  await type('');
  await type('');
  await page.getByRole('button', { name: 'Ghi 402,25 ha thay công thức' }).waitFor(LIMIT);
  await state('Chưa gửi');
  await page.keyboard.press('Alt+Enter');
  await last(/Cà phê: 402,25 ha/);
  expect(inSheet('Diện tích cà phê')).toBe(402.25);
  await page.keyboard.press('Control+z');
  await last(/Đã hoàn tác/);
  expect(String(inSheet('Diện tích cà phê'))).toContain('=');
});

test('rows that were sorted are told, listed from where to where, and bound again by their labels', {
  timeout: 60_000,
}, async () => {
  const { person, model } = open.desk;
  await type('1,2');
  await last(/Thu ngân sách: 1,2 tỷ đồng/);
  const { sheetId } = cellAt(model, '2026', 'Diện tích cà phê', '9 tháng');
  // The labels of coffee and fruit change places, and everything in their rows with them.
  const rows = { row: cellAt(model, '2026', 'Diện tích cà phê', '9 tháng').row, column: 1, rows: 2, columns: 8 };
  person.sort(sheetId, rows, 2, false);
  await page.getByRole('button', { name: 'Xem các dòng đổi chỗ' }).click(LIMIT);
  await page.getByRole('heading', { name: 'Bảng đã được sắp xếp: 2 dòng đổi chỗ' }).waitFor(LIMIT);
  const lines = await page.locator('.displaced li').allTextContents();
  expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Diện tích cà phê.*dòng 9.*dòng 10/),
    expect.stringMatching(/Diện tích cây ăn quả.*dòng 10.*dòng 9/),
  ]);
  await tabTo(/^Gắn lại theo nhãn/);
  await page.keyboard.press('Enter');
  await page.locator('#field').waitFor(LIMIT);
  await page.getByText('Đã lưu', { exact: false }).first().waitFor(LIMIT);
  expect(open.desk.open().readings[Q2]?.coffeeArea).toMatchObject({ status: 'value', value: EARLIER.coffeeArea });
});
