/** The documents for staff: what is written from data and words is as it would be written now, and the guide quotes what is really there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LEADER_LINES, REVIEWER_LINES } from '../scripts/guide/guide-words.ts';
import { MESSAGE_CHAPTERS } from '../scripts/guide/messages-document.ts';
import { inRoot } from '../scripts/root.ts';
import { writtenDocuments } from '../scripts/written-documents.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { handWritten, quotedWords, shownPictures } from './guide/guide-text.ts';
import { VALUE, wordTexts } from './words/word-texts.ts';

const PICTURES = inRoot('docs/pictures');

test.each(Object.entries(writtenDocuments()))('%s is what `npm run docs` writes', (file, text) => {
  expect(readFileSync(inRoot(file), 'utf8')).toBe(text);
});

describe('the messages', () => {
  const groups = MESSAGE_CHAPTERS.flatMap((chapter) => chapter.groups);

  test('of every room are explained', () => {
    expect(groups.map(({ messages }) => messages.length).filter((count) => count === 0)).toEqual([]);
    expect(groups.length).toBeGreaterThan(40);
  });

  test('none without a thing to do, none twice at one place', () => {
    for (const { title, messages } of groups) {
      expect(messages.filter(({ todo }) => !/[.…]$/.test(todo)).map(({ todo }) => `${title}: ${todo}`)).toEqual([]);
      expect(new Set(messages.map(({ message }) => message)).size, title).toBe(messages.length);
      expect(messages.filter(({ message }) => /undefined|NaN|\[object/.test(message))).toEqual([]);
    }
  });
});

describe('what is quoted is what the system says', () => {
  /** Google's own words, the name of a year's sheet, what the view calls its files, and examples that are all values. */
  const ELSEWHERE = [
    'Cho phép',
    'Nâng cao',
    '2026',
    'XLSX',
    'CSV',
    '1.180 hay 1,18?',
    'Mường Bằng, 9 tháng năm 2026',
    '38 hộ',
  ];
  const { inputs, targets } = chiengMung();
  const names = [...inputs.flatMap(({ label, short }) => [label, short]), ...targets.map(({ label }) => label)];
  const said = [...wordTexts().map(({ text }) => text), ...names, ...ELSEWHERE];
  const isSaid = (quoted: string): boolean => said.some((one) => matches(one, quoted));
  const unsaid = (text: string) => quotedWords(text).filter((quoted) => !isSaid(quoted) && !isSaid(lowered(quoted)));

  test('in the guide', () => {
    expect(quotedWords(handWritten).length).toBeGreaterThan(80);
    expect(unsaid(handWritten)).toEqual([]);
  });

  test('in the advice on messages', () => {
    const advice = MESSAGE_CHAPTERS.flatMap(({ groups }) => groups.flatMap(({ messages }) => messages));
    expect(unsaid(advice.map(({ todo }) => todo).join('\n'))).toEqual([]);
  });

  test('on the printed page', () => {
    expect(unsaid([...REVIEWER_LINES, ...LEADER_LINES].map(([, how]) => how).join('\n'))).toEqual([]);
  });
});

describe('the guide', () => {
  test('shows every picture that is kept, and keeps every picture that it shows', () => {
    const kept = readdirSync(PICTURES).map((name) => name.replace('.png', ''));
    expect(new Set(shownPictures)).toEqual(new Set(kept));
  });

  test('has small pictures: none above 100 kB, all together below 1 MB', () => {
    const sizes = readdirSync(PICTURES).map((name) => statSync(join(PICTURES, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
  });
});

/** At the beginning of a sentence. */
function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** Whether a word may be shown so: values stand where it has them, and a quotation may leave something out. */
function matches(word: string, quoted: string): boolean {
  const parts = quoted
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isMostlyFixed = word.replaceAll(VALUE, '').length > quoted.length / 2;
  return parts.every((part) => word.includes(part)) || (isMostlyFixed && new RegExp(pattern(word)).test(quoted));
}

function pattern(word: string): string {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `^${escaped.replaceAll(VALUE, '.+')}$`;
}
