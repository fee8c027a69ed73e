/**
 * Every page of the view as `npm start` serves it, in the roles that see it: nothing for axe to find, no sideways scrolling on a phone;
 * and the overview on a slow machine and network: light, without a shift and without its script (`bench/suites/overview.ts` has its time).
 */
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { endEverything, type Running, startEverything } from './running.ts';
import { signedIn } from './signed-in.ts';
import { slowDown } from './slow.ts';

const SEEN_BY_ALL = [
  '/?period=2026-Q3',
  '/?period=2026-Q2&verdict=behind&compare=before&unit=muong-bang',
  '/?period=2026-Q3&q=khong-co-gi',
  '/targets/1?period=2026-Q3',
  '/targets/8?period=2026-Q2',
  '/targets/11?period=2026-Q3',
  '/paper?period=2026-Q2',
  '/periods/2026-Q3',
  '/units',
  '/units/muong-bang',
  '/units/muong-bang/2026-Q3',
  '/units/muong-bang/2026-Q3/history',
  '/resolution',
];
const PAGES = [
  { role: 'viewer@demo.test', paths: SEEN_BY_ALL },
  { role: 'reviewer@demo.test', paths: SEEN_BY_ALL },
  { role: 'admin@demo.test', paths: [...SEEN_BY_ALL, '/ledger?verify=1', '/admin', '/nowhere'] },
];
const WIDTHS = [360, 768, 1366];

let running: Running;
let browser: Browser;

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
}, 120_000);

