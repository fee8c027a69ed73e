/**
 * How a period's record stands in the property store. Its reasons are properties of their own: they are long, change seldom, and a record
 * that is written twice for each report sent must not carry them along. Of the reasons that were sent only is kept which ones they are.
 * Pure.
 */
import * as v from 'valibot';
import type { Reasons } from '../../shared/values.ts';
import { digestOf } from './digest.ts';
import { parseJson } from './json-text.ts';
import { type LedgerMemory, LedgerMemorySchema } from './ledger-memory.ts';
import { type PeriodRecord, PeriodRecordSchema } from './records.ts';

/** Sent as it stands among the reasons. */
const SAME = 1;
const DIGEST = '#';

/** The ledger's memory beside the record of the report whose receipt it is from; of several the one with the latest turn counts. */
export interface LedgerTurn {
  readonly memory: LedgerMemory;
  readonly turn: number;
}

const LedgerTurnSchema = v.object({ memory: LedgerMemorySchema, turn: v.number() });

export interface StoredPeriod {
  readonly record: PeriodRecord;
  readonly ledger: LedgerTurn | null;
}

export function textOfPeriod({ record, ledger }: StoredPeriod): string {
  const { reasons, sentReasons, ...rest } = record;
  const sent = Object.entries(sentReasons).map(([input, text]) => [input, shortened(text, reasons[input])] as const);
  return JSON.stringify({ ...rest, sentReasons: Object.fromEntries(sent), ...(ledger === null ? {} : { ledger }) });
}

/** Null where the text is no record. */
export function periodFromText(text: string, reasons: Reasons): StoredPeriod | null {
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const stored: Readonly<Record<string, unknown>> = { ...parsed };
  // An earlier version had the reasons in the record.
  const all = { ...recordIn(stored.reasons), ...reasons };
  const sent = Object.entries(recordIn(stored.sentReasons)).map(([input, is]) => [
    input,
    is === SAME ? (all[input] ?? '') : is,
  ]);
  const record = v.safeParse(PeriodRecordSchema, { ...stored, reasons: all, sentReasons: Object.fromEntries(sent) });
  if (!record.success) return null;
  const ledger = v.safeParse(LedgerTurnSchema, stored.ledger);
  return { record: record.output, ledger: ledger.success ? ledger.output : null };
}

/** A text that is another one than what stands there now need only be known to be another one, and known again. */
function shortened(sent: string, now: string | undefined): string | typeof SAME {
  if (sent === now || (now !== undefined && sent === digested(now))) return SAME;
  return sent.startsWith(DIGEST) ? sent : digested(sent);
}

function digested(text: string): string {
  return `${DIGEST}${digestOf(text)}`;
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
