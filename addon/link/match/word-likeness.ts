/** How like the words of a label are to those of an input's name, with what stands above the label, from 0 to 1. */
import type { Label } from './label.ts';
import type { Syllable } from './syllables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words that a row means, and what is around them. */
export interface Meaning {
  readonly readings: readonly (readonly Syllable[])[];
  readonly above: readonly Label[];
  readonly before: Label | null;
  readonly factor: number;
}

interface WordLikeness {
  readonly score: number;
  /** How much of the name is said only above the row, 0 to 1. */
  readonly leaning: number;
}

/** Marks that differ on the same letters are a slip, or another word. */
const OTHER_MARKS = 0.35;
/** What a row says in brackets only it does not quite say: "Tổng số chi bộ (bản, trường học)". */
const IN_BRACKETS = 0.5;
/** How much a word counts that is not in the row itself but above it. */
const FROM_ABOVE = [0.9, 0.8, 0.7];
const FROM_FAR_ABOVE = 0.6;
const FROM_BEFORE = 0.6;
/**
 * A heading's words that are not in the name narrow what stands under it ("Số hộ" under "Hộ cận nghèo"), a little only, for most
 * headings are of several things; more where the row leans on that heading.
 */
const NARROWED = 0.06;
const LEANING = 0.3;
const MOST_STRANGE = 12;

/** The best of all readings of the row and all names of the input. */
export function wordLikeness(
  meant: Meaning,
  names: readonly (readonly Syllable[])[],
  vocabulary: Vocabulary,
): WordLikeness {
  let found: WordLikeness = { score: 0, leaning: 0 };
  for (const name of names)
    for (const own of meant.readings) {
      const one = readingLikeness(own, meant, name, vocabulary);
      if (one.score > found.score) found = one;
    }
  return { ...found, score: found.score * meant.factor };
}

/** The harmonic mean of how much of the row's words the name explains, and how much of the name the row and what is above it say. */
function readingLikeness(
  own: readonly Syllable[],
  meant: Meaning,
  name: readonly Syllable[],
  vocabulary: Vocabulary,
): WordLikeness {
  const { weight } = vocabulary;
  const weightOf = (word: Syllable): number => weightAgainst(word, name, vocabulary);
  const explained = (words: readonly Syllable[]): number => sum(words, (word) => best(word, name) * weightOf(word));
  const ownWeight = sum(own, weightOf);
  const ownExplained = explained(own);
  const nameWeight = sum(name, weight);
  if (ownExplained === 0 || ownWeight === 0 || nameWeight === 0) return { score: 0, leaning: 0 };
  const fromOwn = sum(name, (word) => said(word, own) * weight(word));
  const fromAll = sum(name, (word) => Math.max(said(word, own), around(word, meant)) * weight(word));
  const leaning = (fromAll - fromOwn) / nameWeight;
  const parent = meant.above[0]?.readings[0] ?? [];
  const strange = Math.min(sum(parent, weightOf) - explained(parent), MOST_STRANGE);
  const precision = ownExplained / (ownWeight + strange * (NARROWED + leaning * LEANING));
  const recall = fromAll / nameWeight;
  return { score: (2 * precision * recall) / (precision + recall), leaning };
}

/** A word found in the name weighs as it does there: the row's may be typed without marks. */
function weightAgainst(word: Syllable, name: readonly Syllable[], { weight, strangeness }: Vocabulary): number {
  const found = name.find((other) => alike(word, other) === 1);
  return found === undefined ? strangeness(word) : weight({ ...found, aside: found.aside || word.aside });
}

function around(word: Syllable, { above, before }: Meaning): number {
  let found = before === null ? 0 : bestOf(word, before) * FROM_BEFORE;
  above.forEach((label, at) => {
    found = Math.max(found, bestOf(word, label) * (FROM_ABOVE[at] ?? FROM_FAR_ABOVE));
  });
  return found;
}

function bestOf(word: Syllable, label: Label): number {
  return Math.max(0, ...label.readings.map((reading) => best(word, reading)));
}

/** How well the likest of some words fits one. */
export function best(word: Syllable, among: readonly Syllable[]): number {
  let found = 0;
  for (const other of among) found = Math.max(found, alike(word, other));
  return found;
}

function said(word: Syllable, own: readonly Syllable[]): number {
  let found = 0;
  for (const other of own) found = Math.max(found, alike(word, other) * (other.aside && !word.aside ? IN_BRACKETS : 1));
  return found;
}

function alike(one: Syllable, other: Syllable): number {
  if (one.plain !== other.plain) return 0;
  return one.toned === null || other.toned === null || one.toned === other.toned ? 1 : OTHER_MARKS;
}

function sum(words: readonly Syllable[], value: (word: Syllable) => number): number {
  let total = 0;
  for (const word of words) total += value(word);
  return total;
}
