import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Receipt, Report } from '../../shared/wire.ts';
import {
  ADMIN,
  ask,
  askAs,
  commune,
  FIRST,
  fullValues,
  invite,
  ledgerLines,
  OTHER_REPORTER,
  on,
  PERIOD,
  problem,
  REPORTER,
  REVIEWER,
  reportBody,
  STRANGER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';

const REPORT = `/api/reports/muong-bang/${PERIOD}`;

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
});

describe('sending a report', () => {
  test('answers the first with 201, its receipt and its tag', async () => {
    const response = await send();
    expect(response.status).toBe(201);
    expect(response.headers.get('ETag')).toBe('"1"');
    const receipt = await response.json<Receipt>();
    const expected = { unit: 'muong-bang', period: PERIOD, revision: 1, state: 'draft', by: REPORTER, replayed: false };
    expect(receipt).toMatchObject(expected);
    expect(receipt.ledger.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(receipt.ledger.signature).toMatch(/^[\w-]{86}$/);
  });

  test('answers the next with 200, and shows what it says', async () => {
    await send();
    const response = await send({ values: { revenue: 1.5, coffeeArea: null }, reasons: { revenue: 'ước' } }, on(1));
    expect([response.status, response.headers.get('ETag')]).toEqual([200, '"2"']);
    const shown = await askAs(REPORTER, REPORT);
    const report = await shown.json<Report>();
    expect(shown.headers.get('ETag')).toBe('"2"');
    expect(report).toMatchObject({
      revision: 2,
      values: { revenue: 1.5 },
      reasons: { revenue: 'ước' },
      updatedBy: REPORTER,
    });
    expect(report).toMatchObject({ sheet: 'sheet-muong-bang', returnReason: null });
  });

  test('gives the same content hash whether a value is null or absent', async () => {
    const first = await (await send()).json<Receipt>();
    const second = await (await send({ values: { revenue: 1.25, coffeeArea: null } }, on(1))).json<Receipt>();
    expect(second).toMatchObject({ contentHash: first.contentHash, revision: 1, replayed: true });
  });
});

describe('a retry after a lost answer', () => {
  test.each([
    ['the same precondition', FIRST],
    ['none at all', {}],
    ['another one', on(7)],
  ])('of the current content is harmless, with %s', async (_, headers) => {
    const first = await (await send()).json<Receipt>();
    const again = await send({}, headers);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ ...first, replayed: true });
  });

  test('of what has meanwhile been returned answers its receipt, and what became of it', async () => {
    await send();
    const submission = { state: 'submitted', values: fullValues() };
    await send(submission, on(1));
    await askAs(REVIEWER, `${REPORT}/return`, { method: 'POST', body: { reason: 'Xem lại số hộ' } });
    const again = await send(submission, on(1));
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({
      revision: 2,
      replayed: true,
      current: { revision: 3, state: 'returned' },
    });
  });

  test('is none where the same content is submitted anew on the returned revision', async () => {
    const submission = { state: 'submitted', values: fullValues() };
    await send(submission);
    await askAs(REVIEWER, `${REPORT}/return`, { method: 'POST', body: { reason: 'Xem lại số hộ' } });
    expect(await (await send(submission, on(2))).json()).toMatchObject({ revision: 3, replayed: false });
  });

  test('comes before a lock', async () => {
    await send();
    await askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' });
    expect((await send({}, {})).status).toBe(200);
  });
});

