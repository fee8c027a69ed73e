/** The seeds that are tried, in parts: each part is a test file, so that several go at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const AT_ONCE = isLongRun() ? 100 : 10;
const LONGEST = 60_000 * AT_ONCE;

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
        if (played.failure !== null)
          wrong.push(`${played.failure.wrong.join('; ')} — ${replayCommand(played.failure)}`);
      }
      expect(wrong).toEqual([]);
      // Nothing can be wrong where nothing happens.
      expect(revisions).toBeGreaterThan(to - from);
    });
  });
}
