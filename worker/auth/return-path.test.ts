import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

const ORIGIN = 'https://commune.test';

test.each([
  ['/', '/'],
  ['/targets/3', '/targets/3'],
  ['/?period=2026-Q2&basis=latest', '/?period=2026-Q2&basis=latest'],
])('keeps our own path %s', (text, expected) => {
  expect(returnPath(text, ORIGIN)).toBe(expected);
});

test.each([
  null,
  '',
  'targets',
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test/',
  '/\t/evil.test/',
  '/\n//evil.test',
  '/a\\..\\..\\/evil.test',
  '/.//evil.test/',
  '/x/..//evil.test',
  'javascript:alert(1)',
  '/sign-out',
  '/sign-in/start',
])('leads home instead of to %j', (text) => {
  expect(returnPath(text, ORIGIN)).toBe('/');
});
