import { beforeEach, describe, expect, test } from 'vitest';
import { askAs, invite, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const PATHS = ['/api/summary', '/api/summary.csv', '/api/summary.xlsx', '/openapi.json'];

beforeEach(async () => {
  await reset();
  await invite();
});

describe.each(PATHS)('%s', (path) => {
  const ask = (condition?: string) =>
    askAs(VIEWER, path, condition === undefined ? {} : { headers: { 'If-None-Match': condition } });

  test('is answered 304, without a body, to who names its tag in any form', async () => {
    const tag = (await ask()).headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await ask(condition);
      expect([condition, response.status, response.headers.get('ETag'), await response.text()]).toEqual([
        condition,
        304,
        tag,
        '',
      ]);
    }
  });

  test('is answered whole to who has another', async () => {
    for (const condition of ['"other"', 'W/"other"', '']) expect((await ask(condition)).status).toBe(200);
  });

  test('is the same to whom asks for its head alone, without the body', async () => {
    const [whole, head] = [await ask(), await askAs(VIEWER, path, { method: 'HEAD' })];
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('ETag')).toBe(whole.headers.get('ETag'));
    expect(head.headers.get('Content-Type')).toBe(whole.headers.get('Content-Type'));
  });
});
