/**
 * `npm run test:long`: the properties at the long run's counts, for a night rather than for a change. Takes `TEST_SEED` to repeat a run.
 * Every other argument goes to vitest: `npm run test:long -- shared/numbers`.
 */
import { spawnSync } from 'node:child_process';
import { BROWSER_TEST_PORT } from '../test/browser/running.ts';
import { buildForDesk } from './build/all.ts';
import { inRoot } from './root.ts';

await buildForDesk(BROWSER_TEST_PORT, (line) => console.log(line));
const args = ['run', '--project', 'shared', '--project', 'test', ...process.argv.slice(2)];
const run = spawnSync(inRoot('node_modules', '.bin', 'vitest'), args, {
  cwd: inRoot(),
  env: { ...process.env, TEST_LONG: '1' },
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
