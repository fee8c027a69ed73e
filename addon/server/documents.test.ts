import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES, prepareDocuments, readDocument, type Snapshot } from './documents.ts';
import { utf8Length } from './utf8.ts';

const LONG = 'Đã rà soát, số liệu đúng. '.repeat(2_000);

function write(all: Snapshot, texts: Record<string, string>): Snapshot {
  const { chunks, pointers, obsolete } = prepareDocuments(all, texts);
  return Object.fromEntries(
    Object.entries({ ...all, ...chunks, ...pointers }).filter(([key]) => !obsolete.includes(key)),
  );
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
    const first = write({}, { b: LONG });
    const third = write(write(first, { b: `${LONG}2` }), { b: `${LONG}3` });
    expect(readDocument({ ...third, b: first.b ?? '' }, 'b')).toEqual({ kind: 'torn' });
  });

  test('take one property, written at once, where they fit into it', () => {
    const { chunks, pointers } = prepareDocuments({}, { a: 'ngắn', b: 'x'.repeat(CHUNK_BYTES) });
    expect(chunks).toEqual({});
    expect(Object.keys(pointers)).toEqual(['a', 'b']);
  });

  test('are not written where they say the same', () => {
    const all = write({}, { a: 'ngắn', b: LONG });
    expect(prepareDocuments(all, { a: 'ngắn', b: LONG })).toEqual({ chunks: {}, pointers: {}, obsolete: [] });
  });

  test('leave nothing of a longer one behind, nor of a run that was killed before it had cleaned up', () => {
    const all = write(write({}, { b: LONG }), { b: `${LONG}!` });
    expect(Object.keys(all).filter((key) => key.startsWith('b/0/'))).toEqual([]);
    const { pointers } = prepareDocuments(all, { b: 'ngắn' });
    const killed = { ...all, ...pointers };
    expect(readDocument(killed, 'b')).toEqual({ kind: 'text', text: 'ngắn' });
    expect(write(killed, { b: 'khác' })).toEqual({ b: expect.stringContaining('khác') });
  });

  test('as an earlier version wrote them, chunked however short, are read', () => {
    expect(readDocument({ a: '3.1.1', 'a/1/0': '3:ngắn' }, 'a')).toEqual({ kind: 'text', text: 'ngắn' });
  });
});
