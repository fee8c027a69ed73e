/** Checks the chain from its first entry on: pure, a step an entry, over whatever hands it the entries in order. */
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../canonical.ts';
import { EMPTY, type Head, type StoredEntry } from './chain.ts';

/** `why`: `form` not canonical JSON of an entry; `index` one is missing, doubled or moved; `previous` the chain is cut; `hash` its content changed. */
export interface BadEntry {
  readonly index: number;
  readonly why: 'form' | 'index' | 'previous' | 'hash';
}

/** How far a check has come. */
export interface ChainCheck {
  readonly entries: number;
  readonly head: Head;
  readonly firstBad: BadEntry | undefined;
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: Head }
  | { readonly ok: false; readonly entries: number; readonly head: Head; readonly firstBad: BadEntry };

/** A check that has seen nothing yet. */
export const UNCHECKED: ChainCheck = { entries: 0, head: EMPTY, firstBad: undefined };

/** Takes the next entry in; undefined for a line that is none. After the first bad entry the rest is only counted. */
export function checkEntry({ entries, head, firstBad }: ChainCheck, stored: StoredEntry | undefined): ChainCheck {
  const why = firstBad === undefined ? faultOf(stored, head) : undefined;
  return {
    entries: entries + 1,
    head: stored === undefined ? head : { index: stored.index, hash: stored.hash },
    firstBad: why === undefined ? firstBad : { index: head.index + 1, why },
  };
}

export function verifyChain(entries: Iterable<StoredEntry>): ChainVerdict {
  let check = UNCHECKED;
  for (const stored of entries) check = checkEntry(check, stored);
  return verdictOf(check);
}

export function verdictOf({ entries, head, firstBad }: ChainCheck): ChainVerdict {
  return firstBad === undefined ? { ok: true, entries, head } : { ok: false, entries, head, firstBad };
}

const LinkSchema = v.looseObject({ index: v.number(), previous: v.string() });

function faultOf(stored: StoredEntry | undefined, before: Head): BadEntry['why'] | undefined {
  const entry = stored === undefined ? undefined : readEntry(stored.entry);
  if (stored === undefined || entry === undefined) return 'form';
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
