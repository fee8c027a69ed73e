import { describe, expect, test } from 'vitest';
import { decodeBase64Url } from './base64url.ts';
import { expiryOf } from './identity.ts';

describe('base64url', () => {
  test.each(['', 'a', 'ab', 'abc', 'Chiềng Mung', '{"exp":1}', '👩‍🌾'])('%j comes back', (text) => {
    expect(decodeBase64Url(Buffer.from(text).toString('base64url'))).toBe(text);
  });

  test.each(['a+b', 'a b', '____'])('%j is none of text', (encoded) => {
    expect(decodeBase64Url(encoded)).toBeNull();
  });
});

describe('the end of a token', () => {
  const token = (claims: unknown) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

  test('is its claim, in milliseconds', () => {
    expect(expiryOf(token({ exp: 1_795_489_200 }))).toBe(1_795_489_200_000);
  });

  test.each(['', 'x', 'x.y.z', token(null), token({}), token({ exp: '1' })])('%j has none', (text) => {
    expect(expiryOf(text)).toBeNull();
  });
});
