import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, askAs, commune, ISSUER, invite, ledgerLines, problem, VIEWER } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const entries = async () => (await ledgerLines()).map((line) => JSON.parse(line));
const bound = async (email: string) =>
  (await entries()).filter((entry) => entry.kind === 'member-bound' && entry.email === email);

beforeEach(async () => {
  await reset();
  await invite();
});

describe('whoever takes an invitation up', () => {
  test('is told in the ledger, once: from then on this account and no other has the role', async () => {
    await askAs(VIEWER, '/api/summary');
    await askAs(VIEWER, '/api/summary');
    expect(await bound(VIEWER)).toMatchObject([{ issuer: ISSUER, subject: `sub-of-${VIEWER}`, by: VIEWER }]);
    expect(await (await askAs(ADMIN, '/api/ledger/verify')).json()).toMatchObject({ ok: true });
  });

  test('is told anew after a removal and another invitation', async () => {
    await askAs(VIEWER, '/api/summary');
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'DELETE' });
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'PUT', body: { role: 'viewer' } });
    await askAs({ email: VIEWER, sub: 'another' }, '/api/summary');
    expect((await bound(VIEWER)).map(({ subject }) => subject)).toEqual([`sub-of-${VIEWER}`, 'another']);
  });

  test('is nobody yet where it cannot be told', async () => {
    await runInDurableObject(commune(), (_, { storage }) => {
      storage.sql.exec("CREATE TRIGGER full BEFORE INSERT ON ledger BEGIN SELECT RAISE(ABORT, 'full'); END");
    });
    expect(await problem(await askAs(VIEWER, '/api/summary'))).toBe('503 storage-unavailable');
    await runInDurableObject(commune(), (_, { storage }) => {
      storage.sql.exec('DROP TRIGGER full');
      expect(storage.sql.exec('SELECT subject FROM members WHERE email = ?', VIEWER).one()).toEqual({ subject: null });
    });
    expect((await askAs(VIEWER, '/api/summary')).status).toBe(200);
  });
});

test('the first admin’s look at an empty deployment leaves it empty: a backup can still be restored there', async () => {
  await reset();
  await askAs(ADMIN, '/api/me');
  expect(await (await askAs(ADMIN, '/api/ledger/verify')).json()).toMatchObject({ ok: true, entries: 0 });
});
