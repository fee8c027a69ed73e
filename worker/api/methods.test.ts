import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, ask, askAs, invite, problem, send, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { ROUTES } from './routes.ts';

beforeEach(async () => {
  await reset();
  await invite();
});

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const paths = [...new Set(ROUTES.map(({ path }) => path))].map((path) => {
  const has = ROUTES.filter((route) => route.path === path).map(({ method }) => String(method));
  return { path, has, lacks: METHODS.filter((method) => !has.includes(method)) };
});

describe('a method that a path is not for', () => {
  test.each(paths)('is 405 at $path, with those that it is for', async ({ path, has, lacks }) => {
    for (const method of lacks) {
      const response = await ask(path.replaceAll(/:\w+/g, 'x'), { method });
      const allow = response.headers.get('Allow')?.split(', ') ?? [];
      expect([method, response.status, allow.filter((each) => each !== 'HEAD').toSorted()]).toEqual([
        method,
        405,
        has.toSorted(),
      ]);
      expect(allow.includes('HEAD')).toBe(has.includes('GET'));
    }
  });

  test('is a problem that says so, to an admin as to anyone', async () => {
    expect(await problem(await askAs(ADMIN, '/api/summary', { method: 'DELETE' }))).toBe('405 method-not-allowed');
    expect(await problem(await ask('/api/summary', { method: 'DELETE' }))).toBe('405 method-not-allowed');
  });

  test('is a page for somebody who looks', async () => {
    const response = await ask('/sign-out', { headers: { Accept: 'text/html' } });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    expect(await response.text()).toContain('Cách gọi không đúng');
  });

  test('makes no known path of an unknown one', async () => {
    expect(await problem(await ask('/api/nothing', { method: 'DELETE' }))).toBe('404 not-found');
  });
});

describe('HEAD', () => {
  test.each(['/healthz', '/sign-in', '/api/summary', '/api/me', '/api/units', '/', '/nowhere', '/sign-out'])(
    'is answered at %s as GET is, without the body',
    async (path) => {
      await send();
      const get = await askAs(VIEWER, path);
      const head = await askAs(VIEWER, path, { method: 'HEAD' });
      expect(head.status).toBe(get.status);
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      expect([...head.headers.keys()].filter((name) => name !== 'content-length').toSorted()).toEqual(
        [...get.headers.keys()].filter((name) => name !== 'content-length').toSorted(),
      );
      expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'));
    },
  );

  test('needs the same right', async () => {
    expect((await ask('/api/summary', { method: 'HEAD' })).status).toBe(401);
    expect((await askAs(VIEWER, '/api/ledger', { method: 'HEAD' })).status).toBe(403);
  });
});
