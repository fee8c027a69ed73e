/**
 * Texts of any length in a property store whose values may have 9 KB and where several keys are not written at once: chunks
 * are written under a new generation into the slot not in use, then one pointer names them. A reader never sees half of it.
 */
import { splitByBytes } from './utf8.ts';

/** The store's 9 KB, less room for the generation's number in front of a chunk. */
export const CHUNK_BYTES = 9_000;

/** All properties of a document, as one call gives them. */
export type Snapshot = Readonly<Record<string, string>>;

/** What to write, in this order: first all chunks, then the pointers. */
export interface DocumentWrites {
  readonly chunks: Readonly<Record<string, string>>;
  readonly pointers: Readonly<Record<string, string>>;
}

export type DocumentReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** Another run was writing between the reading of two keys: read again. */
  | { readonly kind: 'torn' };

interface Pointer {
  readonly generation: number;
  readonly slot: number;
  readonly count: number;
}

export function readDocument(all: Snapshot, key: string): DocumentReading {
  const pointer = pointerOf(all, key);
  if (pointer === null) return { kind: 'none' };
  let text = '';
  for (let index = 0; index < pointer.count; index++) {
    const chunk = all[chunkKey(key, pointer.slot, index)];
    const prefix = `${pointer.generation}:`;
    if (chunk === undefined || !chunk.startsWith(prefix)) return { kind: 'torn' };
    text += chunk.slice(prefix.length);
  }
  return { kind: 'text', text };
}

/** Prepares the writing of some documents over what `all` says is there. */
export function prepareDocuments(all: Snapshot, texts: Readonly<Record<string, string>>): DocumentWrites {
  const chunks: Record<string, string> = {};
  const pointers: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) {
    const before = pointerOf(all, key);
    const generation = (before?.generation ?? 0) + 1;
    const slot = before?.slot === 0 ? 1 : 0;
    const pieces = splitByBytes(text, CHUNK_BYTES);
    pieces.forEach((piece, index) => {
      chunks[chunkKey(key, slot, index)] = `${generation}:${piece}`;
    });
    pointers[key] = `${generation}.${slot}.${pieces.length}`;
  }
  return { chunks, pointers };
}

function pointerOf(all: Snapshot, key: string): Pointer | null {
  const match = /^(\d+)\.([01])\.(\d+)$/.exec(all[key] ?? '');
  if (match === null) return null;
  return { generation: Number(match[1]), slot: Number(match[2]), count: Number(match[3]) };
}

function chunkKey(key: string, slot: number, index: number): string {
  return `${key}/${slot}/${index}`;
}
