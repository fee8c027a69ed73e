/** The outbox as properties, and back. Pure: what is written, in what order, and what is read from one moment's properties. */

import * as v from 'valibot';
import type { Reasons } from '../../shared/values.ts';
import { BindingsSchema, bindingsText } from './bindings.ts';
import { type DocumentWrites, prepareDocuments, readDocument, type Snapshot } from './documents.ts';
import { parseJson } from './json-text.ts';
import { LedgerMemorySchema } from './ledger-memory.ts';
import type { Outbox, OutboxChange } from './outbox.ts';
import {
  BookSchema,
  CarrierSchema,
  LayoutSchema,
  LineSchema,
  NO_RECORD,
  type PeriodRecord,
  SummaryRecordSchema,
} from './records.ts';
import { type LedgerTurn, periodFromText, type StoredPeriod, textOfPeriod } from './stored-record.ts';

const PERIOD = 'period.';
const REASON = 'reason.';
const MARK = 'mark.';
const LAYOUT = 'layout.';

/** Stands for every period with computed values. */
export const COMPUTED = 'computed';

export const markKey = (name: string) => `${MARK}${name}`;
const recordKey = (period: string) => `${PERIOD}${period}`;
const layoutKey = (tab: string) => `${LAYOUT}${tab}`;
const reasonKey = (period: string, input: string) => `${REASON}${period}.${input}`;

/** Reads lazily and each thing once: a run that asks for one period does not parse the others. */
export function outboxOf(all: Snapshot, knowsMarks = true): Outbox {
  const periods = new Map<string, StoredPeriod | null>();
  const period = (name: string): StoredPeriod | null => {
    const known = periods.get(name);
    if (known !== undefined) return known;
    const read = periodIn(all, name);
    periods.set(name, read);
    return read;
  };
  let computedPeriods: ReadonlySet<string> | undefined;
  const computed = (): ReadonlySet<string> => {
    computedPeriods ??= computedIn(all);
    return computedPeriods;
  };
  return {
    snapshot: all,
    book: stored(all, 'book', BookSchema),
    get bindings() {
      return stored(all, 'bindings', BindingsSchema) ?? {};
    },
    line: stored(all, 'line', LineSchema),
    carrier: stored(all, 'carrier', CarrierSchema),
    summary: stored(all, 'summary', SummaryRecordSchema),
    get ledger() {
      return latestLedger(all, period)?.memory ?? null;
    },
    record: (name) => period(name)?.record ?? NO_RECORD,
    layout: (tab) => stored(all, layoutKey(tab), LayoutSchema),
    mark: (name) => Math.max(markIn(all, name), computed().has(name) ? markIn(all, COMPUTED) : 0),
    get hasComputed() {
      return computed().size > 0;
    },
    knowsMarks,
  };
}

export function markIn(all: Snapshot, name: string): number {
  const mark = Number(all[markKey(name)] ?? '0');
  return Number.isFinite(mark) ? mark : 0;
}

function computedIn(all: Snapshot): ReadonlySet<string> {
  const tabs = Object.keys(all).filter((key) => key.startsWith(LAYOUT) && !key.includes('/'));
  const layouts = tabs.map((key) => stored(all, key, LayoutSchema));
  return new Set(layouts.flatMap((layout) => layout?.computed ?? []));
}

/** Simple triggers set marks without the lock. */
export function withoutMarks(all: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(MARK)));
}

/** Whether another run was writing between the reading of two keys. */
export function isTorn(all: Snapshot): boolean {
  return Object.keys(all).some((key) => !key.startsWith(REASON) && readDocument(all, key).kind === 'torn');
}