describe('a report is refused', () => {
  test('with 401 without a token, before anything else', async () => {
    const response = await ask('/api/reports/nowhere/never', { method: 'PUT', body: 'no' });
    expect(await problem(response)).toBe('401 unauthenticated');
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  test.each([
    ['another unit’s reporter', OTHER_REPORTER],
    ['a viewer', VIEWER],
    ['a reviewer', REVIEWER],
    ['an admin', ADMIN],
    ['a stranger', STRANGER],
  ])('with 403 from %s, whether or not the unit exists', async (_, who) => {
    expect(await problem(await send({}, FIRST, who))).toBe('403 forbidden');
    expect(await problem(await send({}, FIRST, who, '/api/reports/nowhere/2026-Q2'))).toBe('403 forbidden');
  });

  test.each(['2031-Q1', '2025-Q3', '2026-Q5', 'today'])('with 404 for the period %s', async (period) => {
    const response = await send({}, FIRST, REPORTER, `/api/reports/muong-bang/${period}`);
    expect(await problem(response)).toBe('404 unknown-period');
  });

  test('with 413 above 128 KiB, announced or not', async () => {
    const body = `{"sheet": "${'x'.repeat(128 * 1024)}"}`;
    expect(await problem(await askAs(REPORTER, REPORT, { method: 'PUT', body }))).toBe('413 too-large');
  });

  test.each([
    ['no JSON', '{', '400 bad-json'],
    ['another key', JSON.stringify(reportBody({ more: 1 })), '400 bad-request'],
    ['a state that cannot be sent', JSON.stringify(reportBody({ state: 'accepted' })), '400 bad-request'],
    ['values that are none', JSON.stringify(reportBody({ values: [1] })), '400 bad-request'],
    ['values that are an empty list', JSON.stringify(reportBody({ values: [] })), '400 bad-request'],
    ['reasons that are an empty list', JSON.stringify(reportBody({ reasons: [] })), '400 bad-request'],
    [
      'a reason of 501 characters',
      JSON.stringify(reportBody({ reasons: { revenue: 'x'.repeat(501) } })),
      '400 bad-request',
    ],
    ['half a surrogate pair', JSON.stringify(reportBody({ sheet: '\ud800' })), '400 bad-request'],
    ['nesting without end', `{"values": ${'['.repeat(60_000)}${']'.repeat(60_000)}}`, '400 bad-request'],
  ])('with 400 for %s', async (_, body, expected) => {
    expect(await problem(await askAs(REPORTER, REPORT, { method: 'PUT', body, headers: FIRST }))).toBe(expected);
  });

  test.each([
    ['If-None-Match with a tag', { 'If-None-Match': '"1"' }],
    ['a weak tag', { 'If-Match': 'W/"1"' }],
    ['two tags', { 'If-Match': '"1", "2"' }],
    ['a star', { 'If-Match': '*' }],
    ['both', { 'If-Match': '"1"', 'If-None-Match': '*' }],
  ])('with 400 for the precondition %s', async (_, headers) => {
    expect(await problem(await send({}, headers))).toBe('400 bad-precondition');
  });

  test('with 428 without a precondition', async () => {
    expect(await problem(await send({}, {}))).toBe('428 precondition-required');
  });

  test('with 423 while the period is locked, and not after', async () => {
    await askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' });
    expect(await problem(await send())).toBe('423 locked');
    await askAs(ADMIN, `/api/periods/${PERIOD}/unlock`, { method: 'POST', body: { reason: 'Sửa số liệu' } });
    expect((await send()).status).toBe(201);
  });

  test('with 409 from a copy of the workbook, until the sheet is released', async () => {
    await send();
    const copy = { sheet: 'a-copy', values: { revenue: 2 } };
    expect(await problem(await send(copy, on(1)))).toBe('409 sheet-mismatch');
    expect((await askAs(ADMIN, '/api/units/muong-bang/sheet', { method: 'DELETE' })).status).toBe(204);
    expect((await send(copy, on(1))).status).toBe(200);
  });

  test('with 409 once it is accepted, until it is returned', async () => {
    await send({ state: 'submitted', values: fullValues() });
    await askAs(REVIEWER, `${REPORT}/accept`, { method: 'POST' });
    expect(await problem(await send({}, on(2)))).toBe('409 accepted');
    await askAs(REVIEWER, `${REPORT}/return`, { method: 'POST', body: { reason: 'Cần sửa' } });
    expect((await send({}, on(3))).status).toBe(200);
  });

  test.each(['trigger', 'sweep'])('with 409 where a submission comes by %s', async (via) => {
    expect(await problem(await send({ state: 'submitted', via, values: fullValues() }))).toBe('409 not-in-person');
  });

  test('with 412 where another revision is current, which it names', async () => {
    await send();
    const response = await send({ values: { revenue: 9 } }, FIRST);
    expect(response.headers.get('ETag')).toBe('"1"');
    const body = await response.clone().json<{ current: unknown }>();
    expect(await problem(response)).toBe('412 precondition-failed');
    expect(body.current).toMatchObject({ revision: 1, state: 'draft', by: REPORTER, values: { revenue: 1.25 } });
  });

  test('with 412 where there is none yet', async () => {
    expect(await problem(await send({}, on(1)))).toBe('412 precondition-failed');
  });

  test.each([
    ['a negative number', { values: { revenue: -1 } }, 'revenue'],
    ['text', { values: { revenue: '1' } }, 'revenue'],
    ['an unknown input', { values: { nothing: 1 } }, 'nothing'],
    ['an inherited name', { values: JSON.parse('{"constructor": 1}') }, 'constructor'],
    ['a reason for another unit’s input', { reasons: { nothing: 'lý do' } }, 'nothing'],
    ['a reason for an inherited name', { reasons: JSON.parse('{"constructor": "lý do"}') }, 'constructor'],
  ])('with 422 for %s, and nothing is stored', async (_, over, input) => {
    const response = await send(over);
    const body = await response.clone().json<{ findings: { input: string; severity: string }[] }>();
    expect(await problem(response)).toBe('422 findings');
    expect(body.findings.map((finding) => [finding.input, finding.severity])).toEqual([[input, 'refused']]);
    expect(await problem(await askAs(REPORTER, REPORT))).toBe('404 no-report');
  });

  test('with 422 for a submission that lacks what is due', async () => {
    const response = await send({ state: 'submitted' });
    const { findings } = await response.json<{ findings: { code: string }[] }>();
    expect(response.status).toBe(422);
    expect(findings.every(({ code }) => code === 'required')).toBe(true);
    expect(findings.length).toBeGreaterThan(5);
  });

  test('with 422 for a submission with a warning, until a reason is given', async () => {
    const values = { ...fullValues(), revenue: 11 };
    expect(await problem(await send({ state: 'submitted', values }))).toBe('422 findings');
    expect(await problem(await send({ state: 'submitted', values, reasons: { revenue: 'ab' } }))).toBe('422 findings');
    expect((await send({ state: 'submitted', values, reasons: { revenue: 'Thu đột xuất' } })).status).toBe(201);
  });

  test('with 503 where it cannot be stored, and nothing is', async () => {
    await runInDurableObject(commune(), (_, { storage }) => {
      storage.sql.exec("CREATE TRIGGER full BEFORE INSERT ON revisions BEGIN SELECT RAISE(ABORT, 'full'); END");
    });
    const before = await ledgerLines();
    const response = await send();
    expect(await problem(response)).toBe('503 storage-unavailable');
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(await ledgerLines()).toEqual(before);
    expect(await problem(await askAs(REPORTER, REPORT))).toBe('404 no-report');
  });
});

describe('reading a report', () => {
  test.each([
    ['a reviewer', REVIEWER, 200],
    ['a viewer', VIEWER, 200],
    ['an admin', ADMIN, 200],
    ['its reporter', REPORTER, 200],
    ['another unit’s reporter', OTHER_REPORTER, 403],
    ['a stranger', STRANGER, 403],
  ])('by %s answers as it should', async (_, who, status) => {
    await send();
    expect((await askAs(who, REPORT)).status).toBe(status);
    expect((await askAs(who, `${REPORT}/history`)).status).toBe(status);
  });

  test('answers 404 for an unknown unit, to who may see them all', async () => {
    expect(await problem(await askAs(VIEWER, `/api/reports/nowhere/${PERIOD}`))).toBe('404 unknown-unit');
  });

  test('pages through its history, newest first, with what changed', async () => {
    await send();
    await send({ values: { revenue: 2 } }, on(1));
    await send({ values: { coffeeArea: 'na' } }, on(2));
    const first = await (await askAs(REPORTER, `${REPORT}/history?limit=2`)).json<{
      next: number;
      revisions: unknown[];
    }>();
    expect(first).toMatchObject({ next: 2, revisions: [{ revision: 3 }, { revision: 2 }] });
    expect(first.revisions[0]).toMatchObject({
      changes: [
        { input: 'revenue', from: 2, to: null },
        { input: 'coffeeArea', from: null, to: 'na' },
      ],
    });
    const rest = await (await askAs(REPORTER, `${REPORT}/history?limit=2&before=2`)).json();
    expect(rest).toMatchObject({
      next: null,
      revisions: [{ revision: 1, changes: [{ input: 'revenue', from: null, to: 1.25 }] }],
    });
  });

  test.each(['limit=0', 'limit=501', 'limit=x', 'before=-1'])('refuses the history’s %s', async (query) => {
    await send();
    expect(await problem(await askAs(REPORTER, `${REPORT}/history?${query}`))).toBe('400 bad-request');
  });
});

describe('what is acknowledged', () => {
  test('is still there after the object has gone and come back', async () => {
    const receipt = await (await send()).json<Receipt>();
    const summary = await (await askAs(VIEWER, `/api/summary?period=${PERIOD}`)).text();
    await evictDurableObject(commune());
    expect(await (await send({}, {})).json()).toEqual({ ...receipt, replayed: true });
    expect(await (await askAs(VIEWER, `/api/summary?period=${PERIOD}`)).text()).toBe(summary);
  });

  test('is one of two concurrent writers’ alone', async () => {
    await send();
    const values = [2, 3, 4, 5];
    const answers = await Promise.all(values.map((revenue) => send({ values: { revenue } }, on(1))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const won = values[answers.findIndex(({ status }) => status === 200)];
    const report = await (await askAs(REPORTER, REPORT)).json<Report>();
    expect(report).toMatchObject({ revision: 2, values: { revenue: won } });
  });
});
