/**
 * Checks of JSON by shape, typed against the wire's own types: a field that is forgotten or differs does not compile. They stand in
 * for the schemas of `shared/wire.ts`, which would bring a tenth of the sidebar's size; a test holds the two equal.
 */

export type Check<T> = (value: unknown) => value is T;

/** Every field must be there and pass; a field that may be absent is given by `optional`. More fields are let through. */
export type Fields<T> = { readonly [K in keyof T]-?: Check<T[K]> };

export const text: Check<string> = (value) => typeof value === 'string';
export const truth: Check<boolean> = (value) => typeof value === 'boolean';
export const number: Check<number> = (value): value is number => typeof value === 'number' && !Number.isNaN(value);
export const count: Check<number> = (value): value is number => number(value) && Number.isInteger(value) && value >= 0;

export function oneOf<const T extends string>(...words: readonly T[]): Check<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function either<A, B>(one: Check<A>, other: Check<B>): Check<A | B> {
  return (value): value is A | B => one(value) || other(value);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function listOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(check);
}

export function recordOf<T>(check: Check<T>): Check<Record<string, T>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(check);
}

export function shapeOf<T>(fields: Fields<T>): Check<T> {
  const all: readonly [string, Check<unknown>][] = Object.entries(fields);
  return (value): value is T => isRecord(value) && all.every(([name, check]) => check(value[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
