/**
 * How like a row's label is to an input's name, from 0 to 1.
 *
 * Not by Fuse.js, which the dialog's own search uses: a search forgives what a label must not. Its score is of how well the words asked
 * for are found in a text, and says nothing of the text's other words, while here each of them counts: "Hộ cận nghèo" has all of "Hộ
 * nghèo". Its tolerance is of letters, and Vietnamese syllables without their marks are one letter apart ("chi", "thi", "cho"). And it
 * knows no neighbours, while most sub-rows ("- Hoàn thành tốt") mean something only under the row above them. Tried on three office
 * workbooks (Fuse.js 7.5, token search, marks ignored, our sayings brought to one form): the right input came first for 202 of 248
 * rows, and every one of the 273 rows that are no input found one.
 */
import { figureFit, isTooLarge } from './figure-fit.ts';
import type { TableRow } from './rows.ts';
import { isLight } from './sayings.ts';
import { plainWords, type Syllable } from './syllables.ts';
import { fitOf, type UnitFit } from './units.ts';
import type { NamedInput, Vocabulary } from './vocabulary.ts';
import { best, type Meaning, wordLikeness } from './word-likeness.ts';

export interface Likeness {
  readonly score: number;
  /** How much of the input's name is said only above the row, 0 to 1. */
  readonly leaning: number;
  readonly unitFit: UnitFit;
  /** Its figures are far beyond what is plausible for the input: its unit may be another. */
  readonly tooLarge: boolean;
}

const UNIT_FACTORS: Readonly<Record<UnitFit, number>> = {
  same: 1,
  kin: 0.97,
  unknown: 0.95,
  scaled: 0.96,
  other: 0.4,
  ratio: 0,
};
const SURROUNDINGS_BONUS = 0.02;
const DIVIDED = 0.5;
/** A part of the input; what the heading above says of the name then is what the part lacks. */
const PART = 0.3;
const LEANS = 0.15;

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
    const words = wordLikeness(meant, named.names, vocabulary);
    const part = breakdown && words.leaning > LEANS ? PART : 1;
    const score = words.score * part * UNIT_FACTORS[unitFit] * figureFit(row, named) * factor;
    return {
      score: Math.min(1, score + surroundings(row, named)),
      leaning: words.leaning,
      unitFit,
      tooLarge: isTooLarge(row, named),
    };
  });
}

/** "HTX" under "Doanh nghiệp, HTX" is one of the things that its heading names, and so a part of an input that is all of them. */
function isBreakdown({ label, above }: TableRow): boolean {
  const said = (words: readonly Syllable[]): readonly Syllable[] => words.filter((word) => !isLight(word));
  const [own = []] = label.readings.map(said);
  const [parent = []] = above[0]?.readings.map(said) ?? [];
  if (above[0]?.enumerates !== true) return false;
  const again = own.length > 0 && own.every((word) => best(word, parent) === 1);
  return again && parent.some((word) => best(word, own) < 1);
}

/** A row without figures and unit may be but a heading; one that is numbered like a section is. */
function bareFactor({ bare, label }: TableRow): number {
  if (!bare) return 1;
  return label.rank !== null && label.rank <= 2 ? 0.4 : 0.8;
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

function surroundings({ above }: TableRow, named: NamedInput): number {
  const words = above.flatMap(({ readings }) => readings[0] ?? []).filter((word) => !isLight(word));
  if (words.length === 0) return 0;
  const found = words.filter(({ plain }) => named.surroundings.has(plain)).length;
  return found * 2 > words.length ? SURROUNDINGS_BONUS : 0;
}
