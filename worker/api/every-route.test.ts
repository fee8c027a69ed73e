/** Everybody, through everything, on every route of the router and every unit: who should is let in, and nobody else. */
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { createServices } from '../commune/services.ts';
import { configOf } from '../env.ts';
import { ask, commune, FIRST, PERIOD, plan, problem, reportBody } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { headersOf, settle } from '../testing/rights/callers.ts';
import { expectedOf } from '../testing/rights/expected.ts';
import { CLIENTS, type Line, PEOPLE, RIGHTS, type Through, type Who } from '../testing/rights/table.ts';
import { createApp } from './app.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

const UNITS = plan.units.map(({ id }) => id);
const LINES: Readonly<Record<string, Line>> = RIGHTS;
const names = ROUTES.map(({ method, path }) => `${method} ${path}`);

/** A route once for each unit where its path has one, else once. */
const places = ROUTES.flatMap(({ method, path }) => {
  const line = LINES[`${method} ${path}`];
  if (line === undefined) return [];
  return (path.includes(':unit') ? UNITS : UNITS.slice(0, 1)).map((unit) => ({ method, path, unit, line }));
});
const cells = PEOPLE.flatMap((who) => CLIENTS.map((through) => ({ who, through })));

test('the table has a line for every route, and none for another', () => {
  expect([...new Set(names)]).toEqual(names);
  expect(names.filter((name) => !Object.hasOwn(LINES, name))).toEqual([]);
  expect(Object.keys(RIGHTS).filter((name) => !names.includes(name))).toEqual([]);
  expect(places.length * cells.length).toBeGreaterThanOrEqual(1000);
});

test('a service with a route that declares nothing does not start', async () => {
  const undeclared: Route = Object({ method: 'GET', path: '/api/all', answer: () => new Response('everything') });
  const started = runInDurableObject(commune(), (_, state) => {
    createApp(createServices(state, plan, configOf(env)), [...ROUTES, undeclared]);
  });
  await expect(started).rejects.toThrow('GET /api/all does not declare what it needs');
});

describe.each(places)('$method $path of $unit', ({ method, path, unit, line }) => {
  const elsewhere = UNITS.find((each) => each !== unit) ?? '';
  beforeEach(async () => {
    await reset();
    await settle(unit, elsewhere);
    await report(unit);
  });

  test(`answers each of ${cells.length} callers what is theirs`, { timeout: 60_000 }, async () => {
    const params: Readonly<Record<string, string>> = { unit, period: PERIOD, ...line.with };
    const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const wrong: string[] = [];
    for (const { who, through } of cells) {
      const headers = { ...line.headers, ...(await headersOf(who, through)) };
      const found = await answered(method, address, headers);
      const expected = shown(line, who, through);
      if (!expected.includes(found)) wrong.push(`${who}, ${through}: ${found} instead of ${expected.join(' or ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** A report to be read, so that what is kept from somebody is really there. */
async function report(unit: string): Promise<void> {
  const headers = { ...FIRST, ...(await headersOf('reporter of this unit', 'browser token')) };
  const body = reportBody({ values: {}, sheet: `sheet-${unit}` });
  const { status } = await ask(`/api/reports/${unit}/${PERIOD}`, { method: 'PUT', headers, body });
  if (status !== 201) throw new Error(`report answered ${status}`);
}

/** A refusal for want of right by its code, or as the page that stands for it; anything else by its status. */
async function answered(method: string, address: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await ask(address, { method, headers });
  response.webSocket?.accept();
  response.webSocket?.close();
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  if (isProblem && [401, 403, 429].includes(response.status)) return problem(response);
  const location = response.headers.get('Location') ?? '';
  // From a page the way leads back to it; what a form would have done is not done behind anybody's back.
  return /^\/sign-in(?:\?return=|$)/.test(location) ? 'to sign-in' : String(response.status);
}

function shown(line: Line, who: Who, through: Through): string[] {
  const expected = expectedOf(line, who, through);
  if (expected.in) return expected.statuses.map(String);
  if (line.page === undefined) return [expected.problem];
  return [expected.problem.startsWith('401') ? 'to sign-in' : '403'];
}