/** What a change writes over what is there: `chunks` and reasons first, then what names them, then what nothing names is deleted. */
export function writesOf(now: Outbox, change: OutboxChange): DocumentWrites {
  const texts: Record<string, string> = {};
  const reasons: Record<string, string> = {};
  const dropped: string[] = [];
  for (const name of ['book', 'line', 'carrier', 'summary'] as const) {
    const value = change[name];
    if (value !== undefined) texts[name] = JSON.stringify(value);
  }
  const records = Object.entries(change.records ?? {});
  const turn = change.ledger === undefined ? null : nextTurn(now, change.ledger);
  if (turn !== null && records.length === 0) texts.ledger = JSON.stringify(turn);
  records.forEach(([period, record], index) => {
    const ledger = turn !== null && index === 0 ? turn : ledgerBeside(now, period);
    texts[recordKey(period)] = textOfPeriod({ record, ledger });
    writeReasons(now.snapshot, period, record.reasons, reasons, dropped);
  });
  if (change.bindings !== undefined) texts.bindings = bindingsText(change.bindings);
  for (const [tab, layout] of Object.entries(change.layouts ?? {})) texts[layoutKey(tab)] = JSON.stringify(layout);
  const { chunks, pointers, obsolete } = prepareDocuments(now.snapshot, texts);
  return { chunks: { ...reasons, ...chunks }, pointers, obsolete: [...obsolete, ...dropped] };
}

/** What is there once the writes are done. */
export function written(all: Snapshot, { chunks, pointers, obsolete }: DocumentWrites): Snapshot {
  const after: Record<string, string> = { ...all, ...chunks, ...pointers };
  for (const key of obsolete) delete after[key];
  return after;
}

function writeReasons(
  all: Snapshot,
  period: string,
  wanted: Reasons,
  set: Record<string, string>,
  dropped: string[],
): void {
  for (const [input, text] of Object.entries(wanted)) {
    const key = reasonKey(period, input);
    if (all[key] !== text) set[key] = text;
  }
  for (const input of Object.keys(reasonsIn(all, period))) {
    if (wanted[input] === undefined) dropped.push(reasonKey(period, input));
  }
}

function reasonsIn(all: Snapshot, period: string): Reasons {
  const prefix = reasonKey(period, '');
  const own = Object.entries(all).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text]));
}

/** What cannot be read counts as not there: the sheet has the values, and the Worker says which revision it has. */
function periodIn(all: Snapshot, period: string): StoredPeriod | null {
  const document = readDocument(all, recordKey(period));
  const reasons = reasonsIn(all, period);
  const read = document.kind === 'text' ? periodFromText(document.text, reasons) : null;
  if (read !== null || Object.keys(reasons).length === 0) return read;
  const record: PeriodRecord = { ...NO_RECORD, reasons };
  return { record, ledger: null };
}

function latestLedger(all: Snapshot, period: (name: string) => StoredPeriod | null): LedgerTurn | null {
  const alone = stored(all, 'ledger', v.object({ memory: LedgerMemorySchema, turn: v.number() }));
  const names = Object.keys(all).filter((key) => key.startsWith(PERIOD) && !key.includes('/'));
  const beside = names.map((key) => period(key.slice(PERIOD.length))?.ledger ?? null);
  return [alone, ...beside].reduce((latest, one) => ((one?.turn ?? 0) > (latest?.turn ?? 0) ? one : latest), null);
}

function ledgerBeside({ snapshot }: Outbox, period: string): LedgerTurn | null {
  return periodIn(snapshot, period)?.ledger ?? null;
}

function nextTurn({ snapshot }: Outbox, memory: LedgerTurn['memory']): LedgerTurn {
  const latest = latestLedger(snapshot, (name) => periodIn(snapshot, name));
  return { memory, turn: (latest?.turn ?? 0) + 1 };
}

function stored<T>(all: Snapshot, key: string, schema: v.GenericSchema<unknown, T>): T | null {
  const document = readDocument(all, key);
  if (document.kind !== 'text') return null;
  const parsed = v.safeParse(schema, parseJson(document.text));
  return parsed.success ? parsed.output : null;
}
