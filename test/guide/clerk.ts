/** The first task of a clerk, as `docs/huong-dan.md` has it: numbers of 9 tháng 2026, what is left to do, handing in. */
import type { Camera } from './camera.ts';
import type { ClerkDesk } from './walk.ts';
import { LIMIT } from './walk.ts';

const PERIOD = '9 tháng';
const FRUIT = 'Cây ăn quả đã cấp mã số vùng trồng';
const REVENUE = 'Thu ngân sách trên địa bàn, lũy kế từ đầu năm';

export async function clerkEnters({ page, sidebar, select, saved }: ClerkDesk, take: Camera): Promise<void> {
  const panel = page.locator('#sidebar');
  const field = sidebar.locator('#field');

  await select(REVENUE, PERIOD);
  await field.fill('1.180');
  await sidebar.getByText('1.180 hay 1,18?').waitFor(LIMIT);
  await take('sidebar-doubt', panel);
  await field.press('Escape');

  await select(FRUIT, PERIOD);
  await field.fill('700');
  await sidebar
    .getByText(/lớn hơn “Cây ăn quả”/)
    .first()
    .waitFor(LIMIT);
  await take('sidebar-error', panel);
  await field.press('Escape');

  await field.fill('41,5');
  await sidebar.getByText('Đọc là: 41,5').waitFor(LIMIT);
  await sidebar.getByText('81,5 ha').first().waitFor(LIMIT);
  await take('desk', page);
  await field.press('Enter');
  await saved();
}

export async function clerkHandsIn({ page, sidebar, saved }: ClerkDesk, take: Camera): Promise<void> {
  const panel = page.locator('#sidebar');
  await sidebar.getByText('Việc còn lại trong kỳ (1)').waitFor(LIMIT);
  await take('sidebar-open-work', panel);
  await sidebar.getByText('Rác thải được thu gom').first().click();
  await sidebar.locator('#field').fill('794,5');
  await sidebar.getByText('Đọc là: 794,5').waitFor(LIMIT);
  await sidebar.locator('#field').press('Enter');
  await saved();
  await sidebar.getByText('Kỳ này không còn việc gì phải làm.').waitFor(LIMIT);
  await sidebar.getByRole('button', { name: 'Nộp báo cáo 9 tháng' }).click();
  await sidebar.getByText('Đã nộp, chờ duyệt').first().waitFor(LIMIT);
  await sidebar.getByText(/Máy chủ có đúng/).waitFor(LIMIT);
  await take('sidebar-submitted', panel);
}

export async function clerkCorrects({ page, sidebar, select, saved }: ClerkDesk, take: Camera): Promise<void> {
  await sidebar.getByText('Báo cáo bị trả lại để bổ sung').waitFor({ timeout: 60_000 });
  await take('sidebar-returned', page.locator('#sidebar'));
  await select(FRUIT, PERIOD);
  await sidebar.locator('#field').fill('40,5');
  await sidebar.locator('#field').press('Enter');
  await saved();
  await sidebar.getByRole('button', { name: 'Nộp báo cáo 9 tháng' }).click();
  await sidebar.getByText('Đã nộp, chờ duyệt').first().waitFor(LIMIT);
}

/** Another clerk: numbers that have not changed are kept and confirmed, an odd one is explained. */
export async function clerkKeeps({ sidebar, saved }: ClerkDesk): Promise<void> {
  await sidebar.getByText('Giữ như kỳ trước (2 ô trống)…').click();
  await sidebar.getByText('Chọn tất cả').click();
  await sidebar.getByRole('button', { name: 'Ghi 2 số' }).click();
  await sidebar.getByRole('button', { name: 'Xác nhận cả 2 số' }).click(LIMIT);
  await sidebar.getByText('Việc còn lại trong kỳ (1)').waitFor(LIMIT);
  await sidebar
    .getByText(/gấp 3,3 lần/)
    .first()
    .click();
  await sidebar.getByLabel('Giải trình (bắt buộc khi nộp)').fill('Rà soát lại theo danh sách đăng ký kinh doanh.');
  await sidebar.getByLabel('Giải trình (bắt buộc khi nộp)').blur();
  await sidebar.getByText('Kỳ này không còn việc gì phải làm.').waitFor(LIMIT);
  await saved();
  await sidebar.getByRole('button', { name: 'Nộp báo cáo 9 tháng' }).click();
  await sidebar.getByText('Đã nộp, chờ duyệt').first().waitFor(LIMIT);
}

export async function clerkSeesSummary({ page }: ClerkDesk, take: Camera): Promise<void> {
  await page.getByRole('button', { name: 'Chỉ tiêu', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Cập nhật “Tổng hợp”/ }).click();
  await page.evaluate(() => window.desk.idle());
  await page.evaluate(() => window.desk.select('Tổng hợp', 'A1'));
  await page.evaluate(() => window.desk.idle());
  await take('summary-tab', page);
}
