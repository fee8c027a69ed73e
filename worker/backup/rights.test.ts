import { beforeEach, describe, expect, test } from 'vitest';
import { fileOf, restore, takeBackup } from '../testing/backups.ts';
import { ADMIN, ask, askAs, invite, problem, REPORTER, REVIEWER, STRANGER, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const aud = 'addin-muong-bang';

beforeEach(async () => {
  await reset();
  await invite();
  await askAs(ADMIN, `/api/audiences/${aud}`, { method: 'PUT', body: { unit: 'muong-bang' } });
});

describe.each([
  ['taking a backup', '/api/backup', 'GET'],
  ['restoring one', '/api/restore', 'POST'],
])('%s', (_, path, method) => {
  const request = method === 'POST' ? { method, body: 'x' } : { method };

  test.each([REPORTER, REVIEWER, VIEWER, STRANGER])('is none of %s’s business', async (who) => {
    expect(await problem(await askAs(who, path, request))).toBe('403 forbidden');
  });

  test('is not for a workbook’s script, whoever opens the workbook', async () => {
    expect(await problem(await askAs({ email: ADMIN, aud }, path, request))).toBe('403 forbidden');
  });

  test('is for nobody who is not signed in', async () => {
    expect(await problem(await ask(path, request))).toBe('401 unauthenticated');
  });
});

describe('in a fresh deployment', () => {
  test('only the first admin of the configuration restores', async () => {
    const file = fileOf(await takeBackup());
    await reset();
    for (const who of [REVIEWER, STRANGER]) expect(await problem(await restore(file, who))).toBe('403 forbidden');
    expect(await problem(await restore(file, { email: ADMIN, aud: 'addin' }))).toBe('401 unknown-audience');
    expect((await restore(file)).status).toBe(200);
  });

  test('the restored members count from then on, with the people that they were bound to', async () => {
    await askAs(ADMIN, '/api/members/second@demo.test', { method: 'PUT', body: { role: 'admin' } });
    await askAs('second@demo.test', `/api/members/${ADMIN}`, { method: 'DELETE' });
    await askAs(VIEWER, '/api/me');
    const response = await askAs('second@demo.test', '/api/backup');
    const file = new TextDecoder().decode(await response.arrayBuffer());
    await reset();
    expect((await restore(file)).status).toBe(200);
    expect(await problem(await askAs(ADMIN, '/api/summary'))).toBe('403 forbidden');
    expect((await askAs('second@demo.test', '/api/backup')).status).toBe(200);
    expect(await problem(await askAs({ email: VIEWER, sub: 'another' }, '/api/summary'))).toBe('401 other-account');
  });
});
