/** The public workflow runs the project's own gate, with no more rights than reading, by actions of one exact version each. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';

const workflow = readFileSync(inRoot('.github/workflows/ci.yml'), 'utf8');

test('runs the gate, on every change', () => {
  expect(workflow).toContain('- run: .ci/run');
  expect(workflow).toMatch(/^ {2}pull_request:$/m);
});

test('looks for known weaknesses every night', () => {
  expect(workflow).toMatch(/^ {4}- cron: ["']\d+ \d+ \* \* \*["']$/m);
  expect(workflow).toContain('- run: npm run audit:dependencies');
});

test('may read, and nothing else', () => {
  expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
  expect(workflow.match(/permissions:/g)).toHaveLength(1);
  expect(workflow).not.toMatch(/secrets\.|pull_request_target/);
});

test('names each action’s exact version', () => {
  const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
  expect(uses.length).toBeGreaterThan(2);
  expect(uses.filter((action) => !/^actions\/[\w-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});
