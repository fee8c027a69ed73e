/** Everything that a person can type, hostile, into a commune; then every page: each text is there as it was typed, and is nothing but text. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chanceFrom } from '../../test/oracle/random.ts';
import { ROUTES } from '../api/routes.ts';
import {
  ADMIN,
  ask,
  askAs,
  FIRST,
  fullValues,
  invite,
  on,
  PERIOD,
  REPORTER,
  REVIEWER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { type Parsed, parsePage } from '../testing/elements.ts';
import { sendForm } from '../testing/forms.ts';
import { hostileText } from '../testing/fuzz/hostile-text.ts';
import { FUZZ } from '../testing/fuzz/runs.ts';
import { reset } from '../testing/reset.ts';
import { openSession } from '../testing/sign-in.ts';
import { faultsOf } from '../testing/web-security.ts';

const ROUNDS = Math.max(3, Math.round(FUZZ.requests / 400));
const UNIT = 'muong-bang';
const REPORT = `/units/${UNIT}/${PERIOD}`;

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What stands in each field. */
interface Typed {
  readonly explanation: string;
  readonly returned: string;
  readonly unlocked: string;
  readonly name: string;
  readonly audience: string;
  readonly head: string;
  readonly sheet: string;
  readonly words: string;
}

const LONGEST: Readonly<Record<keyof Typed, number>> = {
  explanation: 500,
  returned: 500,
  unlocked: 500,
  name: 100,
  audience: 100,
  head: 100,
  sheet: 200,
  words: 400,
};

function typedFrom(make: (longest: number) => string): Typed {
  const all = Object.entries(LONGEST).map(([field, longest]) => [field, make(longest)]);
  return Object.fromEntries(all) as unknown as Typed;
}

/** Lives through a quarter with these texts. Throws where one of them was not taken. */
async function live(typed: Typed): Promise<void> {
  await reset();
  await invite();
  const must = async (answer: Promise<Response>, ...statuses: number[]) => {
    const response = await answer;
    if (!statuses.includes(response.status)) throw new Error(`${response.status}: ${await response.text()}`);
  };
  const person = { role: 'reporter', units: [UNIT], name: typed.name };
  await must(askAs(ADMIN, `/api/members/${REPORTER}`, { method: 'PUT', body: person }), 200);
  // With a blank in it, it is none: the page comes again.
  await must(sendForm(ADMIN, '/admin/audiences', { audience: `${typed.audience} z`, unit: UNIT }), 400);
  const head = { kind: 'party', parent: '', body: typed.head, place: typed.head, signer: typed.head };
  await must(sendForm(ADMIN, '/admin/paper', head), 303, 400);
  const report = {
    state: 'submitted',
    values: fullValues(),
    reasons: { revenue: typed.explanation },
    sheet: typed.sheet,
  };
  await must(send(report, FIRST), 201);
  await must(sendForm(REVIEWER, `${REPORT}/return`, { revision: '1', reason: typed.returned }), 303);
  await must(send({ ...report, values: { ...fullValues(), revenue: 2 } }, on(2)), 200);
  await must(askAs(ADMIN, '/api/periods/2025-Q4/lock', { method: 'POST' }), 200);
  const unlock = { method: 'POST', body: { reason: typed.unlocked } };
  await must(askAs(ADMIN, '/api/periods/2025-Q4/unlock', unlock), 200);
}

const PARAMS: Readonly<Record<string, string>> = { unit: UNIT, period: PERIOD, number: '1' };
const PAGES = ROUTES.filter(({ method, page }) => method === 'GET' && page === true).map(({ path }) =>
  path.replace(/:(\w+)/g, (_, name: string) => PARAMS[name] ?? ''),
);

/** Every page to everybody who sees it, and the pages that come again with what was typed. */
async function pagesWith(typed: Typed): Promise<[name: string, response: Response][]> {
  const pages: [string, Response][] = [];
  for (const who of [ADMIN, REPORTER, VIEWER]) {
    const headers = { Cookie: `__Host-session=${await openSession(who)}`, Accept: 'text/html' };
    for (const path of PAGES) pages.push([`${path} to ${who}`, await ask(path, { headers })]);
    const query = new URLSearchParams({ q: typed.words, period: PERIOD });
    pages.push([`/?q to ${who}`, await ask(`/?${query}`, { headers })]);
    vi.setSystemTime(Date.now() + 30_000);
  }
  const again = (name: string, path: string, fields: Readonly<Record<string, string>>, who = ADMIN) =>
    sendForm(who, path, fields).then((response) => pages.push([name, response]));
  await again('a member again', '/admin/members', { email: typed.words, role: 'viewer', name: typed.name });
  await again('an audience again', '/admin/audiences', { audience: typed.words, unit: typed.words });
  await again('a head again', '/admin/paper', {
    kind: typed.words,
    parent: '',
    body: typed.words,
    place: '',
    signer: '',
  });
  await again('a return again', `${REPORT}/return`, { revision: '1', reason: `${typed.returned}` }, REVIEWER);
  return pages;
}

/** Names of elements and attributes alone, in their order: what a text must not change. */
function skeletonOf({ elements }: Parsed): string {
  return elements.map(({ name, attributes }) => `${name}[${[...attributes.keys()].join()}]`).join(' ');
}

/** As pages write it: an element's text or an attribute's value. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Made so that it is taken, and looks like itself: not blank at its ends, on one line, and long enough. */
function hostile(chance: ReturnType<typeof chanceFrom>, longest: number): string {
  const text = `q${hostileText(chance, longest - 6).replace(/\s+|\p{Cc}+/gu, ' ')}`;
  return `${text.trim()}zzz`;
}

test('no typed text becomes an element, an attribute or an address', { timeout: 3 * 3_600_000 }, async () => {
  const chance = chanceFrom(FUZZ.seed);
  const plain = typedFrom(() => 'Số liệu minh họa');
  await live(plain);
  const expected = new Map<string, string>();
  for (const [name, response] of await pagesWith(plain)) {
    expected.set(name, skeletonOf(await parsePage(await response.text())));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const typed = typedFrom((longest) => hostile(chance, longest));
    await live(typed);
    const seen = new Set<keyof Typed>();
    for (const [name, response] of await pagesWith(typed)) {
      const html = await response.text();
      const where = JSON.stringify({ seed: FUZZ.seed, round, name, typed });
      expect(await faultsOf('/', response, html), where).toEqual([]);
      expect(skeletonOf(await parsePage(html)), where).toBe(expected.get(name));
      for (const field of Object.keys(LONGEST) as (keyof Typed)[]) {
        if (html.includes(escaped(typed[field]))) seen.add(field);
        if (/[<>"]/.test(typed[field])) expect(html.includes(typed[field]), where).toBe(false);
      }
    }
    // An audience with a blank is refused, and why a period was unlocked stands in the ledger alone.
    expect([...seen]).toEqual(expect.arrayContaining(['explanation', 'head', 'name', 'returned', 'sheet', 'words']));
  }
});
