import { evictDurableObject, reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  type Ask,
  ask,
  askAs,
  invite,
  on,
  plan,
  problem,
  STRANGER,
  send,
  tokenOf,
  VIEWER,
} from '../testing/client.ts';

const UPGRADE = { Upgrade: 'websocket' };
const commune = () => env.COMMUNE.get(env.COMMUNE.idFromName(plan.resolution.id));
const opened: WebSocket[] = [];

beforeEach(async () => {
  await reset();
  await invite();
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
});

async function ticketOf(who: Parameters<typeof askAs>[0]): Promise<string> {
  const response = await askAs(who, '/api/live/ticket', { method: 'POST' });
  return (await response.json<{ ticket: string }>()).ticket;
}

const withTicket = (ticket: string): Ask => ({
  headers: { ...UPGRADE, 'Sec-WebSocket-Protocol': `live.v1, ticket.${ticket}` },
});

async function listen(request: Ask) {
  const response = await ask('/api/live', request);
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const messages: unknown[] = [];
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  const waiting: ((message: unknown) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const next = waiting.shift();
    if (next === undefined) messages.push(data);
    else next(data);
  });
  socket.accept();
  opened.push(socket);
  const next = () =>
    new Promise<unknown>((resolve) => (messages.length > 0 ? resolve(messages.shift()) : waiting.push(resolve)));
  return { response, socket, closed, next };
}

describe('the live connection', () => {
  test('opens by ticket, speaks its protocol, and tells each change of the summary', async () => {
    const { response, next } = await listen(withTicket(await ticketOf(VIEWER)));
    expect(response.status).toBe(101);
    expect(response.headers.get('Sec-WebSocket-Protocol')).toBe('live.v1');
    const receipt = await (await send()).json<{ ledger: { index: number } }>();
    const message = JSON.parse(String(await next()));
    expect(message).toEqual({ type: 'summary', period: '2026-Q2', sequence: receipt.ledger.index });
  });

  test('goes on through the object’s sleep', async () => {
    const { next } = await listen(withTicket(await ticketOf(VIEWER)));
    await evictDurableObject(commune());
    await send();
    expect(JSON.parse(String(await next()))).toMatchObject({ period: '2026-Q2' });
  });

  test('tells nothing of a retry', async () => {
    await send();
    const { next } = await listen(withTicket(await ticketOf(VIEWER)));
    await send();
    await send({ values: { revenue: 2 } }, on(1));
    const head = await (await askAs(VIEWER, '/api/summary')).json<{ ledger: { index: number } }>();
    expect(JSON.parse(String(await next()))).toMatchObject({ sequence: head.ledger.index });
  });

  test('answers a ping', async () => {
    const { socket, next } = await listen(withTicket(await ticketOf(VIEWER)));
    socket.send('ping');
    expect(await next()).toBe('pong');
  });

  test('says goodbye in order', async () => {
    const { socket, closed } = await listen(withTicket(await ticketOf(VIEWER)));
    socket.close(1000, 'done');
    expect(await closed).toBe(1000);
  });

  test('takes a ticket once', async () => {
    const ticket = await ticketOf(VIEWER);
    await listen(withTicket(ticket));
    expect(await problem(await ask('/api/live', withTicket(ticket)))).toBe('401 unauthenticated');
    expect(await problem(await ask('/api/live', withTicket('made-up')))).toBe('401 unauthenticated');
  });

  test('is nothing for a stranger, nor for a member who was removed with a ticket in hand', async () => {
    expect(await problem(await askAs(STRANGER, '/api/live/ticket', { method: 'POST' }))).toBe('403 forbidden');
    const ticket = await ticketOf(VIEWER);
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'DELETE' });
    expect(await problem(await ask('/api/live', withTicket(ticket)))).toBe('401 unauthenticated');
  });

  test('needs an upgrade', async () => {
    expect(await problem(await askAs(VIEWER, '/api/live'))).toBe('426 upgrade-required');
    expect(await problem(await ask('/api/live', { headers: UPGRADE }))).toBe('401 unauthenticated');
  });
});

describe('the live connection closes', () => {
  test('when the member is removed', async () => {
    const { closed } = await listen(withTicket(await ticketOf(VIEWER)));
    await askAs(ADMIN, `/api/members/${VIEWER}`, { method: 'DELETE' });
    expect(await closed).toBe(4401);
  });

  test('when the workbook’s audience is removed', async () => {
    const audience = '/api/audiences/addin-muong-bang';
    await askAs(ADMIN, audience, { method: 'PUT', body: { unit: 'muong-bang' } });
    const { closed } = await listen(withTicket(await ticketOf({ email: VIEWER, aud: 'addin-muong-bang' })));
    await askAs(ADMIN, audience, { method: 'DELETE' });
    expect(await closed).toBe(4401);
  });

  test('when the token has ended, by the alarm', async () => {
    const token = await tokenOf({ email: VIEWER, exp: 1 });
    const response = await ask('/api/live/ticket', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
    const { closed } = await listen(withTicket((await response.json<{ ticket: string }>()).ticket));
    // The alarm is due within the second; where it has run already there is none left to run.
    await closed.then((code) => expect(code).toBe(4401));
    await runDurableObjectAlarm(commune());
  });
});
