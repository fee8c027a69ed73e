/** Rational numbers on bigints alone: slow and plain, to be compared with. */

export interface Rational {
  readonly n: bigint;
  /** Above zero. */
  readonly d: bigint;
}

export const rational = (n: bigint, d = 1n): Rational => (d < 0n ? { n: -n, d: -d } : { n, d });

/** A decimal number of at most three places, read from its digits. */
export function decimal(x: number): Rational {
  const [whole = '0', places = '000'] = Math.abs(x).toFixed(3).split('.');
  const thousandths = BigInt(whole + places);
  return rational(x < 0 ? -thousandths : thousandths, 1000n);
}

export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const sumOf = (all: readonly Rational[]): Rational => all.reduce(plus, rational(0n));
export const isZero = (a: Rational): boolean => a.n === 0n;

/** −1, 0 or 1. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function floor(a: Rational): Rational {
  const rest = ((a.n % a.d) + a.d) % a.d;
  return rational((a.n - rest) / a.d);
}

export function ceil(a: Rational): Rational {
  const below = floor({ n: -a.n, d: a.d });
  return rational(-below.n);
}

/** The nearest double, to a few parts in 10¹⁵: 60 binary places of the quotient. */
export function toNumber(a: Rational): number {
  const size = a.n < 0n ? -a.n : a.n;
  const whole = size / a.d;
  const rest = ((size % a.d) << 60n) / a.d;
  const value = Number(whole) + Number(rest) / 2 ** 60;
  return a.n < 0n ? -value : value;
}
