/** Requests to the routes that there are, as the router has them, with something hostile in every place that a caller fills. */
import type { Chance } from '../../../test/oracle/random.ts';
import { ROUTES } from '../../api/routes.ts';
import { type Ask, ORIGIN, PERIOD, plan } from '../client.ts';
import { anyJson, damaged, hostileReport } from './hostile-json.ts';
import { hostileText } from './hostile-text.ts';
import { hostileToken } from './hostile-token.ts';

/** What somebody can come with: good tokens and cookies, and a backup that was taken here. */
export interface Means {
  readonly tokens: readonly [string, ...string[]];
  readonly cookies: readonly [string, ...string[]];
  /** The cookies of those who may most. */
  readonly admin: string;
  readonly reporter: string;
  readonly backup: string;
}

export interface HostileRequest {
  readonly path: string;
  readonly request: Ask & { readonly method: string; readonly headers: Record<string, string> };
}

const [FIRST, ...OTHERS] = ROUTES;
const QUERIES = [
  'period',
  'basis',
  'verdict',
  'section',
  'unit',
  'q',
  'compare',
  'rows',
  'done',
  'head',
  'verify',
  'limit',
  'before',
  'after',
  'return',
  'notice',
  'code',
  'state',
  'iss',
  'error',
] as const;
const SOUND = [
  PERIOD,
  'accepted',
  'latest',
  'behind',
  'muong-bang',
  'before',
  'year',
  '1',
  '50',
  'changed',
  'returned',
  '/units',
  'ended',
  'party',
  '',
] as const;
const FIELDS = [
  'revision',
  'reason',
  'email',
  'role',
  'name',
  'audience',
  'unit',
  'kind',
  'parent',
  'body',
  'place',
  'signer',
  'unit-muong-bang',
  'note-revenue',
  '__proto__',
] as const;
const UNITS = ['muong-bang', 'muong-bang', 'muong-bon', ...plan.units.map(({ id }) => id)] as const;
const PERIODS = [
  PERIOD,
  PERIOD,
  '2025-Q4',
  '2026-Q1',
  '2031-Q1',
  '2026-Q5',
  '2026-q2',
  '2026-Q2 ',
  '02026-Q2',
  '2026-Q2\u0000',
  '٢٠٢٦-Q2',
] as const;

