/** What the guide says that a person sees: its quoted words and its pictures. */
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/root.ts';

const text = readFileSync(inRoot('docs/huong-dan.md'), 'utf8');

/** The names of the pictures that it shows. */
export const shownPictures: readonly string[] = [...text.matchAll(/\]\(pictures\/([\w-]+)\.png\)/g)].map(
  ([, name = '']) => name,
);

/** What stands between “ and ”, without the parts that are written from the words anyway; “a “b” c” counts as one. */
export function quotedWords(): readonly string[] {
  const byHand = text.replaceAll(/<!-- npm run docs: [^>]*-->[\s\S]*?<!-- hết -->/g, '');
  return [...byHand.matchAll(/“((?:[^“”]|“[^“”]*”)*)”/g)].map(([, words = '']) => words);
}
