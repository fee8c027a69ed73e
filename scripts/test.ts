/**
 * `npm test`: types, lint, then every test (unit, Worker in workerd, add-in in the stand-in, browser). The last line counts all of
 * it together: each runtime's types and the lint count as one each.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { BROWSER_TEST_PORT } from '../test/browser/running.ts';
import { prepareBrowser } from '../test/browser.ts';
import { buildForDesk } from './build/all.ts';
import { projectsWithErrors, TYPE_PROJECTS } from './check-types.ts';
import { inRoot } from './root.ts';
import { type Tool, toolCommand } from './tool.ts';

interface Count {
  passed: number;
  failed: number;
}

const total: Count = { passed: 0, failed: 0 };

function count(passed: number, failed: number): void {
  total.passed += passed;
  total.failed += failed;
}

function runBin(tool: Tool, args: readonly string[]): boolean {
  const [node, script] = toolCommand(tool);
  const run = spawnSync(node, [script, ...args], { cwd: inRoot(), stdio: 'inherit' });
  return run.status === 0;
}

/** Vitest's own report tells how many passed; a run that ends without one counts as a failure. */
function runVitest(): void {
  const report = inRoot('dist', 'test-report.json');
  rmSync(report, { force: true });
  const ok = runBin('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  let failed = ok ? 0 : 1;
  let passed = 0;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    passed = result.numPassedTests;
    failed = Math.max(failed, result.numFailedTests);
  } catch {
    failed = 1;
  }
  count(passed, failed === 0 && passed === 0 ? 1 : failed);
}

console.log('Building …');
const say = (line: string): void => console.log(line);
await buildForDesk(BROWSER_TEST_PORT, say);

console.log('Types …');
const untyped = projectsWithErrors().length;
count(TYPE_PROJECTS.length - untyped, untyped);

console.log('Lint …');
const clean = runBin('biome', ['check', '--error-on-warnings', '.']);
count(clean ? 1 : 0, clean ? 0 : 1);

console.log('Tests …');
await prepareBrowser();
runVitest();

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
