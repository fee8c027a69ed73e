/** The glossary speaks of what is there: its words are said to people, its names stand in the files that it points to. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { wordTexts } from './word-texts.ts';

const rows = readFileSync(inRoot('docs/thuat-ngu.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| .* \| `/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, term = '', name = '', , file = '']) => ({ term, name: name.slice(1, -1), file: file.slice(1, -1) }));

const said = [
  ...wordTexts().map(({ text }) => text),
  readFileSync(inRoot('docs/huong-dan.md'), 'utf8'),
  readFileSync(inRoot('shared/resolution/chieng-mung-2025.json'), 'utf8'),
]
  .join('\n')
  .toLocaleLowerCase('vi');

test('there are terms', () => expect(rows.length).toBeGreaterThan(40));

describe.each(rows)('$term', ({ term, name, file }) => {
  test('is said to people', () => {
    expect(term.split(', ').filter((word) => !said.includes(word.toLocaleLowerCase('vi')))).toEqual([]);
  });

  test(`is \`${name}\` in ${file}`, () => {
    expect(existsSync(inRoot(file))).toBe(true);
    expect(readFileSync(inRoot(file), 'utf8').includes(name)).toBe(true);
  });
});
