/**
 * From a key's `keydown` to the frame that shows what was read of it, in Chromium with its processor throttled as an old laptop's:
 * the built sidebar, its script answering in 0.7–2 s beside it.
 */
import type { CDPSession, Page } from 'playwright-core';
import { openSidebarPage } from '../../test/browser/sidebar-page.ts';
import { launchBrowser } from '../../test/browser.ts';
import { type Result, spreadOf } from '../results.ts';

const RATES = [1, 6];
/** One frame at 60 a second, and what nobody notices. */
const MEDIAN_GOAL_MS = 16;
const P99_GOAL_MS = 50;
/** Numbers as they come from a pile of paper: whole, with groups, with decimals, too many of them, doubtful, above their whole. */
const TYPED = ['1.204', '38', '2.410', '12,5', '1180', '0', '1.18', '700', '41,555', '9.999.999', '260', '3,25'];
const ROUNDS = 4;

/** What one key did: the time to its frame, what the field held then and what was said of it. */
interface Sample {
  readonly milliseconds: number;
  readonly text: string;
  readonly said: string;
}

export async function keystrokeSuite(): Promise<Result[]> {
  const browser = await launchBrowser();
  try {
    const results: Result[] = [];
    for (const rate of RATES) {
      const { page, close } = await openSidebarPage(browser);
      await throttle(await page.context().newCDPSession(page), rate);
      const samples = await typePile(page);
      requireSaid(samples);
      results.push(...resultsOf(rate, samples));
      await close();
    }
    return results;
  } finally {
    await browser.close();
  }
}

function throttle(session: CDPSession, rate: number) {
  return session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Every key is awaited, so that each has its own frame; Enter goes on to the next input as for the clerk, Shift+Enter back again. */
async function typePile(page: Page): Promise<readonly Sample[]> {
  await page.evaluate(watchKeys);
  await page.locator('#field').focus();
  let keys = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const step = round % 2 === 0 ? 'Enter' : 'Shift+Enter';
    for (const text of TYPED) {
      for (const key of text) {
        await page.keyboard.press(key);
        keys++;
        await page.waitForFunction((count) => Reflect.get(window, 'keySamples').length >= count, keys);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press(step);
    }
  }
  return page.evaluate(() => Reflect.get(window, 'keySamples'));
}

/** Runs in the page. A message that is posted in a frame's callback arrives after that frame was painted. */
function watchKeys(): void {
  const samples: Sample[] = [];
  Object.assign(window, { keySamples: samples });
  const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';
  addEventListener(
    'keydown',
    (event) => {
      if (event.key.length !== 1) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const field = document.getElementById('field');
          const text = field instanceof HTMLInputElement ? field.value : '';
          const milliseconds = performance.now() - event.timeStamp;
          samples.push({ milliseconds, text, said: textOf('echo') + textOf('findings') });
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** A frame that does not show what was typed is no answer: nothing is measured then. */
function requireSaid(samples: readonly Sample[]): void {
  const silent = samples.find(({ text, said }) => text === '' || said === '');
  if (silent !== undefined) throw new Error(`nothing was said of “${silent.text}” in its frame`);
}

function resultsOf(rate: number, samples: readonly Sample[]): Result[] {
  const times = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  const ours = spreadOf(times);
  const one = (name: string, median: number, goal: number): Result => ({
    suite: 'keystroke',
    name: `${name}, processor ${rate}× slower`,
    unit: 'ms',
    ours: { ...ours, median },
    peers: [],
    floor: null,
    goal,
    met: median <= goal,
  });
  return [
    one('keydown to painted echo, median', ours.median, MEDIAN_GOAL_MS),
    one('keydown to painted echo, 99th percentile', p99, P99_GOAL_MS),
  ];
}
