import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Period } from '../../../shared/periods.ts';
import type { Link } from '../model/state.ts';
import { createCommune } from './commune.ts';
import type { SummaryAnswer } from './reader.ts';

/** A socket that opens, speaks and closes when the test says. */
class ScriptedSocket extends EventTarget {
  readyState = 0;
  readonly url: string;
  readonly protocols: readonly string[];
  constructor(url: string, protocols: readonly string[]) {
    super();
    this.url = url;
    this.protocols = protocols;
  }
  become(state: 'open' | 'closed'): void {
    this.readyState = state === 'open' ? 1 : 3;
    this.dispatchEvent(new Event(state === 'open' ? 'open' : 'close'));
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const SAME: SummaryAnswer = { kind: 'same' };
const DOWN: SummaryAnswer = { kind: 'failed', why: 'network', retryAfterMs: null };
const CHANGE = JSON.stringify({ type: 'summary', period: '2026-Q2', sequence: 17 });

function commune(answers: SummaryAnswer[] = []) {
  const read: Period[] = [];
  const links: Link[] = [];
  const sockets: ScriptedSocket[] = [];
  const reader = {
    summary: (period: Period) => {
      read.push(period);
      return Promise.resolve(answers.shift() ?? SAME);
    },
    ticket: () => Promise.resolve('once'),
  };
  const open = (url: string, protocols: string[]): WebSocket => {
    const socket = new ScriptedSocket(url, protocols);
    sockets.push(socket);
    return socket as unknown as WebSocket;
  };
  const events = { onAnswer: () => {}, onLink: (link: Link) => void links.push(link) };
  return { read, links, sockets, it: createCommune('https://worker.test', reader, open, events) };
}

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the commune’s figures', () => {
  test('are read when a period is shown, and the socket is opened with a ticket, not with a token', async () => {
    const { read, sockets, it } = commune();
    it.show('2026-Q4');
    await settle();
    expect(read).toEqual(['2026-Q4']);
    expect(sockets.map(({ url, protocols }) => [url, protocols])).toEqual([
      ['wss://worker.test/api/live', ['live.v1', 'ticket.once']],
    ]);
  });

  test('are read again when the socket opens, and at each change, of whatever period', async () => {
    const { read, links, sockets, it } = commune();
    it.show('2026-Q4');
    await settle();
    sockets[0]!.become('open');
    await settle();
    sockets[0]!.say(CHANGE);
    await settle();
    expect(read).toHaveLength(3);
    expect(links[links.length - 1]).toEqual({ kind: 'live' });
  });

  test('are NOT read for what is no message of ours', async () => {
    const { read, sockets, it } = commune();
    it.show('2026-Q4');
    await settle();
    sockets[0]!.become('open');
    await settle();
    for (const noise of ['pong', '{', '{"type":"other"}']) sockets[0]!.say(noise);
    await settle();
    expect(read).toHaveLength(2);
  });

  test('are read at intervals while no socket stands', async () => {
    const { read, it } = commune();
    it.show('2026-Q4');
    await settle();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(read).toHaveLength(2);
  });

  test('after a closed socket a new one is tried, later each time', async () => {
    const { sockets, it } = commune();
    it.show('2026-Q4');
    await settle();
    for (let round = 1; round <= 4; round++) {
      sockets[round - 1]!.become('closed');
      await vi.advanceTimersByTimeAsync(499 * 2 ** (round - 1));
      expect(sockets).toHaveLength(round);
      await vi.advanceTimersByTimeAsync(501 * 2 ** (round - 1));
      expect(sockets).toHaveLength(round + 1);
    }
  });

  test('a Worker that is down is said to be, and asked again', async () => {
    const { read, links, it } = commune([DOWN]);
    it.show('2026-Q4');
    await settle();
    expect(links).toEqual([{ kind: 'down', why: 'network' }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(read).toHaveLength(2);
    expect(links[1]).toEqual({ kind: 'polling' });
  });

  test('a busy Worker is left alone as long as it asked for', async () => {
    const { read, it } = commune([{ kind: 'failed', why: 'network', retryAfterMs: 7000 }]);
    it.show('2026-Q4');
    await settle();
    await vi.advanceTimersByTimeAsync(6999);
    expect(read).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(read).toHaveLength(2);
  });
});
