import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { benchPart } from '../bench/readme.ts';
import type { Results } from '../bench/results.ts';
import { mainTable } from '../bench/table.ts';
import { inRoot } from '../scripts/root.ts';

test('the README’s figures are those of the last run of the benchmarks', () => {
  const results: Results = JSON.parse(readFileSync(inRoot('bench', 'results.json'), 'utf8'));
  expect(benchPart(readFileSync(inRoot('README.md'), 'utf8'))).toBe(`${mainTable(results)}\n`);
});
