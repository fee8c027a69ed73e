/**
 * The other side of run-thread.ts: one run after the other. Between two it is at its event loop, for only there the contexts of
 * earlier runs are let go; within one it blocks.
 */
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from '../stand-in/run-thread.ts';
import { runTask } from '../stand-in/script-thread.ts';
import { compileInNode } from './node-host.ts';

const { port, posted, source }: { port: MessagePort; posted: Int32Array; source: string } = workerData;
const compiled = compileInNode(source);
/** How many of the host's messages have come. */
let received = 0;

port.on('message', (task: ThreadTask) => {
  received += 1;
  runTask(task, {
    compiled,
    tell: (step) => {
      port.postMessage(step);
      Atomics.add(posted, 1, 1);
      Atomics.notify(posted, 1);
    },
    receive: (): ThreadAnswer => {
      // The message comes before its count: a task may be at work before it is counted.
      for (let count = Atomics.load(posted, 0); count <= received; count = Atomics.load(posted, 0))
        Atomics.wait(posted, 0, count);
      received += 1;
      const next: { message: ThreadAnswer } | undefined = receiveMessageOnPort(port);
      if (next === undefined) throw new Error('The host said nothing');
      return next.message;
    },
  });
});
