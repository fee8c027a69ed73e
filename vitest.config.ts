import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { isLongRun } from './test/properties/seed.ts';

const setupFiles = ['./test/properties/configure.ts'];
const longest = isLongRun() ? 60 * 60_000 : 30_000;

export default defineConfig({
  test: {
    silent: 'passed-only',
    // On two cores the default is one: much of what is tested waits for a browser, a thread or another process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['./test/properties/seed.ts'],
    projects: [
      {
        test: {
          name: 'shared',
          include: ['shared/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          testTimeout: longest,
        },
      },
      { test: { name: 'addon', include: ['addon/**/*.test.ts'], environment: 'node', testTimeout: longest } },
      {
        test: {
          name: 'pages',
          include: [
            'worker/pages/**/*.test.{ts,tsx}',
            'worker/view-client/**/*.test.ts',
            'worker/openapi/**/*.node.test.ts',
          ],
          environment: 'node',
          testTimeout: longest,
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
      },
      {
        test: {
          name: 'test',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          environment: 'node',
          setupFiles,
          testTimeout: longest,
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], environment: 'node' } },
      'worker/vitest.config.ts',
    ],
  },
});
