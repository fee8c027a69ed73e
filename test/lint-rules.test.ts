/** Our own lint rules bite: each is tried, in a folder of its own, on what it must refuse and what it must take. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lint-')));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files, of these, that a rule refuses. */
function refused(rule: string, files: Readonly<Record<string, string>>): string[] {
  const configuration = {
    root: true,
    plugins: [join(ROOT, 'scripts', 'lint', rule)],
    linter: { rules: { preset: 'none' } },
  };
  const all = { ...files, 'biome.json': JSON.stringify(configuration) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'biome'), args, { cwd: folder, encoding: 'utf8' });
  return Object.keys(files).filter((name) => stdout.includes(`file=${join(folder, name)},`));
}

test('a transaction takes synchronous work, by the one way to it', () => {
  const bad = {
    'async-arrow.ts': 'services.transaction(async () => {\n  await later();\n});\n',
    'async-function.ts': 'services.transaction(async function named() {});\n',
    'own-way.ts': 'storage.transactionSync(() => 1);\n',
    'optional.ts': 'storage?.transactionSync(work);\n',
    'typed.ts': 'storage.transactionSync<number>(async () => 1);\n',
    'alias.ts': 'const way = storage.transactionSync;\n',
  };
  const good = {
    'synchronous.ts': 'services.transaction(() => asynchronous);\n',
    'worker/store/transaction.ts': 'export const way = (work) => storage.transactionSync(work);\n',
  };
  expect(refused('synchronous-transactions.grit', { ...bad, ...good })).toEqual(Object.keys(bad));
});
