/** A row's label taken apart: its numbering and dashes, "Trong đó", footnote marks, a unit in it, and the words that are left. */
import { sayingAt } from './sayings.ts';
import { plainWords, type Syllable, syllablesOf } from './syllables.ts';
import { isKnown, readUnit, type UnitReading } from './units.ts';

export interface Label {
  /** The words with sayings brought to one form; several lists where an abbreviation has several readings. */
  readonly readings: readonly (readonly Syllable[])[];
  /** How deep its numbering or dash puts it, smaller is higher: A, I, 1, 1.1, a), -, +. Null where it has none. */
  readonly rank: number | null;
  /** Part of a row above by its words: "Trong đó". */
  readonly partOfAbove: boolean;
  /** Spaces before the text. */
  readonly indent: number;
  /** The unit that stands in the label itself: "Diện tích cà phê (ha)". */
  readonly unit: UnitReading | null;
  /** Names several things: "Doanh nghiệp, HTX". */
  readonly enumerates: boolean;
  /** What its first words say that it is no figure of: a share, a plan, a comparison. */
  readonly denies: boolean;
}

/** More readings than this are of no use: each is compared with every input. */
const MAX_READINGS = 6;

const DASHES = /^[-–—−‒•*·▪◦●➢>]+\s*/u;
const PLUS = /^\++\s*/;
const NUMBERINGS: readonly (readonly [RegExp, rank: (found: string) => number])[] = [
  [/^\(?[A-HĐ]\s*[.)/]\s+|^\(?[A-HĐ][.)](?=\S)/u, () => 1],
  [/^\(?(?:X{0,3}(?:IX|IV|V?I{1,3}|V|X))\s*[.)/:–-]+\s*/, () => 2],
  [/^\(?\d{1,3}(?:\.\d{1,3})+[.)/:]?\s+|^\(?\d{1,3}(?:\.\d{1,3})*\s*[.)/:]\s*(?!\d)|^\(\d{1,3}\)\s*/, dotted],
  [/^\(?[a-zđ]\s*[.)]\s*/u, () => 6],
];
const PART_OF =
  /^(?:trong\s+(?:đó|do)|tr\.?\s?(?:đó|do)|t\.?đó|(?:bao\s+)?gồm(?:\s+có)?|chia\s+ra)(?!\p{L})\s*[:,;.-]*\s*/iu;
const FOOTNOTE = /(?:\s*(?:[¹²³⁰⁴-⁹*†‡]+|\((?:\*+|\d{1,2})\)|\[\d{1,2}\]))+\s*$/u;
/** A remark that takes something out is no mere remark: its brackets are opened. */
const EXCEPTION = /\(\s*((?:(?:chưa|không)\s+(?:bao\s+)?(?:gồm|kể|tính)|trừ|ngoài)(?!\p{L})[^()]*)\)/giu;
const TRAILING = /\s*[:;.…]+\s*$/u;
const UNIT_AT_END = /\s*(?:\(\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*([^()]{1,24})\)|,\s*([^,()]{1,14}))\s*$/iu;
/** A share, a plan, a comparison, growth: figures about a figure. */
const DENIALS =
  /^(?:(?:ti|ty) le|ti trong|toc do|ti suat|so voi|so sanh|ke hoach|muc tieu|chi tieu (?:giao|ke hoach)|phan dau|dat ti le|binh quan|nang suat|san luong|gia tri|chi so|muc tang|ti so)(?: |$)/;

function dotted(found: string): number {
  return (
    2 +
    Math.min(
      3,
      found
        .replace(/[^\d.]/g, '')
        .split('.')
        .filter(Boolean).length,
    )
  );
}

/** Reads a label's text. `numbering` is what the column "TT" says of the row. */
export function readLabel(text: string, numbering = ''): Label {
  const trimmed = text.normalize('NFC').replace(/\s+/gu, ' ').replace(EXCEPTION, '$1').trim();
  const numbered = stripNumbering(trimmed);
  const part = PART_OF.exec(numbered.rest);
  const inner = stripNumbering(numbered.rest.slice(part?.[0].length ?? 0));
  const body = inner.rest.replace(TRAILING, '').replace(FOOTNOTE, '').replace(TRAILING, '');
  const { rest, unit } = stripUnit(body);
  const own = rankOfNumbering(numbering);
  return {
    readings: settle(syllablesOf(rest)).flatMap(settle).slice(0, MAX_READINGS),
    rank: inner.rank ?? numbered.rank ?? own,
    partOfAbove: part !== null,
    indent: text.length - text.trimStart().length,
    unit,
    enumerates: /[,;/&]|\s[-–]\s|(?<!\p{L})và(?!\p{L})/iu.test(rest.replace(/\([^()]*\)/gu, '')),
    denies: DENIALS.test(plainWords(rest)),
  };
}

function stripNumbering(text: string): { readonly rest: string; readonly rank: number | null } {
  if (PLUS.test(text)) return { rest: text.replace(PLUS, ''), rank: 8 };
  if (DASHES.test(text)) return { rest: text.replace(DASHES, ''), rank: 7 };
  for (const [pattern, rank] of NUMBERINGS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && found.length < text.length) return { rest: text.slice(found.length), rank: rank(found) };
  }
  return { rest: text, rank: null };
}

/** Of the column "TT" alone: "I", "1", "1.1", "a", "-". */
function rankOfNumbering(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  if (/^[A-HĐ]$/u.test(plain)) return 1;
  return stripNumbering(/^[-+–*]$/.test(plain) ? `${plain}x` : `${plain}. x`).rank;
}

/** In brackets any unit that is known; after a comma, where an enumeration may end, only those that measure. */
function stripUnit(text: string): { readonly rest: string; readonly unit: UnitReading | null } {
  const found = UNIT_AT_END.exec(text);
  const unit = readUnit(found?.[1] ?? found?.[2] ?? '');
  const fits = found?.[1] === undefined ? measures(unit) : isKnown(unit);
  return found === null || !fits ? { rest: text, unit: null } : { rest: text.slice(0, found.index), unit };
}

function measures(unit: UnitReading | null): boolean {
  return unit?.kind === 'ratio' || (unit?.kind === 'amount' && ['money', 'area', 'mass'].includes(unit.quantity));
}

/** Brings sayings to one form, the longest first; once more after that, for sayings with abbreviations in them. */
function settle(words: readonly Syllable[]): readonly (readonly Syllable[])[] {
  let lists: (readonly Syllable[])[] = [[]];
  for (let place = 0; place < words.length; ) {
    const saying = sayingAt(words, place);
    const word = words[place];
    if (word === undefined) break;
    const readings = saying?.readings.map((reading) => reading.map((one) => ({ ...one, aside: word.aside }))) ?? [
      [word],
    ];
    lists = lists.flatMap((list) => readings.map((reading) => [...list, ...reading])).slice(0, MAX_READINGS);
    place += saying?.from.length ?? 1;
  }
  return lists;
}
