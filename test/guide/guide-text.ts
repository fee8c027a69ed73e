/** What the guide says that a person sees: its quoted words and its pictures. */
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/root.ts';

const text = readFileSync(inRoot('docs/huong-dan.md'), 'utf8');

/** The names of the pictures that it shows. */
export const shownPictures: readonly string[] = [...text.matchAll(/\]\(pictures\/([\w-]+)\.png\)/g)].map(
  ([, name = '']) => name,
);

/** What was written by hand: without the parts that are written from the words. */
export const handWritten: string = text.replaceAll(/<!-- npm run docs: [^>]*-->[\s\S]*?<!-- hết -->/g, '');

/** What stands between “ and ” in a text; “a “b” c” counts as one. */
export function quotedWords(from: string): readonly string[] {
  return [...from.matchAll(/“((?:[^“”]|“[^“”]*”)*)”/g)].map(([, words = '']) => words);
}
