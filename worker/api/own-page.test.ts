/** What comes with a session's cookie comes from a page of ours, or is a visit: by what browsers say of a request. */

import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, ask, askAs, ORIGIN, problem } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { openSession } from '../testing/sign-in.ts';

let Cookie = '';
beforeEach(async () => {
  await reset();
  Cookie = `__Host-session=${await openSession(ADMIN)}`;
});

const from = (site: string, mode: string, dest: string) => ({
  Cookie,
  'Sec-Fetch-Site': site,
  'Sec-Fetch-Mode': mode,
  'Sec-Fetch-Dest': dest,
});

describe('reading', () => {
  test.each([
    ['our own page’s script', 'same-origin', 'cors', 'empty'],
    ['our own page’s connection', 'same-origin', 'websocket', 'empty'],
    ['the address bar', 'none', 'navigate', 'document'],
    ['a link in somebody’s mail', 'cross-site', 'navigate', 'document'],
  ])('is for %s', async (_, site, mode, dest) => {
    expect((await ask('/api/summary', { headers: from(site, mode, dest) })).status).toBe(200);
    expect((await ask('/', { headers: from(site, mode, dest) })).status).toBe(200);
  });

  test('is for a browser that says nothing of it', async () => {
    expect((await ask('/api/summary', { headers: { Cookie } })).status).toBe(200);
  });

  test.each([
    ['another site’s picture', 'cross-site', 'no-cors', 'image'],
    ['another site’s script', 'cross-site', 'no-cors', 'script'],
    ['another site’s frame', 'cross-site', 'navigate', 'iframe'],
    ['the script of another host of our domain', 'same-site', 'cors', 'empty'],
    ['another port’s picture', 'same-site', 'no-cors', 'image'],
    ['what is not known', 'elsewhere', 'cors', 'empty'],
  ])('is not for %s', async (_, site, mode, dest) => {
    expect(await problem(await ask('/api/summary', { headers: from(site, mode, dest) }))).toBe('403 foreign-origin');
  });
});

test('what changes something needs both: our origin, and no word against it', async () => {
  const post = (headers: Record<string, string>) => ask('/api/live/ticket', { method: 'POST', headers });
  expect((await post({ ...from('same-origin', 'cors', 'empty'), Origin: ORIGIN })).status).toBe(200);
  expect((await post({ Cookie, Origin: ORIGIN })).status).toBe(200);
  for (const headers of [
    from('same-origin', 'cors', 'empty'),
    { ...from('cross-site', 'navigate', 'document'), Origin: ORIGIN },
    { ...from('same-site', 'cors', 'empty'), Origin: ORIGIN },
    { ...from('none', 'navigate', 'document'), Origin: 'null' },
  ]) {
    expect(await problem(await post(headers))).toBe('403 foreign-origin');
  }
});

test('a token speaks for itself, wherever it comes from: the sidebar is another site', async () => {
  const headers = { Origin: 'https://n-abc-script.googleusercontent.com', 'Sec-Fetch-Site': 'cross-site' };
  expect((await askAs(ADMIN, '/api/summary', { headers })).status).toBe(200);
});
