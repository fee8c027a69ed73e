/** The other side of thread.ts, where the Worker lives in workerd: hands each command on, and its answer back. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { build } from 'esbuild';
import { answerBlocking } from '../../../addon/desk/server/blocking-thread.ts';
import { inRoot } from '../../../scripts/root.ts';
import { startPlainWorkerd } from '../../service/plain-workerd.ts';
import type { Command } from './messages.ts';

const { bundle }: { bundle: string } = workerData;

const { outputFiles } = await build({
  entryPoints: [inRoot('test/simulation/ledger/workerd-harness.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2023',
  external: ['./service.js'],
});

const workerd = await startPlainWorkerd({
  script: outputFiles[0]?.text ?? '',
  modules: { 'service.js': readFileSync(bundle, 'utf8') },
  object: { binding: 'COMMUNE', className: 'SimulatedCommune' },
  quiet: true,
});

answerBlocking(
  async (command: Command): Promise<object> => {
    const answer = await fetch(`http://127.0.0.1:${workerd.port}`, { method: 'POST', body: JSON.stringify(command) });
    return (await answer.json()) as object;
  },
  () => workerd.stop(),
);
