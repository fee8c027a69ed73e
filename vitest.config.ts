import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      { test: { name: 'shared', include: ['shared/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'addon', include: ['addon/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'pages',
          include: ['worker/pages/**/*.test.{ts,tsx}', 'worker/view-client/**/*.test.ts'],
          environment: 'node',
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
      },
      { test: { name: 'test', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], environment: 'node' } },
      {
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], environment: 'node', fileParallelism: false },
      },
      'worker/vitest.config.ts',
    ],
  },
});
