/**
 * The built sidebar in a browser's page of its own, its script beside it in the stand-in: the add-in without the grid, for what is
 * measured or looked at in the sidebar alone. Calls take as long as they do in a real sheet, unless another latency is asked for.
 */
import type { Browser, Page } from 'playwright-core';
import { builtFiles, CLERK, type Desk, openDesk } from '../../addon/built-addon.test-support.ts';
import { drawDelays, type Latency } from '../../addon/desk/page/frame/latency.ts';
import { openScriptPage, type ScriptAnswer } from './script-page.ts';

/** What Apps Script takes for a call. */
const REAL: Latency = { min: 700, max: 2000 };

export interface SidebarPage {
  readonly page: Page;
  readonly desk: Desk;
  /** How many calls of the script are under way. */
  pending(): number;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly latency?: Latency;
  /** Gets the workbook, set up for the unit, before the sidebar opens. */
  readonly prepare?: (desk: Desk) => void;
  /** What the Worker answers when it is asked for a period's summary; without it the Worker cannot be reached. */
  readonly summary?: (period: string) => object;
}

export async function openSidebarPage(
  browser: Browser,
  { latency = REAL, prepare, summary }: Surroundings = {},
): Promise<SidebarPage> {
  const files = await builtFiles();
  const desk = openDesk(files);
  desk.setUp();
  prepare?.(desk);
  let pending = 0;
  const call = async (name: string, args: unknown[]): Promise<ScriptAnswer> => {
    pending++;
    const [there, back] = drawDelays(latency, Math.random);
    await delay(there);
    // The realm's own clock stands still; the pulse's answers are told apart by it.
    desk.clock.now += 1;
    const outcome = desk.host.run(name, args, { user: CLERK, via: 'sidebar' });
    await delay(back);
    pending--;
    return outcome.ok ? { ok: true, value: outcome.value } : { ok: false, message: outcome.error.message };
  };
  const page = await openScriptPage(browser, { html: files.sidebar, width: 300, height: 720, call, summary });
  await page.locator('#field').waitFor();
  return { page, desk, pending: () => pending, close: () => page.context().close() };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
