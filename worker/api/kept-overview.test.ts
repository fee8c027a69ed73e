/** The overview's rows are kept while nothing happens; nobody may see by it what is not so any more. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ADMIN, askAs, invite, on, PERIOD, REVIEWER, send, VIEWER } from '../testing/client.ts';
import { stopClock } from '../testing/limits.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});
afterEach(() => vi.useRealTimers());

const page = async (who: string, query = '') => (await askAs(who, `/?period=${PERIOD}${query}`)).text();
const rowsOf = (html: string) => /<div data-live="rows".*?<\/table>/s.exec(html)?.[0] ?? '';

test('they are the same for everybody, and new after a report', async () => {
  await send({ values: { coffeeArea: 123.4 } });
  const before = rowsOf(await page(VIEWER));
  expect(before).toContain('123,4');
  expect(rowsOf(await page(ADMIN))).toBe(before);
  await send({ values: { coffeeArea: 567.8 } }, on(1));
  expect(rowsOf(await page(VIEWER))).toContain('567,8');
});

test('another basis and another filter have their own', async () => {
  await send({ values: { coffeeArea: 123.4 } });
  await page(VIEWER);
  expect(rowsOf(await page(VIEWER, '&basis=accepted'))).not.toContain('123,4');
  expect(await page(VIEWER, '&q=khong-co-gi')).not.toContain('123,4');
  await askAs(REVIEWER, `/api/reports/muong-bang/${PERIOD}/return`, {
    method: 'POST',
    body: { reason: 'Xem lại diện tích' },
    headers: on(1),
  });
  expect(rowsOf(await page(VIEWER))).not.toBe('');
});

test('what was today is said by its date on the next day', async () => {
  await send({ values: { coffeeArea: 123.4 } });
  expect(rowsOf(await page(VIEWER))).toContain('hôm nay');
  stopClock();
  vi.setSystemTime(Date.now() + 86_400_000);
  expect(rowsOf(await page(VIEWER))).not.toContain('hôm nay');
});
