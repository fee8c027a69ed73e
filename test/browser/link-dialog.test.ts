/** The dialog "Liên kết bảng tính có sẵn" in a browser: its states, its keyboard, its widths, and nothing for axe to find. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOpening } from '../../addon/link-rpc.ts';
import { launchBrowser } from '../browser.ts';
import * as byPeriod from '../fixtures/office-workbooks/by-period.ts';
import * as byYear from '../fixtures/office-workbooks/by-year.ts';
import { openingOf } from '../linking/opening.ts';
import { type LinkPage, openLinkPage, type ScriptedLink } from './link-page.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const UNIT = 'muong-bang';

let browser: Browser;
let dialog: LinkPage;
let yearly: LinkOpening;
let perPeriod: LinkOpening;

async function open(scripted: ScriptedLink): Promise<Page> {
  dialog = await openLinkPage(browser, scripted);
  return dialog.page;
}

async function openTab(scripted: ScriptedLink): Promise<Page> {
  const page = await open(scripted);
  await page.selectOption('#unit', UNIT);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.locator('table.rows').waitFor();
  return page;
}

/** What axe finds, each with the elements concerned. */
async function findings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const choiceOf = (page: Page, row: number) =>
  page.getByRole('combobox', { name: new RegExp(`^Số liệu của dòng ${row}:`) });

async function confirmAll(page: Page): Promise<void> {
  for (const name of ['KTXH 2026', 'KTXH 2027']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('button', { name: /^Đã xem, giữ cả/ }).click();
  }
}

beforeAll(async () => {
  browser = await launchBrowser();
  // Without the tab "Tổng hợp", which not every test answers about.
  yearly = { ...(await openingOf(byYear.build())), summary: true };
  perPeriod = { ...(await openingOf(byPeriod.build())), summary: true };
}, 60_000);

afterEach(() => dialog?.close());
afterAll(() => browser?.close());

