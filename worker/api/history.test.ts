import { beforeEach, describe, expect, test } from 'vitest';
import type { History } from '../../shared/wire.ts';
import { askAs, FIRST, invite, on, PERIOD, problem, REPORTER, send } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const REVISIONS = 52;
const path = `/api/reports/muong-bang/${PERIOD}/history`;
const ask = (query = '') => askAs(REPORTER, `${path}${query}`);
const pageOf = async (query = '') => (await ask(query)).json<History>();
const numbersOf = ({ revisions }: History) => revisions.map(({ revision }) => revision);
/** From one number down to another, both included. */
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe('the history of a report with many revisions', () => {
  beforeEach(async () => {
    await reset();
    await invite();
    for (let revision = 0; revision < REVISIONS; revision++) {
      await send({ values: { revenue: revision } }, revision === 0 ? FIRST : on(revision));
    }
  });

  test('comes in pages, newest first, until the next is null', async () => {
    const first = await pageOf();
    expect([numbersOf(first), first.next]).toEqual([down(52, 3), 3]);
    const last = await pageOf(`?before=${first.next}`);
    expect([numbersOf(last), last.next]).toEqual([[2, 1], null]);
    expect(last.revisions.map(({ changes }) => changes)).toEqual([
      [{ input: 'revenue', from: 0, to: 1 }],
      [{ input: 'revenue', from: null, to: 0 }],
    ]);
  });

  test.each([
    ['?limit=1', [52], 52],
    ['?limit=2&before=52', [51, 50], 50],
    ['?limit=51', down(52, 2), 2],
    ['?limit=52', down(52, 1), null],
    ['?limit=500', down(52, 1), null],
    ['?before=2', [1], null],
    ['?before=1', [], null],
    ['?before=1000&limit=1', [52], 52],
  ])('with %s is as asked for', async (query, numbers, next) => {
    const page = await pageOf(query);
    expect([numbersOf(page), page.next]).toEqual([numbers, next]);
  });

  test.each([
    'limit=0',
    'limit=501',
    'limit=-1',
    'limit=1.5',
    'limit=1e2',
    'limit=',
    'limit=%2050',
    'before=0',
    'before=-1',
    'before=x',
    'before=9007199254740993',
  ])('refuses %s', async (query) => {
    expect(await problem(await ask(`?${query}`))).toBe('400 bad-request');
  });
});
