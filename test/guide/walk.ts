/** What the walks through the guide have in common: the desk opened as a clerk, the commune's pages as one of the people. */
import type { Browser, Frame, Page } from 'playwright-core';
import { goToSidebar } from '../browser/desk-page.ts';
import type { Running } from '../browser/running.ts';

export const LIMIT = { timeout: 30_000 };

const CONTEXT = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 740 };

export interface ClerkDesk {
  readonly page: Page;
  readonly sidebar: Frame;
  /** Selects the cell of an input in a period's column, both found by what stands in the sheet. */
  select(label: string, period: string): Promise<void>;
  /** All is written and sent. */
  saved(): Promise<void>;
}

/** @param book the unit's workbook at the desk. */
export async function openDesk(browser: Browser, running: Running, book: string, tab: string): Promise<ClerkDesk> {
  const page = await browser.newPage({ viewport: DESKTOP, ...CONTEXT });
  const sidebar = await goToSidebar(page, running, { book, latency: '0' });
  return {
    page,
    sidebar,
    async select(label, period) {
      const cell = await page.evaluate(
        ([name, wanted, heading]) => {
          const rows = window.desk.values(name ?? '', 'A1:J90');
          const row = rows.findIndex((cells) => cells[1] === wanted);
          const column = Math.max(...rows.map((cells) => cells.indexOf(heading ?? '')));
          return `${String.fromCharCode(65 + column)}${row + 1}`;
        },
        [tab, label, period],
      );
      await page.evaluate(([name, a1]) => window.desk.select(name ?? '', a1 ?? ''), [tab, cell]);
      await sidebar.locator('#label').getByText(label).waitFor(LIMIT);
    },
    async saved() {
      await sidebar
        .getByText(/^Đã lưu/)
        .first()
        .waitFor(LIMIT);
      await page.evaluate(() => window.desk.idle());
    },
  };
}

/** Signed in at the commune's pages as the guide says it. @param person as the identity stand-in names the button. */
export async function openView(browser: Browser, running: Running, person: string, viewport = DESKTOP): Promise<Page> {
  const page = await browser.newPage({ viewport, ...CONTEXT });
  await page.goto(running.view);
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản Google' }).click();
  await page.locator(`button[value="${person}"]`).click();
  await page.locator('.masthead').waitFor(LIMIT);
  return page;
}
