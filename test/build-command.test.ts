/** `npm run build`: what clasp and wrangler take, for the address that it is told. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ADDON_FILES } from '../addon/build.ts';
import { inRoot } from '../scripts/root.ts';

test('builds the add-in, the view’s assets and the Worker, and says which Worker the add-in talks to', () => {
  const { status, stdout } = spawnSync(process.execPath, [inRoot('scripts/build.ts')], {
    cwd: inRoot(),
    encoding: 'utf8',
    env: { ...process.env, WORKER_URL: 'https://build.example' },
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('talks to https://build.example') });
  for (const name of ADDON_FILES) expect(existsSync(inRoot('dist/addon', name)), name).toBe(true);
  expect(readFileSync(inRoot('dist/addon/code.js'), 'utf8')).toContain('"https://build.example"');
  for (const name of ['view/_headers', 'worker/index.js']) expect(existsSync(inRoot('dist', name)), name).toBe(true);
});
