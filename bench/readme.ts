/** The part of the README that a run of the benchmarks writes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../scripts/root.ts';
import type { Results } from './results.ts';
import { mainTable } from './table.ts';

const BEGINNING = '<!-- bench -->\n';
const END = '<!-- /bench -->';

/** What stands between the marks of a text. Throws where they are not there. */
export function benchPart(readme: string): string {
  const from = readme.indexOf(BEGINNING);
  const to = readme.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error('the README has no place for the figures');
  return readme.slice(from + BEGINNING.length, to);
}

export function writeReadme(results: Results): void {
  const file = inRoot('README.md');
  const readme = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    readme.replace(BEGINNING + benchPart(readme) + END, () => `${BEGINNING}${mainTable(results)}\n${END}`),
  );
}
