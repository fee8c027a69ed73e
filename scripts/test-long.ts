/**
 * `npm run test:long`: whatever tries by chance, at the long run's counts, for a night rather than for a change. Takes `TEST_SEED` to
 * repeat a run. Every other argument goes to vitest: `npm run test:long -- shared/numbers`.
 */
import { spawnSync } from 'node:child_process';
import { BROWSER_TEST_PORT } from '../test/browser/running.ts';
import { buildForDesk } from './build/all.ts';
import { inRoot } from './root.ts';
import { toolCommand } from './tool.ts';

await buildForDesk(BROWSER_TEST_PORT, (line) => console.log(line));
const chosen = process.argv.slice(2);
const [node, vitest] = toolCommand('vitest');
const run = (...args: readonly string[]): number =>
  spawnSync(node, [vitest, 'run', ...args], {
    cwd: inRoot(),
    env: { ...process.env, TEST_LONG: '1' },
    stdio: 'inherit',
  }).status ?? 1;

/** What has a long run, by project; elsewhere it would be the same tests again. */
const LONG: readonly (readonly [projects: readonly string[], files: readonly string[]])[] = [
  [['shared', 'test'], []],
  [['worker'], ['worker/fuzz']],
  [['addon'], ['addon/set-up.test.ts', 'addon/several-people.test.ts']],
  [['browser'], ['test/browser/killed.test.ts']],
];
const ends = LONG.map(([projects, files]) =>
  run(
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
    ...(chosen.length === 0 ? files : chosen),
  ),
);
process.exit(Math.max(...ends));
