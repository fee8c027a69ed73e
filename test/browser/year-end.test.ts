/**
 * A whole area's year end as its clerk enters it: 48 numbers by the keyboard, with slips, a pasted block, an undo, the network away for
 * a while, a returned report and its correction; every call of the script takes as long as in a real sheet.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, signedIn } from '../../scripts/run/api.ts';
import { sampleValues } from '../../scripts/sample/figures.ts';
import { expectedInputs } from '../../shared/completeness.ts';
import { consolidate, type UnitReport } from '../../shared/consolidate.ts';
import { decimalsOf, formatNumber } from '../../shared/number-format.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Value, Values } from '../../shared/values.ts';
import type { Report, Summary } from '../../shared/wire.ts';
import { launchBrowser } from '../browser.ts';
import { goToSidebar } from './desk-page.ts';
import { endEverything, type Running, startEverything } from './running.ts';

const plan = compilePlan(chiengMung());
const UNIT = 'muong-bang';
const PERIOD = '2026-Q4';
const PLACE = `/api/reports/${UNIT}/${PERIOD}`;
const LIMIT = { timeout: 30_000 };
const INPUTS = expectedInputs(plan, UNIT, PERIOD);

/** The year's figures: none below what the third quarter has already, and last year's revenue as it was reported. */
const WANTED: Readonly<Record<string, Value>> = Object.fromEntries(
  INPUTS.map(({ id }) => {
    const [year, quarter] = [sampleValues(UNIT, '2025-Q4')[id] ?? null, sampleValues(UNIT, '2026-Q3')[id] ?? null];
    if (id === 'revenueSamePeriodLastYear') return [id, sampleValues(UNIT, '2025-Q4').revenue ?? null];
    return [id, typeof year === 'number' && typeof quarter === 'number' ? Math.max(year, quarter) : (year ?? quarter)];
  }),
);
/** What is typed first where the hand slips: above its whole, English marks, a digit too many. */
const SLIPS: Readonly<Record<string, string>> = { fruitAreaCoded: '700', tourismRevenue: '1.18', partyCells: '190' };
/** The last target's numbers come in one block. */
const PASTED = ['villageCells', 'villageCellsWithCommittee', 'secretariesTrained', 'frontHeadsTrained'];
const CORRECTED = { poorHouseholds: 41 };

let running: Running;
let browser: Browser;
let desk: Page;
let sidebar: Frame;
let reviewer: Api;

beforeAll(async () => {
  running = await startEverything();
  reviewer = await signedIn(running.view, running.desk, 'reviewer@demo.test');
  browser = await launchBrowser();
  desk = await browser.newPage({ viewport: { width: 1366, height: 900 }, locale: 'vi-VN' });
  sidebar = await goToSidebar(desk, running, { book: UNIT, latency: '700-2000' });
}, 120_000);

afterAll(() => endEverything(browser, running), 60_000);

const written = (value: Value): string =>
  typeof value === 'number' ? formatNumber(value, decimalsOf(value)) : value === 'na' ? 'kad' : '';

/** What the field is and holds at this moment, asked of the page without waiting for anything. */
const field = () =>
  sidebar.evaluate(() => {
    const entry = document.getElementById('field');
    const text = entry instanceof HTMLInputElement ? entry.value : null;
    const isFree = entry instanceof HTMLInputElement && !entry.readOnly && !entry.disabled;
    const label = document.getElementById('label')?.textContent ?? '';
    return { text, isFree: isFree && document.activeElement === entry, label };
  });

async function inputShown(): Promise<string> {
  const { label } = await field();
  const input = INPUTS.find((one) => one.label === label);
  if (input === undefined) throw new Error(`the field is about “${label}”`);
  return input.id;
}

/** Types into the field and leaves it by a key; at every step the field must be there and hold what was typed. */
async function type(text: string, key: string): Promise<void> {
  await desk.keyboard.type(text);
  expect(await field()).toMatchObject({ text, isFree: true });
  await desk.keyboard.press(key);
}

/** By Enter or Shift+Enter, whichever way it lies; both leave what stands in a field as it is. */
async function goTo(input: string): Promise<void> {
  const placeOf = (id: string) => INPUTS.findIndex((one) => one.id === id);
  for (let step = 0; step < INPUTS.length; step++) {
    const way = placeOf(input) - placeOf(await inputShown());
    if (way === 0) return;
    await desk.keyboard.press(way > 0 ? 'Enter' : 'Shift+Enter');
  }
  throw new Error(`no way to ${input}`);
}

async function tabTo(id: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if ((await sidebar.evaluate(() => document.activeElement?.id)) === id) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error(`nothing to tab to: ${id}`);
}

const saved = () =>
  sidebar
    .getByText(/^Đã lưu/)
    .first()
    .waitFor({ timeout: 60_000 });
const report = async () => (await reviewer.get(PLACE)).json() as Promise<Report>;

