/** A browser that is signed in at the view as one of the demo people. */
import type { Browser, BrowserContext } from 'playwright-core';
import type { Running } from './running.ts';

/** @param email one of the demo people; their roles are in the sample. */
export async function signedIn(
  browser: Browser,
  running: Running,
  email: string,
  { keepsPolicy = false } = {},
): Promise<BrowserContext> {
  // axe is put into the page as script, which its policy would refuse.
  const bypassCSP = !keepsPolicy;
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', bypassCSP });
  const page = await context.newPage();
  await page.goto(running.view);
  await page.locator('a, button').filter({ hasText: 'Đăng nhập' }).first().click();
  await page.locator(`button[value="${email}"]`).click();
  await page.locator('.masthead').waitFor();
  await page.close();
  return context;
}
