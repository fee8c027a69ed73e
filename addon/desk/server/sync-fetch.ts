/** A request that blocks until it is answered, as UrlFetchApp's: the work is done in a worker thread, this one waits. */
import type { FetchAnswer, FetchRequest } from '../stand-in/ports.ts';
import { startBlockingThread } from './blocking-thread.ts';

export interface SyncFetch {
  readonly fetch: (request: FetchRequest) => FetchAnswer;
  readonly close: () => Promise<void>;
}

/** Google gives a call 60 s. */
export function startSyncFetch(timeoutMs = 60_000): SyncFetch {
  const thread = startBlockingThread<FetchRequest & { timeoutMs: number }, FetchAnswer>(
    new URL('./sync-fetch-worker.ts', import.meta.url),
  );
  return {
    fetch: (request) => {
      // Longer than the thread's own limit: this one is only for a thread that died.
      const answer = thread.ask({ ...request, timeoutMs }, timeoutMs + 5_000);
      if (answer === undefined) return { kind: 'timeout' };
      return answer ?? { kind: 'unreachable', detail: 'no answer from the fetching thread' };
    },
    close: thread.close,
  };
}
