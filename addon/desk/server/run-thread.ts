/** Runs at the same time in Node: worker threads that block at each service call, handed from run to run. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { RunThread, ThreadAnswer, ThreadStep, ThreadTask } from '../stand-in/run-thread.ts';

/** For a thread that died: nothing that a script does between two calls takes that long. */
const PATIENCE_MS = 60_000;

/** Threads that wait for their next run, by the bundle that they have compiled. */
const idle = new Map<string, RunThread[]>();

export function takeThread(source: string): RunThread {
  return idle.get(source)?.pop() ?? startThread(source);
}

/** They never keep the process from its end. */
function startThread(source: string): RunThread {
  // How many messages each side has posted: the other one's are waited for.
  const posted = new Int32Array(new SharedArrayBuffer(8));
  const { port1, port2 } = new MessageChannel();
  new Worker(new URL('./run-thread-worker.ts', import.meta.url), {
    workerData: { port: port2, posted, source },
    transferList: [port2],
  }).unref();
  port1.unref();
  let received = 0;

  const post = (message: ThreadTask | ThreadAnswer): void => {
    port1.postMessage(message);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
  };
  const thread: RunThread = {
    begin: post,
    answer: post,
    next: () => {
      // The other side may wake this one late, for a message that has been taken already.
      while (Atomics.load(posted, 1) === received)
        if (Atomics.wait(posted, 1, received, PATIENCE_MS) === 'timed-out')
          throw new Error('The thread of a run does not answer');
      received += 1;
      const step: { message: ThreadStep } | undefined = receiveMessageOnPort(port1);
      if (step === undefined) throw new Error('The thread of a run said nothing');
      return step.message;
    },
    release: () => {
      idle.set(source, [...(idle.get(source) ?? []), thread]);
    },
  };
  return thread;
}
