import { beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  askAs,
  FIRST,
  fullValues,
  invite,
  ledgerLines,
  on,
  PERIOD,
  problem,
  REPORTER,
  REVIEWER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';

const REPORT = `/api/reports/muong-bang/${PERIOD}`;
const reason = 'Xem lại số hộ nghèo';
const submit = (headers: Readonly<Record<string, string>> = FIRST) =>
  send({ state: 'submitted', values: fullValues() }, headers);
const accept = (who = REVIEWER, headers = {}) => askAs(who, `${REPORT}/accept`, { method: 'POST', headers });
const sendBack = (who = REVIEWER, headers = {}) =>
  askAs(who, `${REPORT}/return`, { method: 'POST', body: { reason }, headers });

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
});

describe('the life of a report', () => {
  test('goes from draft by submission, return and acceptance, each a revision that the ledger has', async () => {
    await send();
    await submit(on(1));
    const returned = await sendBack();
    expect(returned.headers.get('ETag')).toBe('"3"');
    expect(await returned.json()).toMatchObject({ revision: 3, state: 'returned', by: REVIEWER });
    expect(await (await askAs(REPORTER, REPORT)).json()).toMatchObject({ state: 'returned', returnReason: reason });
    await submit(on(3));
    expect(await (await accept(ADMIN, on(4))).json()).toMatchObject({ revision: 5, state: 'accepted', by: ADMIN });
    const lines = await ledgerLines();
    const kinds = lines.map((line) => JSON.parse(line)).map(({ kind, state }) => [kind, state]);
    expect(kinds.filter(([kind]) => kind !== 'member')).toEqual([
      ['report', 'draft'],
      ['report', 'submitted'],
      ['return', 'returned'],
      ['report', 'submitted'],
      ['accept', 'accepted'],
    ]);
  });

  test('makes a new draft of an edit to what is submitted', async () => {
    await submit();
    expect(await (await send({}, on(1))).json()).toMatchObject({ revision: 2, state: 'draft' });
  });

  test('forgets the reason of a return with the next revision', async () => {
    await submit();
    await sendBack();
    await send({}, on(2));
    expect(await (await askAs(REPORTER, REPORT)).json()).toMatchObject({ returnReason: null });
  });
});

describe('a return or an acceptance is refused', () => {
  test.each([REPORTER, VIEWER])('with 403 from %s', async (who) => {
    await submit();
    expect(await problem(await accept(who))).toBe('403 forbidden');
    expect(await problem(await sendBack(who))).toBe('403 forbidden');
  });

  test('with 404 where there is no report', async () => {
    expect(await problem(await accept())).toBe('404 no-report');
    expect(await problem(await sendBack())).toBe('404 no-report');
  });

  test.each([{}, { reason: 'ab' }, { reason: 'x'.repeat(501) }, { reason, more: 1 }])(
    'with 400 for the return’s body %j',
    async (body) => {
      await submit();
      expect(await problem(await askAs(REVIEWER, `${REPORT}/return`, { method: 'POST', body }))).toBe(
        '400 reason-missing',
      );
    },
  );

  test('with 423 while the period is locked', async () => {
    await submit();
    await askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' });
    expect(await problem(await accept())).toBe('423 locked');
    expect(await problem(await sendBack())).toBe('423 locked');
  });

  test('with 409 of a draft, and an acceptance of what is accepted', async () => {
    await send();
    expect(await problem(await accept())).toBe('409 not-submitted');
    expect(await problem(await sendBack())).toBe('409 not-submitted');
    await submit(on(1));
    await accept();
    expect(await problem(await accept())).toBe('409 not-submitted');
    expect((await sendBack()).status).toBe(200);
  });

  test('with 412 where the reviewer saw another revision', async () => {
    await submit();
    expect(await problem(await accept(REVIEWER, on(7)))).toBe('412 precondition-failed');
    expect((await accept(REVIEWER, on(1))).status).toBe(200);
  });
});

describe('a lock', () => {
  test('with a list for its body is refused, as the document says', async () => {
    const request = { method: 'POST', body: [] };
    expect(await problem(await askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, request))).toBe('400 bad-request');
  });

  const lock = (who: string) => askAs(who, `/api/periods/${PERIOD}/lock`, { method: 'POST' });
  const unlock = (who: string, body: unknown = { reason }) =>
    askAs(who, `/api/periods/${PERIOD}/unlock`, { method: 'POST', body });

  test('is a reviewer’s, and its end an admin’s with a reason', async () => {
    expect(await (await lock(REVIEWER)).json()).toMatchObject({ period: PERIOD, locked: true, by: REVIEWER });
    expect(await problem(await unlock(REVIEWER))).toBe('403 forbidden');
    expect(await problem(await unlock(ADMIN, {}))).toBe('400 reason-missing');
    expect(await (await unlock(ADMIN)).json()).toMatchObject({ period: PERIOD, locked: false, by: ADMIN });
    expect(await problem(await lock(REPORTER))).toBe('403 forbidden');
  });

  test('that is there already stays as it was', async () => {
    const first = await (await lock(REVIEWER)).json();
    expect(await (await lock(ADMIN)).json()).toEqual(first);
  });

  test('of no period answers 404', async () => {
    const response = await askAs(REVIEWER, '/api/periods/2031-Q1/lock', { method: 'POST' });
    expect(await problem(response)).toBe('404 unknown-period');
  });
});
