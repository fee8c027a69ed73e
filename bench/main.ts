/**
 * `npm run bench`: runs every suite, prints a table, and writes `bench/results.json` and the README's figures.
 * `-- --only consolidation,growth` runs some, and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { inRoot } from '../scripts/root.ts';
import { writeReadme } from './readme.ts';
import type { Result, Results } from './results.ts';
import { consolidationSuite } from './suites/consolidation.ts';
import { editToViewSuite } from './suites/edit-to-view.ts';
import { growthSuite } from './suites/growth.ts';
import { growthPeriodsSuite } from './suites/growth-periods.ts';
import { keystrokeSuite } from './suites/keystroke.ts';
import { keystrokeRulesSuite } from './suites/keystroke-rules.ts';
import { liveSuite } from './suites/live.ts';
import { overviewSuite } from './suites/overview.ts';
import { serviceSuite } from './suites/service.ts';
import { sizeSuite } from './suites/size.ts';
import { table } from './table.ts';

/** In the order in which they run. */
const SUITES: Readonly<Record<string, () => Result[] | Promise<Result[]>>> = {
  consolidation: consolidationSuite,
  'keystroke-rules': keystrokeRulesSuite,
  'growth-periods': growthPeriodsSuite,
  keystroke: keystrokeSuite,
  overview: overviewSuite,
  live: liveSuite,
  'edit-to-view': editToViewSuite,
  service: serviceSuite,
  growth: growthSuite,
  size: sizeSuite,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = values.only?.split(',') ?? Object.keys(SUITES);
const unknown = names.filter((name) => SUITES[name] === undefined);
if (unknown.length > 0) throw new Error(`no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);

const measured: Result[] = [];
const failures: string[] = [];
for (const name of names) {
  try {
    measured.push(...((await SUITES[name]?.()) ?? []));
  } catch (error) {
    failures.push(`suite ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const results: Results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`,
  at: new Date().toISOString(),
  results: measured,
};

console.log(table(results.results));
// Half a run is no run.
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
else if (values.only === undefined) {
  writeFileSync(inRoot('bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeReadme(results);
}
