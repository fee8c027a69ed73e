import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BookStore, createBookStore } from './books.ts';
import type { Step } from './wire.ts';

const BOOK = 'desk-muong-bang';
const FIRST = { cells: ['a', 'b'], name: 'Mường Bằng' };

let dataDir: string;
let books: BookStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'desk-books-'));
  books = createBookStore(dataDir);
  await books.seed(BOOK, FIRST, { sample: true });
  await books.open(BOOK, 'window-1');
});

afterEach(() => rm(dataDir, { recursive: true }));

function step(sequence: number, value: string): Step {
  return { sequence, changes: [{ path: ['cells', 1], set: value }] };
}

async function onDisk(): Promise<unknown> {
  return JSON.parse(await readFile(join(dataDir, 'desk', 'books', `${BOOK}.json`), 'utf8'));
}

describe('the workbooks on disk', () => {
  it('hold what was confirmed, at the moment it was', async () => {
    expect(await books.patch(BOOK, 'window-1', [step(2, 'c')])).toEqual({ ok: true, sequence: 2 });
    expect(await onDisk()).toEqual({ sample: true, sequence: 2, state: { cells: ['a', 'c'], name: 'Mường Bằng' } });
  });

  it('are there after a restart, and take the next step of the window that was open', async () => {
    await books.patch(BOOK, 'window-1', [step(2, 'c')]);
    books = createBookStore(dataDir);
    expect(await books.read(BOOK)).toEqual({ sequence: 2, state: { cells: ['a', 'c'], name: 'Mường Bằng' } });
    expect(await books.isSample(BOOK)).toBe(true);
    expect(await books.patch(BOOK, 'window-1', [step(3, 'd')])).toEqual({ ok: true, sequence: 3 });
  });

  it('take a step sent twice once', async () => {
    await books.patch(BOOK, 'window-1', [step(2, 'c')]);
    expect(await books.patch(BOOK, 'window-1', [step(2, 'other'), step(3, 'd')])).toEqual({ ok: true, sequence: 3 });
    expect((await books.read(BOOK)).state).toEqual({ cells: ['a', 'd'], name: 'Mường Bằng' });
  });

  it('refuse a step with one missing before it, and a step that does not fit, and change nothing', async () => {
    expect(await books.patch(BOOK, 'window-1', [step(3, 'd')])).toEqual({ ok: false, why: 'stale' });
    const misfit: Step = { sequence: 2, changes: [{ path: ['rows', 4], set: 1 }] };
    expect(await books.patch(BOOK, 'window-1', [misfit])).toEqual({ ok: false, why: 'stale' });
    expect(await books.read(BOOK)).toEqual({ sequence: 1, state: FIRST });
  });

  it('never put an older whole workbook over a newer one', async () => {
    await books.put(BOOK, 'window-1', 5, { cells: ['new'] });
    expect(await books.put(BOOK, 'window-1', 5, { cells: ['same number'] })).toEqual({ ok: false, why: 'stale' });
    expect(await books.put(BOOK, 'window-1', 4, { cells: ['older'] })).toEqual({ ok: false, why: 'stale' });
    expect(await onDisk()).toMatchObject({ sequence: 5, state: { cells: ['new'] } });
  });

  it('take nothing more from a window after another one opened the workbook', async () => {
    await books.open(BOOK, 'window-2');
    expect(await books.patch(BOOK, 'window-1', [step(2, 'late')])).toEqual({ ok: false, why: 'other-writer' });
    expect(await books.patch(BOOK, 'window-2', [step(2, 'c')])).toEqual({ ok: true, sequence: 2 });
  });

  it('end at the newest of many steps sent at once, with no half-written file left', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) => books.patch(BOOK, 'window-1', [step(index + 2, `v${index}`)])),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await onDisk()).toMatchObject({ sequence: 61, state: { cells: ['a', 'v59'] } });
    expect(await readdir(join(dataDir, 'desk', 'books'))).toEqual([`${BOOK}.json`]);
  });

  it('are seen when another process puts them there first', async () => {
    const mine = createBookStore(dataDir);
    expect(await mine.open('desk-office', 'window-1')).toEqual({ sequence: 0, state: null });
    await createBookStore(dataDir).seed('desk-office', FIRST, { sample: true });
    expect(await mine.read('desk-office')).toEqual({ sequence: 1, state: FIRST });
    expect(await mine.isSample('desk-office')).toBe(true);
  });

  it('keep the sample of the first start', async () => {
    await books.patch(BOOK, 'window-1', [step(2, 'mine')]);
    expect(await books.seed(BOOK, FIRST, { sample: true })).toBe(false);
    expect((await books.read(BOOK)).state).toMatchObject({ cells: ['a', 'mine'] });
  });

  it('report a file that cannot be read instead of starting an empty workbook over it', async () => {
    await writeFile(join(dataDir, 'desk', 'books', `${BOOK}.json`), '{"sample":tr');
    const again = createBookStore(dataDir);
    await expect(again.read(BOOK)).rejects.toThrow(SyntaxError);
  });
});
