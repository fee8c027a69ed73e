/** Hostile requests against the whole service in workerd: never an error of ours, never an answer that the document or the browser's rules forbid. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chanceFrom } from '../../test/oracle/random.ts';
import { fileOf, takeBackup } from '../testing/backups.ts';
import { ADMIN, ask, REPORTER, REVIEWER, STRANGER, tokenOf, VIEWER } from '../testing/client.ts';
import { parsePage } from '../testing/elements.ts';
import { type HostileRequest, hostileRequest, type Means } from '../testing/fuzz/hostile-request.ts';
import { MARK } from '../testing/fuzz/hostile-text.ts';
import { FUZZ } from '../testing/fuzz/runs.ts';
import { liveIn } from '../testing/lived-in.ts';
import { reset } from '../testing/reset.ts';
import { openSession } from '../testing/sign-in.ts';
import { faultsOf } from '../testing/web-security.ts';

/** After so many a new commune: what they left behind would slow the next ones down. */
const A_COMMUNE = 400;
/** After so many everybody signs in anew: one of the routes signs out everywhere. */
const A_SESSION = 20;
/** Between two requests, so that nobody comes to their limit and tokens and sessions last. */
const PAUSE_MS = 500;
const PEOPLE = [ADMIN, REVIEWER, REPORTER, VIEWER, STRANGER] as const;
/** What the service says where somebody else does not answer. */
const DOCUMENTED_503 = ['keys-unavailable'];

const { seed, requests } = FUZZ;
/** Lines of the log of errors: what nobody expected is told there, and nowhere else. */
const errors: string[] = [];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => errors.push(said.map(String).join(' ')));
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function newCommune(): Promise<Means> {
  await reset();
  await liveIn();
  const [token = '', ...more] = await Promise.all(PEOPLE.map((email) => tokenOf({ email })));
  return { tokens: [token, ...more], backup: fileOf(await takeBackup()), ...(await newSessions()) };
}

async function newSessions(): Promise<Pick<Means, 'cookies' | 'admin' | 'reporter'>> {
  const cookies: string[] = [];
  for (const email of PEOPLE) cookies.push(`__Host-session=${await openSession(email)}`);
  const [admin = '', ...others] = cookies;
  return { cookies: [admin, ...others], admin, reporter: cookies[PEOPLE.indexOf(REPORTER)] ?? '' };
}

/** What is wrong with the answer to a request; none where all is well. */
async function faultsIn({ path, request }: HostileRequest, statuses: Map<number, number>): Promise<string[]> {
  errors.length = 0;
  let response: Response;
  try {
    // Throws where the answer is not as the document says.
    response = await ask(path, request);
  } catch (cause) {
    return [String(cause), ...errors];
  }
  statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  response.webSocket?.accept();
  response.webSocket?.close();
  const text = response.webSocket === null ? new TextDecoder().decode(await response.arrayBuffer()) : '';
  const isOurs = response.status >= 500 && !DOCUMENTED_503.some((code) => text.includes(`"${code}"`));
  const address = path.replace(/[?#].*/s, '');
  return [
    ...(isOurs ? [`${response.status} ${text.slice(0, 200)}`, ...errors] : []),
    ...(request.method === 'OPTIONS' ? [] : await faultsOf(address, response, text)),
    ...(response.headers.get('Content-Type')?.startsWith('text/html') === true ? await bornIn(text) : []),
  ];
}

/** Elements and attributes that came to be from somebody's text. */
async function bornIn(html: string): Promise<string[]> {
  const { elements } = await parsePage(html);
  return elements
    .filter(({ name, attributes }) => [name, ...attributes.keys()].some((each) => each.includes(MARK)))
    .map(({ name }) => `<${name}> was born`);
}

test('nothing that a request says breaks the service, or its answer', { timeout: 3 * 3_600_000 }, async () => {
  const chance = chanceFrom(seed);
  const statuses = new Map<number, number>();
  let means: Means | undefined;
  for (let made = 0; made < requests; made++) {
    if (made % A_COMMUNE === 0) means = await newCommune();
    if (means === undefined) throw new Error('no commune');
    if (made % A_SESSION === 0) means = { ...means, ...(await newSessions()) };
    vi.setSystemTime(Date.now() + PAUSE_MS);
    const hostile = hostileRequest(chance, means);
    const faults = await faultsIn(hostile, statuses);
    const { path, request } = hostile;
    const seen = { seed, made, path: path.slice(0, 300), ...request, body: String(request.body ?? '').slice(0, 300) };
    expect(faults, JSON.stringify(seen)).toEqual([]);
  }
  console.info(`${requests} requests, by status: ${JSON.stringify(Object.fromEntries(statuses))}`);
  const taken = [...statuses].flatMap(([status, count]) => (status < 400 ? [count] : []));
  expect(taken.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(requests / 10);
  expect(statuses.size).toBeGreaterThan(8);
});