/** Where the cell of an input is in the sheet of the year, found as a person does. */
function cellOf(input: string): Promise<string> {
  const label = INPUTS.find(({ id }) => id === input)?.label ?? '';
  return desk.evaluate((wanted) => {
    const rows = window.desk.values('2026', 'A1:J90');
    const row = rows.findIndex((cells) => cells[1] === wanted);
    const column = Math.max(...rows.map((cells) => cells.indexOf('Cả năm')));
    return `${String.fromCharCode(65 + column)}${row + 1}`;
  }, label);
}

describe('the year’s end of an area', { timeout: 240_000 }, () => {
  test('is typed by keyboard, slips and all, without the field waiting once', async () => {
    await sidebar.locator('.period').focus();
    await desk.keyboard.press('ArrowDown');
    await sidebar.locator('#field').focus();
    const typed = INPUTS.filter(({ id }) => !PASTED.includes(id));
    for (const [place, input] of typed.entries()) {
      // A third of it while the network is away.
      if (place === 14) await desk.evaluate(() => window.desk.setNetwork(false));
      if (place === 30) await desk.evaluate(() => window.desk.setNetwork(true));
      expect(await inputShown()).toBe(input.id);
      const text = SLIPS[input.id] ?? written(WANTED[input.id] ?? null);
      await type(text, 'Enter');
      if (input.id === 'tourismRevenue') {
        // It stays, as it was typed, until it is said what it is.
        expect(await field()).toMatchObject({ text, label: input.label });
        await desk.keyboard.press('Escape');
        await type(written(WANTED[input.id] ?? null), 'Enter');
      }
    }
    expect(PASTED).toContain(await inputShown());
  });

  test('its slips are found again in the list, and corrected', async () => {
    await sidebar
      .getByText(/lớn hơn “Cây ăn quả”/)
      .first()
      .waitFor(LIMIT);
    for (const input of ['partyCells', 'fruitAreaCoded']) {
      await goTo(input);
      await type(written(WANTED[input] ?? null), 'Enter');
    }
  });

  test('a block is pasted, taken back and pasted rightly', async () => {
    // The grid takes back what was done last, whoever did it: so not while the script still writes what was typed.
    await saved();
    await desk.evaluate(() => window.desk.idle());
    const first = await cellOf(PASTED[0] ?? '');
    const right = PASTED.map((input) => written(WANTED[input] ?? null)).join('\n');
    await desk.evaluate(([a1]) => window.desk.paste('2026', a1 ?? '', '1\n2\n3\n4'), [first]);
    await desk.evaluate(([a1]) => window.desk.select('2026', a1 ?? ''), [first]);
    await desk.keyboard.press('Control+z');
    await desk.waitForFunction(([a1]) => window.desk.cell('2026', a1 ?? '').value !== 1, [first], LIMIT);
    await desk.evaluate(([a1, text]) => window.desk.paste('2026', a1 ?? '', text ?? ''), [first, right]);
    await saved();
  });

  test('is handed in, returned with the reviewer’s words, corrected and handed in again', async () => {
    await sidebar.getByText(`${INPUTS.length}/${INPUTS.length} đã nhập`).waitFor({ timeout: 60_000 });
    await sidebar.locator('#field').focus();
    await tabTo('submit');
    await desk.keyboard.press('Enter');
    await sidebar.getByText('Đã nộp, chờ duyệt').first().waitFor({ timeout: 60_000 });
    expect((await report()).state).toBe('submitted');
    await reviewer.post(`${PLACE}/return`, { reason: 'Hộ nghèo: đề nghị rà lại theo danh sách' });
    await sidebar.getByText('Hộ nghèo: đề nghị rà lại theo danh sách').first().waitFor({ timeout: 60_000 });
    await sidebar.locator('#field').focus();
    await goTo('poorHouseholds');
    await type(written(CORRECTED.poorHouseholds), 'Enter');
    await saved();
    await tabTo('submit');
    await desk.keyboard.press('Enter');
    await sidebar.getByText('Đã nộp, chờ duyệt').first().waitFor({ timeout: 60_000 });
  });

  test('and the commune’s view is exactly right in the end', async () => {
    const { state, values } = await report();
    const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const wanted = Object.fromEntries(
      Object.entries({ ...WANTED, ...CORRECTED }).filter(([, value]) => value !== null),
    );
    expect({ state, values: present }).toEqual({ state: 'submitted', values: wanted });
    const summary = (await (await reviewer.get(`/api/summary?period=${PERIOD}`)).json()) as Summary;
    expect(summary.indicators).toEqual(consolidate(plan, await allReports(), PERIOD).indicators);
  });
});

/** What the Worker has of every unit and period, to reckon from. */
async function allReports(): Promise<UnitReport[]> {
  const reports: UnitReport[] = [];
  for (const { id } of plan.units) {
    for (const period of plan.periods) {
      const found = await reviewer.get(`/api/reports/${id}/${period}`).catch(() => null);
      if (found !== null)
        reports.push({ unit: id, period, values: ((await found.json()) as { values: Values }).values });
    }
  }
  return reports;
}
