/** Nothing lies about that nobody uses: files, exports, packages. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';

test('knip finds nothing dead', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawnSync(inRoot('node_modules', '.bin', 'knip'), ['--no-progress'], {
    cwd: inRoot(),
    encoding: 'utf8',
  });
  expect({ status, found: `${stdout}${stderr}` }).toEqual({ status: 0, found: '' });
});
