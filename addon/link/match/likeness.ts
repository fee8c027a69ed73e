/**
 * How like a row's label is to an input's name, from 0 to 1.
 *
 * Not by Fuse.js, which the dialog's own search uses: a search forgives what a label must not. Its score is of how well the words asked
 * for are found in a text, and says nothing of the text's other words, while here each of them counts: "Hộ cận nghèo" has all of "Hộ
 * nghèo". Its tolerance is of letters, and Vietnamese syllables without their marks are one letter apart ("chi", "thi", "cho"). And it
 * knows no neighbours, while most sub-rows ("- Hoàn thành tốt") mean something only under the row above them.
 */
import type { Label } from './label.ts';
import type { TableRow } from './rows.ts';
import { isLight } from './sayings.ts';
import { plainWords, type Syllable } from './syllables.ts';
import { fitOf, scaleOf, type UnitFit } from './units.ts';
import type { NamedInput, Vocabulary } from './vocabulary.ts';

export interface Likeness {
  readonly score: number;
  /** How much of the input's name is said only above the row, 0 to 1. */
  readonly leaning: number;
  readonly unitFit: UnitFit;
  /** Its figures are far beyond what is plausible for the input: its unit may be another. */
  readonly tooLarge: boolean;
}

/** Marks that differ on the same letters are a slip, or another word. */
const OTHER_MARKS = 0.35;
/** How much a word counts that is not in the row itself but above it. */
const FROM_ABOVE = [0.9, 0.8, 0.7];
const FROM_BEFORE = 0.6;
/**
 * A heading's words that are not in the name narrow what stands under it ("Số hộ" under "Hộ cận nghèo"), a little only, for most
 * headings are of several things; more where the row leans on that heading.
 */
const NARROWED = 0.06;
const LEANING = 0.3;
const MOST_STRANGE = 12;

const UNIT_FACTORS: Readonly<Record<UnitFit, number>> = {
  same: 1,
  kin: 0.97,
  unknown: 0.95,
  scaled: 0.96,
  other: 0.4,
  ratio: 0,
};
const SURROUNDINGS_BONUS = 0.02;

/** Of each row, in the table's order, its likeness to every input, in the vocabulary's order. */
export function likenesses(rows: readonly TableRow[], vocabulary: Vocabulary): readonly (readonly Likeness[])[] {
  const divided = new Set(rows.filter((row) => unitNamed(row, vocabulary) !== null).map(({ above }) => above[0]));
  return rows.map((row) => rowLikenesses(row, divided.has(row.label), vocabulary));
}

/** @param divided by the reporting units in the rows below it: its own figure is their sum */
function rowLikenesses(row: TableRow, divided: boolean, vocabulary: Vocabulary): readonly Likeness[] {
  const meant = meaning(row, vocabulary);
  const factor = bareFactor(row) * (divided ? DIVIDED : 1);
  const breakdown = isBreakdown(row);
  return vocabulary.inputs.map((named) => {
    const unitFit = fitOf(row.unit, named.unit);
    if (meant === null || (row.label.denies && !named.denies))
      return { score: 0, leaning: 0, unitFit, tooLarge: false };
    const words = named.names.map((name) => nameLikeness(meant, name, vocabulary)).reduce(better);
    const part = breakdown && words.leaning > LEANS ? PART : 1;
    const score = words.score * part * UNIT_FACTORS[unitFit] * figureFactor(row, named) * factor;
    return {
      score: Math.min(1, score + surroundings(row, named)),
      leaning: words.leaning,
      unitFit,
      tooLarge: isTooLarge(row, named),
    };
  });
}

const DIVIDED = 0.5;
const PART = 0.3;
const LEANS = 0.15;

/** "HTX" under "Doanh nghiệp, HTX" is one of the things that its heading names, and so a part of an input that is all of them. */
function isBreakdown({ label, above }: TableRow): boolean {
  const said = (words: readonly Syllable[]): readonly Syllable[] => words.filter((word) => !isLight(word));
  const [own = []] = label.readings.map(said);
  const [parent = []] = above[0]?.readings.map(said) ?? [];
  if (above[0]?.enumerates !== true) return false;
  const again = own.length > 0 && own.every((word) => best(word, parent) === 1);
  return again && parent.some((word) => best(word, own) < 1);
}

const IN_BRACKETS = 0.5;

/** A row without figures and unit may be but a heading; one that is numbered like a section is. */
function bareFactor({ bare, label }: TableRow): number {
  if (!bare) return 1;
  return label.rank !== null && label.rank <= 2 ? 0.4 : 0.8;
}

interface Meaning {
  readonly readings: readonly (readonly Syllable[])[];
  readonly above: readonly Label[];
  readonly before: Label | null;
  readonly factor: number;
}

/** "Tổng số", or a reporting unit's own name, means the row above. Null for another unit's row. */
function meaning(row: TableRow, vocabulary: Vocabulary): Meaning | null {
  const { label, above, before } = row;
  const unit = unitNamed(row, vocabulary);
  if (unit === 'other') return null;
  const empty = label.readings.every((reading) => reading.every(isLight));
  if (!empty && unit === null) return { readings: label.readings, above, before, factor: 1 };
  const [parent, ...rest] = above.filter((one) => one.readings.some((reading) => !reading.every(isLight)));
  return parent === undefined ? null : { readings: parent.readings, above: rest, before: null, factor: 0.96 };
}

