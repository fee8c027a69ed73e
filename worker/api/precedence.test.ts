// Where several problems fit, the first of the contract's order is answered: each is tried together with all that come after it.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ask,
  askAs,
  FIRST,
  fullValues,
  invite,
  OTHER_REPORTER,
  on,
  PERIOD,
  problem,
  REPORTER,
  REVIEWER,
  reportBody,
  send,
  tokenOf,
} from '../testing/client.ts';
import { exhaust, stopClock } from '../testing/limits.ts';
import { reset } from '../testing/reset.ts';

interface Sending {
  readonly who: string;
  readonly period: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Beyond its JSON. */
  readonly padding: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Headers = Readonly<Record<string, string>>;

/** What is wrong with a sending, and what in the world makes it so. */
interface Fault {
  readonly answer: string;
  readonly spoil?: (sending: Sending) => Sending;
  /** `headers` are those of the sending; `bearer` names its person by a sound token. */
  readonly before?: (headers: Headers, bearer: Headers) => Promise<unknown>;
}

const withBody = (more: Readonly<Record<string, unknown>>) => (sending: Sending) => ({
  ...sending,
  body: { ...sending.body, ...more },
});
const withHeaders = (more: Readonly<Record<string, string>>) => (sending: Sending) => ({
  ...sending,
  headers: { ...sending.headers, ...more },
});

const FORGED = { Authorization: 'Bearer forged' };
const IN_ORDER: readonly Fault[] = [
  {
    answer: '429 too-many-requests',
    spoil: withHeaders({ ...FORGED, 'CF-Connecting-IP': '192.0.2.7' }),
    before: exhaust,
  },
  { answer: '401 invalid-token', spoil: withHeaders(FORGED) },
  { answer: '429 too-many-requests', before: (_, bearer) => exhaust(bearer) },
  { answer: '403 forbidden', spoil: (sending) => ({ ...sending, who: OTHER_REPORTER }) },
  { answer: '404 unknown-period', spoil: (sending) => ({ ...sending, period: '2031-Q1' }) },
  { answer: '413 too-large', spoil: (sending) => ({ ...sending, padding: ' '.repeat(128 * 1024) }) },
  { answer: '400 bad-request', spoil: withBody({ more: 1 }) },
  {
    answer: '428 precondition-required',
    spoil: (sending) => ({ ...sending, headers: without(sending.headers, 'If-Match') }),
  },
  { answer: '423 locked', before: () => askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' }) },
  { answer: '409 sheet-mismatch', spoil: withBody({ sheet: 'a-copy' }) },
  { answer: '412 precondition-failed', spoil: withHeaders(on(7)) },
  { answer: '422 findings', spoil: withBody({ values: { revenue: -1 } }) },
];

const SOUND: Sending = {
  who: REPORTER,
  period: PERIOD,
  body: reportBody({ values: { revenue: 2 } }),
  padding: '',
  headers: on(1),
};

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

/** Spoilt from the last fault to the first, so that what is not there (a precondition) takes back what would be wrong with it. */
function spoilt(faults: readonly Fault[]): Sending {
  return faults.reduceRight((sending, { spoil }) => spoil?.(sending) ?? sending, SOUND);
}

async function answerTo(faults: readonly Fault[]): Promise<Response> {
  const { who, period, body, padding, headers } = spoilt(faults);
  const bearer = { Authorization: `Bearer ${await tokenOf({ email: who })}` };
  const all = { ...bearer, ...headers };
  stopClock();
  for (const { before } of faults) await before?.(without(all, 'If-Match'), bearer);
  const request = { method: 'PUT', body: JSON.stringify(body) + padding, headers: all };
  return ask(`/api/reports/muong-bang/${period}`, request);
}

beforeEach(async () => {
  await reset();
  await invite();
  await send();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a sending with nothing wrong is stored', async () => {
  expect((await answerTo([])).status).toBe(200);
});

test.each(IN_ORDER.map((fault, place) => [fault.answer, place] as const))(
  '%s comes before all that follow',
  async (answer, place) => {
    expect(await problem(await answerTo(IN_ORDER.slice(place)))).toBe(answer);
  },
);

describe('a replay', () => {
  const submission = { state: 'submitted', values: fullValues() };
  const act = (what: string) => askAs(REVIEWER, `/api/${what}`, { method: 'POST' });

  test('of what stands comes before 428, 423 and 412, and after 400', async () => {
    await act(`periods/${PERIOD}/lock`);
    expect(await problem(await send({ more: 1 }, {}))).toBe('400 bad-request');
    for (const headers of [{}, FIRST, on(7)]) {
      const again = await send({}, headers);
      expect([again.status, await again.json()]).toMatchObject([200, { revision: 1, replayed: true }]);
    }
  });

  test('of what was accepted since comes before 423, 409 and 412', async () => {
    await send(submission, on(1));
    await act(`reports/muong-bang/${PERIOD}/accept`);
    await act(`periods/${PERIOD}/lock`);
    for (const headers of [FIRST, on(1), on(7)]) {
      const again = await send(submission, headers);
      const expected = { revision: 2, replayed: true, current: { revision: 3, state: 'accepted' } };
      expect([again.status, await again.json()]).toMatchObject([200, expected]);
    }
  });
});
