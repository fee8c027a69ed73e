import { evictDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, ask, askAs, commune, invite, on, problem, STRANGER, send, VIEWER } from '../testing/client.ts';
import { closeAll, listen, ticketOf, UPGRADE, withTicket } from '../testing/live.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});
afterEach(closeAll);

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

  test('lets a client that missed a change learn it from the next one: its summary is older than the sequence says', async () => {
    const head = async () =>
      (await (await askAs(VIEWER, '/api/summary')).json<{ ledger: { index: number } }>()).ledger.index;
    const first = await listen(withTicket(await ticketOf(VIEWER)));
    await send();
    const seen = JSON.parse(String(await first.next()));
    expect(await head()).toBe(seen.sequence);
    first.socket.close(1000);
    await first.closed;
    await send({ values: { revenue: 2 } }, on(1));
    const missed = await head();
    const second = await listen(withTicket(await ticketOf(VIEWER)));
    await send({ values: { revenue: 3 } }, on(2));
    const next = JSON.parse(String(await second.next()));
    expect([missed > seen.sequence, next.sequence > missed]).toEqual([true, true]);
    expect(await head()).toBe(next.sequence);
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