afterAll(() => endEverything(browser, running), 60_000);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What a page holds against the rules at one width after the other, everything that is folded away unfolded. */
async function wrongWith(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(axe.source);
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const { over, violations } = await page.evaluate(async () => ({
      over: document.documentElement.scrollWidth - window.innerWidth,
      violations: (await Reflect.get(window, 'axe').run(document)).violations as Violation[],
    }));
    if (over > 0) wrong.push(`at ${width}: ${over} px too wide`);
    for (const { id, nodes } of violations) {
      wrong.push(`at ${width}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }
  }
  return wrong;
}

describe.each(PAGES)('as $role', { timeout: 180_000 }, ({ role, paths }) => {
  test('no page has anything for axe to find, nor scrolls sideways', async () => {
    const context = await signedIn(browser, running, role);
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of paths) {
      await page.goto(running.view + path);
      wrong.push(...(await wrongWith(page)).map((one) => `${path} ${one}`));
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('by keyboard alone', { timeout: 180_000 }, () => {
  /** Everything that a mouse could press, in the order of the page; what is folded away counts when it is unfolded. */
  const REACHABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

  /** Goes through the page with Tab until it has gone round; names what was missed, and what had the focus without a mark to see. */
  async function missedByTab(page: Page): Promise<readonly string[]> {
    const count = await page.evaluate((reachable) => {
      const shown = [...document.querySelectorAll<HTMLElement>(reachable)].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
      );
      for (const [place, one] of shown.entries()) one.dataset.place = String(place);
      return shown.length;
    }, REACHABLE);
    const reached = new Set<string>();
    const unmarked: string[] = [];
    // A group of radio buttons is one stop, and the arrow keys lead through it.
    for (let press = 0; press <= count; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const one = document.activeElement;
        if (!(one instanceof HTMLElement) || one === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        const group = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '';
        const places = group === '' ? [one] : [...document.querySelectorAll<HTMLElement>(`input[name="${group}"]`)];
        const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
        return { places: places.map((each) => each.dataset.place ?? ''), marked, html: one.outerHTML.slice(0, 100) };
      });
      if (stop === null) continue;
      for (const place of stop.places) reached.add(place);
      if (!stop.marked) unmarked.push(`no mark: ${stop.html}`);
    }
    const missed = await page.evaluate(
      (places) =>
        [...document.querySelectorAll<HTMLElement>('[data-place]')]
          .filter((one) => !places.includes(one.dataset.place ?? ''))
          .map((one) => `not reached: ${one.outerHTML.slice(0, 100)}`),
      [...reached],
    );
    return [...missed, ...unmarked];
  }

  test.each([
    { role: 'reviewer@demo.test', paths: SEEN_BY_ALL },
    { role: 'admin@demo.test', paths: ['/ledger?verify=1', '/admin', '/periods/2026-Q3'] },
  ])('everything is reached and marked as $role', async ({ role, paths }) => {
    const context = await signedIn(browser, running, role);
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of paths) {
      await page.goto(running.view + path);
      wrong.push(...(await missedByTab(page)).map((one) => `${path}: ${one}`));
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('the overview, on a slow machine and a slow network', { timeout: 60_000 }, () => {
  test('comes without a shift, and weighs less than 60 KB compressed', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test');
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, 'value');
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let weight = 0;
    page.on('response', async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0));
      weight += gzipSync(body).length;
    });
    await page.goto(`${running.view}/?period=2026-Q3`, { waitUntil: 'networkidle' });
    await page.locator('[data-live-status][data-state=live]').waitFor({ timeout: 20_000 });
    const { shift } = await page.evaluate(() => Reflect.get(window, 'seen') as { shift: number });
    expect(shift).toBe(0);
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(60_000);
    await context.close();
  });

  test('needs no script for all that it says', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test');
    const cookies = await context.cookies();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies(cookies);
    const page = await plain.newPage();
    await page.goto(`${running.view}/?period=2026-Q3`);
    expect(await page.locator('.indicator-row').count()).toBe(44);
    await plain.close();
    await context.close();
  });
});

test('a leader finds out what is behind, why, and who can still help, in two clicks', { timeout: 60_000 }, async () => {
  const context = await signedIn(browser, running, 'viewer@demo.test');
  const page = await context.newPage();
  await page.goto(`${running.view}/?period=2026-Q2`);
  await page.locator('.clause', { hasText: 'chậm' }).getByRole('link').first().click();
  await page.locator('.target:target a').first().click();
  await page.locator('h1').waitFor();
  const text = await page.locator('main').textContent();
  expect(text).toContain('Chậm tiến độ');
  expect(text).toMatch(/còn thiếu|còn phải giảm/);
  expect(text).toContain('Để cả xã đạt, nếu một mình bù');
  await context.close();
});

describe('a browser that keeps to the policy of the pages', { timeout: 120_000 }, () => {
  test('has nothing to say against any of them', async () => {
    const context = await signedIn(browser, running, 'admin@demo.test', { keepsPolicy: true });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      // Of an answer that is an error Chromium says so, and that is no matter of the policy.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    for (const path of PAGES[1]?.paths ?? []) await page.goto(running.view + path, { waitUntil: 'load' });
    expect(said).toEqual([]);
    await context.close();
  });

  test('takes down the table that a page offers', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test', { keepsPolicy: true });
    const page = await context.newPage();
    await page.goto(`${running.view}/?period=2026-Q2`);
    for (const format of ['xlsx', 'csv']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a[href*="/api/summary.${format}"]`).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
      expect(await file.failure()).toBeNull();
    }
    await context.close();
  });

  test('shows none of them in another page’s frame, and sends no form of another origin', async () => {
    const context = await signedIn(browser, running, 'admin@demo.test', { keepsPolicy: true });
    const page = await context.newPage();
    // Another port of this machine is the same site, so that the cookie goes along.
    await page.route('http://127.0.0.1:9/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${running.view}/admin"></iframe>
          <form method="post" action="${running.view}/sign-out-everywhere"><button>x</button></form>
          <img src="${running.view}/api/summary">`,
      }),
    );
    await page.goto('http://127.0.0.1:9/');
    const [, frame] = page.frames();
    expect(await frame?.locator('.masthead').count()).toBe(0);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/sign-out-everywhere')),
      page.locator('button').click(),
    ]);
    expect(answer.status()).toBe(403);
    await page.goto(`${running.view}/?period=2026-Q2`);
    expect(await page.locator('.indicator-row').count()).toBe(44);
    await context.close();
  });

  test('shows nothing any more to who goes back after somebody has signed out', async () => {
    const context = await signedIn(browser, running, 'viewer@demo.test', { keepsPolicy: true });
    const page = await context.newPage();
    await page.goto(`${running.view}/?period=2026-Q2`);
    await page.locator('.who button').click();
    await page.waitForURL(/\/sign-in/);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.locator('.indicator-row').count()).toBe(0);
    await context.close();
  });
});
