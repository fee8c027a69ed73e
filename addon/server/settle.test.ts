import { describe, expect, test } from 'vitest';
import type { Values } from '../../shared/values.ts';
import { NO_RECORD, type PeriodRecord } from './records.ts';
import { contentDigest } from './report-content.ts';
import { type Attempt, settle } from './settle.ts';
import { mayBeSent, type Sending } from './sync.ts';
import type { Answer } from './worker-client.ts';

const NOW = Date.UTC(2026, 10, 24);
const CLOCK = { now: NOW, chance: 0 };
const ME = 'a@demo.test';

const content = (values: Values) => ({ values, reasons: {}, sources: {} });
const attempt = (values: Values, state: Attempt['state'] = 'draft'): Attempt => ({ content: content(values), state });
const response = (status: number, body: unknown, headers = {}): Answer => ({ kind: 'response', status, headers, body });
const problem = (status: number, code: string, more = {}) =>
  response(status, { type: `/problems/${code}`, code, title: code, status, detail: code, ...more });
const current = (revision: number, values: Values, by = 'b@demo.test') => ({
  current: { revision, state: 'draft', contentHash: 'h', by, at: '2026-11-24T00:00:00Z', values },
});
const saved = (values: Values, more: Partial<PeriodRecord> = {}): PeriodRecord => ({
  ...NO_RECORD,
  revision: 3,
  state: 'draft',
  values: { ...values },
  ...more,
});

function settled(record: PeriodRecord, tried: Attempt, answer: Answer) {
  return settle(record, tried, answer, null, ME, CLOCK);
}

describe('a precondition that does not hold', () => {
  test.each([
    ['what was acknowledged', saved({ a: 1 }), { a: 1 }],
    ['a try without an answer', saved({ a: 1 }, { unanswered: [{ a: 2 }] }), { a: 2 }],
    ['what is being sent', saved({ a: 1 }), { a: 9 }],
  ])('is ours where the Worker has %s', (_, record, values) => {
    const result = settled(record, attempt({ a: 9, b: null }), problem(412, 'precondition', current(7, values)));
    expect(result.next).toBe('again');
    expect(result.next === 'again' && result.patch(record).revision).toBe(7);
  });

  test('is somebody else’s where the Worker has anything else', () => {
    const record = saved({ a: 1 });
    const result = settled(record, attempt({ a: 9 }), problem(412, 'precondition', current(7, { a: 5 })));
    expect(result.next).toBe('period');
    expect(result.next === 'period' && result.patch(record).conflict).toMatchObject({ revision: 7, values: { a: 5 } });
  });

  test('is asked about where nothing is remembered', () => {
    const result = settled(NO_RECORD, attempt({ a: 9 }), problem(412, 'precondition', current(7, { a: 5 })));
    expect(result.next).toBe('ask');
  });

  test('without the current report is a bad answer, and nothing is noted as sent', () => {
    expect(settled(saved({}), attempt({ a: 9 }), problem(412, 'precondition')).next).toBe('period');
    expect(settled(saved({}), attempt({ a: 9 }), response(412, 'x')).next).toBe('line');
  });
});

describe('a receipt', () => {
  const receipt = {
    unit: 'u',
    period: '2026-Q3',
    revision: 4,
    state: 'draft',
    receivedAt: '2026-11-24T00:00:00Z',
    by: ME,
    contentHash: 'h',
    replayed: true,
    findings: [],
    ledger: { index: 1, hash: 'h', signature: null },
  };

  test('of a report that was accepted since says so', () => {
    const body = {
      ...receipt,
      ...current(5, { a: 1 }),
      current: { ...current(5, { a: 1 }).current, state: 'accepted' },
    };
    const result = settled(saved({}), attempt({ a: 1 }), response(200, body));
    expect(result.next === 'stored' && result.patch(saved({}))).toMatchObject({ revision: 5, state: 'accepted' });
  });

  test('leaves the period waiting where a reason was given meanwhile', () => {
    const result = settled(saved({}), attempt({ a: 1 }), response(200, receipt));
    expect(result.next === 'stored' && result.patch(saved({}, { reasons: { a: 'vì …' } })).waiting).toBe(true);
    expect(result.next === 'stored' && result.patch(saved({})).waiting).toBe(false);
  });
});

test('failures in a row wait longer each time, within bounds', () => {
  const waits = [0, 1, 2, 5, 30].map((failures) => {
    const result = settle(saved({}), attempt({}), { kind: 'unreachable' }, { failures }, ME, CLOCK);
    return result.next === 'line' ? result.line.retryAt - NOW : -1;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000, 32_000, 300_000]);
});

describe('whether a period may be sent', () => {
  const sending: Sending = { via: 'person', editors: null, urgent: false, submit: false };
  const may = (record: PeriodRecord, more: Partial<Sending> = {}, account = ME) =>
    mayBeSent(record, null, content({ a: 1 }), { ...sending, ...more }, account, NOW);
  const submitting = saved({ a: 0 }, { submitting: { account: ME, content: contentDigest(content({ a: 1 })) } });

  test('not while another run is sending it, but after that run must be dead', () => {
    expect(may(saved({}, { claim: { run: 'x', until: NOW + 1 } })).kind).toBe('blocked');
    expect(may(saved({}, { claim: { run: 'x', until: NOW - 1 } })).kind).toBe('send');
  });

  test('an unanswered submission is repeated as one by its person alone', () => {
    expect(may(submitting)).toEqual({ kind: 'send', state: 'submitted' });
    expect(may(submitting, {}, 'b@demo.test').kind).toBe('blocked');
    expect(may(submitting, { via: 'trigger' }).kind).toBe('blocked');
    expect(may({ ...submitting, submitting: { account: ME, content: 'other' } })).toEqual({
      kind: 'send',
      state: 'draft',
    });
  });

  test('not where the Worker has it already', () => {
    expect(may(saved({ a: 1 })).kind).toBe('nothing');
  });
});
