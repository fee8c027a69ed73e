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
      if (Atomics.wait(signal, 0, 0, timeoutMs) === 'timed-out') return undefined;
      const received: { message: Answer } | undefined = receiveMessageOnPort(port1);
      return received?.message ?? null;
    },
    close: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}

/** The other side: answers each task and wakes whoever waits. `answer` must not reject. */
export function answerBlocking<Task>(answer: (task: Task) => Promise<object>): void {
  const { port, signal }: { port: MessagePort; signal: Int32Array } = workerData;
  port.on('message', async (task: Task) => {
    port.postMessage(await answer(task));
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
}
