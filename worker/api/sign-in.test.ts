import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  ISSUER,
  invite,
  ORIGIN,
  plan,
  problem,
  REVIEWER,
  STRANGER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { begin, type Claims, cookieOf, signIn } from '../testing/sign-in.ts';

const HTML = { Accept: 'text/html' };

beforeEach(async () => {
  await reset();
  await invite();
});

describe('signing in', () => {
  test('sends a visitor to the sign-in page, with the way back', async () => {
    const response = await ask('/?period=2026-Q2');
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      '/sign-in?return=%2F%3Fperiod%3D2026-Q2',
    ]);
    const page = await (await ask('/sign-in?return=%2F%3Fperiod%3D2026-Q2')).text();
    expect(page).toContain('/sign-in/start?return=%2F%3Fperiod%3D2026-Q2');
    expect(await (await ask('/sign-in?return=https://evil.test')).text()).not.toContain('evil');
  });

  test('asks the issuer with state, nonce and PKCE', async () => {
    const { start, address } = await begin({ email: VIEWER });
    expect(start.status).toBe(303);
    expect(address.origin + address.pathname).toBe(`${ISSUER}/oauth/authorize`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: 'commune-view',
      redirect_uri: `${ORIGIN}/sign-in/callback`,
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('opens a session of which only a hash is kept, and goes where it was wanted', async () => {
    const { callback, cookie } = await begin({ email: VIEWER }, '/?period=2026-Q2');
    const response = await ask(callback, { headers: { Cookie: cookie } });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/?period=2026-Q2']);
    const set = response.headers.getSetCookie().find((each) => each.startsWith('__Host-session='));
    expect(set).toMatch(/Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const Cookie = cookieOf(response, '__Host-session');
    expect(await (await ask('/api/me', { headers: { Cookie } })).json()).toMatchObject({ role: 'viewer' });
    const stored = await runInDurableObject(commune(), (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT * FROM sessions').toArray()),
    );
    expect(stored).not.toContain(Cookie.slice('__Host-session='.length));
  });

  test.each<[string, Partial<Claims>]>([
    ['another nonce', { nonce: 'replayed' }],
    ['another audience', { aud: 'somebody-else' }],
    ['an address that is not verified', { email_verified: false }],
  ])('fails with %s', async (_, over) => {
    const { callback, cookie } = await begin({ email: VIEWER, ...over });
    const response = await ask(callback, { headers: { Cookie: cookie } });
    expect(await problem(response)).toBe('400 sign-in-failed');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('fails without the browser that began it, with another’s state, and with the issuer’s no', async () => {
    const { callback, cookie } = await begin({ email: VIEWER });
    const other = await begin({ email: VIEWER });
    const headers = { Cookie: cookie };
    expect(await problem(await ask(callback))).toBe('400 sign-in-failed');
    expect(await problem(await ask(callback, { headers: { Cookie: other.cookie } }))).toBe('400 sign-in-failed');
    expect(await problem(await ask(callback.replace(/state=.*/, 'state=x'), { headers }))).toBe('400 sign-in-failed');
    const denied = callback.replace(/code=[^&]*/, 'error=access_denied');
    expect(await problem(await ask(denied, { headers }))).toBe('400 sign-in-failed');
  });

  test('fails under an address that is somebody else’s already, and says so instead of going round in circles', async () => {
    await signIn(VIEWER);
    const { callback, cookie } = await begin({ email: VIEWER, sub: 'somebody-new' });
    const response = await ask(callback, { headers: { Cookie: cookie, ...HTML } });
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
    expect(await response.text()).toContain('Địa chỉ thư thuộc tài khoản khác');
    expect(await problem(await ask(callback, { headers: { Cookie: cookie } }))).toBe('401 other-account');
  });

  test('shows a stranger whom to ask, and no figure', async () => {
    const response = await ask('/', { headers: { Cookie: await signIn(STRANGER), ...HTML } });
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(page).toContain(STRANGER);
    expect(page).not.toContain(ADMIN);
  });
});

describe('a session', () => {
  test('shows the overview, with every target and the sample’s label', async () => {
    await send();
    const response = await ask('/', { headers: { Cookie: await signIn(VIEWER) } });
    const page = await response.text();
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page).toContain('Số liệu minh họa');
    for (const { label } of plan.resolution.indicators) expect(page).toContain(escaped(label));
  });

  test('answers a problem with a page where somebody looks', async () => {
    const Cookie = await signIn(VIEWER);
    const response = await ask('/?period=2031-Q1', { headers: { Cookie, ...HTML } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('outlives the object’s sleep', async () => {
    const Cookie = await signIn(VIEWER);
    await evictDurableObject(commune());
    expect((await ask('/api/me', { headers: { Cookie } })).status).toBe(200);
  });

  test('is not opened by what is stored of it', async () => {
    await signIn(VIEWER);
    const hash = await runInDurableObject(
      commune(),
      (_, { storage }) => storage.sql.exec<{ hash: string }>('SELECT hash FROM sessions').one().hash,
    );
    const headers = { Cookie: `__Host-session=${hash}` };
    expect(await problem(await ask('/api/me', { headers }))).toBe('401 unauthenticated');
  });

  test('is good for nothing once its address is another’s, and does not keep its person from signing in', async () => {
    const Cookie = await signIn(STRANGER);
    await askAs(ADMIN, `/api/members/${STRANGER}`, { method: 'PUT', body: { role: 'viewer' } });
    await askAs({ email: STRANGER, sub: 'quicker' }, '/api/me');
    expect(await problem(await ask('/api/me', { headers: { Cookie } }))).toBe('401 other-account');
    expect((await ask('/', { headers: { Cookie, ...HTML } })).status).toBe(401);
    expect((await ask('/sign-in', { headers: { Cookie, ...HTML } })).status).toBe(200);
  });

  test('ends after 12 hours', async () => {
    const Cookie = await signIn(VIEWER);
    const left = await runInDurableObject(commune(), (_, { storage }) => {
      const ends = storage.sql.exec<{ ends_at: number }>('SELECT ends_at FROM sessions').one().ends_at;
      storage.sql.exec('UPDATE sessions SET ends_at = ?', Date.now());
      return ends - Date.now();
    });
    expect(left / 3_600_000).toBeCloseTo(12, 2);
    expect(await problem(await ask('/api/me', { headers: { Cookie } }))).toBe('401 unauthenticated');
  });

  test.each(['https://evil.test', 'https://desk.test', 'https://commune.test:444', 'null', undefined])(
    'changes nothing for a request from the origin %s',
    async (origin) => {
      const headers = { Cookie: await signIn(REVIEWER), ...(origin === undefined ? {} : { Origin: origin }) };
      const lock = () => ask('/api/periods/2026-Q2/lock', { method: 'POST', headers });
      expect(await problem(await lock())).toBe('403 foreign-origin');
      expect(await problem(await ask('/sign-out', { method: 'POST', headers }))).toBe('403 foreign-origin');
    },
  );

  test('does its member’s work from our own pages', async () => {
    const headers = { Cookie: await signIn(REVIEWER), Origin: ORIGIN };
    expect((await ask('/api/periods/2026-Q2/lock', { method: 'POST', headers })).status).toBe(200);
  });

  test('opens a live connection from our own origin alone', async () => {
    const Cookie = await signIn(VIEWER);
    const open = (Origin: string) => ask('/api/live', { headers: { Upgrade: 'websocket', Cookie, Origin } });
    expect(await problem(await open('https://desk.test'))).toBe('403 foreign-origin');
    const response = await open(ORIGIN);
    const socket = response.webSocket!;
    const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
    socket.accept();
    await ask('/sign-out', { method: 'POST', headers: { Cookie, Origin: ORIGIN } });
    expect(await closed).toBe(4401);
  });
});

describe('signing out', () => {
  test('ends this session and no other', async () => {
    const [here, there] = [await signIn(VIEWER), await signIn(VIEWER)];
    const response = await ask('/sign-out', { method: 'POST', headers: { Cookie: here, Origin: ORIGIN, ...HTML } });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sign-in?notice=signed-out']);
    expect(cookieOf(response, '__Host-session')).toBe('__Host-session=');
    expect((await ask('/api/me', { headers: { Cookie: here } })).status).toBe(401);
    expect((await ask('/api/me', { headers: { Cookie: there } })).status).toBe(200);
  });

  test('everywhere ends all of the person’s, and nobody else’s', async () => {
    const [here, there, other] = [await signIn(VIEWER), await signIn(VIEWER), await signIn(REVIEWER)];
    const response = await ask('/sign-out-everywhere', { method: 'POST', headers: { Cookie: here, Origin: ORIGIN } });
    expect(response.status).toBe(204);
    const statuses = [here, there, other].map(async (Cookie) => (await ask('/api/me', { headers: { Cookie } })).status);
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  test('everywhere can be asked for with a token, from wherever one is', async () => {
    const Cookie = await signIn(VIEWER);
    expect((await askAs(VIEWER, '/sign-out-everywhere', { method: 'POST' })).status).toBe(204);
    expect((await ask('/api/me', { headers: { Cookie } })).status).toBe(401);
  });

  test('happens to the session that the same browser had before', async () => {
    const before = await signIn(VIEWER);
    const { callback, cookie } = await begin({ email: REVIEWER });
    const response = await ask(callback, { headers: { Cookie: `${cookie}; ${before}` } });
    expect(response.status).toBe(303);
    expect((await ask('/api/me', { headers: { Cookie: before } })).status).toBe(401);
  });

  test('happens to a member who is removed', async () => {
    const Cookie = await signIn(VIEWER);
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'DELETE' });
    expect((await ask('/api/me', { headers: { Cookie } })).status).toBe(401);
  });

  test('needs somebody who is signed in', async () => {
    expect(await problem(await ask('/sign-out', { method: 'POST' }))).toBe('401 unauthenticated');
    const looked = await ask('/sign-out', { method: 'POST', headers: HTML });
    expect([looked.status, looked.headers.get('Location')]).toEqual([303, '/sign-in']);
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
