import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nightAfter } from '../decide/night.ts';
import type { Checkpoint } from '../store/checkpoint.ts';
import { headSigner, isSignedBy } from '../store/head.ts';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  invite,
  ledgerLines,
  on,
  PERIOD,
  plan,
  REVIEWER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';
import { checkpointOf } from './nightly.ts';

const WARNING = 'không còn khớp với sổ ghi';

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
  await send();
  await send({ values: { revenue: 2 } }, on(1));
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the clock stand at the next 02:00 in Vietnam, and the alarm ring. */
async function passNight(): Promise<number> {
  const night = nightAfter(Date.now());
  vi.useFakeTimers({ now: night, toFake: ['Date'] });
  await runDurableObjectAlarm(commune());
  return night;
}

const health = async () => (await ask('/healthz')).json<Record<string, unknown>>();
const nextAlarm = () => runInDurableObject(commune(), (_, { storage }) => storage.getAlarm());
const daily = async (): Promise<Checkpoint[]> => {
  const response = await askAs(REVIEWER, '/api/checkpoints');
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
};
const tamper = (...statements: string[]) =>
  runInDurableObject(commune(), (_, { storage }) => {
    for (const statement of statements) storage.sql.exec(statement);
  });

describe('the alarm', () => {
  test('is set for 02:00 in Vietnam, and again after it rang', async () => {
    expect(await nextAlarm()).toBe(nightAfter(Date.now()));
    const night = await passNight();
    expect(await nextAlarm()).toBe(nightAfter(night));
  });

  test('does not check before the night', async () => {
    await runDurableObjectAlarm(commune());
    expect(await health()).toMatchObject({ ok: true, lastCheck: null });
  });

  test('is set for a live connection that ends before the night', async () => {
    const headers = { Upgrade: 'websocket' };
    const { webSocket } = await askAs({ email: VIEWER, exp: 60 }, '/api/live', { headers });
    webSocket?.accept();
    const soon = Date.now() + 60_000;
    expect(await nextAlarm()).toBeLessThanOrEqual(soon);
    webSocket?.close();
  });
});

describe('a night in which all is well', () => {
  test('is said by /healthz, and no page warns', async () => {
    const night = await passNight();
    const lastCheck = { at: new Date(night).toISOString(), ok: true, what: [] };
    expect(await health()).toMatchObject({ ok: true, version: '0.1.0', storage: 'ok', ledger: 6, lastCheck });
    expect(await (await askAs(VIEWER, '/')).text()).not.toContain(WARNING);
  });

  test('leaves one signed checkpoint of the day', async () => {
    const night = await passNight();
    await send({ values: { revenue: 3 } }, on(2));
    await passNight();
    const kept = await daily();
    expect(kept.map(({ index, at }) => [index, Date.parse(at)])).toEqual([
      [6, night],
      [7, nightAfter(night)],
    ]);
    const hashes = (await ledgerLines()).map((line) => JSON.parse(line).hash);
    for (const { origin, index, hash, signature, publicKey } of kept) {
      expect(hash).toBe(hashes[index - 1]);
      expect(isSignedBy(publicKey ?? '', signature ?? '', origin, { index, hash })).toBe(true);
    }
  });

  test('is not counted twice when the alarm rings twice', async () => {
    await passNight();
    await runDurableObjectAlarm(commune());
    expect(await daily()).toHaveLength(1);
    expect(await count('checks')).toBe(1);
  });

  test('keeps no checkpoint of an empty ledger', async () => {
    await reset();
    await ask('/healthz');
    await passNight();
    expect([await count('checkpoints'), (await health()).ok]).toEqual([0, true]);
  });
});

const count = (table: string) =>
  runInDurableObject(
    commune(),
    (_, { storage }) => storage.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n,
  );

