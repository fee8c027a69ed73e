/**
 * The service at its limits, in workerd alone: slow clients, many open views, a process that is ended while many reports are written
 * together. All that was acknowledged is there, everybody gets their answer, and memory stays bounded.
 */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { History, LiveMessage } from '../../shared/wire.ts';
import { isLongRun } from '../properties/seed.ts';
import { type ServedCommune, serveCommune } from './commune.ts';
import { requestText } from './http-connection.ts';
import { type Sender, senders, wholeReport } from './reporting.ts';

const SLOW = isLongRun() ? 500 : 20;
const VIEWS = isLongRun() ? 1000 : 40;
const KILLS = Number(process.env.KILLS ?? (isLongRun() ? 50 : 1));
/** What all of it may cost beside what the process had before. */
const MEMORY = 256 * 1024 * 1024;

let commune: ServedCommune;
const headersOf = async (email: string) => ({ Authorization: `Bearer ${await commune.token(email)}` });

beforeAll(async () => {
  commune = await serveCommune();
}, 60_000);
afterAll(() => commune?.close());

async function json<T>(path: string, email: string): Promise<T> {
  const response = await fetch(`${commune.origin()}${path}`, { headers: await headersOf(email) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function sendAll(all: readonly Sender[], rounds: number): Promise<void> {
  await Promise.all(
    all.map(async (sender) => {
      for (let round = 0; round < rounds; round++) await sender.send();
    }),
  );
}

/** Bytes that the process took on top of what it had. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = commune.workerd().memory().now;
  await work();
  const cost = commune.workerd().memory().peak - before;
  console.info(`${(cost / 1e6).toFixed(0)} MB on top of ${(before / 1e6).toFixed(0)} MB`);
  return cost;
}

function opened(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: commune.workerd().port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

describe('slow clients', () => {
  test(`${SLOW} that stop in the middle of a report hold nobody up, and are answered when they go on`, async () => {
    const headers = { ...(await headersOf('reporter.office@demo.test')), 'If-None-Match': '*' };
    const text = requestText('PUT', '/api/reports/office/2029-Q1', headers, wholeReport('office', 'desk-office', 1));
    const answers: Promise<string>[] = [];
    const slow: Socket[] = [];
    const cost = await growth(async () => {
      for (let client = 0; client < SLOW; client++) {
        const socket = await opened();
        answers.push(new Promise((resolve) => socket.once('data', (data) => resolve(data.toString().slice(9, 12)))));
        socket.write(text.slice(0, -100));
        slow.push(socket);
      }
      await sendAll(await senders(commune, 8), 5);
    });
    for (const socket of slow) socket.write(text.slice(-100));
    const statuses = await Promise.all(answers);
    // They all say the same: one is new, and the others are its retries.
    expect(statuses.sort()).toEqual([...Array(SLOW - 1).fill('200'), '201']);
    for (const socket of slow) socket.destroy();
    expect(cost).toBeLessThan(MEMORY);
  });

  test(`${SLOW} that ask for everything and read nothing of it hold nobody up`, async () => {
    const text = requestText('GET', '/api/backup', await headersOf('admin@demo.test'));
    const deaf: Socket[] = [];
    const cost = await growth(async () => {
      for (let client = 0; client < SLOW; client++) {
        const socket = await opened();
        socket.pause();
        socket.write(text);
        deaf.push(socket);
      }
      await sendAll(await senders(commune, 8), 5);
    });
    for (const socket of deaf) socket.destroy();
    expect(await json('/api/ledger/verify', 'reviewer@demo.test')).toMatchObject({ ok: true });
    expect(cost).toBeLessThan(MEMORY);
  });
});

describe(`${VIEWS} open views`, () => {
  async function view(): Promise<{ readonly socket: WebSocket; readonly next: () => Promise<LiveMessage> }> {
    const headers = await headersOf('viewer@demo.test');
    const answer = await fetch(`${commune.origin()}/api/live/ticket`, { method: 'POST', headers });
    const { ticket } = (await answer.json()) as { readonly ticket: string };
    const socket = new WebSocket(`${commune.origin()}/api/live`, ['live.v1', `ticket.${ticket}`]);
    const messages: LiveMessage[] = [];
    const waiting: ((message: LiveMessage) => void)[] = [];
    socket.addEventListener('message', ({ data }) => {
      const message: LiveMessage = JSON.parse(String(data));
      const wanted = waiting.shift();
      if (wanted === undefined) messages.push(message);
      else wanted(message);
    });
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error('a view was not opened')));
    });
    const next = () =>
      new Promise<LiveMessage>((resolve) => {
        const message = messages.shift();
        if (message === undefined) waiting.push(resolve);
        else resolve(message);
      });
    return { socket, next };
  }

  test('all hear of a change, and what they cost is bounded', async () => {
    const views: Awaited<ReturnType<typeof view>>[] = [];
    const [sender] = await senders(commune, 1);
    const cost = await growth(async () => {
      for (let count = 0; count < VIEWS; count++) views.push(await view());
      const receipt = await sender?.send();
      const heard = await Promise.all(views.map(({ next }) => next()));
      const said = JSON.stringify({ type: 'summary', period: receipt?.period, sequence: receipt?.ledger.index });
      expect([...new Set(heard.map((message) => JSON.stringify(message)))]).toEqual([said]);
    });
    for (const { socket } of views) socket.close();
    expect(cost).toBeLessThan(MEMORY);
  });
});

describe('a process that is ended while many reports are written together', () => {
  async function historyOf({ unit, period }: Sender): Promise<Map<number, string>> {
    const all = new Map<number, string>();
    for (let before = ''; ; ) {
      const page = await json<History>(`/api/reports/${unit}/${period}/history${before}`, 'reviewer@demo.test');
      for (const { revision, contentHash } of page.revisions) all.set(revision, contentHash);
      if (page.next === null) return all;
      before = `?before=${page.next}`;
    }
  }

  async function sendUntilEnded(sender: Sender, afterEach: () => void): Promise<void> {
    try {
      for (;;) {
        await sender.send();
        afterEach();
      }
    } catch {
      // The connection broke, or was refused: the process is gone.
    }
  }

  test(`${KILLS} times: what was acknowledged is there, and of each report at most one more`, async () => {
    const wrong: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const all = await senders(commune, 32);
      let left = 40 + ((kill * 37) % 200);
      let restarted: Promise<void> | undefined;
      const countDown = () => {
        left -= 1;
        if (left === 0) restarted = commune.restart('SIGKILL');
      };
      await Promise.all(all.map((sender) => sendUntilEnded(sender, countDown)));
      await restarted;
      for (const sender of all) {
        const stored = await historyOf(sender);
        const last = Math.max(0, ...sender.acknowledged.keys());
        for (const [revision, hash] of sender.acknowledged) {
          if (stored.get(revision) !== hash) wrong.push(`${sender.unit} ${sender.period} ${revision} is lost`);
        }
        if (last > 0 && stored.size > last + 1) wrong.push(`${sender.unit} ${sender.period} has more than was sent`);
      }
      expect(await json('/api/ledger/verify', 'reviewer@demo.test')).toMatchObject({ ok: true });
    }
    expect(wrong).toEqual([]);
  });
});
