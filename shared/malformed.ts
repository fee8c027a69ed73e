/** What makes a value none of its input: the wrong JSON type, sign, size or decimals. A report with one is refused as a whole. */
import { hasDecimals } from './exact.ts';
import { FINDING_WORDS, shorten } from './finding-words.ts';
import { type Plan, unitOf } from './plan.ts';
import type { InputDefinition } from './resolution/schema.ts';
import type { Finding } from './wire.ts';

/** The largest number that a report may carry. */
export const MAX_VALUE = 1e12;

/** What makes a report unacceptable as a whole: `malformed`, severity refused, one finding an id. */
export function findMalformed(plan: Plan, unit: string, values: Readonly<Record<string, unknown>>): Finding[] {
  const kind = unitOf(plan, unit)?.kind;
  return Object.entries(values).flatMap(([id, value]) => {
    const message = malformation(plan, kind, id, value);
    return message === null ? [] : [asMalformed(id, message)];
  });
}

/** @param message why a value of the input is none, in words. */
export function asMalformed(input: string, message: string): Finding {
  return { input, severity: 'refused', code: 'malformed', message };
}

/** Why one value of one input would be refused, in words; null if it would not. */
export function malformedValue(input: InputDefinition, value: unknown): string | null {
  if (value === null || value === 'na') return null;
  if (input.kind === 'flag') return typeof value === 'boolean' ? null : FINDING_WORDS.notAFlag(input, readBack(value));
  if (typeof value !== 'number' || !Number.isFinite(value)) return FINDING_WORDS.notANumber(input, readBack(value));
  if (value < 0) return FINDING_WORDS.negative(input, value);
  if (value > MAX_VALUE) return FINDING_WORDS.tooLarge(input);
  return hasDecimals(value, input.decimals) ? null : FINDING_WORDS.decimals(input, readBack(value));
}

function malformation(plan: Plan, kind: string | undefined, id: string, value: unknown): string | null {
  const input = plan.inputById.get(id);
  if (input === undefined) return FINDING_WORDS.unknown(id);
  return input.by === kind ? malformedValue(input, value) : FINDING_WORDS.otherUnit(input);
}

function readBack(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : '“không phải số”';
  if (typeof value === 'string') return `“${shorten(value)}”`;
  if (typeof value === 'boolean') return value ? '“Có”' : '“Chưa”';
  return '“dữ liệu lạ”';
}
