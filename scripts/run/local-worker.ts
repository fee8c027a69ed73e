/** The Worker on this machine, in a process of its own. */
import { fork } from 'node:child_process';
import { inRoot } from '../root.ts';
import type { WorkerOptions } from './workerd.ts';

export interface LocalWorker {
  readonly origin: string;
  close(): Promise<void>;
}

/** Resolves once it answers. Its state is below `dataDir`, and is there again at the next start. */
export function startWorker(options: WorkerOptions): Promise<LocalWorker> {
  return new Promise((resolve, reject) => {
    const child = fork(inRoot('scripts/run/worker-process.ts'), { stdio: 'inherit' });
    const ended = new Promise<void>((end) => child.once('close', () => end()));
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`the Worker's process ended with ${code}`)));
    child.once('message', () =>
      resolve({
        origin: `http://127.0.0.1:${options.port}`,
        close: async () => {
          child.disconnect();
          await ended;
        },
      }),
    );
    child.send(options);
  });
}
