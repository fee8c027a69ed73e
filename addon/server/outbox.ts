/**
 * The workbook's memory in document properties, shared by all its editors: read in one call, changed under the document lock.
 * It holds no values to be sent: a period is marked, and read afresh from the sheet whenever it is sent.
 */

import * as v from 'valibot';
import type { Period } from '../../shared/periods.ts';
import { type Bindings, BindingsSchema, bindingsText } from './bindings.ts';
import { prepareDocuments, readDocument, type Snapshot } from './documents.ts';
import { parseJson } from './json-text.ts';
import { type LedgerMemory, LedgerMemorySchema } from './ledger-memory.ts';
import {
  type Book,
  BookSchema,
  type Carrier,
  CarrierSchema,
  type LayoutRecord,
  LayoutSchema,
  LineSchema,
  type LineTrouble,
  NO_RECORD,
  type PeriodRecord,
  PeriodRecordSchema,
  type SummaryRecord,
  SummaryRecordSchema,
} from './records.ts';

const LOCK_WAIT_MS = 10_000;
const READ_TRIES = 3;

/** What was read, as of one moment. */
export interface Outbox {
  readonly book: Book | null;
  /** Of every tab of a person's own workbook; of the template's only those that a person has confirmed anew. */
  readonly bindings: Bindings;
  readonly line: LineTrouble | null;
  readonly carrier: Carrier | null;
  readonly summary: SummaryRecord | null;
  readonly ledger: LedgerMemory | null;
  record(period: Period): PeriodRecord;
  layout(tab: string): LayoutRecord | null;
  /** Grows with each edit that a trigger has noticed in the period; 0 before the first. */
  mark(period: Period): number;
  readonly snapshot: Snapshot;
}

/** What a change writes; null for `line` clears it. */
export interface OutboxChange {
  readonly book?: Book;
  readonly bindings?: Bindings;
  readonly line?: LineTrouble | null;
  readonly carrier?: Carrier;
  readonly summary?: SummaryRecord;
  readonly ledger?: LedgerMemory;
  readonly records?: Readonly<Record<string, PeriodRecord>>;
  /** Null forgets where a tab's rows and columns were. */
  readonly layouts?: Readonly<Record<string, LayoutRecord | null>>;
}

export function loadOutbox(): Outbox {
  const store = documentProperties();
  for (let attempt = 1; ; attempt++) {
    const all = store.getProperties();
    const torn = Object.keys(all).some((key) => readDocument(all, key).kind === 'torn');
    if (!torn || attempt === READ_TRIES) return outboxOf(all);
  }
}

/**
 * Reads, lets `change` decide on what is there now, and writes, all under the document lock. `change` answers null to leave
 * everything as it is. False where the lock could not be had.
 */
export function changeOutbox(change: (now: Outbox) => OutboxChange | null): Outbox | false {
  const lock = LockService.getDocumentLock();
  // Null outside a document (the platform's page): there is nobody to be locked out then.
  if (lock !== null && !lock.tryLock(LOCK_WAIT_MS)) return false;
  try {
    const now = loadOutbox();
    const wanted = change(now);
    return wanted === null ? now : writeChange(now, wanted);
  } finally {
    lock?.releaseLock();
  }
}

/** Takes the whole memory away, under the lock. False where it could not be had. */
export function forgetAll(): boolean {
  const lock = LockService.getDocumentLock();
  if (lock !== null && !lock.tryLock(LOCK_WAIT_MS)) return false;
  try {
    documentProperties().deleteAllProperties();
    return true;
  } finally {
    lock?.releaseLock();
  }
}

/** Marks periods as edited. Without the lock, as a simple trigger has no time for it: a mark only ever grows. */
export function markPeriods(periods: readonly Period[], all: Snapshot): void {
  const at = Date.now();
  const marks: Record<string, string> = {};
  for (const period of periods) marks[markKey(period)] = String(Math.max(at, markOf(all, period) + 1));
  documentProperties().setProperties(marks);
}

function writeChange(now: Outbox, change: OutboxChange): Outbox {
  const texts = textsOf(change);
  if (Object.keys(texts).length === 0) return now;
  const { chunks, pointers } = prepareDocuments(now.snapshot, texts);
  const store = documentProperties();
  store.setProperties(chunks);
  store.setProperties(pointers);
  return outboxOf({ ...now.snapshot, ...chunks, ...pointers });
}

function textsOf(change: OutboxChange): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of ['book', 'line', 'carrier', 'summary', 'ledger'] as const) {
    const value = change[name];
    if (value !== undefined) texts[name] = JSON.stringify(value);
  }
  if (change.bindings !== undefined) texts.bindings = bindingsText(change.bindings);
  for (const [period, record] of Object.entries(change.records ?? {}))
    texts[recordKey(period)] = JSON.stringify(record);
  for (const [tab, layout] of Object.entries(change.layouts ?? {})) texts[layoutKey(tab)] = JSON.stringify(layout);
  return texts;
}

/** Reads lazily, and once: a run that asks for one period does not parse the others. */
export function outboxOf(all: Snapshot): Outbox {
  const records = new Map<Period, PeriodRecord>();
  const recordOf = (period: Period): PeriodRecord => {
    const record = records.get(period) ?? stored(all, recordKey(period), PeriodRecordSchema) ?? NO_RECORD;
    records.set(period, record);
    return record;
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
    ledger: stored(all, 'ledger', LedgerMemorySchema),
    record: recordOf,
    layout: (tab) => stored(all, layoutKey(tab), LayoutSchema),
    mark: (period) => markOf(all, period),
  };
}

/** What cannot be read counts as not there: the sheet has the values, and the Worker says which revision it has. */
function stored<T>(all: Snapshot, key: string, schema: v.GenericSchema<unknown, T>): T | null {
  const document = readDocument(all, key);
  if (document.kind !== 'text') return null;
  const parsed = v.safeParse(schema, parseJson(document.text));
  return parsed.success ? parsed.output : null;
}

function documentProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getDocumentProperties();
}

const recordKey = (period: string) => `period.${period}`;
const layoutKey = (tab: string) => `layout.${tab}`;
const markKey = (period: string) => `mark.${period}`;

function markOf(all: Snapshot, period: Period): number {
  const mark = Number(all[markKey(period)] ?? '0');
  return Number.isFinite(mark) ? mark : 0;
}
