/** The desk's page in a browser: one of its workbooks, as `npm start` serves it, driven by `window.desk`. */
import type { Frame, Page } from 'playwright-core';
import type { TestHandle } from '../../addon/desk/page/test-handle.ts';
import type { Running } from './running.ts';

declare global {
  interface Window {
    readonly desk: TestHandle;
  }
}

export interface DeskAddress {
  /** The desk's own first workbook where none is named. */
  readonly book?: string;
  /** What each call of the script takes, in milliseconds: one number, or from one to another (`700-2000`). */
  readonly latency: string;
}

const LIMIT = { timeout: 30_000 };

/** Goes to a workbook; resolves when it can be driven. */
export async function goToDesk(page: Page, running: Running, { book, latency }: DeskAddress): Promise<void> {
  const asked = new URLSearchParams({ ...(book === undefined ? {} : { book }), latency });
  await page.goto(`${running.desk}/?${asked}`);
  await page.waitForFunction(() => window.desk !== undefined, undefined, LIMIT);
}

/** Goes to a workbook that the add-in is set up in. @returns its sidebar, the field being there. */
export async function goToSidebar(page: Page, running: Running, address: DeskAddress): Promise<Frame> {
  await goToDesk(page, running, address);
  const element = page.locator('#sidebar iframe');
  await element.contentFrame().locator('#field').waitFor(LIMIT);
  const frame = await (await element.elementHandle())?.contentFrame();
  if (frame == null) throw new Error('the desk has no sidebar');
  return frame;
}
