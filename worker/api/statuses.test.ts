// The contract's statuses, each with every code that it comes with: read it as the list.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handle } from '../edge/handle.ts';
import type { ProblemCode } from '../problems.ts';
import {
  ADMIN,
  type Ask,
  ask,
  askAs,
  commune,
  FIRST,
  fullValues,
  invite,
  ORIGIN,
  on,
  PERIOD,
  problem,
  REPORTER,
  REVIEWER,
  send,
  tokenOf,
  VIEWER,
} from '../testing/client.ts';
import { exhaust, stopClock } from '../testing/limits.ts';
import { reset } from '../testing/reset.ts';
import { openSession } from '../testing/sign-in.ts';
import { PROBLEMS } from '../words.ts';

const REPORT = `/api/reports/muong-bang/${PERIOD}`;
const ADDRESS = { 'CF-Connecting-IP': '192.0.2.7' };
const FORGED = { Authorization: 'Bearer forged' };
const RETRY = ['too-many-requests', 'keys-unavailable', 'storage-unavailable'];

const put = (over: Ask) => askAs(REPORTER, REPORT, { method: 'PUT', headers: FIRST, ...over });
const post = (act: string, over: Ask = {}, who = REVIEWER) =>
  askAs(who, `${REPORT}/${act}`, { method: 'POST', ...over });
const submit = (over = {}) => send({ state: 'submitted', values: fullValues(), ...over });
const lock = () => askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' });

/** A session without the sign-in: what its cookie is worth has tests of its own. */
async function asSession(path: string, request: Ask): Promise<Response> {
  const secret = await openSession(ADMIN);
  return ask(path, { ...request, headers: { Cookie: `__Host-session=${secret}`, ...request.headers } });
}

async function withoutStorage(): Promise<Response> {
  await runInDurableObject(commune(), (_, { storage }) => {
    storage.sql.exec("CREATE TRIGGER full BEFORE INSERT ON revisions BEGIN SELECT RAISE(ABORT, 'full'); END");
  });
  return send();
}

async function overLimit(headers: Readonly<Record<string, string>>): Promise<Response> {
  stopClock();
  await exhaust(headers);
  return ask('/api/me', { headers });
}

type Case = readonly [when: string, expected: `${number} ${ProblemCode}`, answer: () => Promise<Response>];

