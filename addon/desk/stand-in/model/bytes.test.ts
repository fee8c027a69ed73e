import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';
import { utf8Bytes, utf8Text } from './utf8.ts';

test('UTF-8 bytes are Node’s, for any text, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')]);
    }),
  );
  expect(utf8Bytes('\uD800x')).toEqual([...Buffer.from('\uD800x', 'utf8')]);
  expect(utf8Text(utf8Bytes('Mường Bằng 🌾'))).toBe('Mường Bằng 🌾');
});

test('SHA-256 is Node’s, for any bytes, round the block’s edge too', () => {
  const same = (bytes: number[]): void => {
    const expected = createHash('sha256').update(Buffer.from(bytes)).digest('hex');
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(expected);
  };
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
    same(Array.from({ length }, (_, i) => (i * 37) & 255));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => same([...bytes])));
});
