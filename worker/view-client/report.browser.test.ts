import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/browser.ts';
import { HistoryPage } from '../pages/history.tsx';
import { PERIOD, plan, reportProps, revisionOf, UNIT, viewOf } from '../pages/report/testing.ts';
import { ReportPage, type ReportProps } from '../pages/report.tsx';
import { UnitPage } from '../pages/unit.tsx';
import { UnitsPage } from '../pages/units.tsx';
import { liveOf, type Served, serveView } from './testing/served.ts';

const REPORT = `/units/${UNIT}/${PERIOD}`;
const VALUES = { visitors: 980, coffeeArea: 5000, fruitArea: 10, fruitAreaCoded: 12, tourismRevenue: 'na' } as const;
const FIRST = revisionOf({ visitors: 940 }, { state: 'submitted', revision: 4 });
const SUBMITTED = revisionOf(VALUES, {
  ...{ state: 'submitted', revision: 5, reasons: { coffeeArea: 'Trồng mới ở bản Bon' } },
  sending: { via: 'trigger', editors: null, formulas: ['visitors'] },
});
const ACCEPTED = revisionOf(VALUES, { state: 'accepted', revision: 6, by: 'admin@demo.test', sending: null });
const RETURNED = revisionOf(VALUES, { state: 'returned', revision: 6, reason: 'Xem lại', sending: null });
const beside = { reference: FIRST, before: { period: '2026-Q1', values: { visitors: 410 } } } as const;
const asked = viewOf(SUBMITTED, beside);
const refused = {
  act: 'return',
  obstacle: { kind: 'changed', seen: 5, step: { revision: ACCEPTED, before: SUBMITTED } },
  draft: { reason: 'Đề nghị bổ sung', notes: { visitors: 'đối chiếu sổ' } },
  text: 'Đề nghị bổ sung',
} as const;
const { me, now, sample, sequence } = reportProps(null);
const frame = { plan, me, now, sample, sequence };
const status = {
  ...({ id: UNIT, name: 'Mường Bằng', period: PERIOD, state: 'submitted', revision: 5, locked: false } as const),
  ...{ updatedAt: now, updatedBy: 'reporter.muong-bang@demo.test', entered: 4, expected: 29, errors: 1, warnings: 1 },
};

/** What the server has at the moment; a test changes it. */
const shown: { report: ReportProps } = { report: reportProps(null) };

const PAGES: Readonly<Record<string, () => string>> = {
  [REPORT]: () => String(ReportPage(shown.report)),
  [`${REPORT}/return`]: () => String(ReportPage({ ...shown.report, refused })),
  [`${REPORT}/history`]: () =>
    String(
      HistoryPage({
        ...{ ...frame, unit: UNIT, period: PERIOD, before: null, next: 3 },
        steps: [
          { revision: RETURNED, before: SUBMITTED },
          { revision: SUBMITTED, before: FIRST },
        ],
      }),
    ),
  '/units': () => String(UnitsPage({ ...frame, units: plan.units, statuses: [status] })),
  [`/units/${UNIT}`]: () =>
    String(UnitPage({ ...frame, unit: UNIT, units: plan.units, binding: null, statuses: [status] })),
};

let browser: Browser;
let served: Served;
let page: Page;
let live: Awaited<ReturnType<typeof liveOf>>;
const complaints: string[] = [];

beforeAll(async () => {
  served = await serveView((_, { pathname }) => PAGES[pathname]?.() ?? '<!DOCTYPE html><title>Không tìm thấy</title>');
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  served?.close();
});

beforeEach(async () => {
  shown.report = reportProps(asked);
  complaints.length = 0;
  page = await browser.newPage({ viewport: { width: 1366, height: 700 } });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  live = await liveOf(page);
});

afterEach(() => page.close());

async function opened(path: string): Promise<void> {
  await page.goto(`${served.origin}${path}`);
  await live.open();
  await live.state('live');
}
const note = (input: string) => page.locator(`textarea[name=note-${input}]`);
const changed = () => page.$$eval('td[data-changed]', (cells) => cells.map(({ className }) => className));