const CASES: readonly Case[] = [
  ['what is no JSON', '400 bad-json', () => put({ body: '{' })],
  ['another shape', '400 bad-request', () => put({ body: { more: 1 } })],
  ['a basis that there is not', '400 bad-request', () => askAs(VIEWER, '/api/summary?basis=all')],
  ['a return without its reason', '400 reason-missing', () => submit().then(() => post('return', { body: {} }))],
  ['a weak tag', '400 bad-precondition', () => send({}, { 'If-Match': 'W/"1"' })],
  ['both preconditions', '400 bad-precondition', () => send({}, { ...FIRST, ...on(1) })],
  ['nobody', '401 unauthenticated', () => ask('/api/me')],
  ['a forged token', '401 invalid-token', () => ask('/api/me', { headers: FORGED })],
  ['a token that has ended', '401 expired-token', () => askAs({ exp: -120 }, '/api/me')],
  ['a workbook that nobody registered', '401 unknown-audience', () => askAs({ aud: 'addin-new' }, '/api/me')],
  [
    'the same e-mail address with another subject',
    '401 other-account',
    () => askAs(REPORTER, '/api/me').then(() => askAs({ email: REPORTER, sub: 'second' }, '/api/me')),
  ],
  ['a role that may not', '403 forbidden', () => send({}, FIRST, VIEWER)],
  ['another page’s form', '403 foreign-origin', () => asSession('/api/live/ticket', { method: 'POST' })],
  [
    'what comes without encryption',
    '403 https-required',
    () => handle(new Request('http://commune.test/api/summary'), env),
  ],
  ['an address that there is not', '404 not-found', () => askAs(ADMIN, '/api/nothing')],
  ['an unknown unit', '404 unknown-unit', () => askAs(VIEWER, `/api/reports/nowhere/${PERIOD}`)],
  ['an unknown period', '404 unknown-period', () => askAs(VIEWER, '/api/reports/muong-bang/2031-Q1')],
  ['no report yet', '404 no-report', () => askAs(VIEWER, REPORT)],
  ['an unknown member', '404 unknown-member', () => askAs(ADMIN, '/api/members/x@y.test', { method: 'DELETE' })],
  ['an unknown audience', '404 unknown-audience-id', () => askAs(ADMIN, '/api/audiences/x', { method: 'DELETE' })],
  ['a method that the address is not for', '405 method-not-allowed', () => askAs(ADMIN, '/api/me', { method: 'PUT' })],
  ['a copy of the workbook', '409 sheet-mismatch', () => send().then(() => send({ sheet: 'a-copy' }, on(1)))],
  [
    'what is accepted',
    '409 accepted',
    () =>
      submit()
        .then(() => post('accept'))
        .then(() => send({}, on(2))),
  ],
  ['the acceptance of a draft', '409 not-submitted', () => send().then(() => post('accept'))],
  [
    'the return of a draft',
    '409 not-submitted',
    () => send().then(() => post('return', { body: { reason: 'Xem lại số hộ' } })),
  ],
  ['a trigger’s submission', '409 not-in-person', () => submit({ via: 'trigger' })],
  ['the last admin', '409 last-admin', () => askAs(ADMIN, `/api/members/${ADMIN}`, { method: 'DELETE' })],
  ['another revision', '412 precondition-failed', () => send().then(() => send({ values: {} }, on(7)))],
  ['more than 128 KiB', '413 too-large', () => put({ body: ' '.repeat(128 * 1024 + 1) })],
  ['a refused value', '422 findings', () => send({ values: { revenue: -1 } })],
  ['a submission that lacks what is due', '422 findings', () => send({ state: 'submitted' })],
  ['a report in a locked period', '423 locked', () => lock().then(() => send())],
  [
    'an acceptance in a locked period',
    '423 locked',
    () =>
      submit()
        .then(lock)
        .then(() => post('accept')),
  ],
  ['a live connection without an upgrade', '426 upgrade-required', () => askAs(VIEWER, '/api/live')],
  ['no precondition', '428 precondition-required', () => send({}, {})],
  ['a person over the limit', '429 too-many-requests', async () => overLimit(await bearer(VIEWER))],
  ['an address over its own', '429 too-many-requests', () => overLimit({ ...ADDRESS, ...FORGED })],
  ['keys that cannot be had', '503 keys-unavailable', () => askAs({ iss: 'https://broken.test' }, '/api/me')],
  ['a full storage', '503 storage-unavailable', withoutStorage],
  ['a wrong configuration', '500 internal', () => handle(new Request(`${ORIGIN}/api/me`), { ...env, ISSUERS: '[{}]' })],
];

async function bearer(email: string) {
  return { Authorization: `Bearer ${await tokenOf({ email })}` };
}

beforeEach(async () => {
  await reset();
  await invite();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the service answers', () => {
  test.each(CASES)('to %s: %s', async (_, expected, answer) => {
    const response = await answer();
    const { headers } = response;
    expect(await problem(response)).toBe(expected);
    const [, code = ''] = expected.split(' ');
    expect(headers.has('Retry-After')).toBe(RETRY.includes(code));
    expect(headers.has('WWW-Authenticate')).toBe(expected.startsWith('401'));
  });

  test('with every code that it has, but those of the sign-in page and of files that are restored', () => {
    const said = CASES.map(([, expected]) => expected.split(' ')[1]);
    const others = Object.keys(PROBLEMS).filter((code) => !said.includes(code));
    // A damaged file, and a place that is not empty, are tried in `backup/`; a version that is too old in `commune/`.
    expect(others.filter((code) => !code.startsWith('backup-'))).toEqual(['sign-in-failed', 'not-empty', 'newer-data']);
  });
});
