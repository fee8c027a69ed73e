/** Which test or run gives each command that the documents name. A command that is in no document is not in the list, and the other way round. */

/** A file of ours that starts the command, or what it does under it. */
export const RUN_BY: Readonly<Record<string, string>> = {
  'npm start': 'test/browser/running.ts',
  'npm test': '.ci/run',
  'npm run audit:dependencies': '.github/workflows/ci.yml',
  'npm run bench': 'test/long-commands.test.ts',
  'npm run build': 'test/build-command.test.ts',
  'npm run costs': '.github/workflows/ci.yml',
  'npm run check:types': 'scripts/test.ts',
  'npm run dead': 'test/dead-code.test.ts',
  'npm run deploy:addon': 'test/deploy-addon-command.test.ts',
  'npm run deploy:worker': 'test/deploy-worker-command.test.ts',
  'npm run dev': 'test/dev-command.test.ts',
  'npm run docs': 'test/written-documents.test.ts',
  'npm run docs:pictures': 'test/browser/guide.test.ts',
  'npm run doctor': 'test/doctor/doctor-command.test.ts',
  'npm run drill': 'test/drill-command.test.ts',
  'npm run ledger-key': 'test/deploy-worker-command.test.ts',
  'npm run notices': 'test/dependencies/dependencies.test.ts',
  'npm run resolution': 'test/resolution-command.test.ts',
  'npm run simulate': 'test/long-commands.test.ts',
  'npm run test:long': 'test/long-commands.test.ts',
  'npm run test:mutation': '.github/workflows/ci.yml',
  'npm run verify': 'test/verify-command.test.ts',
  'npx vitest': 'scripts/test.ts',
  'head -n': 'test/documents/backup-commands.test.ts',
  'sed 1d;$d': 'test/documents/backup-commands.test.ts',
  'tail -n': 'test/documents/backup-commands.test.ts',
};

/** Of other programs, with nothing of ours in them. */
export const OF_OTHERS: readonly string[] = ['git clone', 'git pull', 'git checkout', 'cd chi-tieu'];

/** A command without what is given to it: `TEST_SEED=1 npm run test:long -- x` is `npm run test:long`. */
export function nameOf(command: string): string {
  const words = command
    .replace(/^(?:[A-Z_]+=\S+ )*/, '')
    .replaceAll("'", '')
    .split(/\s+/);
  return words.slice(0, words[0] === 'npm' && words[1] === 'run' ? 3 : 2).join(' ');
}
