/** When a figure stands painted in an open page of the view: what the suites of the live view wait for. */
import type { Browser, Page } from 'playwright-core';
import type { Running } from '../../test/browser/running.ts';
import { signedIn } from '../../test/browser/signed-in.ts';

/** A part of the page, and the figure that has to stand in it. */
export interface Wanted {
  readonly selector: string;
  readonly figure: string;
}

/** The overview of a period as a signed-in viewer has it open, its live connection made. */
export async function openOverview(browser: Browser, running: Running, period: string): Promise<Page> {
  const page = await (await signedIn(browser, running, 'viewer@demo.test', { keepsPolicy: true })).newPage();
  await page.goto(`${running.view}/?period=${period}`);
  await page.locator('[data-live-status][data-state=live]').waitFor();
  return page;
}

/** Runs in the page: waits until the figure stands there, and answers when the frame with it was painted (epoch milliseconds). */
export function whenPainted({ selector, figure }: Wanted): Promise<number> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      if (!(document.querySelector(selector)?.textContent ?? '').includes(figure)) return false;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
