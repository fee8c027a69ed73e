/**
 * The built sidebar in a browser's page of its own, its script beside it in the stand-in: the add-in without the grid, for what is
 * measured or looked at in the sidebar alone. Calls take as long as they do in a real sheet, unless another latency is asked for.
 */
import type { Browser, Page } from 'playwright-core';
import { builtFiles, CLERK, type Desk, openDesk } from '../../addon/built-addon.test-support.ts';
import { drawDelays, type Latency } from '../../addon/desk/page/frame/latency.ts';

const ADDRESS = 'https://sidebar.example/';
/** What Apps Script takes for a call. */
const REAL: Latency = { min: 700, max: 2000 };

export interface SidebarPage {
  readonly page: Page;
  readonly desk: Desk;
  /** How many calls of the script are under way. */
  pending(): number;
  close(): Promise<void>;
}

/** `prepare` gets the workbook, set up for the unit, before the sidebar opens. */
export async function openSidebarPage(
  browser: Browser,
  { latency = REAL, prepare }: { readonly latency?: Latency; readonly prepare?: (desk: Desk) => void } = {},
): Promise<SidebarPage> {
  const files = await builtFiles();
  const desk = openDesk(files);
  desk.setUp();
  prepare?.(desk);
  let pending = 0;
  const context = await browser.newContext({ viewport: { width: 300, height: 720 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.exposeFunction('callScript', async (name: string, args: unknown[]) => {
    pending++;
    const [there, back] = drawDelays(latency, Math.random);
    await delay(there);
    // The realm's own clock stands still; the pulse's answers are told apart by it.
    desk.clock.now += 1;
    const outcome = desk.host.run(name, args, { user: CLERK, via: 'sidebar' });
    await delay(back);
    pending--;
    return outcome.ok ? { ok: true, value: outcome.value } : { ok: false, message: outcome.error.message };
  });
  await page.addInitScript(standInForGoogle);
  await context.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: files.sidebar })
      : route.abort(),
  );
  await page.goto(ADDRESS);
  await page.locator('#field').waitFor();
  return { page, desk, pending: () => pending, close: () => context.close() };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Runs in the page, before anything of it. */
function standInForGoogle(): void {
  type Handler = (value: unknown) => void;
  type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
  const callScript = (name: string, args: unknown[]): Promise<Answer> => Reflect.get(window, 'callScript')(name, args);
  const runner = (success?: Handler, failure?: Handler): object =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) =>
            void callScript(String(name), args).then((answer) =>
              answer.ok ? success?.(answer.value) : failure?.(new Error(answer.message)),
            );
        },
      },
    );
  const run = runner();
  Object.assign(window, { google: { script: { run, host: { editor: { focus: () => {} }, close: () => {} } } } });
}
