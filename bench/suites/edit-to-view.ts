/**
 * From a number's Enter at the desk to the changed figure in an open overview, in Chromium: the built add-in writes, reads the sheet,
 * sends its report, and the view hears of it. Everything runs as `npm start` runs it. Apps Script's own time is drawn by the desk; without
 * it stays what the add-in, the Worker and the view take.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { goToSidebar } from '../../test/browser/desk-page.ts';
import { endEverything, type Running, startEverything } from '../../test/browser/running.ts';
import { launchBrowser } from '../../test/browser.ts';
import { openOverview, whenPainted } from '../live/painted.ts';
import { type Result, spreadOf } from '../results.ts';

declare global {
  interface Window {
    /** When Enter was last pressed in this frame (epoch milliseconds). */
    enteredAt: number;
  }
}

const BOOK = 'muong-bang';
const PERIOD = '2026-Q3';
const TAB = '2026';
/** Fruit with a plant code, 9 tháng 2026, in the template, and another cell; its target's row in the overview; what the other areas have of it. */
const CELL = 'F11';
const LABEL = 'Cây ăn quả đã cấp mã số';
const OTHER_CELL = 'F12';
const ROW = '[data-live="t02-fruit-coded"] .value';
const OTHERS = 40;

interface Circumstances {
  readonly name: string;
  /** As the desk's address takes it. */
  readonly latency: string;
  readonly changes: number;
}

const CIRCUMSTANCES: readonly Circumstances[] = [
  { name: 'calls of the script without delay', latency: '0', changes: 10 },
  { name: 'calls of the script in 0.7–2 s', latency: '700-2000', changes: 8 },
];

export async function editToViewSuite(): Promise<Result[]> {
  const running = await startEverything();
  const browser = await launchBrowser();
  try {
    const view = await openOverview(browser, running, PERIOD);
    const results: Result[] = [];
    let change = 0;
    for (const { name, latency, changes } of CIRCUMSTANCES) {
      const desk = await openDesk(browser, running, latency);
      for (const [where, enter] of [
        ['grid', enterInGrid],
        ['sidebar', enterInSidebar],
      ] as const) {
        await leave(desk);
        const samples: number[] = [];
        for (let round = 0; round < changes; round++) {
          change += 1;
          samples.push(await measured(view, desk, change, enter));
        }
        results.push(result(`a number's Enter in the ${where} to its figure in an open overview, ${name}`, samples));
      }
      // The view hears of a report before the script's run has noted its receipt: a run that is cut off would hold back the next desk's.
      await desk.page.evaluate(() => window.desk.idle());
      await desk.page.close();
    }
    return results;
  } finally {
    await endEverything(browser, running);
  }
}

interface Desk {
  readonly page: Page;
  readonly sidebar: Frame;
}

async function openDesk(browser: Browser, running: Running, latency: string): Promise<Desk> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  const sidebar = await goToSidebar(page, running, { book: BOOK, latency });
  for (const frame of [page.mainFrame(), sidebar]) await frame.evaluate(watchEnter);
  return { page, sidebar };
}

/** Runs in each frame: says when Enter was pressed there. */
function watchEnter(): void {
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Enter') window.enteredAt = performance.timeOrigin + timeStamp;
    },
    true,
  );
}

/** A report may have to wait for a claim that was left (90 s); beyond that it failed, and nothing is measured. */
const AT_MOST_MS = 120_000;

async function within<T>(result: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${AT_MOST_MS / 1000} s`)), AT_MOST_MS);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Numbers that no rule minds, each another than the one before. */
const LEAST = 30;
const NUMBERS = 25;

/** Moves the grid there, nothing being under way: the sidebar's own jump after the last Enter would move it away again. */
async function select({ page }: Desk, cell: string): Promise<void> {
  await page.evaluate(() => window.desk.idle());
  await page.evaluate(([tab, a1]) => window.desk.select(tab, a1), [TAB, cell] as const);
}

/**
 * Lets the sidebar stand at another cell: a label that is already there may be followed by an answer that had been asked for while the
 * grid stood elsewhere, and what is typed then goes into that cell's row.
 */
async function leave(desk: Desk): Promise<void> {
  await select(desk, OTHER_CELL);
  await desk.sidebar.locator('#label', { hasNotText: LABEL }).waitFor();
}

/** The time in milliseconds; the view shows the row's newest figure alone, so that no earlier one is taken for it. */
async function measured(view: Page, desk: Desk, change: number, enter: typeof enterInGrid): Promise<number> {
  const whole = LEAST + (change % NUMBERS);
  const typed = `${whole},5`;
  const figure = `${whole + OTHERS},5`;
  await select(desk, CELL);
  await desk.sidebar.locator('#label', { hasText: LABEL }).waitFor();
  await desk.page.evaluate(() => window.desk.idle());
  const painted = view.evaluate(whenPainted, { selector: ROW, figure });
  const entered = await enter(desk, typed);
  return (await within(painted, `${figure} in the view`)) - entered;
}

async function enterInGrid({ page }: Desk, typed: string): Promise<number> {
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.enteredAt);
}

async function enterInSidebar({ sidebar }: Desk, typed: string): Promise<number> {
  const field = sidebar.locator('#field');
  await field.focus();
  await field.fill(typed);
  await field.press('Enter');
  return sidebar.evaluate(() => window.enteredAt);
}

function result(name: string, samples: readonly number[]): Result {
  return {
    suite: 'edit-to-view',
    name,
    unit: 'ms',
    ours: spreadOf(samples),
    peers: [],
    floor: null,
    goal: null,
    goalIs: 'median at most',
    met: null,
  };
}
