/** The Worker on this machine, in a process of its own that is started again if it ends by itself. */
import { type ChildProcess, fork } from 'node:child_process';
import { inRoot } from '../root.ts';
import type { WorkerOptions } from './workerd.ts';

export interface LocalWorker {
  readonly origin: string;
  /** Ends the process and starts another with what is built now; where that does not start it is tried again, as after a crash. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Long enough that a Worker that cannot start does not fill the screen. */
const RESTART_MS = 1_000;

/** Resolves once it answers. Its state is below `dataDir`, and is there again at the next start. */
export async function startWorker(options: WorkerOptions, say: (line: string) => void): Promise<LocalWorker> {
  let child = await startProcess(options);
  let closing = false;
  let replacing = false;

  function watch(): void {
    child.once('exit', (code, signal) => {
      if (closing || replacing) return;
      say(`The Worker's process ended (${signal ?? code}); starting it again.`);
      setTimeout(() => void startAgain(), RESTART_MS);
    });
  }

  async function startAgain(): Promise<void> {
    if (closing) return;
    try {
      child = await startProcess(options);
      watch();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      setTimeout(() => void startAgain(), RESTART_MS);
    }
  }

  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Not `close`, which never comes after a disconnect of ours.
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.disconnect();
    await ended;
  }

  watch();
  return {
    origin: `http://127.0.0.1:${options.port}`,
    restart: async () => {
      replacing = true;
      try {
        await end();
      } finally {
        replacing = false;
      }
      await startAgain();
    },
    close: async () => {
      closing = true;
      await end();
    },
  };
}

function startProcess(options: WorkerOptions): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(inRoot('scripts/run/worker-process.ts'), { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The Worker's process ended with ${code}.`)));
    child.once('message', () => resolve(child));
    child.send(options);
  });
}