describe('a report that is open', () => {
  it('takes in what the unit changes, cell by cell', async () => {
    await opened(REPORT);
    expect(await changed()).toEqual([]);
    const next = revisionOf(
      { ...VALUES, visitors: 990 },
      { ...SUBMITTED, revision: 6, values: { ...VALUES, visitors: 990 } },
    );
    shown.report = reportProps(viewOf(next, beside));
    await live.announce(PERIOD);
    await page.waitForSelector('#input-visitors .now[data-changed]');
    expect(await page.textContent('#input-visitors .value')).toBe('990');
    expect(await changed()).toEqual(['amount now is-there']);
    expect(await page.textContent('[data-live=facts]')).toContain('bản 6');
    expect(complaints).toEqual([]);
  });

  it('still decides on what was shown when it was opened', async () => {
    await opened(REPORT);
    shown.report = reportProps(viewOf({ ...SUBMITTED, revision: 6 }, beside));
    await live.announce(PERIOD);
    await page.locator('[data-live=facts]', { hasText: 'bản 6' }).waitFor();
    expect(
      await page.$$eval('input[name=revision]', (fields) => fields.map((field) => field.getAttribute('value'))),
    ).toEqual(['5', '5']);
  });

  it('offers what can be done now, where another state asks for something else', async () => {
    await opened(REPORT);
    shown.report = reportProps(viewOf(RETURNED, { sent: SUBMITTED }));
    await live.announce(PERIOD);
    await page.waitForSelector('form[action$="/accept"]', { state: 'detached' });
    expect(await page.textContent('#review')).toContain('đang chờ đơn vị bổ sung');
    expect(await page.$$('.head-note, textarea')).toHaveLength(0);
  });

  it('keeps what is being typed, whatever happens to the report', async () => {
    await opened(REPORT);
    await page.click('#input-visitors summary');
    await note('visitors').fill('đối chiếu sổ');
    await page.fill('#return-reason', 'Đề nghị bổ sung');
    await page.evaluate('document.activeElement.blur()');
    shown.report = reportProps(viewOf(RETURNED, { sent: SUBMITTED }));
    await live.announce(PERIOD);
    await page.locator('[data-live=facts]', { hasText: 'Trả lại' }).waitFor();
    expect(await note('visitors').inputValue()).toBe('đối chiếu sổ');
    expect(await page.inputValue('#return-reason')).toBe('Đề nghị bổ sung');
  });

  it('goes on after a form that was not taken, with the words still in their fields', async () => {
    shown.report = reportProps(viewOf(ACCEPTED, { sent: SUBMITTED }));
    await opened(`${REPORT}/return`);
    expect(await page.textContent('.refused')).toContain('nay là bản 6');
    expect(await note('visitors').inputValue()).toBe('đối chiếu sổ');
    expect(await page.inputValue('#return-reason')).toBe('Đề nghị bổ sung');
    expect(await changed()).toEqual([]);
  });

  it('becomes the report where there was none', async () => {
    shown.report = reportProps(null);
    await opened(REPORT);
    shown.report = reportProps(asked);
    await live.announce(PERIOD);
    await page.waitForSelector('#input-visitors');
    expect(await page.$$('form[action$="/accept"]')).toHaveLength(1);
  });

  it('shows the row that an address names, below the table’s head', async () => {
    await page.goto(`${served.origin}${REPORT}#input-solidWaste`);
    const [row, head] = await page.$$eval('#input-solidWaste, .report-table thead th', (found) => {
      const places = found.map((element) => element.getBoundingClientRect());
      return [places.at(-1)?.top ?? 0, places[0]?.bottom ?? 0];
    });
    expect(row).toBeGreaterThanOrEqual(head ?? 0);
    expect(row).toBeLessThan(700);
  });
});

describe('without a script', () => {
  it('everything is there: rows, a note for one input, the step before an accepted report goes back', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${served.origin}${REPORT}`);
    await plain.click('#input-visitors summary');
    expect(await plain.isVisible('textarea[name=note-visitors]')).toBe(true);
    shown.report = reportProps(viewOf(ACCEPTED, { sent: SUBMITTED }));
    await plain.goto(`${served.origin}${REPORT}`);
    expect(await plain.isVisible('#return-reason')).toBe(false);
    await plain.click('.undo summary');
    expect(await plain.isVisible('#return-reason')).toBe(true);
    await plain.close();
  });
});

describe('with the keyboard alone', () => {
  it('a note is opened, written and sent with the return', async () => {
    await opened(REPORT);
    await page.focus('#input-visitors summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('xem lại');
    await page.focus('#return-form button');
    const request = page.waitForRequest((one) => one.method() === 'POST');
    await page.keyboard.press('Enter');
    const sent = new URLSearchParams((await request).postData() ?? '');
    expect(sent.get('note-visitors')).toBe('xem lại');
    expect([sent.get('revision'), sent.get('reason')]).toEqual(['5', '']);
  });
});

const LOOKS = [
  ['a report to decide on', REPORT, () => reportProps(asked)],
  [
    'a report as its reporter sees it',
    REPORT,
    () => reportProps(asked, { me: { ...me, role: 'reporter', units: [UNIT] } }),
  ],
  ['an accepted report', REPORT, () => reportProps(viewOf(ACCEPTED, { sent: SUBMITTED }), { done: 'accepted' })],
  ['a returned report', REPORT, () => reportProps(viewOf(RETURNED, { sent: SUBMITTED }))],
  ['no report', REPORT, () => reportProps(null)],
  ['a word that was not taken', `${REPORT}/return`, () => reportProps(viewOf(ACCEPTED, { sent: SUBMITTED }))],
  ['a history', `${REPORT}/history`, () => reportProps(null)],
  ['all units', '/units', () => reportProps(null)],
  ['a unit', `/units/${UNIT}`, () => reportProps(null)],
] as const;

describe.each(LOOKS)('%s', (_, path, props) => {
  it.each([360, 768, 1366])(
    'has nothing for axe to find and needs no sideways scrolling at %d px',
    { timeout: 60_000 },
    async (width) => {
      shown.report = props();
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`${served.origin}${path}`);
      await page.$$eval('details', (folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.evaluate(axe.source);
      const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    },
  );
});
