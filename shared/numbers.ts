/**
 * Text to number, as Vietnamese writes it: dots group thousands, a comma starts the decimals. Only what has one meaning is read;
 * everything else is refused with what was probably meant. Rules and examples: the table of `numbers.md`.
 */
import { plainText, SPACES } from './number-characters.ts';
import { refuseSlip } from './number-slips.ts';
import { hasMagnitude, splitQuantity } from './number-units.ts';
import { type Reading, type Refusal, refusal } from './reading.ts';

/** A double holds every decimal of up to this many digits. */
const MAX_DIGITS = 15;

/** No number is longer; a pasted page is not worth a look. */
const MAX_LENGTH = 64;

/** The last is an en dash. */
const SIGNS = '+-−–';
const READABLE = new RegExp(
  `^(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d{0,2}([${SPACES}])\\d{3}(?:\\1\\d{3})*)(?:,\\d+)?$`,
);
const PERCENT = new RegExp(`^(.*?)[${SPACES}]?%$`);

/**
 * Reads a typed number. `value` is in the unit of the text as it stands ("28,5%" is 28.5).
 * @example readNumber('1.180') // { ok: true, value: 1180 }
 * @example readNumber('1.18') // { ok: false, problem: 'decimal-point', suggestion: '1,18' }
 */
export function readNumber(text: string): Reading {
  const plain = plainText(text);
  if (plain === '') return refusal('empty');
  if (plain.length > MAX_LENGTH) return refusal('too-long');
  const percent = PERCENT.exec(plain)?.[1];
  return percent === undefined ? readWithUnit(plain) : readShare(percent);
}

/** The text before a "%". A suggestion keeps the sign. */
function readShare(text: string): Reading {
  const reading = readSigned(text);
  if (reading.ok || reading.suggestion === undefined) return reading;
  return refusal(reading.problem, `${reading.suggestion}%`);
}

function readWithUnit(text: string): Reading {
  const quantity = splitQuantity(text);
  if (quantity === null) return readSigned(text);
  const { number, unit } = quantity;
  // One letter may be a slip for a digit (O, l), an exponent or a magnitude (M): no guess.
  if (unit.length === 1 || hasMagnitude(unit)) return refusal('unit');
  const reading = readSigned(number);
  return refusal('unit', reading.ok ? number : reading.suggestion);
}

function readSigned(text: string): Reading {
  const first = text.charAt(0);
  const sign = SIGNS.includes(first) ? first : '';
  const body = text.slice(sign.length);
  const reading = readUnsigned(body);
  // Word processors turn a hyphen into an en dash; as a dash it may as well start a list.
  if (reading.ok && sign === '–') return refusal('minus-sign', `-${body}`);
  if (!reading.ok) return signed(reading, sign === '–' ? '-' : sign);
  const isNegative = sign === '-' || sign === '−';
  return { ok: true, value: isNegative ? 0 - reading.value : reading.value };
}

function signed({ problem, suggestion }: Refusal, sign: string): Refusal {
  return refusal(problem, suggestion === undefined ? undefined : sign + suggestion);
}

function readUnsigned(text: string): Reading {
  if (countDigits(text) > MAX_DIGITS) return refusal('too-long');
  if (!READABLE.test(text)) return refuseSlip(text);
  return { ok: true, value: Number(text.replace(/[^\d,]/g, '').replace(',', '.')) };
}

/** Digits after leading zeros. */
function countDigits(text: string): number {
  return text.replace(/\D/g, '').replace(/^0+/, '').length;
}
