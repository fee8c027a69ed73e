/**
 * Texts of any length in a property store whose values may have 9 KB and where several keys are not written at once. One that fits into a
 * value stands there whole: a single property is written at once. Of a longer one chunks are written under a new generation into the
 * slot not in use, then one pointer names them. A reader never sees half of it.
 */
import { splitByBytes } from './utf8.ts';

/** The store's 9 KB, less room for the generation's number in front of a text. */
export const CHUNK_BYTES = 9_000;

/** All properties of a document, as one call gives them. */
export type Snapshot = Readonly<Record<string, string>>;

/** What to write, in this order: first all chunks, then the pointers; then what no pointer names any more is deleted. */
export interface DocumentWrites {
  readonly chunks: Readonly<Record<string, string>>;
  readonly pointers: Readonly<Record<string, string>>;
  readonly obsolete: readonly string[];
}

export type DocumentReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** Another run was writing between the reading of two keys: read again. */
  | { readonly kind: 'torn' };

/** Either the text itself, or where its chunks are. */
type Pointer =
  | { readonly kind: 'whole'; readonly generation: number; readonly text: string }
  | { readonly kind: 'chunks'; readonly generation: number; readonly slot: number; readonly count: number };

export function readDocument(all: Snapshot, key: string): DocumentReading {
  const pointer = pointerOf(all, key);
  if (pointer === null) return { kind: 'none' };
  if (pointer.kind === 'whole') return { kind: 'text', text: pointer.text };
  let text = '';
  for (let index = 0; index < pointer.count; index++) {
    const chunk = all[chunkKey(key, pointer.slot, index)];
    const prefix = `${pointer.generation}:`;
    if (chunk === undefined || !chunk.startsWith(prefix)) return { kind: 'torn' };
    text += chunk.slice(prefix.length);
  }
  return { kind: 'text', text };
}

/** Prepares the writing of some documents over what `all` says is there; one that says the same already is left out. */
export function prepareDocuments(all: Snapshot, texts: Readonly<Record<string, string>>): DocumentWrites {
  const chunks: Record<string, string> = {};
  const pointers: Record<string, string> = {};
  const obsolete: string[] = [];
  for (const [key, text] of Object.entries(texts)) {
    const there = readDocument(all, key);
    if (there.kind === 'text' && there.text === text) continue;
    const before = pointerOf(all, key);
    const generation = (before?.generation ?? 0) + 1;
    const pieces = splitByBytes(text, CHUNK_BYTES);
    const slot = before?.kind === 'chunks' && before.slot === 0 ? 1 : 0;
    const own = pieces.length === 1 ? [] : pieces.map((_, index) => chunkKey(key, slot, index));
    own.forEach((chunk, index) => {
      chunks[chunk] = `${generation}:${pieces[index] ?? ''}`;
    });
    pointers[key] = pieces.length === 1 ? `${generation}=${text}` : `${generation}.${slot}.${pieces.length}`;
    obsolete.push(...Object.keys(all).filter((other) => other.startsWith(`${key}/`) && !own.includes(other)));
  }
  return { chunks, pointers, obsolete };
}

function pointerOf(all: Snapshot, key: string): Pointer | null {
  const value = all[key] ?? '';
  const whole = /^(\d+)=/.exec(value);
  if (whole !== null) return { kind: 'whole', generation: Number(whole[1]), text: value.slice(whole[0].length) };
  const match = /^(\d+)\.([01])\.(\d+)$/.exec(value);
  if (match === null) return null;
  return { kind: 'chunks', generation: Number(match[1]), slot: Number(match[2]), count: Number(match[3]) };
}

function chunkKey(key: string, slot: number, index: number): string {
  return `${key}/${slot}/${index}`;
}
