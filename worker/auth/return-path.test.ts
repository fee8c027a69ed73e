import fc from 'fast-check';
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
  'https:evil.test',
  'https:/evil.test',
  'https:///evil.test',
  'HTTPS://evil.test',
  '///evil.test',
  '////evil.test/%2e%2e',
  '/\\/evil.test',
  '\\\\evil.test',
  '/\r\n/evil.test',
  '/a\r\nSet-Cookie: x=y',
  '/\u0000/evil.test',
  '/\u0085/evil.test',
  '/..//evil.test',
  '/%2e%2e//evil.test',
  '/a/%2E%2e//evil.test',
  ' //evil.test',
  '\t//evil.test',
  '@evil.test',
  '.evil.test',
  'data:text/html,x',
  'vbscript:x',
  '?return=//evil.test',
  '#//evil.test',
  '/./sign-out',
  '/%73ign-out/../sign-out',
])('leads home instead of to %j', (text) => {
  expect(returnPath(text, ORIGIN)).toBe('/');
});

test.each([
  ['/%2f%2fevil.test', '/%2f%2fevil.test'],
  ['/%5cevil.test', '/%5cevil.test'],
  ['/@evil.test', '/@evil.test'],
  ['/:80//evil.test', '/:80//evil.test'],
  ['/units?next=//evil.test', '/units?next=//evil.test'],
])('stays here with %s, which looks as if it led away', (text, expected) => {
  expect(returnPath(text, ORIGIN)).toBe(expected);
  expect(new URL(returnPath(text, ORIGIN), `${ORIGIN}/sign-in`).origin).toBe(ORIGIN);
});

const SEED = 20_261_125;
const BITS = [
  '/',
  '//',
  '\\',
  '.',
  '..',
  '%2f',
  '%5c',
  '%2e',
  '@',
  ':',
  '?',
  '#',
  '\t',
  '\n',
  '\r',
  '\u0000',
  ' ',
  '\u00a0',
  '／',
  '。',
];
const TEXTS = fc.array(
  fc.oneof(
    fc.constantFrom(...BITS, 'https:', 'javascript:', 'evil.test', 'sign-out'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  {
    maxLength: 12,
  },
);

test(`never leads to another origin, nor out of somebody's session, whatever the text (5,000, seed ${SEED})`, () => {
  const property = fc.property(TEXTS, (parts) => {
    for (const text of [parts.join(''), `/${parts.join('')}`]) {
      const way = returnPath(text, ORIGIN);
      expect(way).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      // As a browser follows it from the page that answers it.
      const { origin, pathname } = new URL(way, `${ORIGIN}/sign-in/callback`);
      expect([origin, pathname.startsWith('/sign-')]).toEqual([ORIGIN, false]);
    }
  });
  fc.assert(property, { seed: SEED, numRuns: 5000 });
});
