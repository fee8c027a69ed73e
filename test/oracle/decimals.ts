/** Decimals of any size, exact and apart from every way in which the product computes: whole numbers with a count of places. */

/** `digits` / 10^`places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** The decimal that a double prints as: the shortest one that only this double is nearest to (ECMA-262, Number::toString). */
export function decimalOf(value: number): Decimal {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new Error(`${value} is no decimal`);
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** Negative where a < b, zero where they are the same number, positive where a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.digits * 10n ** BigInt(b.places);
  const right = b.digits * 10n ** BigInt(a.places);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** "-1180.50" for -118050 of two places: for messages. */
export function writeDecimal({ digits, places }: Decimal): string {
  const all = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = all.slice(0, all.length - places);
  return `${digits < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${all.slice(-places)}`}`;
}