describe('from the unit to the link', { timeout: 60_000 }, () => {
  test('what is proposed is linked as it was confirmed and corrected', async () => {
    const page = await openTab({ opening: yearly, answer: { ok: true, message: 'Đã liên kết 43 số liệu.' } });
    // Enterprises are no input of this person's choice: the row is taken out.
    const choice = choiceOf(page, 30);
    await choice.click();
    await page.getByRole('option', { name: 'Không liên kết' }).click();
    await confirmAll(page);
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    const link = page.getByRole('button', { name: 'Liên kết', exact: true });
    expect(await link.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Trả lời câu hỏi ở trên để tiếp tục.').waitFor();
    await page.getByLabel('Có, kiểm tra và tô màu').check();
    await link.click();
    await page.getByText('Đã liên kết 43 số liệu.').waitFor();
    const [{ name, request } = { name: '', request: undefined }] = dialog.calls;
    expect(name).toBe('linkBind');
    expect(request).toMatchObject({ unit: UNIT, marked: true });
    const truth = byYear.expected.tabs['KTXH 2026'];
    const left = ['enterprises', ...Object.keys(truth?.otherUnits ?? {})];
    const rows = Object.entries(truth?.rows ?? {}).filter(([input]) => !left.includes(input));
    expect(request?.tabs[0]).toMatchObject({ labelColumn: 2, rows: Object.fromEntries(rows) });
    expect(Object.keys(request?.tabs[0]?.rows ?? {})).toHaveLength(rows.length);
    expect(request?.tabs[0]?.columns).toEqual(truth?.columns);
  });

  test('two rows for one input are said, and stand in the way', async () => {
    const page = await openTab({ opening: yearly });
    const choice = choiceOf(page, 18);
    await choice.click();
    await choice.fill('cây ăn quả');
    await choice.press('Enter');
    await confirmAll(page);
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    await page.getByText('các dòng 18, 21 cùng là “Cây ăn quả”').waitFor();
    await page.getByLabel('Không, giữ nguyên các ô').check();
    await page.getByRole('button', { name: 'Liên kết', exact: true }).press('Enter');
    expect(dialog.calls).toEqual([]);
    await page.getByRole('button', { name: 'Mở trang “KTXH 2026”' }).first().click();
    await page.getByRole('heading', { name: 'KTXH 2026' }).waitFor();
  });

  test('rows in another unit are refused, with what to do instead', async () => {
    const page = await openTab({ opening: yearly });
    await page.getByText('Bảng ghi trđ, báo cáo tính bằng tỷ đồng').first().waitFor();
    await page.getByText('=ROUND(E12/1000;3)').waitFor();
  });

  test('the script’s refusal is shown, and everything chosen is still there', async () => {
    const page = await openTab({
      opening: yearly,
      answer: { ok: false, message: 'Trang “KTXH 2026” vừa bị xóa dòng 12. Mở lại hộp này.' },
    });
    await confirmAll(page);
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    await page.getByLabel('Không, giữ nguyên các ô').check();
    await page.getByRole('button', { name: 'Liên kết', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'vừa bị xóa dòng 12' }).waitFor();
    expect(await page.getByLabel('Không, giữ nguyên các ô').isChecked()).toBe(true);
  });

  test('one correction is offered for the rows of the same name on the other tabs', async () => {
    const page = await openTab({ opening: perPeriod });
    await page.getByRole('button', { name: 'Đúng, giữ đề xuất của dòng 11', exact: true }).click();
    await page.getByRole('button', { name: 'Chọn giống vậy ở 3 dòng cùng tên của các trang khác' }).click();
    await page.getByText('Đã chọn giống vậy ở 3 dòng cùng tên.').waitFor();
  });
});

describe('the keyboard alone', { timeout: 60_000 }, () => {
  test('opens a choice, finds by typing without marks, takes with Enter, and leaves with Escape', async () => {
    const page = await openTab({ opening: yearly });
    const choice = choiceOf(page, 18);
    await choice.focus();
    await choice.press('ArrowDown');
    expect(await choice.getAttribute('aria-expanded')).toBe('true');
    await choice.press('Enter');
    expect(await choice.inputValue()).toBe('Cà phê');
    await choice.pressSequentially('ngheo');
    const active = await choice.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).textContent()).toContain('Hộ nghèo');
    await choice.press('Escape');
    expect(await choice.inputValue()).toBe('Cà phê');
    await choice.press('ArrowDown');
    await choice.fill('ngheo');
    await choice.press('Enter');
    expect(await choice.inputValue()).toBe('Hộ nghèo');
    expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('goes from the first field to the link without a mouse', async () => {
    const page = await open({ opening: { ...yearly, tabs: yearly.tabs.slice(0, 1) } });
    await page.locator('#unit').focus();
    await page.keyboard.type('Mường Bằng');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tiếp tục' }).focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'KTXH 2026' });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tiếp tục' }).press('Enter');
    await page.getByLabel('Không, giữ nguyên các ô').press('Space');
    await page.getByRole('button', { name: 'Liên kết', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Đã liên kết' }).waitFor();
  });
});

describe('a linked workbook', { timeout: 60_000 }, () => {
  const tab = byYear.expected.tabs['KTXH 2026'];
  const linked = (): LinkOpening => ({
    ...yearly,
    unit: UNIT,
    marked: true,
    linked: [{ id: 0, labelColumn: 2, rows: tab?.rows ?? {}, columns: { '2026-Q1': 7 } }],
  });

  test('says what is linked, and takes the marks off in one action', async () => {
    const page = await open({ opening: linked(), answer: { ok: true, message: 'Đã bỏ.' } });
    await page.getByText('Trang “KTXH 2026”: 43 số liệu, 1 kỳ').waitFor();
    await page.getByRole('button', { name: 'Bỏ kiểm tra và tô màu' }).click();
    await page.getByRole('heading', { name: 'Đã bỏ kiểm tra và tô màu' }).waitFor();
    expect(dialog.calls[0]?.request).toEqual({ unit: UNIT, tabs: linked().linked, marked: false });
  });

  test('is released only after the question', async () => {
    const page = await open({ opening: linked(), answer: { ok: true, message: 'Đã gỡ.' } });
    await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
    const keep = page.getByRole('button', { name: 'Giữ liên kết' });
    await keep.waitFor();
    expect(await keep.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(dialog.calls).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ liên kết' }).click();
    await page.getByRole('heading', { name: 'Đã bỏ liên kết' }).waitFor();
    expect(dialog.calls.map(({ name }) => name)).toEqual(['linkRelease']);
  });
});

describe('where there is nothing to link', { timeout: 60_000 }, () => {
  test('an empty workbook says what was looked for', async () => {
    const page = await open({ opening: { ...yearly, tabs: [] } });
    await page.selectOption('#unit', UNIT);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('heading', { name: 'Không thấy trang nào có số liệu của đơn vị này' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('without a network the reason is said, with a way to try again', async () => {
    const page = await open({ opening: new Error('NetworkError: HTTP 0') });
    await page.getByRole('alert').filter({ hasText: 'Không có kết nối mạng' }).waitFor();
    await page.getByRole('button', { name: 'Thử lại' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('several accounts are explained', async () => {
    const page = await open({ opening: new Error('PERMISSION_DENIED') });
    await page.getByRole('heading', { name: /nhiều tài khoản Google/ }).waitFor();
  });
});

describe.each([900, 600])('at %s pixels', { timeout: 90_000 }, (width) => {
  test('axe finds nothing in any step, and nothing is wider than the page', async () => {
    const page = await open({ opening: { ...yearly, locale: 'en_US', summary: false }, width });
    await page.locator('#unit').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.selectOption('#unit', UNIT);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.locator('table.rows').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await choiceOf(page, 21).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    expect(await findings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });

  test('axe finds nothing at the start of a linked workbook, nor in the question of its release', async () => {
    const linked = [{ id: 0, labelColumn: 2, rows: { coffeeArea: 18 }, columns: { '2026-Q1': 7 } as const }];
    const page = await open({ opening: { ...yearly, unit: UNIT, marked: true, linked }, width });
    await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
    expect(await findings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });
});

test('axe would find a choice without a name', { timeout: 60_000 }, async () => {
  const page = await openTab({ opening: yearly });
  await choiceOf(page, 18).evaluate((element) => element.removeAttribute('aria-label'));
  expect((await findings(page)).join()).toContain('label');
});

/** Elements of the page that stick out of it. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.page, .page table, .page p, .page ul, .foot')].flatMap((element) =>
      element.getBoundingClientRect().right > width + 1 || element.scrollWidth > element.clientWidth + 1
        ? [element.outerHTML.slice(0, 120)]
        : [],
    );
  });
}
