/**
 * Text to number and back, as Vietnamese writes them: dots group thousands, a comma starts the decimals. Only what has one meaning
 * is read; everything else is refused with what was probably meant. Rules and examples: the table of `numbers.md`.
 */

export type ReadingProblem =
  | 'empty'
  | 'format'
  | 'decimal-point'
  | 'grouping'
  | 'leading-zero'
  | 'minus-sign'
  | 'unit'
  | 'too-long';

/** A number read, or why not; a suggestion is a text that is itself read without a question. */
export type Reading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: ReadingProblem; readonly suggestion?: string };

/** A double holds every decimal of up to this many digits. */
const MAX_DIGITS = 15;

/** No number is longer; a pasted page is not worth a look. */
const MAX_LENGTH = 64;

/** Spaces that group digits or stand before "%": plain, no-break, narrow no-break, thin. */
const SPACES = ' \u00a0\u202f\u2009';

const READABLE = new RegExp(
  `^(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d{0,2}([${SPACES}])\\d{3}(?:\\1\\d{3})*)(?:,\\d+)?$`,
);
const PERCENT = new RegExp(`^(.*?)[${SPACES}]?%$`, 's');
const WITH_UNIT = /^([+\-−–]?\d(?:[\d.,\s]*\d)?)\s*([\p{L}\p{M}][\p{L}\p{M}\s./-]*)$/u;
const MAGNITUDES = new Set([
  'tram',
  'nghin',
  'ngan',
  'k',
  'van',
  'trieu',
  'tr',
  'ty',
  'ti',
  'million',
  'billion',
  'bn',
]);

/**
 * Reads a typed number. `value` is in the unit of the text as it stands ("28,5%" is 28.5).
 * @example readNumber('1.180') // { ok: true, value: 1180 }
 * @example readNumber('1.18') // { ok: false, problem: 'decimal-point', suggestion: '1,18' }
 */
export function readNumber(text: string): Reading {
  const plain = text.replace(/[０-９，．％]/g, narrow).trim();
  if (plain === '') return { ok: false, problem: 'empty' };
  if (plain.length > MAX_LENGTH) return { ok: false, problem: 'too-long' };
  const percent = PERCENT.exec(plain);
  const reading = readSigned(percent?.[1] ?? plain);
  if (reading.ok || percent === null) return reading;
  // "5% ha" and "12 ha%" are neither a share nor a quantity.
  if (reading.problem === 'unit' || reading.problem === 'empty') return { ok: false, problem: 'format' };
  return reading.suggestion === undefined ? reading : { ...reading, suggestion: `${reading.suggestion}%` };
}

/** Full-width digits, comma, dot and percent sign are those of ASCII, moved by a constant. */
function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function readSigned(text: string): Reading {
  const sign = /^[+\-−–]/.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length);
  const reading = readUnsigned(body);
  if (!reading.ok) return withSign(sign, reading, text);
  // Word processors turn a hyphen into an en dash; as a dash it may as well start a list.
  if (sign === '–') return { ok: false, problem: 'minus-sign', suggestion: `-${body}` };
  const negative = sign === '-' || sign === '−';
  return { ok: true, value: negative && reading.value !== 0 ? -reading.value : reading.value };
}

function withSign(sign: string, refused: Reading & { ok: false }, text: string): Reading {
  if (refused.problem === 'format' || refused.problem === 'empty') return readWithUnit(text);
  if (refused.suggestion === undefined || sign === '') return refused;
  return { ...refused, suggestion: `${sign === '–' ? '-' : sign}${refused.suggestion}` };
}

function readUnsigned(text: string): Reading {
  if (READABLE.test(text)) return toReading(text);
  for (const [pattern, problem, suggest] of SLIPS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const suggestion = suggest(match);
    return suggestion !== null && isReadable(suggestion) ? { ok: false, problem, suggestion } : { ok: false, problem };
  }
  return { ok: false, problem: 'format' };
}

function toReading(text: string): Reading {
  const digits = text.replace(/[^\d,]/g, '').replace(',', '.');
  if (countDigits(text) > MAX_DIGITS) return { ok: false, problem: 'too-long' };
  const value = Number(digits);
  // Smaller than any double: it would be read as zero.
  if (value === 0 && /[1-9]/.test(digits)) return { ok: false, problem: 'too-long' };
  return { ok: true, value };
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').replace(/^0+/, '').length;
}

function isReadable(text: string): boolean {
  return READABLE.test(text) && toReading(text).ok;
}

type Slip = readonly [RegExp, ReadingProblem, (match: RegExpExecArray) => string | null];

