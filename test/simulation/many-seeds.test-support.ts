/** The seeds that are tried, in parts: each part is a test file, so that several go at once. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import type { Runtime } from './ledger/thread.ts';

const STEPS = 200;
/** `npm test` tries the same few; the long run others each time, as many as `SIMULATION_SEEDS` and `WORKERD_SEEDS` say. */
const SEEDS: Readonly<Record<Runtime, number>> = isLongRun()
  ? {
      node: Number(process.env.SIMULATION_SEEDS ?? 5000),
      workerd: Number(process.env.WORKERD_SEEDS ?? 500),
    }
  : { node: 200, workerd: 50 };
/** In workerd others than in Node: they have more to find together. */
const FIRST: Readonly<Record<Runtime, number>> = isLongRun()
  ? { node: seed(), workerd: seed() + SEEDS.node }
  : { node: 1, workerd: 1001 };
/** Seeds to a process and a test: what went on is seen, and what went wrong does not stop the others. */
const AT_ONCE = 50;
const LONGEST = 60_000 * AT_ONCE;
/** What each batch said: it is there although a long run be broken off. */
const LOGS = inRoot('dist', 'simulation');
/** What a seed says that nothing went wrong with. */
const PLAYED = /^seed \d+: \d+ runs, (\d+) revisions$/;

/** In MB: each run of a script makes a whole realm anew. */
const YOUNG = '--max-semi-space-size=64';

interface Batch {
  readonly from: number;
  readonly to: number;
}

/** @param part the tests of one part of so many, from 0. */
export function trySeeds(runtime: Runtime, part = 0, parts = 1): void {
  const each = Math.ceil(SEEDS[runtime] / parts);
  const first = FIRST[runtime] + part * each;
  const batches = Array.from({ length: Math.ceil(each / AT_ONCE) }, (_, place): Batch => {
    const from = first + place * AT_ONCE;
    return { from, to: Math.min(from + AT_ONCE, first + each) - 1 };
  });

  describe(`${STEPS} steps each, in ${runtime}`, { timeout: LONGEST }, () => {
    test.each(batches)('seeds $from to $to', async (batch) => {
      const lines = await play(runtime, batch);
      const seeds = batch.to - batch.from + 1;
      const revisions = lines.flatMap((line) => PLAYED.exec(line)?.slice(1).map(Number) ?? []);
      expect(lines.filter((line) => !PLAYED.test(line))).toEqual([]);
      expect(revisions).toHaveLength(seeds);
      // Nothing can be wrong where nothing happens.
      expect(revisions.reduce((sum, one) => sum + one)).toBeGreaterThan(seeds);
    });
  });
}

/**
 * The lines that a batch says. In a process of its own: what thousands of runs leave behind would make the later ones slower, and with more
 * room for what is young it takes an eighth less.
 */
async function play(runtime: Runtime, { from, to }: Batch): Promise<readonly string[]> {
  const options = { runtime, seed: from, seeds: to - from + 1, steps: STEPS };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [YOUNG, inRoot('test/simulation/main.ts'), ...args], (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  mkdirSync(LOGS, { recursive: true });
  writeFileSync(`${LOGS}/${runtime}-${from}.log`, said);
  return said.split('\n').filter((line) => line !== '');
}
