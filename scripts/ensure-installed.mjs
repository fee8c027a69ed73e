/**
 * Runs before every command: installs what the lockfile names if that exact state is not installed yet. Plain Node (20 or later),
 * because nothing else is there at that moment.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'node_modules');
const stamp = join(folder, '.lockfile-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
const linked = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;

// Through a link, `npm ci` would empty a folder that belongs to another checkout.
if (!installed && linked) {
  const where = existsSync(folder) ? realpathSync(folder) : 'a folder that is not there';
  console.error(
    `node_modules is a link to ${where}, which is not marked as holding what this package-lock.json names. Nothing was changed. ` +
      'Bring the checkout that it belongs to to the same package-lock.json and run a command there, or remove the link.',
  );
  process.exit(1);
}

if (!installed) {
  console.log('Installing what the lockfile names (npm ci; a minute or two, without a word) …');
  // npm tells its scripts where it lives; the same npm runs again, with the same settings.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run =
    npm === undefined
      ? spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) {
    console.error('npm ci did not succeed; see above. Is the network, or the registry that npm is set to, reachable?');
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
