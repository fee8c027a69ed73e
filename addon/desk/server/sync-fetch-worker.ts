/** The other thread of sync-fetch.ts: does one request at a time and wakes whoever waits. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

interface Task {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
}

const { port, signal }: { port: MessagePort; signal: Int32Array } = workerData;

port.on('message', async (task: Task) => {
  port.postMessage(await answer(task));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
parentPort?.on('message', () => process.exit(0));

async function answer(task: Task): Promise<object> {
  try {
    const response = await fetch(task.url, {
      method: task.method.toUpperCase(),
      headers: task.headers,
      body: task.body,
      redirect: task.followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.timeout(task.timeoutMs),
    });
    const body = await response.text();
    return { kind: 'response', status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'timeout' };
    return { kind: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }
}
