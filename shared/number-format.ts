/** Numbers as Vietnamese writes them. Every value is finite. */

/** Decimals of a number where nothing asks for more: inputs have at most so many. */
const MOST_DECIMALS = 3;

/**
 * A number as Vietnamese writes it: 1.180,5; the minus sign is U+2212, and there is no negative zero.
 * @param decimals exactly so many; where absent, as many as the value has, up to three.
 */
export function formatNumber(value: number, decimals = shownDecimals(value)): string {
  const fixed = toFixedDecimal(Math.abs(value), decimals);
  const [whole = '', fraction = ''] = fixed.split('.');
  const number = groupThousands(whole) + (fraction === '' ? '' : `,${fraction}`);
  return value < 0 && /[1-9]/.test(fixed) ? `−${number}` : number;
}

/** A number as `formatNumber` rounds it: what is compared must be what is shown. */
export function roundAsShown(value: number, decimals: number): number {
  const rounded = Number(toFixedDecimal(Math.abs(value), decimals));
  return value < 0 ? 0 - rounded : rounded;
}

/** How many decimals a number is shown with where nothing asks for more or fewer: 1203.5 one, 2.0001 none. */
export function shownDecimals(value: number): number {
  return decimalsOf(roundAsShown(value, MOST_DECIMALS));
}

/** How many decimals a number is written with: those of the shortest decimal that is this double. */
export function decimalsOf(value: number): number {
  const { digits, point } = shortest(value);
  return Math.max(0, digits.length - point);
}

/**
 * A number from zero on with exactly so many decimals behind a dot. Halves go up, as people round: 1.005 is 1.01, although its double
 * lies a hair below the half, for what is rounded is the decimal that people see.
 */
export function toFixedDecimal(value: number, decimals: number): string {
  const { digits, point } = shortest(value);
  const kept = point + decimals;
  const head = BigInt(digits.slice(0, Math.max(kept, 0)).padEnd(kept, '0'));
  const isUp = kept >= 0 && (digits[kept] ?? '0') >= '5';
  const scaled = String(head + BigInt(isUp ? 1 : 0)).padStart(decimals + 1, '0');
  const whole = scaled.slice(0, scaled.length - decimals);
  return decimals === 0 ? whole : `${whole}.${scaled.slice(-decimals)}`;
}

/** The digits of the shortest decimal that is this double, and how many of them stand before the decimals: 0.05 is "5" and -1. */
function shortest(value: number): { readonly digits: string; readonly point: number } {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** "1.234.567" from "1234567". */
export function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
}
