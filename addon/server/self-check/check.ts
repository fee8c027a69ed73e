/** What a check of the self-check is: one assumption about the platform, the call that tries it, and what came out. */
import { formatNumber } from '../../../shared/number-format.ts';
import type { Bench } from './bench.ts';
import { SEEN_WORDS } from './words.ts';

/** Untried: this host, or this moment, gives no answer. */
export type FindingKind = 'holds' | 'differs' | 'untried';

/** `seen`: what the platform did, in words for the technician. */
export interface Finding {
  readonly kind: FindingKind;
  readonly seen: string;
}

/** `attempt` may throw: then the assumption does not hold, and the error is what was seen. */
export interface Check<B = Bench> {
  readonly id: string;
  readonly attempt: (bench: B) => Finding;
}

export const holds = (seen: string): Finding => ({ kind: 'holds', seen });
export const differs = (seen: string): Finding => ({ kind: 'differs', seen });
export const untried = (seen: string): Finding => ({ kind: 'untried', seen });

/** Holds where the two are the same as JSON. */
export function expecting(seen: unknown, expected: unknown): Finding {
  const same = JSON.stringify(seen) === JSON.stringify(expected);
  return same ? holds(shown(seen)) : differs(SEEN_WORDS.instead(shown(seen), shown(expected)));
}

/** Holds where both read alike. */
export function reading(seen: string, expected: string): Finding {
  return seen === expected ? holds(seen) : differs(SEEN_WORDS.instead(seen, expected));
}

export function when(holding: boolean, seen: string): Finding {
  return holding ? holds(seen) : differs(seen);
}

/** A value with its type, as people tell values apart: số 1.180, chữ “1.180”. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('; ') || SEEN_WORDS.nothing;
  if (typeof value === 'number') return SEEN_WORDS.number(formatNumber(value));
  if (typeof value === 'string') return value === '' ? SEEN_WORDS.blank : SEEN_WORDS.text(value);
  if (Object.prototype.toString.call(value) === '[object Date]') return SEEN_WORDS.date(dayOf(Number(value)));
  if (typeof value === 'boolean') return value ? SEEN_WORDS.yes : SEEN_WORDS.no;
  return value === null || value === undefined ? SEEN_WORDS.nothing : String(value);
}

/** The day in Vietnam of a moment in milliseconds. */
export function dayOf(moment: number): string {
  return momentText(moment).slice(0, 10);
}

/** "24/11/2026 09:00:00" in Vietnam, which has one time zone and no summer time: UTC+7. */
export function momentText(moment: number): string {
  const [date = '', time = ''] = new Date(moment + 7 * 3_600_000).toISOString().split(/[T.]/);
  return `${date.split('-').reverse().join('/')} ${time}`;
}

/** What a platform's exception says, cut to a cell's length; a token that it may quote goes first, lest the cut leave a part. */
export function messageOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const message = withoutTokens(String(named));
  return message.length > 300 ? `${message.slice(0, 300)}…` : message;
}

/** JSON in base64url begins so: a JWT's head and its claims. */
export function withoutTokens(text: string): string {
  return text.replace(/eyJ[\w-]{8,}[\w.-]*/g, '…');
}
