/** A Vietnamese text as syllables that can be compared however they were typed: composed or not, either way of placing tones, y or i. */
import { fold } from '../../../shared/fold.ts';

export interface Syllable {
  /** Without marks and case: "Hộ", "HỒ" and "ho" are all "ho". */
  readonly plain: string;
  /** With its marks, tone last ("hô5"); null where the text was typed without any, and says nothing of them. */
  readonly toned: string | null;
  /** Stands in brackets: a remark that the text means the same without. */
  readonly aside: boolean;
}

/** Grave, acute, hook, tilde, dot below. The other marks make letters of their own. */
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const TONE = new RegExp(`[${TONES.join('')}]`, 'gu');
const MARKED = /\p{M}|đ/iu;
/** "kỹ" and "kĩ", "tỷ" and "tỉ" are the same words, "thuy" and "thui" are not. */
const Y_AS_I = /^((?:[bcdđhklmnprstvx]|ch|gh|kh|ngh?|nh|ph|qu|th|tr)?)y$/;
/** Single letters with dots between them are one abbreviation: "H.T.X". */
const DOTTED = /(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu;

/** The syllables of a text in order. Digits stand for themselves. */
export function syllablesOf(text: string): readonly Syllable[] {
  const joined = text.normalize('NFC').replace(DOTTED, '$1');
  const marked = MARKED.test(joined.normalize('NFD'));
  let depth = 0;
  return [...joined.matchAll(/[\p{L}\p{N}]+|[([{\])}]/gu)].flatMap(([piece]): Syllable[] => {
    if ('([{'.includes(piece)) depth += 1;
    else if (')]}'.includes(piece)) depth = Math.max(0, depth - 1);
    else return [syllable(piece, marked, depth > 0)];
    return [];
  });
}

function syllable(piece: string, marked: boolean, aside: boolean): Syllable {
  const parts = piece.toLowerCase().normalize('NFD');
  const tone = [...parts].find((character) => TONES.includes(character));
  const letters = parts.replace(TONE, '').normalize('NFC').replace(Y_AS_I, '$1i');
  const number = tone === undefined ? '' : String(TONES.indexOf(tone) + 1);
  return { plain: fold(letters), toned: marked ? letters + number : null, aside };
}

/** The text without marks, case and punctuation, its syllables one space apart: what tables of sayings are written in. */
export function plainWords(text: string): string {
  return syllablesOf(text)
    .map(({ plain }) => plain)
    .join(' ');
}
