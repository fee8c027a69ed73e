/**
 * What was done to an export of a thousand entries is found, every time: by the chain alone where it can be, by a checkpoint kept
 * elsewhere where only that can. `TEST_SEED` repeats a run; `TEST_LONG=1` flips every bit of every byte.
 */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entryLine, nextEntry } from '../../worker/store/chain.ts';
import { type Checkpoint, faultAgainst } from '../../worker/store/checkpoint.ts';
import { headSigner, publicKeyOf } from '../../worker/store/head.ts';
import { checkLine, exportCheck, lineReader } from '../../worker/store/verify-export.ts';
import { type ChainCheck, UNCHECKED } from '../../worker/store/verify-ledger.ts';
import { chanceFrom } from '../oracle/random.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { chained, ENTRIES, exportOf, madeUpFacts } from './ledger.ts';

const ORIGIN = 'chieng-mung-2025';
const secret = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKey = publicKeyOf(secret);
const signHead = headSigner(ORIGIN, secret);

const ledger = chained(madeUpFacts(seed()));
const lines = ledger.map((entry) => exportOf([entry]).slice(0, -1));
const bytes = new TextEncoder().encode(exportOf(ledger));
/** The check before each line, and after the last: what stands before a change is checked once, not once a change. */
const before: ChainCheck[] = [UNCHECKED];
for (const line of lines) before.push(checkLine(stateAt(before.length - 1), line));

function stateAt(place: number): ChainCheck {
  const state = before[place];
  if (state === undefined) throw new Error(`no line ${place}`);
  return state;
}

function checkpointAt(index: number): Checkpoint {
  const { hash = '' } = ledger[index - 1] ?? {};
  return {
    origin: ORIGIN,
    index,
    hash,
    signature: signHead({ index, hash }),
    publicKey,
    at: '2026-06-30T19:00:00.000Z',
  };
}

/** Whether the chain alone shows it: the lines from `place` on are others than they were. */
function isFoundByChain(place: number, changed: Iterable<string | undefined>): boolean {
  let check = stateAt(place);
  for (const line of changed) {
    check = checkLine(check, line);
    if (check.firstBad !== undefined) return true;
  }
  return false;
}

function isFoundByCheckpoint(changed: readonly string[], checkpoint = checkpointAt(ENTRIES)): boolean {
  const check = exportCheck([checkpoint], publicKey);
  for (const line of changed) check.take(line);
  return check.verdict().faults.length > 0;
}

/** The places at which the chain alone does not show what was done. */
function unseen(places: readonly number[], done: (place: number) => Iterable<string | undefined>): number[] {
  return places.filter((place) => !isFoundByChain(place, done(place)));
}

const LAST = ENTRIES - 1;
const ALL = [...lines.keys()];
const at = (place: number) => lines[place] ?? '';

test('the export as it was is sound, read whole', () => {
  const check = exportCheck([checkpointAt(1), checkpointAt(ENTRIES)], publicKey);
  const reader = lineReader();
  for (let from = 0; from < bytes.length; from += 65_536)
    for (const line of reader.push(bytes.subarray(from, from + 65_536))) check.take(line);
  for (const line of reader.end()) check.take(line);
  const head = { index: ENTRIES, hash: ledger[LAST]?.hash };
  expect(check.verdict()).toEqual({ chain: { ok: true, entries: ENTRIES, head }, faults: [] });
});

describe('of a thousand entries, each', () => {
  test('changed, is found', () => {
    const changed = (place: number) => at(place).replace('@demo.test', '@demo.tesf');
    expect(unseen(ALL, (place) => [changed(place)])).toEqual([]);
  });

  test('changed, with the hash that fits, is found by the one after it; the last by a checkpoint', () => {
    const forged = (place: number) => {
      const entry = nextEntry(stateAt(place).head, { kind: 'lock', period: '2026-Q4' }, 'x@demo.test', '2026-06-30');
      return entryLine(entry);
    };
    expect(unseen(ALL, (place) => [forged(place), ...lines.slice(place + 1, place + 2)])).toEqual([LAST]);
    expect(isFoundByCheckpoint([...lines.slice(0, LAST), forged(LAST)])).toBe(true);
  });

  test('deleted, is found by the one after it; the last by a checkpoint', () => {
    expect(unseen(ALL, (place) => lines.slice(place + 1, place + 2))).toEqual([LAST]);
    expect(isFoundByCheckpoint(lines.slice(0, LAST))).toBe(true);
  });

  test('swapped with the next, is found', () => {
    expect(unseen(ALL.slice(0, LAST), (place) => [at(place + 1), at(place)])).toEqual([]);
  });

  test('doubled, is found', () => {
    expect(unseen(ALL, (place) => [at(place), at(place)])).toEqual([]);
  });
});

