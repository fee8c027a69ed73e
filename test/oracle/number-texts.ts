/** Texts as people, keyboards, word processors and attackers write numbers: right ones, nearly right ones, and noise. */
import {
  DECIMAL_MARKS,
  DIGITS,
  FIXED,
  GROUP_MARKS,
  INVISIBLE,
  NOISE,
  OUTER,
  PERCENTS,
  SIGNS,
  WORDS,
  ZEROS,
} from './alphabet.ts';
import type { Chance } from './random.ts';
import { GROUPING_SPACES } from './spellings.ts';

/** One text. The first kinds are mostly numbers; the later ones mostly not. */
export function numberText(chance: Chance): string {
  const kind = chance.below(20);
  if (kind === 0) return noise(chance);
  if (kind === 1) return chance.pick(FIXED);
  if (kind <= 7) return neat(chance);
  if (kind <= 12) return mutated(neat(chance), chance);
  if (kind <= 16) return anyhow(chance);
  return mutated(anyhow(chance), chance);
}

/** As the table writes it: one kind of group, a comma, at most a percent sign. */
function neat(chance: Chance): string {
  const sign = chance.oneIn(4) ? chance.pick(['-', '−', '+']) : '';
  const mark = chance.pick(['', '.', ...GROUPING_SPACES]);
  const number =
    grouped(digits(chance, 1 + chance.below(9)), mark) +
    (chance.oneIn(2) ? `,${digits(chance, 1 + chance.below(4))}` : '');
  const percent = chance.oneIn(8) ? chance.pick(['%', ' %', '\u00a0%', '％']) : '';
  return dressed(sign + number + percent, chance);
}

/** Every part drawn by itself, so that conventions mix. */
function anyhow(chance: Chance): string {
  const whole = digits(chance, chance.pick([0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 10, 16]));
  const decimals = chance.oneIn(2)
    ? chance.pick(DECIMAL_MARKS) + digits(chance, chance.pick([0, 1, 2, 3, 3, 3, 4, 6, 16]))
    : '';
  const percent = chance.oneIn(5) ? chance.pick(PERCENTS) : '';
  const unit = chance.oneIn(5) ? chance.pick(['', ' ', '\u00a0', '  ']) + cased(chance.pick(WORDS), chance) : '';
  return dressed(chance.pick(SIGNS) + grouped(whole, chance.pick(GROUP_MARKS)) + decimals + percent + unit, chance);
}

function noise(chance: Chance): string {
  return Array.from({ length: chance.below(12) }, () => chance.pick(NOISE)).join('');
}

/** Full-width forms, another script's digits and outer spaces, now and then. */
function dressed(text: string, chance: Chance): string {
  const widened = chance.oneIn(10)
    ? text.replace(/[0-9.,%]/g, (character) => (chance.oneIn(2) ? wide(character) : character))
    : text;
  const foreign = chance.oneIn(30) ? inScript(widened, chance.pick(ZEROS), chance) : widened;
  const before = chance.oneIn(8) ? chance.pick(OUTER) : '';
  const behind = chance.oneIn(8) ? chance.pick(OUTER) : '';
  return before + foreign + behind;
}

/** One to three edits, each of one character. */
function mutated(text: string, chance: Chance): string {
  const characters = Array.from(text);
  for (let edits = 1 + chance.below(3); edits > 0; edits--) {
    const at = chance.below(characters.length + 1);
    const edit = chance.below(4);
    if (edit === 0) characters.splice(at, 0, chance.pick(chance.oneIn(3) ? INVISIBLE : NOISE));
    if (edit === 1) characters.splice(at, 1);
    if (edit === 2) characters.splice(at, 1, chance.pick(NOISE));
    if (edit === 3) characters.splice(at, 2, ...characters.slice(at, at + 2).reverse());
  }
  return characters.join('');
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.pick(DIGITS)).join('');
}

function grouped(whole: string, mark: string): string {
  return whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, () => mark);
}

function cased(word: string, chance: Chance): string {
  const form = chance.pick(['NFC', 'NFD', 'NFC']);
  const normal = word.normalize(form);
  return chance.oneIn(3) ? normal.toUpperCase() : normal;
}

function wide(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
}

function inScript(text: string, zero: number, chance: Chance): string {
  return text.replace(/\d/g, (digit) => (chance.oneIn(3) ? digit : String.fromCodePoint(zero + Number(digit))));
}
