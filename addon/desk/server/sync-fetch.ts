/** A request that blocks until it is answered, as UrlFetchApp's: the work is done in a worker thread, this one waits. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FetchAnswer, FetchRequest } from '../stand-in/ports.ts';

export interface SyncFetch {
  readonly fetch: (request: FetchRequest) => FetchAnswer;
  readonly close: () => Promise<void>;
}

/** Google gives a call 60 s. */
export function startSyncFetch(timeoutMs = 60_000): SyncFetch {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./sync-fetch-worker.ts', import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  return {
    fetch: (request) => {
      Atomics.store(signal, 0, 0);
      port1.postMessage({ ...request, timeoutMs });
      // Longer than the worker's own limit: this one is only for a worker that died.
      if (Atomics.wait(signal, 0, 0, timeoutMs + 5_000) === 'timed-out') return { kind: 'timeout' };
      const received: { message: FetchAnswer } | undefined = receiveMessageOnPort(port1);
      return received?.message ?? { kind: 'unreachable', detail: 'no answer from the fetching thread' };
    },
    close: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}
