/** The other side of thread.ts, where the Worker lives in workerd: hands each command on, and its answer back. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { answerBlocking } from '../../../addon/desk/server/blocking-thread.ts';
import { inRoot } from '../../../scripts/root.ts';
import type { Command } from './messages.ts';

const { bundle }: { bundle: string } = workerData;

const { outputFiles } = await build({
  entryPoints: [inRoot('test/simulation/ledger/workerd-harness.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2023',
  external: ['./index.js'],
});

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    name: 'simulated',
    modules: [
      { type: 'ESModule', path: 'harness.js', contents: outputFiles[0]?.text ?? '' },
      { type: 'ESModule', path: 'index.js', contents: readFileSync(bundle, 'utf8') },
    ],
    compatibilityDate: '2026-11-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { COMMUNE: { className: 'SimulatedCommune', useSQLite: true } },
    cf: false,
    telemetry: { enabled: false },
    handleStructuredLogs: () => undefined,
  }),
);
const address = await miniflare.ready;

answerBlocking(
  async (command: Command): Promise<object> => {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(command) });
    return (await answer.json()) as object;
  },
  () => miniflare.dispose(),
);
