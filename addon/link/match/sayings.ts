/** Brings what offices write in more than one way to one form, and weighs small words. */
import { FILLERS, LIGHT_WORDS, NARROWING_WORDS, SAYINGS } from './office-words.ts';
import { plainWords, type Syllable, syllablesOf } from './syllables.ts';

const LIGHT = wordSet(LIGHT_WORDS);
const NARROWING = wordSet(NARROWING_WORDS);

function wordSet(words: string): ReadonlySet<string | null> {
  return new Set(syllablesOf(words).flatMap(({ plain, toned }) => [plain, toned]));
}

/** Whether a word makes another, narrower thing of what a label counts. */
export function isNarrowing({ plain, toned }: Syllable): boolean {
  return NARROWING.has(toned ?? plain);
}

/** Whether a word adds nothing to what a label counts: "cả", but not "cà" of "cà phê" where marks tell them apart. */
export function isLight({ plain, toned }: Syllable): boolean {
  return LIGHT.has(toned ?? plain);
}

interface Saying {
  readonly from: readonly string[];
  /** Its readings; an empty one says nothing. */
  readonly readings: readonly (readonly Syllable[])[];
}

const BY_FIRST_WORD = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Saying[]> {
  const readings = new Map<string, Syllable[][]>();
  const add = (spelling: string, meaning: string): void => {
    const words = plainWords(spelling);
    readings.set(words, [...(readings.get(words) ?? []), [...syllablesOf(meaning)]]);
  };
  // The meaning itself too: else a shorter spelling in it would be replaced.
  for (const [meaning, spellings] of Object.entries(SAYINGS))
    for (const spelling of [meaning, ...spellings]) add(spelling, meaning);
  for (const filler of FILLERS) add(filler, '');
  const map = new Map<string, Saying[]>();
  for (const [words, found] of readings) {
    const saying = { from: words.split(' '), readings: found };
    const first = saying.from[0] ?? '';
    map.set(
      first,
      [...(map.get(first) ?? []), saying].sort((one, other) => other.from.length - one.from.length),
    );
  }
  return map;
}

/** The longest saying that begins at a place of a text's words; undefined where none does. */
export function sayingAt(words: readonly Syllable[], place: number): Saying | undefined {
  const candidates = BY_FIRST_WORD.get(words[place]?.plain ?? '') ?? [];
  return candidates.find(({ from }) => from.every((word, at) => words[place + at]?.plain === word));
}