describe('a night finds, tells on every page, and signs no more of', () => {
  test('a row of the ledger that was changed', async () => {
    await tamper('DROP TRIGGER ledger_keeps', `UPDATE ledger SET entry = replace(entry, '1.25', '9.25') WHERE idx = 5`);
    await passNight();
    const what = [{ kind: 'ledger', index: 5, why: 'hash' }];
    expect(await health()).toMatchObject({ ok: false, storage: 'ok', lastCheck: { ok: false, what } });
    expect(await daily()).toEqual([]);
    for (const page of [askAs(VIEWER, '/'), ask('/sign-in'), ask('/nowhere', { headers: { Accept: 'text/html' } })])
      expect(await (await page).text()).toContain(WARNING);
  });

  test('a ledger that is shorter than a checkpoint of it', async () => {
    await passNight();
    await tamper('DROP TRIGGER ledger_holds', 'DELETE FROM ledger WHERE idx = 6');
    await passNight();
    expect((await health()).lastCheck).toMatchObject({ ok: false, what: [{ kind: 'checkpoint', why: 'shorter' }, {}] });
    expect(await daily()).toHaveLength(1);
  });
});

describe('a night finds, and tells on every page', () => {
  test('a report that was changed behind the ledger’s back, and the figures that differ by it', async () => {
    await tamper(
      'DROP TRIGGER revisions_keep',
      `UPDATE revisions SET content = replace(content, '"revenue":2', '"revenue":9') WHERE revision = 2`,
    );
    await passNight();
    expect((await health()).lastCheck).toMatchObject({
      ok: false,
      what: expect.arrayContaining([
        { kind: 'revisions', index: 6 },
        { kind: 'consolidation', period: PERIOD, basis: 'latest' },
      ]),
    });
    expect(await (await askAs(VIEWER, '/')).text()).toContain(WARNING);
  });

  test('a report of which the ledger knows nothing', async () => {
    await tamper(
      `INSERT INTO revisions SELECT unit, period, 3, state, sheet, content, content_hash, at, by, reason, ledger_index
         FROM revisions WHERE revision = 2`,
    );
    await passNight();
    expect((await health()).lastCheck).toMatchObject({
      what: expect.arrayContaining([{ kind: 'revisions', index: null }]),
    });
  });

  test('what cannot be read any more, and goes on', async () => {
    await tamper('DROP TRIGGER revisions_keep', `UPDATE revisions SET content = '{' WHERE revision = 2`);
    const night = await passNight();
    expect((await health()).lastCheck).toMatchObject({ ok: false, what: [{ kind: 'unreadable' }] });
    expect(await nextAlarm()).toBe(nightAfter(night));
  });

  test('until it finds all well again', async () => {
    const swap = (from: number, to: number) =>
      `UPDATE revisions SET content = replace(content, '"revenue":${from}', '"revenue":${to}') WHERE revision = 2`;
    await tamper('DROP TRIGGER revisions_keep', swap(2, 9));
    await passNight();
    await tamper(swap(9, 2));
    await passNight();
    expect(await health()).toMatchObject({ ok: true, lastCheck: { ok: true, what: [] } });
    expect(await (await askAs(VIEWER, '/')).text()).not.toContain(WARNING);
  });
});

test('what the nights left cannot be changed by the service itself', async () => {
  await passNight();
  const attempts = ['UPDATE checks SET ok = 1', 'DELETE FROM checks', 'UPDATE checkpoints SET idx = 1'];
  for (const attempt of [...attempts, 'DELETE FROM checkpoints'])
    await expect(tamper(attempt)).rejects.toThrow('append-only');
});

test('the head of now is signed, too', async () => {
  const checkpoint = await (await askAs(ADMIN, '/api/checkpoint')).json<Checkpoint>();
  expect(Object.keys(checkpoint)).toEqual(['origin', 'index', 'hash', 'signature', 'publicKey', 'at']);
  const { origin, index, hash, signature, publicKey } = checkpoint;
  expect([origin, index, hash]).toEqual([plan.resolution.id, 6, JSON.parse((await ledgerLines())[5] ?? '').hash]);
  expect(isSignedBy(publicKey ?? '', signature ?? '', origin, { index, hash })).toBe(true);
  expect((await askAs(VIEWER, '/api/checkpoint')).status).toBe(403);
});

test('a head is told without signature where the deployment has no key', () => {
  const unsigned = { plan, signHead: headSigner(plan.resolution.id, null), publicKey: null };
  const head = { index: 3, hash: 'a'.repeat(64) };
  const at = '2026-06-30T19:00:00.000Z';
  const told = { origin: plan.resolution.id, ...head, signature: null, publicKey: null, at };
  expect(checkpointOf(unsigned, head, at)).toEqual(told);
});
