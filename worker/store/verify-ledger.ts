/** Checks the chain from its first entry on: pure, over whatever hands it the entries in order. */
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../canonical.ts';
import { GENESIS, type Head, type StoredEntry } from './ledger.ts';

/** `why`: `form` not canonical JSON of an entry; `index` one is missing, doubled or moved; `previous` the chain is cut; `hash` its content changed. */
export interface BadEntry {
  readonly index: number;
  readonly why: 'form' | 'index' | 'previous' | 'hash';
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: Head }
  | { readonly ok: false; readonly entries: number; readonly head: Head; readonly firstBad: BadEntry };

const LinkSchema = v.looseObject({ index: v.number(), previous: v.string() });

export function verifyChain(entries: Iterable<StoredEntry>): ChainVerdict {
  let head: Head = { index: 0, hash: GENESIS };
  let count = 0;
  let firstBad: BadEntry | undefined;
  for (const stored of entries) {
    count += 1;
    const why = firstBad === undefined ? faultOf(stored, head) : undefined;
    if (why !== undefined) firstBad = { index: head.index + 1, why };
    head = { index: stored.index, hash: stored.hash };
  }
  return firstBad === undefined ? { ok: true, entries: count, head } : { ok: false, entries: count, head, firstBad };
}

function faultOf(stored: StoredEntry, before: Head): BadEntry['why'] | undefined {
  const entry = readEntry(stored.entry);
  if (entry === undefined) return 'form';
  if (stored.index !== before.index + 1 || entry.index !== stored.index) return 'index';
  if (entry.previous !== before.hash) return 'previous';
  return sha256(stored.entry) === stored.hash ? undefined : 'hash';
}

function readEntry(text: string) {
  try {
    const parsed: unknown = JSON.parse(text);
    const entry = v.safeParse(LinkSchema, parsed);
    return entry.success && canonicalJson(parsed) === text ? entry.output : undefined;
  } catch {
    return undefined;
  }
}
