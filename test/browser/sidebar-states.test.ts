/** The sidebar in every state that a person can meet: nothing for axe to find, nothing cut off at 300 px, nothing that moves by itself. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { openSidebarStates, SIDEBAR } from './sidebar-states-page.ts';

interface States {
  readonly names: readonly string[];
  readonly changing: readonly string[];
  show(name: string): void;
  later(): void;
}

declare global {
  interface Window {
    readonly sidebarStates: States;
    readonly axe: typeof axe;
  }
}

let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  page.on('pageerror', (error) => errors.push(error.message));
  await openSidebarStates(page);
  await page.addScriptTag({ content: axe.source });
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

const stateNames = (): Promise<readonly string[]> => page.evaluate(() => window.sidebarStates.names);
const show = (name: string): Promise<void> => page.evaluate((one) => window.sidebarStates.show(one), name);

/** What axe finds, each with the elements concerned. */
function violations(): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}

/** Elements that reach beyond the sidebar's edge, and lines whose text is cut off without a way to read it. */
function cutOff(width: number): Promise<string[]> {
  return page.evaluate((edge) => {
    const words = (element: Element): string => `${element.className} “${element.textContent?.slice(0, 60)}”`;
    const all = [...document.querySelectorAll<HTMLElement>('#app *:not(.unseen)')];
    return [
      ...all.filter((one) => one.getBoundingClientRect().right > edge + 0.5).map(words),
      ...all
        .filter((one) => getComputedStyle(one).overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1)
        .filter((one) => one.closest('[title]') === null)
        .map(words),
    ];
  }, width);
}

describe('in every state', () => {
  test('axe finds nothing', { timeout: 120_000 }, async () => {
    const found: Record<string, string[]> = {};
    for (const name of await stateNames()) {
      await show(name);
      const wrong = await violations();
      if (wrong.length > 0) found[name] = wrong;
    }
    expect(found).toEqual({});
    expect((await stateNames()).length).toBeGreaterThan(40);
  });

  test('axe would find a field without a name', async () => {
    await show('an empty field');
    await page.evaluate(() => document.querySelector('#app label')?.remove());
    expect((await violations()).join()).toContain('label');
  });

  test('nothing is cut off at 300 px', { timeout: 60_000 }, async () => {
    const found: Record<string, string[]> = {};
    for (const name of await stateNames()) {
      await show(name);
      const wrong = await cutOff(SIDEBAR.width);
      if (wrong.length > 0) found[name] = wrong;
    }
    expect(found).toEqual({});
  });

  test('no view throws', () => expect(errors).toEqual([]));
});

/** Where the parts of the page stand. */
function places(): Promise<Record<string, number[]>> {
  return page.evaluate(() => {
    const places: Record<string, number[]> = {};
    for (const part of ['#field', '.states', '#echo', '.choices', '.history', '#findings', '.effects', '.agenda']) {
      const box = document.querySelector(part)?.getBoundingClientRect();
      if (box !== undefined) places[part] = [box.left, box.top, box.width].map(Math.round);
    }
    return places;
  });
}

describe('when answers come later', () => {
  test('nothing in the middle moves, and what was typed stays with the keyboard in it', async () => {
    const moved: Record<string, unknown> = {};
    const names = await page.evaluate(() => window.sidebarStates.changing);
    for (const name of names) {
      await show(name);
      await page.focus('#field');
      const before = { places: await places(), text: await page.inputValue('#field') };
      const drawn = await page.textContent('#app');
      await page.evaluate(() => window.sidebarStates.later());
      await page.waitForFunction((text) => document.getElementById('app')?.textContent !== text, drawn);
      const after = { places: await places(), text: await page.inputValue('#field') };
      expect(await page.evaluate(() => document.activeElement?.id), name).toBe('field');
      if (JSON.stringify(before) !== JSON.stringify(after)) moved[name] = { before, after };
    }
    expect(moved).toEqual({});
    expect(names.length).toBeGreaterThan(3);
  });
});
