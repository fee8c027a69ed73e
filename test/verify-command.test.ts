/** `npm run verify`: an export of the ledger checked without the Worker, in words that say where it does not hold. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { headSigner, publicKeyOf } from '../worker/store/head.ts';
import { chained, exportOf, madeUpFacts } from './tampering/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secret = newKey();
const entries = chained(madeUpFacts(7).slice(0, 12));
const checkpoints = [4, 12].map((index) => {
  const head = { index, hash: entries[index - 1]?.hash ?? '' };
  const signature = headSigner('chieng-mung-2025', secret)(head);
  const publicKey = publicKeyOf(secret);
  return { origin: 'chieng-mung-2025', ...head, signature, publicKey, at: '2026-06-30T19:00:00.000Z' };
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const ledger = file('ledger.ndjson', exportOf(entries));
const shorter = file('shorter.ndjson', exportOf(entries.slice(0, 11)));
const daily = file('checkpoints.ndjson', checkpoints.map((each) => `${JSON.stringify(each)}\n`).join(''));
const latest = file('checkpoint.json', JSON.stringify(checkpoints[1], null, 2));
const unsigned = file('unsigned.json', JSON.stringify({ ...checkpoints[0], signature: null, publicKey: null }));
const key = file('key.pem', publicKeyOf(secret));
const otherKey = file('other.pem', publicKeyOf(newKey()));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'verify.ts'), ...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  return { status, said: (stdout + stderr).replaceAll(`${folder}/`, '').trimEnd().split('\n') };
}

describe('a ledger that holds', () => {
  const held = `ledger.ndjson: 12 entries, each in its place and unchanged; the last is 12, ${entries[11]?.hash}`;

  test('is said to, and what that does not show', () => {
    const hint = 'no checkpoint given: a ledger cut at its end, or rebuilt from some entry on, would look the same';
    expect(run(ledger)).toEqual({ status: 0, said: [held, hint] });
  });

  test.each([
    [
      [latest],
      'the checkpoint is of this ledger, up to entry 12; signed by the key that it names itself: give --key to know whose it is',
    ],
    [[daily, '--key', key], 'all 2 checkpoints are of this ledger, up to entry 12; signed by the key given'],
    [
      [unsigned],
      'the checkpoint is of this ledger, up to entry 4; nothing vouches for the 8 entries after it; not signed: trust it as far as you trust where it was kept',
    ],
  ])('is said to with a checkpoint, and whose word that is: %#', (args, word) => {
    expect(run(ledger, '--checkpoint', ...args)).toEqual({ status: 0, said: [held, word] });
  });
});

describe('a ledger that does not hold', () => {
  test('has its first bad line named', () => {
    const text = exportOf(entries).split('\n');
    const changed = file(
      'changed.ndjson',
      text.map((line, at) => (at === 4 ? line.replace('Q', 'q') : line)).join('\n'),
    );
    const said = ['changed.ndjson:5: entry 5: its content is not what its hash was made of: it was changed'];
    expect(run(changed)).toEqual({ status: 1, said });
    const without = file('without.ndjson', text.filter((_, at) => at !== 6).join('\n'));
    const missing = ['without.ndjson:7: entry 7: another entry stands here: one is missing, doubled or moved'];
    expect(run(without)).toEqual({ status: 1, said: missing });
  });

  test('is not sound for being sound so far: a checkpoint shows its end is gone', () => {
    expect(run(shorter).status).toBe(0);
    expect(run(shorter, '--checkpoint', daily)).toEqual({
      status: 1,
      said: ['shorter.ndjson: the checkpoint of entry 12 is not there: the file has 11 entries, its end was cut off'],
    });
  });

  test('is not sound for being a chain: a checkpoint shows that it is another', () => {
    const rebuilt = file('rebuilt.ndjson', exportOf(chained(madeUpFacts(8).slice(0, 12))));
    expect(run(rebuilt).status).toBe(0);
    expect(run(rebuilt, '--checkpoint', latest)).toEqual({
      status: 1,
      said: ['rebuilt.ndjson:12: entry 12 is not the one of the checkpoint: the history was rebuilt'],
    });
  });

  test.each([
    ['by another key', [latest, '--key', otherKey], 12],
    ['not at all, where a key is given', [unsigned, '--key', key], 4],
  ])('is not vouched for by a checkpoint that is signed %s', (_, args, index) => {
    const said = [`the checkpoint of entry ${index} is not signed by the key: nothing follows from it`];
    expect(run(ledger, '--checkpoint', ...args)).toEqual({ status: 1, said });
  });
});

test.each([
  ['nothing', []],
  ['two ledgers', [ledger, shorter]],
  ['an unknown option', [ledger, '--chekpoint', latest]],
  ['a key without what it signs', [ledger, '--key', key]],
  ['a ledger that is not there', [join(folder, 'none.ndjson')]],
  ['a checkpoint that is none', [ledger, '--checkpoint', ledger]],
  ['a key that is none', [ledger, '--checkpoint', latest, '--key', latest]],
])('%s cannot be checked', (_, args) => {
  expect(run(...args).status).toBe(2);
});
