/** A thread that does one task at a time while this one waits for it: for what must come back at once and can only be awaited. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

export interface BlockingThread<Task, Answer> {
  /** Undefined: none came in time. Null: the thread woke this one without any. */
  ask(task: Task, timeoutMs: number): Answer | undefined | null;
  close(): Promise<void>;
}

/** Never keeps the process from its end. @param script calls `answerBlocking`. @param data what it finds beside its own in `workerData`. */
export function startBlockingThread<Task, Answer>(
  script: URL,
  data: Readonly<Record<string, unknown>> = {},
  execArgv?: string[],
): BlockingThread<Task, Answer> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    workerData: { ...data, port: port2, signal },
    transferList: [port2],
    ...(execArgv === undefined ? {} : { execArgv }),
  });
  worker.unref();
  return {
    ask: (task, timeoutMs) => {
      Atomics.store(signal, 0, 0);
      port1.postMessage(task);
      const until = performance.now() + timeoutMs;
      // The other side may wake this one late, for an answer that has been taken already.
      while (Atomics.load(signal, 0) === 0) {
        if (Atomics.wait(signal, 0, 0, Math.max(0, until - performance.now())) === 'timed-out') return undefined;
      }
      const received: { message: Answer } | undefined = receiveMessageOnPort(port1);
      return received?.message ?? null;
    },
    close: async () => {
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.ref();
      port1.close();
      await ended;
    },
  };
}

/** The other side: answers each task and wakes whoever waits. `answer` must not reject. `end` gives back what the thread holds. */
export function answerBlocking<Task>(
  answer: (task: Task) => Promise<object>,
  end: () => Promise<void> = async () => {},
): void {
  const { port, signal }: { port: MessagePort; signal: Int32Array } = workerData;
  port.on('message', async (task: Task) => {
    port.postMessage(await answer(task));
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
  port.once('close', () => end().finally(() => process.exit()));
}
