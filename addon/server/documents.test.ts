import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES, prepareDocuments, readDocument, type Snapshot } from './documents.ts';
import { utf8Length } from './utf8.ts';

const LONG = 'Đã rà soát, số liệu đúng. '.repeat(2_000);

function write(all: Snapshot, texts: Record<string, string>): Snapshot {
  const { chunks, pointers } = prepareDocuments(all, texts);
  return { ...all, ...chunks, ...pointers };
}

describe('documents in a property store', () => {
  test('come back as they were, however long', () => {
    const all = write({}, { a: 'ngắn', b: LONG });
    expect(readDocument(all, 'a')).toEqual({ kind: 'text', text: 'ngắn' });
    expect(readDocument(all, 'b')).toEqual({ kind: 'text', text: LONG });
    expect(readDocument(all, 'c')).toEqual({ kind: 'none' });
  });

  test('keep every value below 9 KB', () => {
    const sizes = Object.values(write({}, { b: LONG })).map(utf8Length);
    expect(Math.max(...sizes)).toBeLessThan(9 * 1024);
    expect(sizes.length).toBeGreaterThan(utf8Length(LONG) / CHUNK_BYTES);
  });

  test('are still the old ones while only the chunks of the new ones are written', () => {
    const old = write({}, { b: LONG });
    const { chunks } = prepareDocuments(old, { b: `${LONG}!` });
    expect(readDocument({ ...old, ...chunks }, 'b')).toEqual({ kind: 'text', text: LONG });
  });

  test('are torn, not wrong, where the slot was written twice between reading pointer and chunk', () => {
    const first = write({}, { b: 'một' });
    const third = write(write(first, { b: 'hai' }), { b: 'ba' });
    expect(readDocument({ ...third, b: first.b ?? '' }, 'b')).toEqual({ kind: 'torn' });
  });

  test('become shorter without anything of the longer one', () => {
    const all = write(write(write({}, { b: LONG }), { b: LONG }), { b: 'ngắn' });
    expect(readDocument(all, 'b')).toEqual({ kind: 'text', text: 'ngắn' });
  });
});
