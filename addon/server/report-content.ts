/** The content of a report: what the sheet says of a period, made ready for the wire, and whether two contents are the same. */

import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Reasons, Value, Values } from '../../shared/values.ts';
import type { PeriodReadings } from '../rpc.ts';
import { sendableValue } from './cell-reader.ts';
import { digestOf } from './digest.ts';

/** The longest reason that the service takes. */
export const MAX_REASON = 500;

export interface ReportContent {
  /** Every input of the unit; null where there is nothing, or nothing that may be sent. */
  readonly values: Values;
  readonly reasons: Reasons;
  /** Inputs whose cell has a formula. */
  readonly sources: Readonly<Record<string, 'formula'>>;
}

export function contentOf(
  inputs: readonly InputDefinition[],
  readings: PeriodReadings,
  reasons: Reasons,
): ReportContent {
  const values: Record<string, Value> = {};
  const sources: Record<string, 'formula'> = {};
  const own: Record<string, string> = {};
  for (const { id } of inputs) {
    const reading = readings[id];
    values[id] = sendableValue(reading);
    if (reading?.status === 'value' && reading.fromFormula && reading.value !== null) sources[id] = 'formula';
    const reason = reasons[id]?.trim() ?? '';
    if (reason !== '') own[id] = reason.slice(0, MAX_REASON);
  }
  return { values, reasons: own, sources };
}

/** Without nulls: an input that is absent is null. */
export function presentValues(values: Values): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

export function sameValues(one: Values, other: Values): boolean {
  return sameEntries(presentValues(one), presentValues(other));
}

export function sameReasons(one: Reasons, other: Reasons): boolean {
  return sameEntries(one, other);
}

function sameEntries(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Tells contents apart, whatever the order of their inputs. */
export function contentDigest({ values, reasons }: Pick<ReportContent, 'values' | 'reasons'>): string {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(JSON.stringify([sorted(presentValues(values)), sorted(reasons)]));
}

/** The inputs whose value or reason is another one than what was acknowledged. */
export function differingInputs(
  content: Pick<ReportContent, 'values' | 'reasons'>,
  acknowledged: { readonly values: Values | null; readonly sentReasons: Reasons },
): string[] {
  const { values, sentReasons } = acknowledged;
  return Object.keys(content.values).filter(
    (input) =>
      (content.values[input] ?? null) !== (values?.[input] ?? null) ||
      (values !== null && (content.reasons[input] ?? '') !== (sentReasons[input] ?? '')),
  );
}

/**
 * Whether the Worker does not have this yet, or may have something else: a try that was never answered can be stored all the same, and
 * counts until it is known. A period of which nothing was ever sent waits only when there is something.
 */
export function differsFromAcknowledged(
  content: Pick<ReportContent, 'values' | 'reasons'>,
  sent: { readonly values: Values | null; readonly sentReasons: Reasons; readonly unanswered: readonly Values[] },
): boolean {
  if (sent.unanswered.some((values) => !sameValues(content.values, values))) return true;
  if (sent.values === null) return Object.keys(presentValues(content.values)).length > 0;
  return !sameValues(content.values, sent.values) || !sameReasons(content.reasons, sent.sentReasons);
}
