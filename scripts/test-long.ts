/**
 * `npm run test:long`: the properties, the comparisons, the exports and the fuzzing at the long run's counts, for a night rather than for a change. Takes `TEST_SEED` to repeat a run.
 * Every other argument goes to vitest: `npm run test:long -- shared/numbers`.
 */
import { spawnSync } from 'node:child_process';
import { BROWSER_TEST_PORT } from '../test/browser/running.ts';
import { buildForDesk } from './build/all.ts';
import { inRoot } from './root.ts';

await buildForDesk(BROWSER_TEST_PORT, (line) => console.log(line));
const chosen = process.argv.slice(2);
const run = (...args: readonly string[]): number =>
  spawnSync(inRoot('node_modules', '.bin', 'vitest'), ['run', ...args], {
    cwd: inRoot(),
    env: { ...process.env, TEST_LONG: '1' },
    stdio: 'inherit',
  }).status ?? 1;

const properties = run('--project', 'shared', '--project', 'test', '--passWithNoTests', ...chosen);
// Of the Worker's tests only these have a long run.
const fuzzing = run('--project', 'worker', '--passWithNoTests', ...(chosen.length === 0 ? ['worker/fuzz'] : chosen));
process.exit(Math.max(properties, fuzzing));
