import { evictDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  askAs,
  commune,
  FIRST,
  invite,
  problem,
  REPORTER,
  REVIEWER,
  SHEET,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const put = (email: string, body: unknown, who = ADMIN) =>
  askAs(who, `/api/members/${encodeURIComponent(email)}`, { method: 'PUT', body });
const remove = (email: string, who = ADMIN) => askAs(who, `/api/members/${email}`, { method: 'DELETE' });

beforeEach(async () => {
  await reset();
  await invite();
});

describe('members', () => {
  test('are listed, with the first admin from the configuration', async () => {
    const { members } = await (await askAs(ADMIN, '/api/members')).json<{ members: unknown[] }>();
    expect(members).toHaveLength(5);
    expect(members[0]).toEqual({ email: ADMIN, role: 'admin', units: [], name: null });
    expect(members).toContainEqual({ email: REPORTER, role: 'reporter', units: ['muong-bang'], name: 'Người báo cáo' });
  });

  test('are put and removed, and what they may changes at once', async () => {
    expect(await (await put(VIEWER, { role: 'reporter', units: ['muong-bang'] })).json()).toMatchObject({
      role: 'reporter',
    });
    expect((await send({}, FIRST, VIEWER)).status).toBe(201);
    expect((await remove(VIEWER)).status).toBe(204);
    expect(await problem(await askAs(VIEWER, '/api/summary'))).toBe('403 forbidden');
    expect(await problem(await remove(VIEWER))).toBe('404 unknown-member');
  });

  test.each([REPORTER, REVIEWER, VIEWER])('are none of %s’s business', async (who) => {
    expect(await problem(await askAs(who, '/api/members'))).toBe('403 forbidden');
    expect(await problem(await put('new@demo.test', { role: 'admin' }, who))).toBe('403 forbidden');
    expect(await problem(await remove(VIEWER, who))).toBe('403 forbidden');
  });

  test('keep their last admin, whichever way', async () => {
    expect(await problem(await remove(ADMIN.toUpperCase()))).toBe('409 last-admin');
    expect(await problem(await put(ADMIN, { role: 'viewer' }))).toBe('409 last-admin');
    expect((await put(ADMIN, { role: 'admin', name: 'Quản trị' })).status).toBe(200);
    await put(VIEWER, { role: 'admin' });
    expect((await remove(ADMIN)).status).toBe(204);
  });

  test('have a first admin from the configuration only while there is nobody: once removed, never again', async () => {
    await put(VIEWER, { role: 'admin' });
    expect((await remove(ADMIN, VIEWER)).status).toBe(204);
    await evictDurableObject(commune());
    expect(await problem(await askAs(ADMIN, '/api/members'))).toBe('403 forbidden');
    const { members } = await (await askAs(VIEWER, '/api/members')).json<{ members: { email: string }[] }>();
    expect(members.map(({ email }) => email)).not.toContain(ADMIN);
  });

  test.each([
    ['new@demo.test', { role: 'king' }, '400 bad-request'],
    ['new@demo.test', { role: 'viewer', more: 1 }, '400 bad-request'],
    ['no-address', { role: 'viewer' }, '400 bad-request'],
    ['аdmin@demo.test', { role: 'viewer' }, '400 bad-request'],
    ['new\u212aing@demo.test', { role: 'viewer' }, '400 bad-request'],
    ['new@demo.test', { role: 'reporter', units: ['nowhere'] }, '404 unknown-unit'],
  ])('refuse %s with %j', async (email, body, expected) => {
    expect(await problem(await put(email, body))).toBe(expected);
  });
});

describe('units', () => {
  test('say which sheet is theirs, until an admin releases it', async () => {
    await send();
    const unit = async () => (await (await askAs(VIEWER, '/api/units')).json<{ units: unknown[] }>()).units[1];
    expect(await unit()).toMatchObject({
      id: 'muong-bang',
      name: 'Mường Bằng',
      sheet: SHEET,
      boundAt: expect.any(String),
    });
    const release = (who: string, id = 'muong-bang') => askAs(who, `/api/units/${id}/sheet`, { method: 'DELETE' });
    expect(await problem(await release(REVIEWER))).toBe('403 forbidden');
    expect(await problem(await release(ADMIN, 'nowhere'))).toBe('404 unknown-unit');
    expect((await release(ADMIN)).status).toBe(204);
    expect(await unit()).toMatchObject({ sheet: null, boundAt: null });
  });
});

describe('a workbook’s audience', () => {
  const aud = 'addin-muong-bang';
  const register = (unit = 'muong-bang', id = aud) =>
    askAs(ADMIN, `/api/audiences/${id}`, { method: 'PUT', body: { unit } });
  const through = (email: string) => ({ email, aud });

  test('counts once it is registered, and no more once it is removed', async () => {
    expect(await problem(await askAs(through(REPORTER), '/api/me'))).toBe('401 unknown-audience');
    expect(await (await register()).json()).toEqual({ audience: aud, unit: 'muong-bang' });
    expect((await askAs(through(REPORTER), '/api/me')).status).toBe(200);
    expect(await (await askAs(ADMIN, '/api/audiences')).json()).toEqual({
      audiences: [{ audience: aud, unit: 'muong-bang' }],
    });
    const removal = () => askAs(ADMIN, `/api/audiences/${aud}`, { method: 'DELETE' });
    expect((await removal()).status).toBe(204);
    expect(await problem(await removal())).toBe('404 unknown-audience-id');
    expect(await problem(await askAs(through(REPORTER), '/api/me'))).toBe('401 unknown-audience');
  });

  test('lets the unit’s reporter report, and nobody else who opens the workbook', async () => {
    await register();
    expect((await send({}, FIRST, through(REPORTER))).status).toBe(201);
    for (const email of [ADMIN, REVIEWER, VIEWER]) {
      expect(await problem(await send({}, FIRST, through(email)))).toBe('403 forbidden');
    }
  });

  test('of another unit carries no right to report for this one', async () => {
    await register('muong-bon');
    expect(await problem(await send({}, FIRST, through(REPORTER)))).toBe('403 forbidden');
  });

  test('lets a person read what they may, and do nothing else', async () => {
    await register();
    await send();
    const path = '/api/reports/muong-bang/2026-Q2';
    for (const read of ['/api/summary', '/api/units', path, `${path}/history`, '/api/ledger']) {
      expect((await askAs(through(REVIEWER), read)).status).toBe(200);
    }
    for (const act of [
      `${path}/accept`,
      `${path}/return`,
      '/api/periods/2026-Q2/lock',
      '/api/periods/2026-Q2/unlock',
    ]) {
      expect(await problem(await askAs(through(ADMIN), act, { method: 'POST' }))).toBe('403 forbidden');
    }
    const member = { method: 'PUT', body: { role: 'admin' } };
    expect(await problem(await askAs(through(ADMIN), '/api/members/x@demo.test', member))).toBe('403 forbidden');
    expect(await problem(await askAs(through(ADMIN), '/api/units/muong-bang/sheet', { method: 'DELETE' }))).toBe(
      '403 forbidden',
    );
    expect(await problem(await askAs(through(ADMIN), `/api/audiences/${aud}`, { method: 'DELETE' }))).toBe(
      '403 forbidden',
    );
  });

  test('is never the browser sign-in’s own client', async () => {
    expect(await problem(await register('muong-bang', 'commune-view'))).toBe('400 bad-request');
  });

  test('of an unknown unit is refused', async () => {
    expect(await problem(await register('nowhere'))).toBe('404 unknown-unit');
  });
});
