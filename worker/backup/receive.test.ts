import { beforeAll, describe, expect, test } from 'vitest';
import { fileOf, restore, takeBackup } from '../testing/backups.ts';
import { problem } from '../testing/client.ts';
import { liveIn } from '../testing/lived-in.ts';
import { reset } from '../testing/reset.ts';
import { judgeHeader } from './format.ts';
import { joined } from './lines.ts';
import { receive } from './receive.ts';

const LIMIT = 1024 * 1024;
let bytes: Uint8Array = new Uint8Array();
let here = { resolution: { id: '', version: 0 }, schema: [''] };

beforeAll(async () => {
  await reset();
  await liveIn();
  const lines = await takeBackup();
  bytes = new TextEncoder().encode(fileOf(lines));
  const { resolution, schema } = JSON.parse(lines[0] ?? '');
  here = { resolution, schema };
});

/** What comes of a file that arrives in pieces of this many bytes: its fault or none, and the rows that were taken in. */
async function received(file: Uint8Array, piece = file.length, limit = LIMIT) {
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (from < file.length) controller.enqueue(file.slice(from, from + piece));
      else controller.close();
      from += piece;
    },
  });
  const taken: Uint8Array[] = [];
  const outcome = await receive(body, limit, here, { add: (line) => taken.push(line, Uint8Array.of(10)) });
  return { fault: outcome.ok ? null : outcome.fault, rows: joined(taken) };
}

/** As many places in the file as asked for, evenly spread. */
function places(count: number): number[] {
  const step = Math.max(1, Math.floor(bytes.length / count));
  return Array.from({ length: Math.ceil(bytes.length / step) }, (_, each) => each * step);
}

describe('a file that arrives', () => {
  test('is the same in whatever pieces it comes', async () => {
    const { fault, rows } = await received(bytes);
    expect(fault).toBeNull();
    const from = bytes.indexOf(10) + 1;
    expect(rows).toEqual(bytes.slice(from, bytes.lastIndexOf(10, bytes.length - 2) + 1));
    for (const piece of [1, 7, 4096]) expect(await received(bytes, piece)).toEqual({ fault, rows });
  });

  test('is refused with any one bit of it changed', async () => {
    const passed: string[] = [];
    for (const place of places(2000)) {
      const file = bytes.slice();
      file[place] = (file[place] ?? 0) ^ (1 << (place % 8));
      if ((await received(file)).fault === null) passed.push(new TextDecoder().decode(file));
    }
    // The counts are the one thing that is only known once the rows are read.
    await reset();
    for (const file of passed) expect(await problem(await restore(file))).toBe('422 backup-damaged');
    expect(passed.length).toBeLessThan(10);
  });

  test('is refused wherever it is cut', async () => {
    const missed: number[] = [];
    for (const place of [...places(1000), bytes.length - 1]) {
      if ((await received(bytes.slice(0, place))).fault === null) missed.push(place);
    }
    expect(missed).toEqual([]);
  });

  test('may be as long as the limit, and not a byte longer', async () => {
    expect((await received(bytes, 100, bytes.length)).fault).toBeNull();
    expect((await received(bytes, 100, bytes.length - 1)).fault).toBe('backup-too-large');
  });

  test('gets its header judged by what this deployment has', () => {
    const line = new TextDecoder().decode(bytes.slice(0, bytes.indexOf(10)));
    expect(judgeHeader(line, here).ok).toBe(true);
    expect(judgeHeader(line, { ...here, schema: [...here.schema, '9999-later'] }).ok).toBe(true);
    expect(judgeHeader(line, { ...here, resolution: { ...here.resolution, version: 99 } }).ok).toBe(true);
  });
});