export function hostileRequest(chance: Chance, means: Means): HostileRequest {
  if (FIRST === undefined) throw new Error('no routes');
  const route = chance.pick([FIRST, ...OTHERS]);
  const method = chance.oneIn(12)
    ? chance.pick(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    : route.method;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => parameter(chance, name)) + query(chance);
  const headers = headersOf(chance, means, route.page === true, method);
  if (chance.below(10) < 6) {
    // Mostly somebody who may, so that more than the right is asked for.
    delete headers.Authorization;
    Object.assign(headers, { Cookie: route.need === 'report.send' ? means.reporter : means.admin, Origin: ORIGIN });
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(chance, means, route.path, headers);
  return { path, request: { method, headers, ...(body === undefined ? {} : { body }) } };
}

function parameter(chance: Chance, name: string): string {
  if (chance.oneIn(4))
    return chance.oneIn(6)
      ? chance.pick(['%', '%ff', '%00', '..', '.', '%2f', '%e0%80%af'])
      : encoded(hostileText(chance, 300));
  if (name === 'unit') return chance.pick(UNITS);
  if (name === 'period') return encoded(chance.pick(PERIODS));
  if (name === 'number') return chance.pick(['1', '2', '24', '25', '0', '-1', '1.0', '01', '1e0', 'x']);
  return chance.pick(['reviewer@demo.test', 'moi@demo.test', 'x@y.test', 'addin', 'commune-view']);
}

/** As `encodeURIComponent`, which takes no half pairs; nothing at all would be another route. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || 'x';
}

function query(chance: Chance): string {
  if (chance.oneIn(2)) return '';
  const pairs = Array.from({ length: 1 + chance.below(4) }, () => {
    const value = chance.oneIn(2) ? chance.pick(SOUND) : hostileText(chance, 200);
    return `${chance.oneIn(10) ? encoded(hostileText(chance, 20)) : chance.pick(QUERIES)}=${encoded(value)}`;
  });
  return `?${pairs.join('&')}${chance.oneIn(12) ? chance.pick(['&', '&=', '&%', '&a=%zz', '#x', '&&&', '?']) : ''}`;
}

function headersOf(chance: Chance, means: Means, isPage: boolean, method: string): Record<string, string> {
  const headers: Record<string, string> = {};
  const set = (name: string, ...values: [string, ...string[]]) => {
    headers[name] = latin(chance.oneIn(8) ? hostileText(chance, 200) : chance.pick(values));
  };
  if (isPage || chance.oneIn(3)) set('Accept', 'text/html', 'application/json', '*/*');
  const who = chance.below(10);
  if (who < 5) Object.assign(headers, { Cookie: chance.pick(means.cookies), Origin: ORIGIN });
  else if (who < 8) headers.Authorization = `Bearer ${chance.pick(means.tokens)}`;
  else if (who < 9) headers.Authorization = latin(`Bearer ${hostileToken(chance, chance.pick(means.tokens))}`);
  if (chance.oneIn(10))
    set('Cookie', `__Host-session=${hostileText(chance, 100)}`, '__Host-sign-in=%7B%22issuer%22%3A1%7D', 'a;b;=;c==');
  if (chance.oneIn(10)) set('Origin', ORIGIN, 'null', 'https://evil.test', 'https://desk.test');
  if (chance.oneIn(3)) set('If-Match', '"1"', '"2"', 'W/"1"', '*', '"1", "2"');
  else if (chance.oneIn(2)) set('If-None-Match', '*', '"x"', 'W/"x"');
  if (chance.oneIn(12)) set('Sec-Fetch-Site', 'same-origin', 'cross-site', 'none');
  // The tests' own way in makes a GET of any upgrade; at the edge itself that has a test of its own.
  if (method === 'GET' && chance.oneIn(12)) set('Upgrade', 'websocket', 'h2c');
  if (chance.oneIn(12)) set('Sec-WebSocket-Protocol', 'live.v1', 'ticket.x', 'live.v1, ticket.x');
  if (chance.oneIn(12)) set('Referer', `${ORIGIN}/units`, 'https://evil.test/', '//');
  if (chance.oneIn(12)) set('X-Commune-Caller', '%7B%22address%22%3A%22%22%7D', '{}');
  if (chance.oneIn(12)) set('CF-Connecting-IP', '192.0.2.1', '::1');
  return headers;
}

/** What a header holds without a warning of the platform's. */
function latin(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').trim();
}

function bodyOf(chance: Chance, means: Means, path: string, headers: Record<string, string>): string {
  const isForm = !path.startsWith('/api/');
  if (isForm) headers['Content-Type'] = chance.oneIn(15) ? 'text/plain' : 'application/x-www-form-urlencoded';
  if (path === '/api/restore' && chance.oneIn(8)) headers['Content-Encoding'] = 'gzip';
  if (chance.oneIn(60)) return 'x'.repeat(chance.pick([131_072, 131_073, 200_000]));
  if (chance.oneIn(15)) return hostileText(chance, 50_000, true);
  if (path === '/api/restore') return damaged(chance, means.backup);
  if (isForm) return formOf(chance);
  if (path.startsWith('/api/reports/') && !/return|accept/.test(path)) return hostileReport(chance, 'muong-bang');
  const sound = {
    reason: hostileText(chance, 520),
    role: 'viewer',
    unit: 'muong-bang',
    name: hostileText(chance, 210),
  };
  const { reason, role, unit, name } = sound;
  return JSON.stringify(
    chance.pick([{ reason }, { role, name }, { unit }, { role: 'reporter', units: [unit], name }, anyJson(chance), {}]),
  );
}

function formOf(chance: Chance): string {
  const pairs = Array.from({ length: 1 + chance.below(6) }, (): [string, string] => {
    const name = chance.oneIn(12) ? hostileText(chance, 40) : chance.pick(FIELDS);
    const sound = chance.pick([
      '1',
      '2',
      'viewer',
      'reporter',
      'moi@demo.test',
      'muong-bang',
      'party',
      'on',
      'Số liệu minh họa',
      '',
    ]);
    return [name, chance.oneIn(2) ? sound : hostileText(chance, chance.pick([20, 600, 5000]))];
  });
  const text = String(new URLSearchParams(pairs));
  return chance.oneIn(20) ? damaged(chance, text) : text;
}
