/** The document's cache, which may forget at any time, fail, or not be there: all three are as if it had forgotten. */

type Cache = GoogleAppsScript.Cache.Cache;

/** Asked for once a run. */
let known: Cache | null | undefined;

/** What the use answers; undefined where there is no cache or it fails. */
export function withCache<T>(use: (cache: Cache) => T): T | undefined {
  try {
    if (known === undefined) known = CacheService.getDocumentCache();
    return known === null ? undefined : use(known);
  } catch {
    return undefined;
  }
}
