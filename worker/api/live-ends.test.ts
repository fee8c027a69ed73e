/** A live connection lives on a right, and ends with it; a ticket is good once, and not for long. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  type Ask,
  ask,
  askAs,
  commune,
  invite,
  ORIGIN,
  problem,
  REPORTER,
  REVIEWER,
  send,
  tokenOf,
  VIEWER,
} from '../testing/client.ts';
import { closeAll, listen, ticketIn, ticketOf, UPGRADE, withTicket } from '../testing/live.ts';
import { reset } from '../testing/reset.ts';
import { begin, signIn } from '../testing/sign-in.ts';

const AUDIENCE = 'addin-muong-bang';
const register = () => askAs(ADMIN, `/api/audiences/${AUDIENCE}`, { method: 'PUT', body: { unit: 'muong-bang' } });
const unregister = () => askAs(ADMIN, `/api/audiences/${AUDIENCE}`, { method: 'DELETE' });
const dismiss = (email: string) => askAs(ADMIN, `/api/members/${email}`, { method: 'DELETE' });
const post = (path: string, Cookie: string): Promise<Response> =>
  ask(path, { method: 'POST', headers: { Cookie, Origin: ORIGIN } });
const bySession = (Cookie: string): Ask => ({ headers: { ...UPGRADE, Cookie, Origin: ORIGIN } });
/** A short token, by which the way to the end is short as well. */
const until = async (seconds: number): Promise<Record<string, string>> => ({
  Authorization: `Bearer ${await tokenOf({ email: VIEWER, exp: seconds })}`,
});
const sql = (query: string, ...values: number[]) =>
  runInDurableObject(commune(), (_, { storage }) => storage.sql.exec<{ ends_at: number }>(query, ...values).toArray());

beforeEach(async () => {
  await reset();
  await invite();
});
afterEach(closeAll);

describe('the live connection closes', () => {
  test('when the member is removed, also while the object slept', async () => {
    const { closed } = await listen(withTicket(await ticketOf(VIEWER)));
    const other = await listen(withTicket(await ticketOf(REPORTER)));
    await dismiss(VIEWER);
    expect(await closed).toBe(4401);
    await evictDurableObject(commune());
    await dismiss(REPORTER);
    expect(await other.closed).toBe(4401);
  });

  test('and only that one: who still may goes on listening', async () => {
    const { next } = await listen(withTicket(await ticketOf(REVIEWER)));
    const { closed } = await listen(withTicket(await ticketOf(VIEWER)));
    await dismiss(VIEWER);
    expect(await closed).toBe(4401);
    await send();
    expect(JSON.parse(String(await next()))).toMatchObject({ type: 'summary' });
  });

  test('when the workbook’s audience is removed', async () => {
    await register();
    const { closed } = await listen(withTicket(await ticketOf({ email: VIEWER, aud: AUDIENCE })));
    await unregister();
    expect(await closed).toBe(4401);
  });

  test('when the token has ended, by the alarm', async () => {
    const { closed } = await listen({ headers: { ...UPGRADE, ...(await until(1)) } });
    expect(await closed).toBe(4401);
  });

  test('when the token has ended by which its ticket was had', async () => {
    const ticket = await ticketIn(await ask('/api/live/ticket', { method: 'POST', headers: await until(1) }));
    const { closed } = await listen(withTicket(ticket));
    expect(await closed).toBe(4401);
  });

  test('when the session has ended by itself', async () => {
    const Cookie = await signIn(VIEWER);
    await sql('UPDATE sessions SET ends_at = ?', Date.now() + 500);
    const { closed } = await listen(bySession(Cookie));
    expect(await closed).toBe(4401);
  });

  test('when its person signs out', async () => {
    const Cookie = await signIn(VIEWER);
    const byTicket = await listen(withTicket(await ticketIn(await post('/api/live/ticket', Cookie))));
    const direct = await listen(bySession(Cookie));
    await post('/sign-out', Cookie);
    expect([await byTicket.closed, await direct.closed]).toEqual([4401, 4401]);
  });

  test('when its person signs out everywhere, from another browser', async () => {
    const { closed } = await listen(bySession(await signIn(VIEWER)));
    await post('/sign-out-everywhere', await signIn(VIEWER));
    expect(await closed).toBe(4401);
  });

  test('when its browser signs somebody else in', async () => {
    const before = await signIn(VIEWER);
    const { closed } = await listen(bySession(before));
    const { callback, cookie } = await begin({ email: REVIEWER });
    await ask(callback, { headers: { Cookie: `${cookie}; ${before}` } });
    expect(await closed).toBe(4401);
  });
});

describe('a ticket', () => {
  const opens = async (ticket: string) => problem(await ask('/api/live', withTicket(ticket)));

  test('is good for 30 s, and only its hash is kept', async () => {
    const ticket = await ticketOf(VIEWER);
    const [row, ...more] = await sql('SELECT * FROM tickets');
    expect(more).toEqual([]);
    expect(JSON.stringify(row)).not.toContain(ticket);
    expect(((row?.ends_at ?? 0) - Date.now()) / 1000).toBeCloseTo(30, 0);
    await sql('UPDATE tickets SET ends_at = ?', Date.now());
    expect(await opens(ticket)).toBe('401 unauthenticated');
  });

  test('opens nothing after its token has ended', async () => {
    // Inside the leeway for clocks the token still counts, but there is no time left to listen in.
    const answer = await ask('/api/live/ticket', { method: 'POST', headers: await until(-30) });
    expect(await opens(await ticketIn(answer))).toBe('401 unauthenticated');
  });

  test('opens nothing after its session has ended, or its workbook has gone', async () => {
    const Cookie = await signIn(VIEWER);
    const ofSession = await ticketIn(await post('/api/live/ticket', Cookie));
    await post('/sign-out', Cookie);
    expect(await opens(ofSession)).toBe('401 unauthenticated');
    await register();
    const ofWorkbook = await ticketOf({ email: VIEWER, aud: AUDIENCE });
    await unregister();
    expect(await opens(ofWorkbook)).toBe('401 unauthenticated');
  });

  test('that was taken in vain is gone as well', async () => {
    const ticket = await ticketOf(VIEWER);
    const protocol = { 'Sec-WebSocket-Protocol': `live.v1, ticket.${ticket}` };
    expect(await problem(await ask('/api/live', { headers: protocol }))).toBe('426 upgrade-required');
    expect(await opens(ticket)).toBe('401 unauthenticated');
  });
});
