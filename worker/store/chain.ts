/**
 * The chain that the ledger is: what an entry is, how it hangs on the one before it, and its line in an export. Pure, so that
 * whoever holds an export checks it with what the service itself uses.
 */
import { canonicalJson, sha256 } from '../canonical.ts';

/** The `previous` of the first entry. */
export const GENESIS = '0'.repeat(64);

/** What a kind of entry says beside its index, time, person and place in the chain. */
export type Fact = { readonly kind: string } & Readonly<Record<string, unknown>>;

export interface Head {
  readonly index: number;
  readonly hash: string;
}

/** The head of a ledger that has no entry yet. */
export const EMPTY: Head = { index: 0, hash: GENESIS };

export interface StoredEntry extends Head {
  /** Canonical JSON of the entry without its hash. */
  readonly entry: string;
}

/** The entry that says `fact` and comes next after `last`. */
export function nextEntry(last: Head, fact: Fact, by: string, at: string): StoredEntry {
  const index = last.index + 1;
  const entry = canonicalJson({ ...fact, index, at, by, previous: last.hash });
  return { index, entry, hash: sha256(entry) };
}

/** One line of the export: the entry with its hash, as one canonical JSON object. */
export function entryLine({ entry, hash }: StoredEntry): string {
  return canonicalJson({ ...requireObject(JSON.parse(entry)), hash });
}

/** A line of an export read back; undefined where it is not, to the letter, what `entryLine` writes. */
export function readEntryLine(line: string): StoredEntry | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    const { hash, ...entry } = requireObject(parsed);
    if (typeof hash !== 'string' || typeof entry.index !== 'number' || canonicalJson(parsed) !== line) return undefined;
    return { index: entry.index, entry: canonicalJson(entry), hash };
  } catch {
    return undefined;
  }
}

function requireObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an entry');
  return Object.fromEntries(Object.entries(value));
}
