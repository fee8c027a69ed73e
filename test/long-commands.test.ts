/** Commands that take long, asked for little: that they start, do what they are for, and end well. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';

const LIMIT = { timeout: 120_000 };

function run(script: string, ...args: readonly string[]) {
  // As a person starts it, not as a part of the run of this test.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  return spawnSync(process.execPath, [inRoot(script), ...args], { cwd: inRoot(), encoding: 'utf8', env });
}

test('npm run simulate plays a seed', LIMIT, () => {
  const { status, stdout } = run('test/simulation/main.ts', '--seed', '1', '--steps', '20');
  expect(stdout).toMatch(/^seed 1: \d+ runs, \d+ revisions$/m);
  expect(status).toBe(0);
});

test('npm run bench measures some of its suites, and leaves the results of a whole run as they are', LIMIT, () => {
  const results = () => readFileSync(inRoot('bench/results.json'), 'utf8');
  const before = results();
  const { status, stdout } = run('bench/main.ts', '--only', 'keystroke-rules');
  expect(stdout).toContain('a key in any field');
  expect(status).toBe(0);
  expect(results()).toBe(before);
});

test('npm run test:long runs the files that are asked for', LIMIT, () => {
  const { status, stdout } = run('scripts/test-long.ts', 'shared/fold');
  expect(stdout).toContain('shared/fold.test.ts');
  expect(status).toBe(0);
});
