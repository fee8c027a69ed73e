/**
 * The workbook's memory once more in the document's cache, so that a run that only wants to know need not read the properties: their
 * reading is rationed by the day (docs/quotas.md). What a run decides and writes it decides on the properties, under the lock.
 *
 * Nobody is ever told what was there before another run's change:
 * - Only who holds the document lock touches the entry, and in this order: forget, write the properties, keep what they are now. So while
 *   properties are being written there is no entry, and two writers cannot mix theirs.
 * - A reader without the lock never keeps what it has read. It may have read before a change and would keep it after.
 * - A run that is killed before `keep` leaves no entry, and one that is killed before it forgot has written nothing either.
 * - Edit marks are written without the lock, by simple triggers that have no time for it: they are left out. A run that must know of
 *   marks reads the properties.
 * - Where the cache fails in `forget` and is back for the next reader, that one may see the entry from before until its time is over.
 *   Hence its time is short. Nothing is lost by it: see the first sentence.
 * The cache may forget at any time: then the properties are read.
 */
import * as v from 'valibot';
import { withCache } from './document-cache.ts';
import type { Snapshot } from './documents.ts';
import { parseJson } from './json-text.ts';
import { withoutMarks } from './stored-outbox.ts';
import { splitByBytes } from './utf8.ts';

/** A value may have 100 KB. */
const PIECE_BYTES = 95_000;
const SECONDS = 300;
const HEAD = 'memory';
/** The store's 500 KB, a third more for JSON's quotes. */
const REST = ['memory.1', 'memory.2', 'memory.3', 'memory.4', 'memory.5', 'memory.6'];

const SnapshotSchema = v.record(v.string(), v.string());

/** Null where the cache does not know. */
export function cachedSnapshot(): Snapshot | null {
  const pieces = withCache((cache) => cache.getAll([HEAD, ...REST])) ?? {};
  const head = /^(\S+) (\d+) /.exec(String(pieces[HEAD] ?? ''));
  if (head === null) return null;
  const [sign, token = '', count] = head;
  const rest = REST.slice(0, Number(count) - 1).map((key) => String(pieces[key] ?? ''));
  // Pieces of two entries: one was forgotten or is being written.
  if (!rest.every((piece) => piece.startsWith(`${token} `))) return null;
  const text = [String(pieces[HEAD]).slice(sign.length), ...rest.map((piece) => piece.slice(token.length + 1))].join(
    '',
  );
  const parsed = v.safeParse(SnapshotSchema, parseJson(text));
  return parsed.success ? parsed.output : null;
}

/** Without its head the entry is none. */
export function forgetSnapshot(): void {
  withCache((cache) => cache.remove(HEAD));
}

export function keepSnapshot(all: Snapshot): void {
  const pieces = splitByBytes(JSON.stringify(withoutMarks(all)), PIECE_BYTES);
  if (pieces.length > REST.length + 1) return;
  const token = `${Date.now()}-${Math.random()}`;
  const [first = '', ...rest] = pieces;
  const entry: Record<string, string> = { [HEAD]: `${token} ${pieces.length} ${first}` };
  rest.forEach((piece, index) => {
    entry[REST[index] ?? ''] = `${token} ${piece}`;
  });
  withCache((cache) => cache.putAll(entry, SECONDS));
}
