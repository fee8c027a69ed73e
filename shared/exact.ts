/**
 * Exact arithmetic for figures: integers that never lose a digit, and fractions of them. Inputs have at most three decimals,
 * so they are held in thousandths; no binary fraction takes part before a figure is shown.
 */

/** An integer of any size: a safe integer as a number, else a bigint. Comparing the two kinds with `<` is exact. */
export type Integer = number | bigint;

/** A fraction; `d` is above zero. Not necessarily in lowest terms. */
export interface Fraction {
  readonly n: Integer;
  readonly d: Integer;
}

/** `0n`: bigint literals are younger than what the script's bundle is lowered to. */
const ZERO = BigInt(0);

/** Thousandths in one unit. */
export const SCALE = 1000;

/**
 * A number with at most three decimals, in thousandths. Exact for |x| ≤ 10¹²: the product is off by less than a half,
 * and rounding removes that.
 */
export function toThousandths(x: number): number {
  return Math.round(x * SCALE);
}

const POWERS = [1, 10, 100, SCALE];

/** Whether a number is one that `decimals` decimals can write, for |x| ≤ 10¹² (division of integers rounds correctly). */
export function hasDecimals(x: number, decimals: number): boolean {
  const scale = POWERS[decimals] ?? 10 ** decimals;
  return Math.round(x * scale) / scale === x;
}

/** The exact sum. */
export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

/** The exact product. */
export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

function negate(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : -a;
}

/** The fraction n/d; `d` is above zero. */
export function fraction(n: Integer, d: Integer): Fraction {
  return { n, d };
}

/** A number with at most three decimals as a fraction. */
export function fractionOf(x: number): Fraction {
  return { n: toThousandths(x), d: SCALE };
}

/**
 * What two products may differ by, as a share of them, without the sign of their difference being certain: each is off by 2⁻⁵³ of itself
 * at most, and so is the difference; this is several times all of that.
 */
const DOUBT = 2 ** -50;

/**
 * Below zero, zero or above zero, as `a` is below, equal to or above `b`: by cross-multiplication. Products that a double does not hold
 * exactly still tell where they are far apart; where they are not, bigints decide.
 */
export function compare(a: Fraction, b: Fraction): number {
  if (typeof a.n === 'number' && typeof b.d === 'number' && typeof b.n === 'number' && typeof a.d === 'number') {
    const left = a.n * b.d;
    const right = b.n * a.d;
    const size = Math.abs(left) + Math.abs(right);
    if (size <= Number.MAX_SAFE_INTEGER || Math.abs(left - right) > size * DOUBT) {
      return left < right ? -1 : left > right ? 1 : 0;
    }
  }
  return compareExactly(a, b);
}

/** The same on bigints alone. */
export function compareExactly(a: Fraction, b: Fraction): number {
  const left = BigInt(a.n) * BigInt(b.d);
  const right = BigInt(b.n) * BigInt(a.d);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: add(a.n, b.n), d: a.d };
  return { n: add(multiply(a.n, b.d), multiply(b.n, a.d)), d: multiply(a.d, b.d) };
}

/** The exact difference of two fractions. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: negate(b.n), d: b.d });
}

/** The exact difference of two products: what fractions over different denominators come to. */
export function crossed(a: Integer, b: Integer, c: Integer, d: Integer): Integer {
  return add(multiply(a, b), negate(multiply(c, d)));
}

/** The exact product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { n: multiply(a.n, b.n), d: multiply(a.d, b.d) };
}

/**
 * The fraction that a double was made from: the simplest one that this double is nearest to. Exact for every ratio of two integers
 * whose denominator in lowest terms is below some millions (below 2²³ for percentages), and for decimals of three places.
 * A convergent of the continued fraction, as any fraction so close to a number is one (Legendre).
 */
export function simplestOf(x: number): Fraction {
  if (hasDecimals(x, 3) && Number.isSafeInteger(toThousandths(x))) return fractionOf(x);
  let [n, d] = dyadic(Math.abs(x));
  let [p, q] = [BigInt(1), ZERO];
  let [nextP, nextQ] = [n / d, BigInt(1)];
  while (n % d !== ZERO && toNumber(fraction(narrow(nextP), narrow(nextQ))) !== Math.abs(x)) {
    [n, d] = [d, n % d];
    const term = n / d;
    [p, q, nextP, nextQ] = [nextP, nextQ, term * nextP + p, term * nextQ + q];
  }
  return fraction(narrow(x < 0 ? -nextP : nextP), narrow(nextQ));
}

/** The binary fraction that a double is. */
function dyadic(x: number): [n: bigint, d: bigint] {
  let [whole, scale] = [x, 0];
  for (; !Number.isInteger(whole); scale++) whole *= 2;
  return [BigInt(whole), BigInt(1) << BigInt(scale)];
}

/** The same fraction in lowest terms: worth it for one that is compared often. */
export function reduce(a: Fraction): Fraction {
  const d = BigInt(a.d);
  const n = BigInt(a.n);
  const divisor = gcd(n < ZERO ? -n : n, d);
  return { n: narrow(n / divisor), d: narrow(d / divisor) };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === ZERO ? a : gcd(b, a % b);
}

/** The largest integer that is not above the fraction. */
export function floor(a: Fraction): Integer {
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    // The remainder of two safe integers is exact, the rounded quotient of them need not be.
    const rest = a.n % a.d;
    return (a.n - (rest < 0 ? rest + a.d : rest)) / a.d;
  }
  const n = BigInt(a.n);
  const d = BigInt(a.d);
  const quotient = n / d;
  return narrow(n < ZERO && quotient * d !== n ? quotient - BigInt(1) : quotient);
}

/** The smallest integer that is not below the fraction. */
export function ceil(a: Fraction): Integer {
  return negate(floor({ n: negate(a.n), d: a.d }));
}

/** The nearest double, for showing and for the wire; never for deciding. */
export function toNumber(a: Fraction): number {
  if (typeof a.n === 'number' && typeof a.d === 'number') return a.n / a.d;
  // Twenty more bits than a double holds, so that the only rounding that counts is the last one.
  const n = BigInt(a.n);
  const d = BigInt(a.d);
  const shift = Math.max(0, 75 + bitLength(d) - bitLength(n));
  return Number((n << BigInt(shift)) / d) / 2 ** shift;
}

function bitLength(x: bigint): number {
  return (x < ZERO ? -x : x).toString(2).length;
}

function narrow(x: bigint): Integer {
  const asNumber = Number(x);
  return Number.isSafeInteger(asNumber) ? asNumber : x;
}
