import { describe, expect, test } from 'vitest';
import { splitByBytes, utf8Length } from './utf8.ts';

const TEXTS = ['', 'abc', 'Chiềng Mung', 'tỷ đồng', '𝄞 và 👩‍🌾', '\ud800'];

describe('sizes in UTF-8', () => {
  test.each(TEXTS)('%j is as long as the encoder says', (text) => {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  });

  test.each([4, 5, 7, 9_000])('pieces of at most %d bytes make the text again', (limit) => {
    const text = 'Diện tích cây ăn quả 👩‍🌾 '.repeat(900);
    const pieces = splitByBytes(text, limit);
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map(utf8Length))).toBeLessThanOrEqual(limit);
  });
});
