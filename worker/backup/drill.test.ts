import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessionStore } from '../store/sessions.ts';
import { everything, fileOf, readBackup, restore, rootOf, sha256, sortedJson, takeBackup } from '../testing/backups.ts';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  ISSUER,
  ORIGIN,
  on,
  plan,
  problem,
  REPORTER,
  REVIEWER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { liveIn } from '../testing/lived-in.ts';
import { reset } from '../testing/reset.ts';
import { archiveOf } from './archive.ts';
import { openScratch } from './scratch.ts';
import { DURABLE, PASSING } from './tables.ts';

/** What people see, asked for under several names, because the limit of requests is a person's. */
async function shown(): Promise<Record<string, unknown>> {
  const asked = [
    ...[
      '/api/ledger/verify',
      '/api/units',
      '/api/members',
      '/api/audiences',
      `/api/reports/muong-bon/2026-Q2/history`,
    ].map(by(ADMIN)),
    ...plan.periods.map((period) => `/api/summary?period=${period}`).map(by(VIEWER)),
    ...plan.periods.map((period) => `/api/summary?period=${period}&basis=accepted`).map(by(REVIEWER)),
  ];
  const answers: Record<string, unknown> = {};
  for (const { who, path } of asked) {
    const response = await askAs(who, path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    answers[path] = await response.json();
  }
  return answers;
}

function by(who: string) {
  return (path: string) => ({ who, path });
}

beforeEach(async () => {
  await reset();
  await liveIn();
});

describe('a backup', () => {
  test('is a file for keeping: a header, the rows, and an end that anybody can check with SHA-256 alone', async () => {
    const response = await askAs(ADMIN, '/api/backup');
    expect(response.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="chieng-mung-2025-\d{4}-\d{2}-\d{2}T\d{6}Z\.ndjson"$/,
    );
    expect(response.headers.get('Content-Type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = await takeBackup();
    const { header, rows } = readBackup(lines);
    expect(header).toEqual({
      format: 'chieng-mung-backup',
      version: 1,
      resolution: { id: 'chieng-mung-2025', version: plan.resolution.version },
      schema: expect.arrayContaining(['0001-reports', '0002-people', '0003-ledger']),
      at: expect.any(String),
      origin: 'https://commune.test',
    });
    expect(lines).toEqual(lines.map((line) => sortedJson(JSON.parse(line))));
    const counts = Object.fromEntries(
      DURABLE.map(({ name }) => [name, rows.filter(({ table }) => table === name).length]),
    );
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      end: true,
      counts,
      header: sha256(lines[0] ?? ''),
      root: sha256(fileOf(lines.slice(1, -1))),
    });
  });

  test('has every table that is not passing', async () => {
    const names = [...DURABLE.map(({ name }) => name), ...PASSING].sort();
    expect(Object.keys(await everything()).sort()).toEqual(names);
  });

  test('is of the moment in which it was asked for, however slowly it is read', async () => {
    const before = rootOf(await takeBackup());
    const after = await runInDurableObject(commune(), (_, { storage }) => {
      const about = { resolution: { id: 'r', version: 1 }, at: '', origin: '' };
      const lines = archiveOf(storage).lines(about);
      lines.next();
      storage.sql.exec(`INSERT INTO ledger VALUES (1000, '{}', '')`);
      storage.sql.exec(`DELETE FROM locks`);
      return rootOf([...lines].map((line) => line.trimEnd()));
    });
    expect(after).toBe(before);
  });

  test('has the same root for the same rows, and another one after any change', async () => {
    const before = await takeBackup();
    const again = await takeBackup();
    expect(rootOf(again)).toBe(rootOf(before));
    await askAs(REVIEWER, '/api/periods/2026-Q3/lock', { method: 'POST' });
    expect(rootOf(await takeBackup())).not.toBe(rootOf(before));
  });
});

describe('the drill: save, lose everything, restore', () => {
  test('gives back the same rows, the same ledger and the same summaries', { timeout: 30_000 }, async () => {
    const lines = await takeBackup();
    const before = await shown();
    await reset();
    const response = await restore(fileOf(lines));
    expect(await response.json()).toEqual({
      counts: JSON.parse(lines.at(-1) ?? '').counts,
      root: rootOf(lines),
      ledger: Object(before['/api/ledger/verify']).head,
    });
    expect(response.status).toBe(200);
    expect(await shown()).toEqual(before);
    expect((await takeBackup()).slice(1)).toEqual([...lines.slice(1, -1), expect.stringContaining(rootOf(lines))]);
    await evictDurableObject(commune());
    expect(await shown()).toEqual(before);
  });

  test('leaves a commune that goes on: who may what, what is bound, locked and accepted, and the chain', async () => {
    const lines = await takeBackup();
    await reset();
    await restore(fileOf(lines));
    expect(await problem(await send({ sheet: 'another' }, on(5)))).toBe('409 sheet-mismatch');
    expect(await problem(await send({ values: { revenue: 9 } }, on(5)))).toBe('409 accepted');
    const locked = '/api/reports/muong-bang/2026-Q1';
    expect(await problem(await send({ values: { revenue: 9 } }, on(1), REPORTER, locked))).toBe('423 locked');
    const lifted = '/api/reports/muong-bang/2025-Q4';
    expect((await send({ values: { revenue: 9 } }, on(1), REPORTER, lifted)).status).toBe(200);
    expect(await problem(await askAs({ email: REVIEWER, sub: 'somebody else' }, '/api/summary'))).toBe(
      '401 other-account',
    );
    expect(await (await askAs(ADMIN, '/api/ledger/verify')).json()).toMatchObject({ ok: true });
    await runInDurableObject(commune(), (_, { storage }) => {
      expect(() => storage.sql.exec('DELETE FROM ledger')).toThrow('append-only');
    });
  });

  test('ends every session: whoever was signed in signs in anew', async () => {
    const file = fileOf(await takeBackup());
    await reset();
    const secret = await runInDurableObject(commune(), (_, { storage }) => {
      const person = { issuer: ISSUER, subject: `sub-of-${ADMIN}`, email: ADMIN };
      return sessionStore(storage.sql).open(person, Date.now());
    });
    const headers = { Cookie: `__Host-session=${secret}`, Origin: ORIGIN };
    const response = await ask('/api/restore', { method: 'POST', body: file, headers });
    expect(response.status).toBe(200);
    expect(await problem(await ask('/api/me', { headers }))).toBe('401 unauthenticated');
  });

  test('leaves no scratch behind', async () => {
    const lines = await takeBackup();
    const before = Object.keys(await everything());
    await reset();
    await restore(fileOf(lines));
    expect(Object.keys(await everything())).toEqual(before);
  });

  test('starts without the scratch of an upload whose end the object did not live to see', async () => {
    const before = Object.keys(await everything());
    await runInDurableObject(commune(), (_, { storage }) => {
      const scratch = openScratch(storage.sql);
      scratch.add(new Uint8Array(300 * 1024));
    });
    expect(Object.keys(await everything())).toEqual([...before, 'restore_scratch']);
    await evictDurableObject(commune());
    expect(Object.keys(await everything())).toEqual(before);
  });
});
