/** The tests that a mutant of `shared/` has to get past: only those of `shared/`, without the other projects. */
import { defineConfig } from 'vitest/config';

// Properties try the same few values for every mutant: examples should find it, and a mutant must not take minutes.
process.env.TEST_SEED ??= '1';
process.env.TEST_RUNS ??= '5';

export default defineConfig({
  plugins: [{ name: 'stryker-names', configureVitest: ({ project }) => matchStrykerNames(project.config) }],
  test: {
    include: ['shared/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['./test/properties/seed.ts'],
    setupFiles: ['./test/properties/configure.ts'],
  },
});

/**
 * Stryker chooses the tests of a mutant by their names joined with spaces; since Vitest 5 a nested test's name is joined with " > ", so
 * that none would run and every mutant would survive (stryker-mutator/stryker-js#6210). Goes when Stryker's runner knows Vitest 5.
 */
function matchStrykerNames(config: { testNamePattern?: RegExp | undefined }): void {
  let pattern: RegExp | undefined;
  Object.defineProperty(config, 'testNamePattern', {
    enumerable: true,
    get: () => pattern,
    set: (given: RegExp | undefined) => {
      pattern = given && new RegExp(given.source.replaceAll(' ', '(?: > | )'));
    },
  });
}
