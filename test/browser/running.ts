/** For browser tests: the whole of `npm start` in a data folder of its own, stopped and started again like a person would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inRoot } from '../../scripts/root.ts';

/** Beside a running `npm start`, not on top of it, and each of the test runner's workers beside the others. */
export const BROWSER_TEST_PORT =
  Number(process.env.BROWSER_TEST_PORT ?? 8877) + 2 * (Number(process.env.VITEST_POOL_ID ?? 1) - 1);

export interface Running {
  readonly view: string;
  readonly desk: string;
  /** Ends the whole process group: `SIGINT` is Ctrl-C, `SIGKILL` is the power cord. */
  stop(signal: 'SIGINT' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
  /** Deletes the data folder; after the last stop. */
  remove(): void;
}

/** Starts everything with the sample and waits for “Ready.”. @param settings of the environment, besides ports and folder. @param port of the view; the desk's is the next. */
export async function startEverything(
  settings: Readonly<Record<string, string>> = {},
  port = BROWSER_TEST_PORT,
): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'whole-way-'));
  let child: ChildProcess | null = null;
  const running: Running = {
    view: `http://127.0.0.1:${port}`,
    desk: `http://127.0.0.1:${port + 1}`,
    start: async () => {
      child = await spawnUntilReady({
        ...settings,
        PORT: String(port),
        DESK_PORT: String(port + 1),
        DATA_DIR: dataDir,
        OPEN: '0',
      });
    },
    stop: async (signal) => {
      if (child !== null) await end(child, signal);
      child = null;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
  await running.start();
  return running;
}

/** The end of a test with a browser; what did not come to be, because the beginning failed, is passed over. */
export async function endEverything(browser: Browser | undefined, running: Running | undefined): Promise<void> {
  await browser?.close();
  await running?.stop('SIGINT');
  running?.remove();
}

function spawnUntilReady(settings: Readonly<Record<string, string>>): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('scripts/start.ts')], {
      detached: true,
      env: {
        ...process.env,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ready.')) resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    // The group: what a terminal's Ctrl-C reaches.
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  });
}
