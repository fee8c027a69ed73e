/** A clerk links the workbook that she had before, as `docs/huong-dan.md` has it; the admin has released the unit's other one. */
import type { Browser, Page } from 'playwright-core';
import { goToDesk } from '../browser/desk-page.ts';
import type { Running } from '../browser/running.ts';
import type { Camera } from './camera.ts';
import { DESKTOP, LIMIT } from './walk.ts';

export async function clerkLinks(browser: Browser, running: Running, take: Camera): Promise<void> {
  const page = await browser.newPage({ viewport: DESKTOP, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  await goToDesk(page, running, { book: 'office-by-year', latency: '0' });
  await page.evaluate(() => window.desk.idle());
  await page.getByRole('button', { name: 'Chỉ tiêu', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Liên kết bảng tính có sẵn/ }).click();
  const dialog = page.frameLocator('dialog iframe');
  await dialog.locator('#unit').selectOption('muong-bang', LIMIT);
  await dialog.getByRole('button', { name: /^KTXH 2026/ }).click();
  await dialog.getByRole('heading', { name: 'Cột nào là kỳ nào' }).waitFor(LIMIT);
  await take('link', page);
  for (const tab of ['KTXH 2026', 'KTXH 2027']) await confirmTab(page, tab);
  await dialog.getByRole('button', { name: 'Hoàn tất' }).click();
  await dialog.getByLabel('Không, giữ nguyên các ô').check();
  await dialog.getByLabel('Có, thêm trang “Tổng hợp”').check();
  await dialog.getByRole('button', { name: 'Liên kết', exact: true }).click();
  await dialog.getByRole('heading', { name: 'Đã liên kết' }).waitFor(LIMIT);
}

async function confirmTab(page: Page, tab: string): Promise<void> {
  const dialog = page.frameLocator('dialog iframe');
  await dialog.getByRole('button', { name: new RegExp(`^${tab}`) }).click();
  await dialog.getByRole('button', { name: /^Đã xem, giữ cả/ }).click();
}
