/** `npm run bench`: runs every suite, prints a table, and writes `bench/results.json` and the README's figures. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inRoot } from '../scripts/root.ts';
import { writeReadme } from './readme.ts';
import type { Results } from './results.ts';
import { consolidationSuite } from './suites/consolidation.ts';
import { growthSuite } from './suites/growth.ts';
import { keystrokeSuite } from './suites/keystroke.ts';
import { liveSuite } from './suites/live.ts';
import { serviceSuite } from './suites/service.ts';
import { sizeSuite } from './suites/size.ts';
import { table } from './table.ts';

const results: Results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`,
  at: new Date().toISOString(),
  results: [
    ...consolidationSuite(),
    ...(await keystrokeSuite()),
    ...(await liveSuite()),
    ...(await serviceSuite()),
    ...(await growthSuite()),
    ...(await sizeSuite()),
  ],
};

console.log(table(results.results));
writeFileSync(inRoot('bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
writeReadme(results);
