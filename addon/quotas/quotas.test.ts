/**
 * What four busy workbooks use of Google's daily quotas, reckoned from the calls that the stand-in's host has counted. The table stands in
 * docs/quotas.md, and is written there by `npx vitest run --project addon addon/quotas -u`.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles } from '../built-addon.test-support.ts';
import { evenly, inBursts, OCCASIONS, SIDEBAR_OPEN } from './clerk.test-support.ts';
import { LIMITS, quotaTable, shareOf, summedUp } from './quota-table.test-support.ts';
import { type Day, type Doings, workingDay } from './working-day.test-support.ts';

const WORKBOOKS = 4;
const SHARE = 0.2;
const DOCUMENT = new URL('../../docs/quotas.md', import.meta.url);
const TABLE = /(?<=<!-- table -->\n)[\s\S]*(?=<!-- end of table -->)/;

const clerk = (typed: Doings['typed']): Doings => ({ typed, sidebar: SIDEBAR_OPEN, occasions: OCCASIONS });
const DAYS: Readonly<Record<string, Doings>> = {
  'paper by paper': clerk(inBursts(dice(7))),
  evenly: clerk(evenly()),
  'nobody there, 24 hourly runs': { typed: [], sidebar: [], occasions: [] },
};

const days = new Map<string, Day>();

beforeAll(async () => {
  const files = await builtFiles();
  for (const [name, doings] of Object.entries(DAYS)) days.set(name, await workingDay(files, doings, dice(11)));
}, 900_000);

describe.each(Object.keys(DAYS))('a day of four workbooks, %s', (name) => {
  test.each(Object.keys(LIMITS).filter((quota) => LIMITS[quota]?.held))('uses less than a fifth of: %s', (quota) => {
    const { apart, together } = summedUp(dayOf(name), WORKBOOKS);
    expect(shareOf(quota, apart)).toBeLessThan(SHARE);
    expect(shareOf(quota, together)).toBeLessThan(SHARE);
  });

  test('has every value that was typed with the Worker in the end', () => {
    const { typed, stored } = dayOf(name);
    expect(stored).toEqual(typed);
  });

  test('stays below what Google runs at once for an account, and far below the longest run', () => {
    const { atOnce, longestMs } = dayOf(name);
    expect(atOnce * WORKBOOKS).toBeLessThan(30);
    expect(longestMs).toBeLessThan(SHARE * 360_000);
  });
});

test('the days were lived: values typed, questions asked, reports sent', () => {
  for (const name of ['paper by paper', 'evenly']) {
    const { typed, pulses, sent } = dayOf(name);
    expect(Math.max(...Object.values(typed))).toBe(10 + 599);
    expect(pulses).toBeGreaterThan(5_000);
    expect(sent).toBeGreaterThan(150);
  }
  expect(dayOf('nobody there, 24 hourly runs')).toMatchObject({ pulses: 0, sent: 0 });
});

test('the table in docs/quotas.md is this one, to a point of each share', async () => {
  const table = quotaTable(new Map([...days].map(([name, day]) => [name, summedUp(day, WORKBOOKS)])));
  const document = readFileSync(DOCUMENT, 'utf8');
  const written = TABLE.exec(document)?.[0] ?? '';
  const shares = (text: string) => [...text.matchAll(/(\d+) %/g)].map(([, share]) => Number(share));
  const apart = shares(table).map((share, index) => Math.abs(share - (shares(written)[index] ?? Number.NaN)));
  const alike = wordsOf(table) === wordsOf(written) && apart.every((points) => points <= 1);
  // Every change of the script moves a figure by a little: only what a reader would notice has to be written anew.
  await expect(alike ? document : document.replace(TABLE, () => table)).toMatchFileSnapshot(DOCUMENT.pathname);
});

/** Without its figures. */
function wordsOf(table: string): string {
  return table.replace(/[\d.,]+/g, '#');
}

function dayOf(name: string): Day {
  const day = days.get(name);
  if (day === undefined) throw new Error(`no day ${name}`);
  return day;
}

/** The same throws each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
