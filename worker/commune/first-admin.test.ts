import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { configOf } from '../env.ts';
import { ledgerOf } from '../store/ledger.ts';
import { memberStore } from '../store/members.ts';
import { ADMIN, askAs, commune, invite, STRANGER, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { inviteFirstAdmin } from './first-admin.ts';

/** Starts the object anew under another configuration, and answers who is admin then. */
const startWith = (firstAdmin: string | null): Promise<string[]> =>
  runInDurableObject(commune(), (_, { storage: { sql } }) => {
    const members = memberStore(sql);
    inviteFirstAdmin({ members, ledger: ledgerOf(sql), config: { ...configOf(env), firstAdmin } });
    return members.list().flatMap(({ email, role }) => (role === 'admin' ? [email] : []));
  });

beforeEach(reset);

describe('the first admin', () => {
  test('is whom the configuration names, without case', async () => {
    expect(await startWith('Admin@Demo.test')).toEqual([ADMIN]);
    expect(await (await askAs(ADMIN, '/api/me')).json()).toMatchObject({ role: 'admin' });
  });

  test('can be put right as long as nothing has happened', async () => {
    expect(await startWith('typo@demo.test')).toEqual(['typo@demo.test']);
    expect(await startWith(ADMIN)).toEqual([ADMIN]);
  });

  test('is nobody’s word any more once there is an admin who did something', async () => {
    await invite();
    expect(await startWith(STRANGER)).toEqual([ADMIN]);
  });

  test('does not come back after another admin has removed them', async () => {
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'PUT', body: { role: 'admin' } });
    expect((await askAs(VIEWER, `/api/members/${ADMIN}`, { method: 'DELETE' })).status).toBe(204);
    expect(await startWith(ADMIN)).toEqual([VIEWER]);
  });

  test('is there again where the members have no admin at all, as after a restored backup', async () => {
    await invite();
    await runInDurableObject(commune(), (_, { storage }) => {
      memberStore(storage.sql).remove(ADMIN);
    });
    expect(await startWith(STRANGER)).toEqual([STRANGER]);
  });

  test('is nobody where none is configured', async () => {
    await runInDurableObject(commune(), (_, { storage }) => {
      memberStore(storage.sql).remove(ADMIN);
    });
    expect(await startWith(null)).toEqual([]);
  });
});
