import { expect, test } from 'vitest';
import { KeptTexts } from './kept-texts.ts';

const ONE = { index: 1, hash: 'one' };
const TWO = { index: 2, hash: 'two' };

test('a text is kept until something happens', () => {
  const texts = new KeptTexts<string>();
  expect(texts.find(ONE, 'name')).toBeUndefined();
  expect(texts.keep(ONE, 'name', 'text')).toBe('text');
  expect(texts.find(ONE, 'name')).toBe('text');
  expect(texts.find(ONE, 'other')).toBeUndefined();
  expect(texts.find(TWO, 'name')).toBeUndefined();
  expect(texts.find(ONE, 'name')).toBeUndefined();
});

test('a text that took so long that something happened meanwhile is not kept', () => {
  const texts = new KeptTexts<string>();
  texts.find(ONE, 'name');
  texts.find(TWO, 'name');
  expect(texts.keep(ONE, 'name', 'old')).toBe('old');
  expect(texts.find(TWO, 'name')).toBeUndefined();
});

test('of many texts the oldest make room', () => {
  const texts = new KeptTexts<number>();
  texts.find(ONE, '');
  for (let place = 0; place <= 200; place++) texts.keep(ONE, `name ${place}`, place);
  expect(texts.find(ONE, 'name 0')).toBeUndefined();
  expect(texts.find(ONE, 'name 200')).toBe(200);
});
