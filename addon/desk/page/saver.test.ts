import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Desk, startDesk } from '../server/server.ts';
import type { Step } from '../server/wire.ts';
import { postJson, request } from './requests.ts';
import { createSaver, type SaveState } from './saver.ts';

const BOOK = 'desk-office';
const realFetch = globalThis.fetch;

let dataDir: string;
let desk: Desk;
let reachable: boolean;
let states: SaveState[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'desk-saver-'));
  desk = await startDesk({
    port: 0,
    workerOrigin: 'http://127.0.0.1:9',
    dataDir,
    bundleDir: dataDir,
    pageDir: dataDir,
    log: () => {},
  });
  reachable = true;
  states = [];
  // A page's paths are relative to its server.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    reachable ? realFetch(desk.origin + path, init) : Promise.reject(new TypeError('Failed to fetch')),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await desk.close();
  await rm(dataDir, { recursive: true });
});

async function open(writer: string) {
  await postJson(`/books/${BOOK}/open`, { writer });
  return createSaver({
    book: BOOK,
    writer,
    onState: (state) => states.push(state),
    whole: async (sequence) => ({ sequence: Math.max(sequence, 50), state: { cell: 'whole' } }),
  });
}

function step(sequence: number, cell: string): Step {
  return { sequence, changes: sequence === 1 ? [{ path: [], set: { cell } }] : [{ path: ['cell'], set: cell }] };
}

function stored(): Promise<unknown> {
  return request(`/books/${BOOK}`, { method: 'GET' });
}

describe('keeping the workbook', () => {
  it('stores steps in order and says so', async () => {
    const saver = await open('window-one');
    for (const [index, cell] of ['a', 'b', 'c'].entries()) saver.add(step(index + 1, cell));
    expect(await saver.settled()).toBe(true);
    expect(await stored()).toEqual({ sequence: 3, state: { cell: 'c' } });
    expect(states).toEqual(['saving', 'saved']);
  });

  it('says that it could not, and stores all when the server is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const saver = await open('window-one');
    reachable = false;
    saver.add(step(1, 'a'));
    await vi.waitUntil(() => states.includes('failed'));
    saver.add(step(2, 'b'));
    reachable = true;
    const done = saver.settled();
    await vi.advanceTimersByTimeAsync(600);
    vi.useRealTimers();
    expect(await done).toBe(true);
    expect(await stored()).toEqual({ sequence: 2, state: { cell: 'b' } });
  });

  it('sends the whole workbook where the server has not what the steps build upon', async () => {
    const saver = await open('window-one');
    saver.add(step(9, 'far ahead'));
    expect(await saver.settled()).toBe(true);
    expect(await stored()).toEqual({ sequence: 50, state: { cell: 'whole' } });
  });

  it('stops when another window has opened the workbook', async () => {
    const saver = await open('window-one');
    saver.add(step(1, 'a'));
    await saver.settled();
    await open('window-two');
    saver.add(step(2, 'late'));
    expect(await saver.settled()).toBe(false);
    expect(states.at(-1)).toBe('taken-over');
    expect(await stored()).toEqual({ sequence: 1, state: { cell: 'a' } });
  });

  it('sends what waits while the page closes, and the server takes it once', async () => {
    const saver = await open('window-one');
    saver.add(step(1, 'a'));
    saver.flushOnHide();
    expect(await saver.settled()).toBe(true);
    expect(await stored()).toEqual({ sequence: 1, state: { cell: 'a' } });
  });
});