/** Ways of writing that are not Vietnamese, with the one reading that is left of each, or null where none or several are. */
const SLIPS: readonly Slip[] = [
  // 007, 08, 00,5
  [/^0+(\d+(?:,\d+)?)$/, 'leading-zero', (match) => match[1] ?? null],
  // 00.180, 01.180: grouping behind a leading zero has no reading
  [/^0\d+[.,\d]*$/, 'leading-zero', () => null],
  // 1.18, 0.285, 1180.5: a dot that does not group three digits
  [/^(0|[1-9]\d*)\.(\d+)$/, 'decimal-point', (match) => `${match[1]},${match[2]}`],
  // 1 180.5
  [
    new RegExp(`^([1-9]\\d{0,2}(?:[${SPACES}]\\d{3})+)\\.(\\d{1,2}|\\d{4,})$`),
    'decimal-point',
    (match) => `${match[1]},${match[2]}`,
  ],
  // 1,180.5 and 1,180,000.25: English grouping
  [/^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/, 'grouping', (match) => `${(match[1] ?? '').replace(/,/g, '.')},${match[2]}`],
  // 1,180,000
  [/^[1-9]\d{0,2}(?:,\d{3}){2,}$/, 'grouping', (match) => match[0].replace(/,/g, '.')],
  // 1.180.5, 1,2,3, 12 34
  [new RegExp(`^\\d[\\d.,${SPACES}]*\\d$`), 'grouping', () => null],
];

/** "1.180 ha": digits with a word behind them. The word of a magnitude is part of the number, and cannot be dropped. */
function readWithUnit(text: string): Reading {
  const match = WITH_UNIT.exec(text);
  if (match === null) return { ok: false, problem: 'format' };
  const [, number = '', unit = ''] = match;
  // One letter may be a slip for a digit (O, l), an exponent or a magnitude (M): no guess.
  const guessable = unit.trim().length > 1 && !hasMagnitude(unit);
  const reading = guessable ? readSigned(number.trim()) : undefined;
  const suggestion = reading?.ok === true ? number.trim() : reading?.suggestion;
  return suggestion === undefined ? { ok: false, problem: 'unit' } : { ok: false, problem: 'unit', suggestion };
}

function hasMagnitude(unit: string): boolean {
  return unit.split(/[\s./-]+/).some((word) => MAGNITUDES.has(fold(word)));
}

/** Without diacritics and case, whether composed or not: "Tỷ", "tỉ" and "TY" are one word to a reader in a hurry. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/**
 * Reads a number in a field that knows its unit: that unit may stand behind the number ("12 ha" in ha, "2,5 tỷ" in tỷ đồng).
 * A share is no such unit: "%" is refused (`unit`) unless the field's unit is "%".
 */
export function readQuantity(text: string, unit: string): Reading {
  const trimmed = text.trim();
  if (unit !== '%' && /[%％]\s*$/.test(trimmed)) return { ok: false, problem: 'unit' };
  const folded = fold(unit);
  const names = [folded, ...(folded.includes(' ') ? [folded.split(' ')[0] ?? folded] : [])];
  const match = /^(.*?\d)\s*([\p{L}\p{M}][\p{L}\p{M}\s-]*)$/su.exec(trimmed);
  const written =
    match === null
      ? null
      : fold(match[2] ?? '')
          .replace(/\s+/g, ' ')
          .replace(/^ti\b/, 'ty');
  if (match !== null && written !== null && names.includes(written)) return readNumber(match[1] ?? '');
  return readNumber(text);
}

/**
 * A number as Vietnamese writes it: 1.180,5; the minus sign is U+2212.
 * @param decimals exactly so many; where absent, as many as the value has, up to three.
 */
export function formatNumber(value: number, decimals?: number): string {
  const places = decimals ?? 3;
  const fixed = toFixed(Math.abs(value), places);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const shown = decimals === undefined ? fraction.replace(/0+$/, '') : fraction;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const isZero = !/[1-9]/.test(fixed);
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${shown === '' ? '' : `,${shown}`}`;
}

/** A number as `formatNumber` rounds it: what is compared must be what is shown. */
export function roundAsShown(value: number, decimals: number): number {
  const rounded = Number(toFixed(Math.abs(value), decimals));
  return value < 0 ? 0 - rounded : rounded;
}

/** Halves go up, as people round: a decimal's double may lie a hair below the half. */
function toFixed(value: number, places: number): string {
  const scaled = Math.round(Number(`${value}e${places}`));
  return Number.isSafeInteger(scaled) ? (scaled / 10 ** places).toFixed(places) : value.toFixed(places);
}

/** Money as offices say it, from tỷ đồng: 12.658 is "12 tỷ 658 triệu đồng", so that a slip between triệu and tỷ is heard. */
export function formatMoney(billions: number): string {
  const millions = Math.round(Math.abs(billions) * 1000);
  const parts = [
    ...(millions >= 1000 ? [`${formatNumber(Math.floor(millions / 1000), 0)} tỷ`] : []),
    ...(millions % 1000 > 0 ? [`${millions % 1000} triệu`] : []),
  ];
  if (parts.length === 0) return '0 đồng';
  return `${billions < 0 ? '−' : ''}${parts.join(' ')} đồng`;
}
