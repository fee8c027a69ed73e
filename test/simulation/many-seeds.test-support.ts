/** The seeds that are tried, in parts: each part is a test file, so that several go at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLongRun, seed } from '../properties/seed.ts';
import { openParts } from './parts.ts';
import { replayCommand, simulate } from './simulate.ts';

const STEPS = 200;
export const PARTS = 2;
/** `npm test` tries the same few; the long run others each time, `SIMULATION_SEEDS` of them. */
const SEEDS = isLongRun() ? Number(process.env.SIMULATION_SEEDS ?? 5000) : 10;
const FIRST = isLongRun() ? seed() : 1;
/** Seeds to a test: what went on is seen, and what went wrong does not stop the others. */
const AT_ONCE = isLongRun() ? 100 : 10;
const LONGEST = 60_000 * AT_ONCE;

interface Batch {
  readonly from: number;
  readonly to: number;
}

/** The tests of one part, from 0. */
export function trySeeds(part: number): void {
  const each = SEEDS / PARTS;
  const batches = Array.from({ length: Math.ceil(each / AT_ONCE) }, (_, place): Batch => {
    const from = FIRST + part * each + place * AT_ONCE;
    return { from, to: Math.min(from + AT_ONCE, FIRST + (part + 1) * each) - 1 };
  });

  describe(`${STEPS} steps each`, { timeout: LONGEST }, () => {
    let parts: Awaited<ReturnType<typeof openParts>> | undefined;
    beforeAll(async () => {
      parts = await openParts();
    }, 120_000);
    afterAll(() => parts?.close());

    test.each(batches)('seeds $from to $to', async ({ from, to }) => {
      const wrong: string[] = [];
      let revisions = 0;
      for (let seed = from; seed <= to && parts !== undefined; seed++) {
        const played = await simulate(parts, seed, STEPS);
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
