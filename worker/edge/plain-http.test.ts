import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { ADMIN, problem, tokenOf } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { handle } from './handle.ts';

beforeEach(() => reset());

const ask = (path: string, init: RequestInit = {}, url = 'http://commune.test') =>
  handle(new Request(`${url}${path}`, { redirect: 'manual', ...init }), env);

test.each(['/', '/units/muong-bang/2026-Q2?rows=all', '//evil.test/', '/sign-in?return=%2F'])(
  'a visit to %s without encryption is shown the safe way, to the same page of ours',
  async (path) => {
    const response = await ask(path);
    expect([response.status, response.headers.get('Location')]).toEqual([301, `https://commune.test${path}`]);
    expect(response.headers.has('Strict-Transport-Security')).toBe(false);
  },
);

test('what a program sends is refused, and not helped on: it has given away what it sent', async () => {
  const headers = { Authorization: `Bearer ${await tokenOf({ email: ADMIN })}` };
  expect(await problem(await ask('/api/summary', { headers }))).toBe('403 https-required');
  expect(await problem(await ask('/', { headers }))).toBe('403 https-required');
  expect(await problem(await ask('/api/summary'))).toBe('403 https-required');
  expect(await problem(await ask('/sign-out', { method: 'POST' }))).toBe('403 https-required');
});

test('a service on this machine is asked without encryption', async () => {
  const local = { ...env, LOCAL: '1', PUBLIC_ORIGIN: 'http://127.0.0.1:8787' };
  const response = await handle(new Request('http://127.0.0.1:8787/healthz'), local);
  expect(response.status).toBe(200);
  await response.arrayBuffer();
});
