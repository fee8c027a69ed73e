/** `GET /targets/{number}` in workerd: what is there, who sees whose history. */

import { beforeEach, describe, expect, test } from 'vitest';
import { askAs, FIRST, invite, OTHER_REPORTER, REPORTER, STRANGER, send, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});

const read = async (path: string, who = VIEWER) => {
  const response = await askAs(who, path, { headers: { Accept: 'text/html' } });
  return { status: response.status, text: await response.text() };
};

describe('a target', () => {
  test('shows who sent which of its numbers in the period', async () => {
    await send({ values: { households: 1835, poorHouseholds: 38, revenue: 2.5 } }, FIRST);
    const { status, text } = await read('/targets/8?period=2026-Q2');
    expect(status).toBe(200);
    expect(text).toContain(REPORTER);
    expect(text).toContain('1.835 hộ');
    expect(text).toContain('href="/units/muong-bang/2026-Q2"');
    expect(text).toContain('href="/units/muong-bang/2026-Q2#input-households"');
    expect(text).not.toContain('2,5 tỷ đồng');
  });

  test('keeps the history of another unit from a reporter, and says so', async () => {
    await send({ values: { households: 1835 } }, FIRST);
    const { text } = await read('/targets/8?period=2026-Q2', OTHER_REPORTER);
    expect(text).not.toContain(REPORTER);
    expect(text).toContain('chỉ được xem lịch sử báo cáo của đơn vị mình');
    // The parts of the commune's figure are everybody's to see, the way to another unit's report is not.
    expect(text).toContain('href="/units/muong-bon/2026-Q2#input-poorHouseholds"');
    expect(text).not.toContain('href="/units/muong-bang');
  });

  test.each(['/targets/25', '/targets/0', '/targets/1.0', '/targets/x', '/targets/8?period=1999-Q1', '/targets/'])(
    '%s is not found',
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );

  test('tells somebody without a role what to do', async () => {
    const { status, text } = await read('/targets/8', STRANGER);
    expect(status).toBe(403);
    expect(text).toContain('chưa được cấp quyền');
  });
});