/** Whose row it is where its label is nothing but a reporting unit's name. */
function unitNamed({ text }: TableRow, { ownUnit, otherUnits }: Vocabulary): 'own' | 'other' | null {
  const plain = plainWords(text).replace(/^(?:(?:xa|khu vuc|khu|dia ban|[a-z]|\d+) )+/, '');
  if (plain === ownUnit && plain !== '') return 'own';
  return otherUnits.includes(plain) ? 'other' : null;
}

interface WordLikeness {
  readonly score: number;
  readonly leaning: number;
}

/** The harmonic mean of how much of the row's words the name explains, and how much of the name the row and what is above it say. */
function nameLikeness(meant: Meaning, name: readonly Syllable[], vocabulary: Vocabulary): WordLikeness {
  const { score, leaning } = meant.readings.map((own) => readingLikeness(own, meant, name, vocabulary)).reduce(better);
  return { score: score * meant.factor, leaning };
}

function better(one: WordLikeness, other: WordLikeness): WordLikeness {
  return other.score > one.score ? other : one;
}

function readingLikeness(
  own: readonly Syllable[],
  meant: Meaning,
  name: readonly Syllable[],
  vocabulary: Vocabulary,
): WordLikeness {
  const { weight } = vocabulary;
  const weightOf = (word: Syllable): number => weightAgainst(word, name, vocabulary);
  const explained = (words: readonly Syllable[]): number => sum(words, (word) => best(word, name) * weightOf(word));
  const nameWeight = sum(name, weight);
  if (sum(own, weightOf) === 0 || nameWeight === 0) return { score: 0, leaning: 0 };
  const fromOwn = sum(name, (word) => said(word, own) * weight(word));
  const fromAll = sum(name, (word) => Math.max(said(word, own), around(word, meant)) * weight(word));
  const leaning = (fromAll - fromOwn) / nameWeight;
  const parent = meant.above[0]?.readings[0] ?? [];
  const strange = sum(parent, weightOf) - explained(parent);
  const precision =
    explained(own) / (sum(own, weightOf) + Math.min(strange, MOST_STRANGE) * (NARROWED + leaning * LEANING));
  const recall = fromAll / nameWeight;
  return { score: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), leaning };
}

/** A word found in the name weighs as it does there: the row's may be typed without marks. */
function weightAgainst(word: Syllable, name: readonly Syllable[], { weight, strangeness }: Vocabulary): number {
  const found = name.find((other) => alike(word, other) === 1);
  return found === undefined ? strangeness(word) : weight({ ...found, aside: found.aside || word.aside });
}

function around(word: Syllable, { above, before }: Meaning): number {
  const ancestors = above.map((label, at) => bestOf(word, label) * (FROM_ABOVE[at] ?? 0.6));
  const sibling = before === null ? 0 : bestOf(word, before) * FROM_BEFORE;
  return Math.max(0, sibling, ...ancestors);
}

function bestOf(word: Syllable, label: Label): number {
  return Math.max(0, ...label.readings.map((reading) => best(word, reading)));
}

function best(word: Syllable, among: readonly Syllable[]): number {
  return Math.max(0, ...among.map((other) => alike(word, other)));
}

/** What a row says in brackets only it does not quite say: "Tổng số chi bộ (bản, trường học)". */
function said(word: Syllable, own: readonly Syllable[]): number {
  return Math.max(0, ...own.map((other) => alike(word, other) * (other.aside && !word.aside ? IN_BRACKETS : 1)));
}

function alike(one: Syllable, other: Syllable): number {
  if (one.plain !== other.plain) return 0;
  return one.toned === null || other.toned === null || one.toned === other.toned ? 1 : OTHER_MARKS;
}

function sum(words: readonly Syllable[], value: (word: Syllable) => number): number {
  return words.reduce((total, word) => total + value(word), 0);
}

/** What the figures say: shares and words are no absolute input, nor is a count with decimals, nor one far beyond what is plausible. */
function figureFactor(row: TableRow, named: NamedInput): number {
  const { input } = named;
  if (row.figures.length === 0 && row.wordy > 0 && input.kind !== 'flag') return 0.3;
  const filled = row.figures.filter(({ value }) => value !== 0);
  if (filled.length === 0) return 1;
  if (filled.filter(({ share }) => share).length * 2 > filled.length) return 0;
  const values = valuesOf(row);
  if (input.kind === 'flag') return values.every((value) => value === 1) ? 1 : 0.6;
  const fractions = values.filter((value) => !Number.isInteger(value)).length;
  if (input.decimals === 0 && scaleOf(row.unit, named.unit) === 1 && fractions * 2 > values.length) return 0.5;
  return isTooLarge(row, named) ? 0.85 : 1;
}

function isTooLarge(row: TableRow, { input, unit }: NamedInput): boolean {
  const most = (input.plausibleUpTo ?? Number.POSITIVE_INFINITY) * 3 * scaleOf(row.unit, unit);
  return valuesOf(row).some((value) => value > most);
}

function valuesOf({ figures }: TableRow): readonly number[] {
  return figures.flatMap(({ value }) => (value === null || value === 0 ? [] : [value]));
}

function surroundings({ above }: TableRow, named: NamedInput): number {
  const words = above.flatMap(({ readings }) => readings[0] ?? []).filter((word) => !isLight(word));
  if (words.length === 0) return 0;
  const found = words.filter(({ plain }) => named.surroundings.has(plain)).length;
  return found * 2 > words.length ? SURROUNDINGS_BONUS : 0;
}
