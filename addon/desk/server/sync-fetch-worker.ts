/** The other thread of sync-fetch.ts: does one request at a time and wakes whoever waits. */
import { parentPort } from 'node:worker_threads';
import { answerBlocking } from './blocking-thread.ts';

interface Task {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
}

answerBlocking(answer);
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
