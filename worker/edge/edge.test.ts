import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { configOf } from '../env.ts';
import { ask, askAs, invite, problem, tokenOf, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { handle } from './handle.ts';

const SIDEBAR = 'https://n-abc123def456-0lu-script.googleusercontent.com';

beforeEach(async () => {
  await reset();
  await invite();
});

const from = (Origin: string) => askAs(VIEWER, '/api/summary', { headers: { Origin } });

describe('another origin', () => {
  test.each([SIDEBAR, 'https://desk.test'])('%s may read, without cookies', async (origin) => {
    const { headers } = await from(origin);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(headers.get('Access-Control-Expose-Headers')).toContain('ETag');
    expect(headers.get('Vary')).toContain('Origin');
    expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  test.each([
    'https://script.googleusercontent.com.evil.test',
    `${SIDEBAR}.evil.test`,
    `${SIDEBAR}:8443`,
    'http://n-abc-script.googleusercontent.com',
    'https://evil.test/-script.googleusercontent.com',
    'https://evil-script.googleusercontent.com@evil.test',
    'https://x.y-script.googleusercontent.com',
    'https://-script.googleusercontent.com',
    'null',
    'https://desk.test:444',
  ])('%s may not', async (origin) => {
    const { headers } = await from(origin);
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect(headers.get('Vary')).toContain('Origin');
  });

  test('asks beforehand, and may keep the answer', async () => {
    const headers = {
      Origin: SIDEBAR,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    };
    const response = await ask('/api/summary', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(SIDEBAR);
    expect(response.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    expect(response.headers.get('Access-Control-Max-Age')).toBe('7200');
    const foreign = await ask('/api/summary', {
      method: 'OPTIONS',
      headers: { ...headers, Origin: 'https://evil.test' },
    });
    expect([...foreign.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('every answer', () => {
  test.each(['/', '/sign-in', '/api/me', '/healthz', '/nowhere'])(
    'of %s carries the headers of a careful service',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Strict-Transport-Security')).toContain('max-age');
      expect(headers.get('Referrer-Policy')).toBe('same-origin');
      expect(headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test('of the summary may be kept, but is asked about each time', async () => {
    expect((await askAs(VIEWER, '/api/summary')).headers.get('Cache-Control')).toBe('private, no-cache');
  });
});

describe('an address that there is not', () => {
  test.each(['/api/nothing', '/api', '/openapi.yaml', '/api/reports/muong-bang'])('%s is a problem', async (path) => {
    expect(await problem(await ask(path))).toBe('404 not-found');
  });

  test('is a page for somebody who looks', async () => {
    const response = await ask('/nowhere', { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Không tìm thấy');
  });
});

test('a wrong configuration answers a bare 500', async () => {
  const wrong = { ...env, ISSUERS: '[{"issuer": "http://secret.test", "browserClientId": "x"}]' };
  const response = await handle(new Request('https://commune.test/api/me'), wrong);
  const text = await response.clone().text();
  expect(await problem(response)).toBe('500 internal');
  expect(text).not.toContain('secret');
});

test.each([
  ['http://127.0.0.1:8788', '1', true],
  ['http://127.0.0.1:8788', '', false],
  ['http://127.0.0.1.evil.test', '1', false],
  ['http://issuer.test', '1', false],
  ['https://issuer.test', '', true],
])('an issuer at %s with LOCAL=%j is taken: %s', (issuer, LOCAL, taken) => {
  const read = () => configOf({ ...env, LOCAL, ISSUERS: JSON.stringify([{ issuer, browserClientId: 'x' }]) });
  if (taken) expect(read().issuers[0]?.issuer).toBe(issuer);
  else expect(read).toThrow('configuration');
});

test('the object is asked for near the commune, wherever the first request comes from', async () => {
  const hints: unknown[] = [];
  const COMMUNE = new Proxy(env.COMMUNE, {
    get: (real, name) => {
      if (name === 'idFromName') return (id: string) => real.idFromName(id);
      return (id: DurableObjectId, options: unknown) => {
        hints.push(options);
        return real.get(id);
      };
    },
  });
  await (await handle(new Request('https://commune.test/healthz'), { ...env, COMMUNE })).arrayBuffer();
  expect(hints).toEqual([{ locationHint: 'apac' }]);
});

test.each([
  ['PUBLIC_ORIGIN', 'http://commune.test'],
  ['SIDEBAR_ORIGINS', 'https://desk.test,http://desk.test'],
  ['ISSUERS', '[{"issuer": "https://issuer.test", "browserClientId": "x", "jwks": "http://issuer.test/jwks"}]'],
  ['ISSUERS', '[{"issuer": "https://issuer.test", "browserClientId": "x", "algorithms": ["HS256"]}]'],
  ['ISSUERS', '[{"issuer": "https://issuer.test", "browserClientId": ""}]'],
  ['ISSUERS', '{}'],
])('a deployment with %s = %s serves nobody', async (name, value) => {
  const response = await handle(new Request('https://commune.test/healthz'), { ...env, [name]: value });
  expect(await problem(response)).toBe('500 internal');
});

test('health says that it is up, to anyone', async () => {
  expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true, resolution: { id: 'chieng-mung-2025' } });
});

test('a request that changes something stays one, whatever it says of upgrading', async () => {
  const headers = { Authorization: `Bearer ${await tokenOf({ email: VIEWER })}`, Upgrade: 'websocket' };
  const path = '/api/periods/2026-Q2/lock';
  const response = await handle(new Request(`https://commune.test${path}`, { method: 'POST', headers }), env);
  expect(await problem(response)).toBe('403 forbidden');
});
