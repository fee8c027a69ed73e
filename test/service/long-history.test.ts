/** A commune with a long history: it is served, saved and restored as a short one is, and a file of it that is not whole is refused. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Restored } from '../../shared/service-wire.ts';
import type { Summary } from '../../shared/wire.ts';
import { isLongRun } from '../properties/seed.ts';
import { type ServedCommune, serveCommune } from './commune.ts';
import { growLedger } from './long-ledger.ts';
import { senders } from './reporting.ts';

const ENTRIES = Number(process.env.LEDGER_ENTRIES ?? (isLongRun() ? 50_000 : 500));
const LONGEST_RESTORE_S = 60;
const MOST_MEMORY = 640 * 1024 * 1024;
const ADMIN = 'admin@demo.test';

let old: ServedCommune;
let fresh: ServedCommune;
let file = '';
let before: Summary;

beforeAll(async () => {
  old = await serveCommune();
  fresh = await serveCommune({ people: false, issuer: old.issuer });
  await old.offline((dataDir) => growLedger(dataDir, ENTRIES));
  file = await (await asAdmin(old, '/api/backup')).text();
  before = await summaryOf(old);
}, 900_000);
afterAll(async () => {
  await fresh?.close();
  await old?.close();
});

async function asAdmin(commune: ServedCommune, path: string, body?: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${await commune.token(ADMIN)}` };
  return fetch(`${commune.origin()}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body });
}

const summaryOf = async (commune: ServedCommune) => (await asAdmin(commune, '/api/summary')).json() as Promise<Summary>;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The file with an end that fits it, as whoever forges one would make it. */
function sealed(lines: readonly string[]): string {
  const end: Record<string, unknown> = JSON.parse(lines.at(-1) ?? '');
  const rows = lines.slice(1, -1).map((line) => `${line}\n`);
  const last = JSON.stringify({ ...end, root: sha256(rows.join('')) });
  return `${lines[0]}\n${rows.join('')}${last}\n`;
}

const DAMAGES: readonly (readonly [string, (lines: readonly string[], at: number) => string])[] = [
  ['cut in the middle', (lines, at) => `${lines.slice(0, at).join('\n')}\n`],
  ['without its end', (lines) => `${lines.slice(0, -1).join('\n')}\n`],
  ['with a figure changed', (lines, at) => changed(lines, at).join('\n').concat('\n')],
  ['with a figure changed, and sealed again', (lines, at) => sealed(changed(lines, at))],
  ['with a row left out, and sealed again', (lines, at) => sealed(lines.toSpliced(at, 1))],
  ['with two rows in each other’s place, and sealed again', (lines, at) => sealed(swapped(lines, at))],
  ['with a row twice, and sealed again', (lines, at) => sealed(lines.toSpliced(at, 0, lines[at] ?? ''))],
];

function changed(lines: readonly string[], at: number): string[] {
  const line = lines[at] ?? '';
  return lines.toSpliced(
    at,
    1,
    line.replace(/(\d)(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10)),
  );
}

function swapped(lines: readonly string[], at: number): string[] {
  return lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
}

test(`of ${ENTRIES} entries, reports are taken and read, and the ledger holds`, { timeout: 300_000 }, async () => {
  const [sender] = await senders(old, 1);
  const receipt = await sender?.send();
  const { index } = receipt?.ledger ?? {};
  expect(index).toBeGreaterThan(ENTRIES);
  expect(await (await asAdmin(old, '/api/ledger/verify')).json()).toMatchObject({ ok: true, entries: index });
  expect(old.workerd().memory().peak).toBeLessThan(MOST_MEMORY);
});

// A refusal leaves nothing behind, so that the sound file still goes in.
test.each(DAMAGES)('its file %s is refused', { timeout: 900_000 }, async (_, damage) => {
  const lines = file.split('\n').slice(0, -1);
  const middle = Math.floor(ENTRIES / 2);
  expect(damage(lines, middle)).not.toBe(file);
  const answer = await asAdmin(fresh, '/api/restore', damage(lines, middle));
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    422,
    expect.stringMatching(/^backup-/),
  ]);
  expect(await summaryOf(fresh)).toMatchObject({ ledger: { index: 0 } });
});

test(`its file is restored within ${LONGEST_RESTORE_S} s, and says the same`, { timeout: 900_000 }, async () => {
  const started = performance.now();
  const answer = await asAdmin(fresh, '/api/restore', file);
  const seconds = (performance.now() - started) / 1000;
  const { counts } = (await answer.json()) as Restored;
  expect(counts).toMatchObject({ ledger: ENTRIES });
  const { peak } = fresh.workerd().memory();
  console.info(
    `${ENTRIES} entries, ${(file.length / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s, ${(peak / 1e6).toFixed(0)} MB`,
  );
  expect(seconds).toBeLessThan(LONGEST_RESTORE_S);
  expect(peak).toBeLessThan(MOST_MEMORY);
  expect(await (await asAdmin(fresh, '/api/ledger/verify')).json()).toMatchObject({ ok: true, entries: ENTRIES });
  expect((await summaryOf(fresh)).indicators).toEqual(before.indicators);
});
