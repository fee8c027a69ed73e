/**
 * From a key's `keydown` to the frame that shows what was read of it and what is wrong with it, in Chromium with its processor throttled
 * as an old laptop's: the built sidebar over a workbook with a year's figures, its script answering in 0.7–2 s beside it. The floor is a
 * page with nothing but a text field, in the same browser: what Chromium itself takes from a key to a frame. Between the two stands the
 * sidebar's own page in which a key sets the echo's text and nothing else: less than that no sidebar of its looks can take.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openSidebarPage } from '../../test/browser/sidebar-page.ts';
import { launchBrowser } from '../../test/browser.ts';
import { communeAt, enterSample, whatIsSaid } from '../keystroke/sheet.ts';
import { echoAlone, type Sample, watchKeys } from '../keystroke/watch.ts';
import { type Floor, quantile, type Result, spreadOf } from '../results.ts';

const RATES = [1, 6];
/** One frame at 60 a second, and what nobody notices. */
const MEDIAN_GOAL_MS = 16;
const P99_GOAL_MS = 50;
/** Numbers as they come from a pile of paper: whole, with groups, with decimals, too many of them, doubtful, above their whole. */
const TYPED = ['1.204', '38', '2.410', '12,5', '1180', '0', '1.18', '700', '41,555', '9.999.999', '260', '3,25'];
const ROUNDS = 4;
/** A finger rests on its key; released at once, the release would be worked on before the frame. */
const HELD_MS = 60;
/** Between two keys, as a quick hand leaves it; drawn evenly, so that keys come at no fixed time of a frame. */
const GAP_MS = { least: 30, more: 100 };

/** A key with the figures that the effect came to. */
interface Key extends Sample {
  readonly figures: string;
}

export async function keystrokeSuite(): Promise<Result[]> {
  const browser = await launchBrowser();
  try {
    const results: Result[] = [];
    for (const rate of RATES) {
      const floor = await typeBare(browser, rate);
      const echo = await typeIntoSidebar(browser, rate, 1, echoAlone);
      const keys = await typeIntoSidebar(browser, rate, ROUNDS);
      requireSaid(keys);
      results.push(...resultsOf(rate, keys, echo, floor));
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** @param instead of what the sidebar does. */
async function typeIntoSidebar(
  browser: Browser,
  rate: number,
  rounds: number,
  instead?: () => void,
): Promise<readonly Key[]> {
  const { page, close } = await openSidebarPage(browser, { prepare: enterSample, summary: communeAt });
  await page.locator('.effects .verdict').first().waitFor();
  const keys = await typePile(page, rate, rounds, instead);
  await close();
  return keys;
}

async function typeBare(browser: Browser, rate: number): Promise<readonly Key[]> {
  const page = await browser.newPage({ viewport: { width: 300, height: 720 } });
  await page.setContent('<input id="field" autocomplete="off" spellcheck="false">');
  const keys = await typePile(page, rate, 1);
  await page.close();
  return keys;
}

/** Enter goes on to the next input as for the clerk, Shift+Enter back again. */
async function typePile(page: Page, rate: number, rounds: number, instead?: () => void): Promise<readonly Key[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(watchKeys);
  if (instead !== undefined) await page.evaluate(instead);
  await page.locator('#field').focus();
  const press = async (key: string): Promise<void> => {
    await pause(GAP_MS.least + Math.random() * GAP_MS.more);
    await page.keyboard.press(key, { delay: HELD_MS });
  };
  const figures: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const text of TYPED) {
      for (const key of text) {
        await press(key);
        figures.push(await figuresAfter(page, figures.length + 1));
      }
      await press('Escape');
      await press(round % 2 === 0 ? 'Enter' : 'Shift+Enter');
    }
  }
  const samples = await page.evaluate(() => window.keystrokes);
  return samples.map((sample, index) => ({ ...sample, figures: figures[index] ?? '' }));
}

/** The effect's figures once this many keys have been shown, and what follows them: that is done after the same frame. */
async function figuresAfter(page: Page, count: number): Promise<string> {
  await page.waitForFunction((shown) => window.keystrokes.length >= shown, count);
  return page.evaluate(async () => {
    await new Promise<void>((done) => {
      requestAnimationFrame(() => setTimeout(done));
    });
    return document.querySelector('.effects')?.textContent ?? '';
  });
}

/** A frame that does not show exactly what must be said of its text is no answer, nor is an effect that stays another text's: nothing is measured then. */
function requireSaid(keys: readonly Key[]): void {
  for (const { label, text, echo, findings, figures } of keys) {
    const said = whatIsSaid(label, text);
    const answered =
      said.findings.every((one) => findings.includes(one)) && (said.findings.length > 0 || findings === '');
    if (echo !== said.echo || !answered) {
      const shown = JSON.stringify({ echo, findings });
      throw new Error(`of “${text}” in “${label}” its frame said ${shown} instead of ${JSON.stringify(said)}`);
    }
    const missing = said.figures.find((one) => !figures.includes(one));
    if (missing !== undefined) {
      throw new Error(`the effect of “${text}” in “${label}” came to “${figures}”, without ${missing}`);
    }
  }
}

function resultsOf(rate: number, keys: readonly Key[], echo: readonly Key[], bare: readonly Key[]): Result[] {
  const shown = keys.map(({ milliseconds }) => milliseconds);
  const echoed = echo.map(({ milliseconds }) => milliseconds);
  const effects = keys.flatMap(({ effect }) => effect ?? []);
  const least = bare.map(({ milliseconds }) => milliseconds);
  const named = (what: string, share: Share): string =>
    `keydown to painted ${what}, ${share}, processor ${rate}× slower`;
  return [
    result(named('echo and findings', 'median'), shown, 'median', MEDIAN_GOAL_MS, least),
    result(named('echo and findings', '99th percentile'), shown, '99th percentile', P99_GOAL_MS, least),
    result(named('echo, set by itself in the same page', 'median'), echoed, 'median', null, least),
    result(named('effect', 'median'), effects, 'median', null, null),
    result(named('effect', '99th percentile'), effects, '99th percentile', null, null),
  ];
}

const SHARES = { median: 0.5, '99th percentile': 0.99 } as const;
type Share = keyof typeof SHARES;

/** @param goal in milliseconds. */
function result(
  name: string,
  times: readonly number[],
  share: Share,
  goal: number | null,
  least: readonly number[] | null,
): Result {
  const median = quantile(times, SHARES[share]);
  const alone = least === null ? null : quantile(least, SHARES[share]);
  const floor: Floor | null =
    alone === null ? null : { name: 'a text field alone', median: alone, ratio: median / alone };
  const met = goal === null ? null : median <= goal;
  return {
    suite: 'keystroke',
    name,
    unit: 'ms',
    ours: { ...spreadOf(times), median },
    peers: [],
    floor,
    goal,
    goalIs: 'median at most',
    met,
  };
}
