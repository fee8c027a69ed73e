/** What outlives a run: properties, their limits, the lock over them, the cache. */
import { CHUNK_BYTES } from '../documents.ts';
import { utf8Length } from '../utf8.ts';
import type { Bench } from './bench.ts';
import { type Check, differs, expecting, type Finding, holds, messageOf, untried, when } from './check.ts';
import { SEEN_WORDS } from './words.ts';

type Properties = GoogleAppsScript.Properties.Properties;

export const MEMORY_CHECKS: readonly Check[] = [
  { id: 'memory.properties', attempt: (bench) => kept(bench, 'Hộ nghèo: 1.180') },
  // As long as a chunk with its generation in front, and mostly of letters that have three bytes.
  { id: 'memory.value-limit', attempt: (bench) => kept(bench, `123456:${ofBytes(CHUNK_BYTES)}`) },
  { id: 'memory.bytes', attempt: tooManyBytes },
  { id: 'memory.lock', attempt: lock },
  { id: 'memory.flush', attempt: flushed },
  { id: 'memory.cache', attempt: cache },
];

const KEY = 'self-check.try';
const LOCK_WAIT_MS = 1_000;

function ofBytes(bytes: number): string {
  return 'ệ'.repeat(bytes / 3) + 'a'.repeat(bytes % 3);
}

/** The store, with our trial key taken away after the check; null where the platform has none, whatever the types say. */
function store({ afterwards }: Bench): Properties | null {
  const properties: Properties | null = PropertiesService.getDocumentProperties();
  if (properties !== null) afterwards(() => properties.deleteProperty(KEY));
  return properties;
}

function kept(bench: Bench, text: string): Finding {
  const properties = store(bench);
  if (properties === null) return differs(SEEN_WORDS.nothing);
  properties.setProperty(KEY, text);
  return when(properties.getProperty(KEY) === text, SEEN_WORDS.size(text.length, utf8Length(text)));
}

/** More bytes than 9 KB, and fewer characters. */
function tooManyBytes(bench: Bench): Finding {
  const properties = store(bench);
  if (properties === null) return differs(SEEN_WORDS.nothing);
  const text = 'ệ'.repeat(6_000);
  try {
    properties.setProperty(KEY, text);
  } catch (error) {
    return holds(messageOf(error));
  }
  return differs(`${SEEN_WORDS.accepted} ${SEEN_WORDS.size(text.length, utf8Length(text))}`);
}

function lock({ afterwards }: Bench): Finding {
  const found = LockService.getDocumentLock();
  if (found === null) return differs(SEEN_WORDS.nothing);
  if (!found.tryLock(LOCK_WAIT_MS)) return untried(SEEN_WORDS.lockTaken);
  afterwards(() => found.releaseLock());
  const held = found.hasLock();
  found.releaseLock();
  return expecting([held, found.hasLock()], [true, false]);
}

/** Written, carried out and let go in this order: what the next one reads is there. */
function flushed({ cell }: Bench): Finding {
  const found = LockService.getDocumentLock();
  if (found !== null && !found.tryLock(LOCK_WAIT_MS)) return untried(SEEN_WORDS.lockTaken);
  const place = cell().setValue(1180);
  SpreadsheetApp.flush();
  found?.releaseLock();
  return expecting(place.getValue(), 1180);
}

function cache({ afterwards }: Bench): Finding {
  const found = CacheService.getDocumentCache();
  if (found === null) return differs(SEEN_WORDS.nothing);
  afterwards(() => found.remove(KEY));
  found.put(KEY, 'Hộ', 30);
  const kept = found.getAll([KEY, `${KEY}.none`]);
  found.remove(KEY);
  return expecting([Object.entries(kept), found.get(KEY)], [[[KEY, 'Hộ']], null]);
}
