/** The first task of a reviewer, as `docs/huong-dan.md` has it: a report found, read, returned, and accepted when it comes again. */
import type { Page } from 'playwright-core';
import type { Camera } from './camera.ts';
import { LIMIT } from './walk.ts';

const REPORT = 'Mường Bằng, 9 tháng năm 2026';

async function openReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
  await page.getByRole('heading', { name: 'Việc đang chờ' }).waitFor(LIMIT);
  await page.getByRole('link', { name: REPORT }).click();
  await page.getByRole('heading', { name: 'Xét duyệt' }).waitFor(LIMIT);
}

export async function reviewerReturns(page: Page, take: Camera): Promise<void> {
  await openReport(page);
  await take('report', page);
  await page.getByRole('link', { name: /^Có vấn đề/ }).click();
  await page.getByText('Không có dòng nào có vấn đề').waitFor(LIMIT);
  await page.getByRole('link', { name: /^Tất cả/ }).click();
  await page.getByText('Ghi ý kiến về Cây ăn quả có mã số vùng trồng').click();
  await page.getByLabel('Ý kiến về Cây ăn quả có mã số vùng trồng').fill('Đối chiếu lại với danh sách của huyện cũ.');
  await page.getByRole('link', { name: 'Đến phần xét duyệt' }).click();
  await page.getByLabel('Lý do trả lại').fill('Đề nghị xem lại số ghi ý kiến.');
  await take('review', page);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.getByText(/^Đã trả lại báo cáo/).waitFor(LIMIT);
}

export async function reviewerAccepts(page: Page): Promise<void> {
  await openReport(page);
  await page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
  await page.getByText(/^Đã ghi việc duyệt/).waitFor(LIMIT);
}
