/** What the Worker's tests speak to it with: tokens of the test issuer, requests through the whole Worker, reports that hold. */
import { env, exports } from 'cloudflare:workers';
import { importJWK, type JWK, SignJWT } from 'jose';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import type { Value } from '../../shared/values.ts';
import { servedPlan } from '../plan.ts';
import { requireConformance } from './conformance.ts';

export const ORIGIN = 'https://commune.test';
export const ISSUER = 'https://issuer.test';
export const BROWSER_CLIENT = 'commune-view';
export const PERIOD = '2026-Q2';
export const SHEET = 'sheet-muong-bang';

export interface TokenParts {
  readonly email?: string;
  readonly sub?: string;
  readonly aud?: string | string[];
  readonly iss?: string;
  /** Seconds from now. */
  readonly exp?: number;
  readonly nbf?: number;
  readonly key?: 'rsa' | 'ec' | 'stranger';
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** The commune's object, for what no request can reach. */
export function commune() {
  return env.COMMUNE.get(env.COMMUNE.idFromName(plan.resolution.id));
}

export function testKey(name: string): JWK {
  return JSON.parse(env.TEST_KEYS)[name];
}

export async function tokenOf(parts: TokenParts): Promise<string> {
  const email = parts.email ?? 'admin@demo.test';
  const jwk = testKey(parts.key ?? 'rsa');
  const now = Math.floor(Date.now() / 1000);
  const jwt = new SignJWT({ email, email_verified: true, ...parts.claims })
    .setProtectedHeader({ alg: jwk.alg ?? 'RS256', kid: jwk.kid ?? '', ...parts.header })
    .setIssuer(parts.iss ?? ISSUER)
    .setSubject(parts.sub ?? `sub-of-${email.toLowerCase()}`)
    .setAudience(parts.aud ?? BROWSER_CLIENT)
    .setIssuedAt(now)
    .setExpirationTime(now + (parts.exp ?? 3600));
  if (parts.nbf !== undefined) jwt.setNotBefore(now + parts.nbf);
  return jwt.sign(await importJWK(jwk, jwk.alg ?? 'RS256'));
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request through the Worker's own fetch handler, redirects not followed. Throws where the answer is not as the document says. */
export async function ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Response> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const content = sent === undefined ? {} : { body: sent };
  const request = { method, headers: { ...headers }, redirect: 'manual' as const, ...content };
  const response = await exports.default.fetch(`${ORIGIN}${path}`, request);
  // A body that nobody reads keeps its request open, and an eviction waits for open requests.
  const bytes = response.webSocket !== null || response.body === null ? null : await response.arrayBuffer();
  const text = bytes === null ? '' : new TextDecoder().decode(bytes);
  requireConformance({ method, path, sent, status: response.status, headers: response.headers, body: text });
  return bytes === null ? response : new Response(bytes, response);
}

/** The same under somebody's name. */
export async function askAs(who: TokenParts | string, path: string, request: Ask = {}): Promise<Response> {
  const token = await tokenOf(typeof who === 'string' ? { email: who } : who);
  return ask(path, { ...request, headers: { Authorization: `Bearer ${token}`, ...request.headers } });
}

export const ADMIN = 'admin@demo.test';
export const REVIEWER = 'reviewer@demo.test';
export const VIEWER = 'viewer@demo.test';
export const REPORTER = 'reporter.muong-bang@demo.test';
export const OTHER_REPORTER = 'reporter.muong-bon@demo.test';
export const STRANGER = 'stranger@demo.test';

export async function invite(): Promise<void> {
  const people = [
    [REVIEWER, { role: 'reviewer' }],
    [VIEWER, { role: 'viewer' }],
    [REPORTER, { role: 'reporter', units: ['muong-bang'], name: 'Người báo cáo' }],
    [OTHER_REPORTER, { role: 'reporter', units: ['muong-bon'] }],
  ] as const;
  for (const [email, body] of people) {
    const response = await askAs(ADMIN, `/api/members/${email}`, { method: 'PUT', body });
    if (response.status !== 200) throw new Error(`invitation answered ${response.status}: ${await response.text()}`);
  }
}

export const plan: Plan = servedPlan();

/** Values of a unit that no rule has anything against: every number 1, every flag yes. */
export function fullValues(unit = 'muong-bang'): Record<string, Value> {
  return Object.fromEntries(inputsOf(plan, unit).map(({ id, kind }) => [id, kind === 'flag' ? true : 1]));
}

export function reportBody(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { state: 'draft', sheet: SHEET, values: { revenue: 1.25 }, ...over };
}

export const FIRST = { 'If-None-Match': '*' };

export function on(revision: number): { 'If-Match': string } {
  return { 'If-Match': `"${revision}"` };
}

/** Sends a report of Mường Bằng for the usual period. */
export function send(
  over: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = FIRST,
  who: TokenParts | string = REPORTER,
  path = `/api/reports/muong-bang/${PERIOD}`,
): Promise<Response> {
  return askAs(who, path, { method: 'PUT', body: reportBody(over), headers });
}

/** The status and code of a problem; throws where the answer is not a complete one. */
export async function problem(response: Response): Promise<string> {
  const body = await response.json<Record<string, unknown>>();
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  const isWhole = ['type', 'code', 'title', 'detail'].every((key) => typeof body[key] === 'string');
  if (!isProblem || !isWhole || body.status !== response.status || body.type !== `/problems/${body.code}`) {
    throw new Error(`no problem: ${response.status} ${JSON.stringify(body)}`);
  }
  return `${body.status} ${body.code}`;
}

/** The ledger as its export has it, a line an entry. */
export async function ledgerLines(query = ''): Promise<string[]> {
  const response = await askAs(REVIEWER, `/api/ledger${query}`);
  // Not `text()`: workerd warns of a type that it does not know as text.
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return text.split('\n').filter((line) => line !== '');
}
