/** Canonical JSON (RFC 8785) and SHA-256 of it. Synchronous, so that it can stand inside a transaction. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Reasons, type Values, valueIn } from '../shared/values.ts';

export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
}

/** SHA-256 in hexadecimal of a text's UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** A report's values without those that are not there yet: blank and absent are the same. */
export function presentValues(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => valueIn(values, id) !== null));
}

/** What a report is known by: the same values and reasons give the same hash, whatever else was sent with them. */
export function contentHashOf(values: Values, reasons: Reasons): string {
  return hashOfPresent(presentValues(values), reasons);
}

/** The same for values that are all there. */
export function hashOfPresent(values: Values, reasons: Reasons): string {
  return sha256(canonicalJson({ values, reasons }));
}
