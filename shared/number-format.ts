/** Numbers as Vietnamese writes them. Every value is finite. */

/** Decimals of a number where nothing asks for more: inputs have at most so many. */
const MOST_DECIMALS = 3;

/**
 * A number as Vietnamese writes it: 1.180,5; the minus sign is U+2212, and there is no negative zero.
 * @param decimals exactly so many; where absent, as many as the value has, up to three.
 */
export function formatNumber(value: number, decimals = shownDecimals(value)): string {
  const { sign, whole, fraction } = roundDecimal(value, decimals);
  return sign + groupThousands(whole) + (fraction === '' ? '' : `,${fraction}`);
}

/** A number as `formatNumber` rounds it: what is compared must be what is shown. */
export function roundAsShown(value: number, decimals: number): number {
  const { sign, whole, fraction } = roundDecimal(value, decimals);
  const size = Number(`${whole}.${fraction}`);
  return sign === '' ? size : -size;
}

/** How many decimals a number is shown with where nothing asks for more or fewer: 1203.5 one, 2.0001 none. */
export function shownDecimals(value: number): number {
  return Number.isInteger(value) ? 0 : decimalsOf(roundAsShown(value, MOST_DECIMALS));
}

/** How many decimals a number is written with: those of the shortest decimal that is this double. */
export function decimalsOf(value: number): number {
  const { digits, point } = shortest(value);
  return Math.max(0, digits.length - point);
}

/** A decimal in parts: a minus sign U+2212 or nothing (zero has none), the digits before the comma, and those behind it. */
export interface RoundedDecimal {
  readonly sign: '−' | '';
  readonly whole: string;
  readonly fraction: string;
}

/**
 * A number with exactly so many decimals. Halves go away from zero, as people round: 1.005 is 1.01, although its double lies a hair below
 * the half, for what is rounded is the decimal that people see.
 */
export function roundDecimal(value: number, decimals: number): RoundedDecimal {
  const { digits, point } = shortest(value);
  const kept = point + decimals;
  const head = digits.slice(0, Math.max(kept, 0)).padEnd(kept, '0');
  const rounded = digits.charAt(kept) >= '5' ? String(BigInt(head) + BigInt(1)) : head;
  const scaled = rounded.padStart(decimals + 1, '0');
  const at = scaled.length - decimals;
  const sign = value < 0 && /[1-9]/.test(scaled) ? '−' : '';
  return { sign, whole: scaled.slice(0, at), fraction: scaled.slice(at) };
}

/** The digits of the shortest decimal that is this double, its zeros included, and how many stand before the decimals: 1.5e-7 is "15" and -6. */
function shortest(value: number): { readonly digits: string; readonly point: number } {
  const [written = '', exponent = ''] = String(Math.abs(value)).split('e');
  const at = written.indexOf('.');
  return { digits: written.replace('.', ''), point: (at < 0 ? written.length : at) + Number(exponent) };
}

/** "1.234.567" from "1234567". */
export function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
}
