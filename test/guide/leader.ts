/** The first task of a leader, as `docs/huong-dan.md` has it: the whole in a minute, one target, the paper; at a desk and on a phone. */
import type { Page } from 'playwright-core';
import type { Camera } from './camera.ts';
import { DESKTOP, LIMIT, PHONE } from './walk.ts';

export async function leaderLooks(page: Page, take: Camera): Promise<void> {
  await page.locator('tr[data-live]').first().waitFor(LIMIT);
  await take('view', page);
  await page.setViewportSize(PHONE);
  await take('view-360', page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole('link', { name: 'Cà phê, cây ăn quả, rau' }).first().click();
  await page.getByRole('heading', { name: 'Cà phê, cây ăn quả, rau' }).waitFor(LIMIT);
  await take('target', page);
  await page.setViewportSize(PHONE);
  await take('target-360', page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole('link', { name: 'Tất cả chỉ tiêu' }).click();
  await page.getByRole('link', { name: 'Báo cáo in (A4)' }).click();
  await page.getByRole('heading', { name: 'BÁO CÁO' }).waitFor(LIMIT);
  await take('paper', page);
  await page.getByLabel('Đầu trang').selectOption('Văn bản hành chính');
  await page.getByRole('button', { name: 'Xem' }).click();
  await page.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor(LIMIT);
  await page.getByRole('link', { name: 'Về trang tổng hợp' }).click();
  await page.locator('select[name="period"]').selectOption('6 tháng đầu năm 2026');
  await page.locator('select[name="basis"]').selectOption('Chỉ báo cáo đã duyệt');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('heading', { name: '6 tháng đầu năm 2026' }).waitFor(LIMIT);
  await page.getByText('Chỉ tính báo cáo đã duyệt').first().waitFor(LIMIT);
}
