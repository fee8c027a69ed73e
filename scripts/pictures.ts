/** `npm run docs:pictures`: takes the pictures of the documents from the running desk and view, so that they are never old. */
import { launchBrowser } from '../test/browser.ts';
import { inRoot } from './root.ts';

const desk = process.env.DESK_URL ?? 'http://127.0.0.1:8788';
const view = process.env.VIEW_URL ?? 'http://127.0.0.1:8787';
const browser = await launchBrowser();
const context = await browser.newContext({
  viewport: { width: 1366, height: 768 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
});

const page = await context.newPage();
await page.goto(`${desk}/?book=muong-bang&latency=0`);
await page.waitForFunction("'desk' in window");
const field = page.frameLocator('iframe').locator('#field');
await field.waitFor();
// The cell of the README's first task, with a number typed but not entered.
await page.evaluate("window.desk.select('2026', 'F11')");
await page.frameLocator('iframe').getByText('Cây ăn quả đã cấp mã số vùng trồng').first().waitFor();
await field.fill('41,5');
await page.frameLocator('iframe').getByText('Đọc là: 41,5').waitFor();
await page.screenshot({ path: inRoot('docs/pictures/desk.png') });
await field.press('Escape');

await page.goto(view);
await page
  .locator('a, button')
  .filter({ hasText: /Đăng nhập/ })
  .first()
  .click();
await page
  .getByRole('button', { name: /Người xem/ })
  .first()
  .click();
await page.locator('tr[data-live]').first().waitFor();
await page.screenshot({ path: inRoot('docs/pictures/view.png') });
await page.setViewportSize({ width: 360, height: 740 });
await page.screenshot({ path: inRoot('docs/pictures/view-360.png') });
await browser.close();
