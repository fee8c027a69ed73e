import { describe, expect, test } from 'vitest';
import { type Exchange, requireConformance } from './conformance.ts';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const LOCK = { period: '2026-Q2', locked: true, by: null, at: null };
const PROBLEM = { type: '/problems/locked', code: 'locked', title: 'x', status: 423, detail: 'x' };
const HASH = '0'.repeat(64);
const ENTRY = { index: 1, at: '2026-11-25T09:43:00.000Z', by: 'x', kind: 'lock', previous: HASH, hash: HASH, more: 1 };
const FILE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const lock = (over: Partial<Exchange> = {}, body: unknown = LOCK): Exchange => ({
  method: 'POST',
  path: '/api/periods/2026-Q2/lock',
  sent: undefined,
  status: 200,
  headers: new Headers(JSON_TYPE),
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...over,
});
const get = (path: string, over: Partial<Exchange>): Exchange => lock({ method: 'GET', path, ...over });
const refusal = (over: object = {}, more: Partial<Exchange> = {}): Exchange =>
  lock({
    path: '/api/reports/muong-bang/2026-Q2/accept',
    status: 423,
    headers: new Headers({ 'Content-Type': 'application/problem+json' }),
    body: JSON.stringify({ ...PROBLEM, ...over }),
    ...more,
  });

describe('an answer that is as the document says passes', () => {
  test.each([
    ['a body of its schema', lock()],
    ['a problem that is listed', refusal()],
    ['lines of entries', get('/api/ledger', { headers: ndjson(), body: `${JSON.stringify(ENTRY)}\n` })],
    ['a page, whatever it is', get('/', { status: 418, body: 'x' })],
    ['a preflight', lock({ method: 'OPTIONS', status: 204, body: '' })],
    [
      'an address that there is not',
      refusal({ code: 'not-found', status: 404 }, { path: '/api/nothing', status: 404 }),
    ],
  ])('with %s', (_, exchange) => expect(() => requireConformance(exchange)).not.toThrow());
});

describe('an answer that is not fails, by name', () => {
  test.each([
    ['another status', lock({ status: 202 }), 'answered 202: a status that the document does not list'],
    ['another type', lock({ headers: new Headers({ 'Content-Type': 'text/html' }) }), 'the type "text/html"'],
    ['no JSON', lock({}, '{'), 'no JSON'],
    ['a key too few', lock({}, { ...LOCK, by: undefined }), 'by'],
    ['a key too many', lock({}, { ...LOCK, more: 1 }), 'more'],
    ['a value of another kind', lock({}, { ...LOCK, locked: 'yes' }), 'boolean'],
    ['a period that is none', lock({}, { ...LOCK, period: '2026-Q5' }), 'pattern'],
    ['a moment that is none', lock({}, { ...LOCK, at: 'now' }), '#/at'],
    ['a code of another status', refusal({ code: 'forbidden' }), '#/code'],
    ['another status inside', refusal({ status: 409 }), '#/status'],
    ['a problem as plain JSON', refusal({}, { headers: new Headers(JSON_TYPE) }), 'the type "application/json"'],
    [
      'a body to a head',
      get('/api/summary', { method: 'HEAD', headers: new Headers({ ETag: '"x"' }) }),
      'should be none',
    ],
    ['a missing tag', get('/api/summary', { body: '{}' }), 'without the header ETag'],
    ['a body with 304', get('/api/summary', { status: 304, headers: new Headers({ ETag: '"x"' }) }), 'should be none'],
    [
      'a file without its name',
      get('/api/summary.xlsx', { headers: new Headers({ 'Content-Type': FILE, ETag: '"x"' }) }),
      'Content-Disposition',
    ],
    [
      'a bad line',
      get('/api/ledger', { headers: ndjson(), body: `${JSON.stringify(ENTRY)}\n{"index":0}\n` }),
      'required',
    ],
    ['a request that is not allowed, though taken', lock({ sent: '{"more":1}' }), 'does not allow'],
    ['findings that are missing', problemOf422(), 'findings'],
    ['an address that there should not be', get('/api/nothing', { body: '{}' }), 'no operation (GET /api/nothing)'],
  ])('with %s', (_, exchange, fault) => expect(() => requireConformance(exchange)).toThrow(fault));

  test('says which operation', () => {
    expect(() => requireConformance(lock({ status: 202 }))).toThrow(
      'POST /api/periods/{period}/lock (POST /api/periods/2026-Q2/lock) answered 202',
    );
  });
});

function ndjson(): Headers {
  return new Headers({ 'Content-Type': 'application/x-ndjson; charset=utf-8' });
}

function problemOf422(): Exchange {
  const more = { method: 'PUT', path: '/api/reports/muong-bang/2026-Q2', status: 422 };
  return refusal({ code: 'findings', status: 422 }, more);
}
