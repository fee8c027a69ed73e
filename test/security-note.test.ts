/** The note on security says nothing that is not so: every requirement of the standard is in it, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';
import standard from './fixtures/asvs-5.0.0-level-2.json' with { type: 'json' };

const note = readFileSync(inRoot('docs/security.md'), 'utf8');
const rows = [...note.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)];
const [, excluded = ''] = note.split('### What does not apply');

/** "6.2.1–6.2.12" is all of them. */
function numbersOf(text: string): string[] {
  return text.split(', ').flatMap((part) => {
    const [first = '', last] = part.split('–');
    if (last === undefined) return [first];
    const [group, from, to] = [first.slice(0, first.lastIndexOf('.')), lastOf(first), lastOf(last)];
    return Array.from({ length: to - from + 1 }, (_, place) => `${group}.${from + place}`);
  });
}

function lastOf(number: string): number {
  return Number(number.slice(number.lastIndexOf('.') + 1));
}

test('has every requirement of levels 1 and 2 once: met, or why it does not apply', () => {
  const met = rows.map(([, number = '']) => number);
  const not = [...excluded.matchAll(/^\| ([\d., –]+) \|/gm)].flatMap(([, numbers = '']) => numbersOf(numbers));
  expect([...met, ...not].toSorted()).toEqual(Object.values(standard.numbers).flat().toSorted());
  expect(met.length).toBeGreaterThan(150);
});

const proofs = rows.flatMap(([, number = '', , , proof = '']) =>
  [...proof.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = '', title = '']) => ({ number, file, title })),
);

test('names tests for most of them, and a dash where there is none', () => {
  expect(rows.filter(([, , , , proof]) => proof !== '—' && !/^`.+”$/.test(proof ?? ''))).toEqual([]);
  expect(new Set(proofs.map(({ number }) => number)).size).toBeGreaterThan(120);
});

test('names no test that is not there', () => {
  const files = new Map(
    [...new Set(proofs.map(({ file }) => file))].map((file) => [
      file,
      existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : '',
    ]),
  );
  const absent = proofs.filter(({ file, title }) => !isTitleIn(files.get(file) ?? '', title));
  expect(absent).toEqual([]);
});

/** As the text of a test, a table of tests or a group of them. */
function isTitleIn(source: string, title: string): boolean {
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => source.includes(quoted));
}
