/**
 * The overview as a leader opens it on an old laptop over a poor mobile connection, from its address to its largest paint, with nothing
 * kept from a visit before. The floor is a page with one line of text, in the same browser over the same connection.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { endEverything, startEverything } from '../../test/browser/running.ts';
import { signedIn } from '../../test/browser/signed-in.ts';
import { slowDown } from '../../test/browser/slow.ts';
import { launchBrowser } from '../../test/browser.ts';
import { quantile, type Result, spreadOf } from '../results.ts';

const PERIOD = '2026-Q3';
const LOADS = 15;
const GOAL_MS = 1000;

export async function overviewSuite(): Promise<Result[]> {
  const running = await startEverything();
  const browser = await launchBrowser();
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><title>Số liệu minh họa</title><p>Số liệu minh họa</p>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const line = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const context = await signedIn(browser, running, 'viewer@demo.test', { keepsPolicy: true });
    const [overview, least]: [number[], number[]] = [[], []];
    for (let load = 0; load < LOADS; load++) {
      overview.push(await largestPaint(context, `${running.view}/?period=${PERIOD}`));
      least.push(await largestPaint(context, line));
    }
    const ours = spreadOf(overview);
    const alone = quantile(least, 0.5);
    return [
      {
        suite: 'overview',
        name: 'the overview to its largest paint, processor 4× slower, 1.6 Mbit/s, 150 ms there and back',
        unit: 'ms',
        ours,
        peers: [],
        floor: { name: 'a page with one line of text', median: alone, ratio: ours.median / alone },
        goal: GOAL_MS,
        goalIs: 'median at most',
        met: ours.median < GOAL_MS,
      },
    ];
  } finally {
    server.close();
    await endEverything(browser, running);
  }
}

/** In milliseconds since the address was gone to. */
async function largestPaint(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await slowDown(page);
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(address, { waitUntil: 'networkidle' });
  const milliseconds = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await page.close();
  return milliseconds;
}