/** Where each line begins in the file. */
const starts = [0];
for (const line of lines) starts.push((starts.at(-1) ?? 0) + lengthOf(line) + 1);

function lengthOf(line: string): number {
  return new TextEncoder().encode(line).length;
}

/** Whether the chain alone shows that a byte of a line, its end included, became another: the line and its neighbour are read anew. */
function isFlipFound(place: number, position: number, mask: number): boolean {
  const from = starts[place] ?? 0;
  const part = bytes.slice(from, starts[place + 2] ?? bytes.length);
  part[position - from] = (part[position - from] ?? 0) ^ mask;
  const reader = lineReader();
  return isFoundByChain(place, [...reader.push(part), ...reader.end()]);
}

function isWholeFlipFound(position: number, mask: number): boolean {
  const changed = bytes.slice();
  changed[position] = (changed[position] ?? 0) ^ mask;
  const reader = lineReader();
  return isFoundByChain(0, [...reader.push(changed), ...reader.end()]);
}

describe('a byte that became another', () => {
  const chance = chanceFrom(seed());
  const flips = Array.from({ length: 2_000 }, () => [chance.below(bytes.length), 1 + chance.below(255)] as const);
  const lineOf = (position: number) => starts.findLastIndex((start) => start <= position);

  test('is found: two thousand at random', () => {
    expect(flips.filter(([position, mask]) => !isFlipFound(lineOf(position), position, mask))).toEqual([]);
  });

  test('is found as well by whoever reads the whole file', () => {
    expect(flips.slice(0, 40).filter(([position, mask]) => !isWholeFlipFound(position, mask))).toEqual([]);
  });

  test.runIf(isLongRun())('is found: every bit of every byte', () => {
    let tried = 0;
    const missed: string[] = [];
    for (const place of ALL) {
      for (let position = starts[place] ?? 0; position < (starts[place + 1] ?? 0); position++) {
        for (let bit = 0; bit < 8; bit++, tried++)
          if (!isFlipFound(place, position, 1 << bit)) missed.push(`${position}.${bit}`);
      }
    }
    expect({ tried, missed }).toEqual({ tried: bytes.length * 8, missed: [] });
  });
});

describe('what the chain alone cannot show', () => {
  test('is the tail cut off, at any length; a checkpoint shows it at every one', () => {
    expect(ALL.filter((kept) => stateAt(kept).firstBad !== undefined)).toEqual([]);
    const last = checkpointAt(ENTRIES);
    const found = ALL.filter(
      (kept) => faultAgainst(last, stateAt(kept).head.index === ENTRIES ? last : undefined)?.why === 'shorter',
    );
    expect(found).toHaveLength(ENTRIES);
    const sampled = [0, 1, 499, 998, LAST].map((kept) => isFoundByCheckpoint(lines.slice(0, kept)));
    expect(sampled).toEqual([true, true, true, true, true]);
  });

  test('but a tail cut inside a line is', () => {
    const cut = bytes.slice(0, bytes.length - 1);
    const reader = lineReader();
    expect(isFoundByChain(0, [...reader.push(cut), ...reader.end()])).toBe(true);
  });

  test('is a chain rebuilt from some entry on; a checkpoint at or after it shows it', () => {
    const chance = chanceFrom(seed() + 1);
    for (const place of [1, LAST, ...Array.from({ length: 8 }, () => 1 + chance.below(LAST))]) {
      // The one made just before the change has nothing to say of it.
      const check = exportCheck([checkpointAt(place), checkpointAt(place + 1), checkpointAt(ENTRIES)], publicKey);
      for (const line of rebuiltAt(place)) check.take(line);
      const { chain, faults } = check.verdict();
      const shown = [place + 1, ENTRIES].map((index) => ({ index, why: 'rebuilt' }));
      expect([place, chain.ok, faults]).toEqual([place, true, shown]);
    }
  });

  test('is a chain rebuilt and signed anew by another key; the key shows it', () => {
    const rebuilt = rebuiltAt(500);
    const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { head } = rebuilt.reduce<ChainCheck>(checkLine, UNCHECKED);
    const signature = headSigner(ORIGIN, other)(head);
    const own = { ...checkpointAt(ENTRIES), ...head, signature, publicKey: publicKeyOf(other) };
    expect(isFoundByCheckpoint(rebuilt, own)).toBe(true);
    expect(isFoundByCheckpoint(rebuilt, { ...own, publicKey })).toBe(true);
    expect(isFoundByCheckpoint(rebuilt, { ...own, signature: null })).toBe(true);
  });
});

/** The whole ledger with one entry saying something else, and every hash from there on made to fit. */
function rebuiltAt(place: number): string[] {
  const facts = madeUpFacts(seed()).map((fact, each) => (each === place ? { kind: 'lock', period: '2026-Q4' } : fact));
  return exportOf(chained(facts)).trimEnd().split('\n');
}
