/** CacheService: texts that may be forgotten at any time, at the latest when their time is over. */

import type { CachedText } from '../host-state.ts';
import { utf8Bytes } from '../model/utf8.ts';
import type { Run } from '../run.ts';
import { strict } from './strict.ts';

type GService = GoogleAppsScript.Cache.CacheService;
type GCache = GoogleAppsScript.Cache.Cache;

const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const VALUE_LIMIT_BYTES = 100 * 1024;
const KEY_LIMIT = 250;
/** Beyond that many items only those are kept that live longest. */
const ITEMS = { most: 1_000, kept: 900 };

export function makeCacheService(run: Run): GService {
  return strict<GService>(run, 'CacheService', {
    getDocumentCache: () => (run.host.ports.lacksService?.('documentCache') ? null : makeCache(run, 'document')),
    getScriptCache: () => makeCache(run, 'script'),
    getUserCache: () => makeCache(run, `user ${run.identity.effective.email}`),
  });
}

function makeCache(run: Run, name: string): GCache {
  const { caches } = run.host;
  const texts = caches.get(name) ?? new Map<string, CachedText>();
  caches.set(name, texts);
  const get = (key: string): string | null => {
    const kept = texts.get(key);
    return kept && kept.until > run.now() ? kept.value : null;
  };
  const put = (key: string, value: unknown, seconds = DEFAULT_SECONDS): void => {
    if (typeof value !== 'string') throw new Error(`Cached value of ${key} is no text: not in the stand-in`);
    if (key.length > KEY_LIMIT) throw new Error('Argument too large: key');
    if (utf8Bytes(value).length > VALUE_LIMIT_BYTES) throw new Error('Argument too large: value');
    texts.set(key, { value, until: run.now() + Math.min(seconds, LONGEST_SECONDS) * 1000 });
    if (texts.size > ITEMS.most) forgetSome(texts);
  };
  return strict<GCache>(run, 'Cache', {
    get,
    getAll: (keys) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const value = get(key);
          return value === null ? [] : [[key, value]];
        }),
      ),
    put: (key: string, value: string, seconds?: number) => put(key, value, seconds),
    putAll: (values: { [key: string]: unknown }, seconds?: number) => {
      for (const [key, value] of Object.entries(values)) put(key, value, seconds);
    },
    remove: (key) => void texts.delete(key),
    removeAll: (keys) => {
      for (const key of keys) texts.delete(key);
    },
  });
}

function forgetSome(texts: Map<string, CachedText>): void {
  const soonest = [...texts].sort(([, a], [, b]) => a.until - b.until);
  for (const [key] of soonest.slice(0, texts.size - ITEMS.kept)) texts.delete(key);
}
