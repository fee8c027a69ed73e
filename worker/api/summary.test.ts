import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { consolidate } from '../../shared/consolidate.ts';
import { type Summary, SummarySchema } from '../../shared/wire.ts';
import {
  ADMIN,
  askAs,
  FIRST,
  fullValues,
  invite,
  on,
  plan,
  problem,
  REPORTER,
  REVIEWER,
  STRANGER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';

const read = async (query = '', who = VIEWER) => (await askAs(who, `/api/summary${query}`)).json<Summary>();

beforeEach(async () => {
  await reset();
  await invite();
});

describe('the summary', () => {
  test('of a commune without reports is the baseline’s, with everything in the resolution’s order', async () => {
    const summary = v.parse(SummarySchema, await read());
    expect(summary.period).toBe('2025-Q4');
    expect(summary.indicators.map(({ id }) => id)).toEqual(plan.resolution.indicators.map(({ id }) => id));
    expect(summary.targets).toHaveLength(24);
    expect(summary.units[0]).toEqual({
      id: 'chieng-mung',
      name: 'Chiềng Mung',
      state: 'none',
      revision: null,
      updatedAt: null,
      updatedBy: null,
      errors: 0,
      warnings: 0,
    });
  });

  test('is what consolidation says of the reports, and of the newest period that has one', async () => {
    const reports = [
      { unit: 'muong-bang', period: '2026-Q1', values: fullValues() },
      { unit: 'muong-bang', period: '2026-Q3', values: { revenue: 2.5, coffeeArea: 400.5 } },
    ] as const;
    for (const { period, values } of reports) {
      await send({ values }, FIRST, REPORTER, `/api/reports/muong-bang/${period}`);
    }
    const summary = await read();
    expect(summary).toMatchObject({ period: '2026-Q3', locked: false });
    expect(summary).toMatchObject(JSON.parse(JSON.stringify(consolidate(plan, reports, '2026-Q3'))));
    expect(summary.units[1]).toMatchObject({ id: 'muong-bang', state: 'draft', revision: 1, updatedBy: REPORTER });
  });

  test('counts only accepted reports where that is asked for, and no more once one is returned', async () => {
    await send({ state: 'submitted', values: fullValues() });
    const figure = (summary: Summary) => summary.indicators.find(({ parts }) => 'muong-bang' in parts)?.id ?? null;
    expect(figure(await read('?basis=accepted&period=2026-Q2'))).toBeNull();
    await askAs(REVIEWER, '/api/reports/muong-bang/2026-Q2/accept', { method: 'POST' });
    expect(figure(await read('?basis=accepted&period=2026-Q2'))).not.toBeNull();
    await askAs(REVIEWER, '/api/reports/muong-bang/2026-Q2/return', { method: 'POST', body: { reason: 'Cần sửa' } });
    expect(figure(await read('?basis=accepted&period=2026-Q2'))).toBeNull();
    expect(figure(await read('?period=2026-Q2'))).not.toBeNull();
  });

  test('counts errors, and warnings without a reason', async () => {
    await send({ values: { revenue: 11, poorHouseholds: 5, households: 4 }, reasons: {} });
    expect((await read()).units[1]).toMatchObject({ errors: 1, warnings: 1 });
    await send(
      { values: { revenue: 11, poorHouseholds: 5, households: 4 }, reasons: { revenue: 'Thu đột xuất' } },
      on(1),
    );
    expect((await read()).units[1]).toMatchObject({ errors: 1, warnings: 0 });
  });

  test('answers 304 until something changes', async () => {
    await send();
    const first = await askAs(VIEWER, '/api/summary');
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = () => askAs(VIEWER, '/api/summary', { headers: { 'If-None-Match': tag } });
    const unchanged = await again();
    expect([unchanged.status, unchanged.headers.get('ETag'), await unchanged.text()]).toEqual([304, tag, '']);
    await send({ values: { revenue: 2 } }, on(1));
    expect((await again()).status).toBe(200);
  });

  test('says where the period is locked', async () => {
    await askAs(REVIEWER, '/api/periods/2026-Q2/lock', { method: 'POST' });
    expect(await read('?period=2026-Q2')).toMatchObject({ locked: true });
  });

  test.each([
    ['?period=2031-Q1', '404 unknown-period'],
    ['?period=', '404 unknown-period'],
    ['?basis=all', '400 bad-request'],
  ])('refuses %s', async (query, expected) => {
    expect(await problem(await askAs(ADMIN, `/api/summary${query}`))).toBe(expected);
  });

  test('is not for a stranger', async () => {
    expect(await problem(await askAs(STRANGER, '/api/summary'))).toBe('403 forbidden');
  });
});
