/** The seeds that are tried, in parts: each part is a test file, so that several go at once. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import type { Runtime } from './ledger/thread.ts';
import { openParts } from './parts.ts';
import { replayCommand, simulate } from './simulate.ts';

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
/** Seeds to a test: what went on is seen, and what went wrong does not stop the others. */
const AT_ONCE = isLongRun() ? 50 : 10;
const LONGEST = 60_000 * AT_ONCE;
/** What each batch of a long run said: it is there although the run be broken off. */
const LOGS = inRoot('dist', 'simulation');

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
    if (isLongRun()) test.each(batches)('seeds $from to $to', (batch) => playApart(runtime, batch));
    else playHere(runtime, batches);
  });
}

function playHere(runtime: Runtime, batches: readonly Batch[]): void {
  let opened: Awaited<ReturnType<typeof openParts>> | undefined;
  beforeAll(async () => {
    opened = await openParts({ runtime });
  }, 120_000);
  afterAll(() => opened?.close());

  test.each(batches)('seeds $from to $to', async ({ from, to }) => {
    const wrong: string[] = [];
    let revisions = 0;
    for (let seed = from; seed <= to && opened !== undefined; seed++) {
      const played = await simulate(opened, seed, STEPS);
      revisions += played.revisions;
      if (played.failure !== null) wrong.push(`${played.failure.wrong.join('; ')} — ${replayCommand(played.failure)}`);
    }
    expect(wrong).toEqual([]);
    // Nothing can be wrong where nothing happens.
    expect(revisions).toBeGreaterThan(to - from);
  });
}

/** In a process of its own: what thousands of runs leave behind would make the later ones slower. */
async function playApart(runtime: Runtime, { from, to }: Batch): Promise<void> {
  const seeds = to - from + 1;
  const options = { runtime, seed: from, seeds, steps: STEPS };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [inRoot('test/simulation/main.ts'), ...args], (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  mkdirSync(LOGS, { recursive: true });
  writeFileSync(`${LOGS}/${runtime}-${from}.log`, said);
  const lines = said.split('\n').filter((line) => line !== '');
  const played = lines.filter((line) => /^seed \d+: \d+ runs, \d+ revisions$/.test(line));
  expect(lines.filter((line) => !played.includes(line))).toEqual([]);
  expect(played).toHaveLength(seeds);
}
