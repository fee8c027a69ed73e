import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
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
      ...(existsSync('worker/vitest.config.ts') ? ['worker/vitest.config.ts'] : []),
    ],
  },
});
