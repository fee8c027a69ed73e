/**
 * The workbook's memory in document properties, shared by all its editors: read in one call, changed under the document lock.
 * It holds no values to be sent: a period is marked, and read afresh from the sheet whenever it is sent.
 */

import type { Period } from '../../shared/periods.ts';
import type { Bindings } from './bindings.ts';
import type { Snapshot } from './documents.ts';
import type { LedgerMemory } from './ledger-memory.ts';
import { fits, MEMORY_BYTES, memoryBytes } from './memory-size.ts';
import type { Book, Carrier, LayoutRecord, LineTrouble, PeriodRecord, SummaryRecord } from './records.ts';
import { cachedSnapshot, forgetSnapshot, keepSnapshot } from './snapshot-cache.ts';
import { COMPUTED, isTorn, markIn, markKey, outboxOf, withoutMarks, writesOf, written } from './stored-outbox.ts';
import { ACTION_WORDS } from './words.ts';

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
  /** Whether any period has computed values. */
  readonly hasComputed: boolean;
  /** False where it was read without the marks: then each is 0. */
  readonly knowsMarks: boolean;
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
  /** True where this run writes again in a moment, so that this state is not worth keeping in the cache. */
  readonly passing?: boolean;
}

export function loadOutbox(): Outbox {
  const store = documentProperties();
  for (let attempt = 1; ; attempt++) {
    const all = store.getProperties();
    if (!isTorn(all) || attempt === READ_TRIES) return outboxOf(all);
  }
}

/** As of the last change under the lock, mostly without reading the properties. It knows no marks. */
export function recentOutbox(): Outbox {
  const all = cachedSnapshot();
  return all === null ? unmarked(loadOutbox()) : outboxOf(all, false);
}

/**
 * Reads, lets `change` decide on what is there now, and writes, all under the document lock. `change` answers null to leave
 * everything as it is. False where the lock could not be had. Throws, with words for the person, where the memory is full. What is
 * answered knows no marks: they may be of edits since the run has read the sheet, which it must not take for looked at.
 */
export function changeOutbox(change: (now: Outbox) => OutboxChange | null): Outbox | false {
  const lock = LockService.getDocumentLock();
  // Null outside a document (the platform's page): there is nobody to be locked out then.
  if (lock !== null && !lock.tryLock(LOCK_WAIT_MS)) return false;
  try {
    const now = loadOutbox();
    const wanted = change(now);
    return unmarked(wanted === null ? now : writeChange(now, wanted, lock !== null));
  } finally {
    lock?.releaseLock();
  }
}

/** Takes the whole memory away, under the lock. False where it could not be had. */
export function forgetAll(): boolean {
  const lock = LockService.getDocumentLock();
  if (lock !== null && !lock.tryLock(LOCK_WAIT_MS)) return false;
  try {
    forgetSnapshot();
    documentProperties().deleteAllProperties();
    return true;
  } finally {
    lock?.releaseLock();
  }
}

/** The outbox as a change would leave it. */
export function withChange(now: Outbox, change: OutboxChange): Outbox {
  return outboxOf(written(now.snapshot, writesOf(now, change)), now.knowsMarks);
}

/**
 * Marks periods as edited, and in one mark all those with computed values, which may change with any cell of the workbook. Without the
 * lock, as a simple trigger has no time for it: a mark only ever grows.
 * @param above a mark that was handled already, for who does not know the marks.
 */
export function markPeriods(periods: readonly Period[], { snapshot, hasComputed }: Outbox, above = 0): void {
  const at = Date.now();
  const marks: Record<string, string> = {};
  for (const name of [...periods, ...(hasComputed ? [COMPUTED] : [])]) {
    marks[markKey(name)] = String(Math.max(at, markIn(snapshot, name) + 1, above + 1));
  }
  if (Object.keys(marks).length > 0) documentProperties().setProperties(marks);
}

function writeChange(now: Outbox, change: OutboxChange, locked: boolean): Outbox {
  const writes = writesOf(now, change);
  const { chunks, pointers, obsolete } = writes;
  const after = written(now.snapshot, writes);
  if ([chunks, pointers, obsolete].every((one) => Object.keys(one).length === 0)) return now;
  // What makes it smaller is always welcome.
  if (!fits(after, MEMORY_BYTES) && memoryBytes(after) > memoryBytes(now.snapshot)) {
    throw new Error(ACTION_WORDS.memoryFull);
  }
  const store = documentProperties();
  forgetSnapshot();
  if (Object.keys(chunks).length > 0) store.setProperties(chunks);
  if (Object.keys(pointers).length > 0) store.setProperties(pointers);
  for (const key of obsolete) store.deleteProperty(key);
  if (locked && change.passing !== true) keepSnapshot(after);
  return outboxOf(after);
}

function unmarked({ snapshot }: Outbox): Outbox {
  return outboxOf(withoutMarks(snapshot), false);
}

function documentProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getDocumentProperties();
}
