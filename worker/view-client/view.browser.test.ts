import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/browser.ts';
import { OverviewRows } from '../pages/overview/overview-rows.tsx';
import { Overview } from '../pages/overview.tsx';
import { overviewProps, PLAN, summaryOf, ward } from '../pages/testing.ts';
import { liveOf, type Served, serveView } from './testing/served.ts';

let browser: Browser;
let served: Served;
let origin: string;
let page: Page;
let live: Awaited<ReturnType<typeof liveOf>>;
const shown = { southTrees: 40, now: '2031-03-31T03:32:00Z', signedIn: true };
const complaints: string[] = [];

function overview(): string {
  const reports = [ward('north', { trees: 40, healthyTrees: 38 }), ward('south', { trees: shown.southTrees })];
  const props = { ...overviewProps(PLAN, summaryOf(PLAN, reports, '2031-Q1')), now: shown.now };
  return String(Overview({ ...props, rows: OverviewRows(props) }));
}

beforeAll(async () => {
  served = await serveView((_, { pathname }) => {
    if (pathname !== '/') return '<!DOCTYPE html><title>Đăng nhập</title>';
    return shown.signedIn ? overview() : { location: '/sign-in' };
  });
  origin = served.origin;
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  served?.close();
});

beforeEach(async () => {
  Object.assign(shown, { southTrees: 40, now: '2031-03-31T03:32:00Z', signedIn: true });
  complaints.length = 0;
  page = await browser.newPage({ viewport: { width: 1366, height: 500 } });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  live = await liveOf(page);
  await page.goto(`${origin}/`);
});

afterEach(() => page.close());

const openSocket = () => live.open();
const closeSocket = () => live.close();
const announce = (period: string) => live.announce(period);
const state = (wanted: string) => live.state(wanted);
const status = () => page.textContent('.live-words');

describe('the view in a browser', () => {
  it('puts a changed figure in its place and marks that cell and no other', async () => {
    await openSocket();
    await state('live');
    expect(await page.$$('[data-changed]')).toHaveLength(0);
    await page.evaluate(`globalThis.kept = document.querySelector('[data-live=healthy]')`);

    Object.assign(shown, { southTrees: 55, now: '2031-03-31T03:40:00Z' });
    await announce('2031-Q1');
    await page.waitForSelector('[data-live=count] .figure[data-changed]');

    expect(await page.textContent('[data-live=count] .value')).toBe('95 cây');
    const marked = await page.$$eval('td[data-changed]', (cells) => cells.map((cell) => cell.className));
    expect(marked).toEqual(['figure figure-final', 'against', 'chart']);
    expect(await page.evaluate(`kept === document.querySelector('[data-live=healthy]')`)).toBe(true);
    expect(await page.textContent('[data-live-status] [role=status]')).toBe('Vừa cập nhật: Số cây');
    expect(complaints).toEqual([]);
  });

  it('does not move what is being read, nor take the focus away', async () => {
    await openSocket();
    await state('live');
    await page.evaluate('scrollTo(0, 150)');
    await page.focus('.sentence a[href="#chi-tieu-1"]');
    const before = await page.evaluate(
      '[scrollY, document.querySelector("[data-live=count]").getBoundingClientRect().top]',
    );

    // The target's verdict changes too, so the sentence with the focused link is replaced.
    shown.southTrees = 65;
    await announce('2031-Q1');
    await page.waitForSelector('[data-live=count] .verdict-cell[data-changed]');

    expect(
      await page.evaluate('[scrollY, document.querySelector("[data-live=count]").getBoundingClientRect().top]'),
    ).toEqual(before);
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#chi-tieu-1');
  });

  it('says when it is not live, and as of when the figures are', async () => {
    await openSocket();
    await state('live');
    expect(await status()).toMatch(/^Tự cập nhật · số liệu lúc 10:32 ngày 31\/03\/2031$/);
    await closeSocket();
    await state('lost');
    expect(await status()).toMatch(/^Mất kết nối, số liệu lúc 10:32 ngày 31\/03\/2031/);
  });

  it('says when the session has ended, instead of showing the sign-in as figures', async () => {
    await openSocket();
    await state('live');
    shown.signedIn = false;
    await announce('2031-Q1');
    await state('ended');
    expect(await status()).toContain('Tải lại trang để đăng nhập');
    expect(await page.textContent('[data-live=count] .value')).toBe('80 cây');
  });

  it('asks for the live connection in the way the contract names', async () => {
    expect(await page.evaluate('[sockets[0].url, sockets[0].protocols]')).toEqual([
      `${origin.replace('http', 'ws')}/api/live`,
      ['live.v1'],
    ]);
  });

  it('offers printing only where a script can open the dialog', async () => {
    expect(await page.isVisible('[data-print]')).toBe(true);
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${origin}/`);
    expect(await plain.isVisible('[data-print]')).toBe(false);
    expect(await plain.textContent('.live-words')).toBe('Số liệu lúc 10:32 hôm nay');
    await plain.selectOption('select[name=period]', '2031-Q1');
    await plain.click('.choice button[type=submit]');
    expect(new URL(plain.url()).searchParams.get('period')).toBe('2031-Q1');
    await plain.close();
  });

  it('leaves out of the address what is not chosen', async () => {
    await page.selectOption('select[name=period]', '2031-Q1');
    await page.click('.choice button[type=submit]');
    await page.waitForURL((url) => url.search !== '');
    expect(new URL(page.url()).search).toBe('?period=2031-Q1&basis=latest');
  });

  it.each([360, 768, 1366])('needs no sideways scrolling at %d px', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
