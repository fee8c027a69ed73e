/** Simulations by seed: what a seed stands for, and how a failing one becomes short and repeatable. */
import fc from 'fast-check';
import type { Runtime } from './ledger/thread.ts';
import { type Played, play } from './play.ts';
import type { Parts } from './simulation.ts';
import { anyStep, type Step } from './steps.ts';

/** How long a failing run is made shorter. */
const SHRINKING_MS = 120_000;

/** Every fourth seed has all four units at work, the others two of them: then more happens between the same few. */
const PAIRS = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [0, 2],
  [1, 3],
] as const;

/** The steps that a seed stands for. */
export function stepsOf(seed: number, count: number): readonly Step[] {
  const [steps = []] = fc.sample(fc.array(anyStep, { minLength: count, maxLength: count }), { seed, numRuns: 1 });
  const pair = PAIRS[seed % PAIRS.length] ?? PAIRS[0];
  return seed % 4 === 0 ? steps : steps.map((step) => ({ ...step, unit: pair[step.unit % 2 === 0 ? 0 : 1] }));
}

/** A run that went wrong, with the places of the steps that are needed for it. */
export interface Failure {
  readonly seed: number;
  readonly steps: number;
  readonly runtime: Runtime;
  readonly wrong: readonly string[];
  readonly kept: readonly number[];
}

/** Plays the steps of a seed; where something is wrong, finds a small part of them in which it is still wrong. */
export async function simulate(
  parts: Parts,
  seed: number,
  count: number,
): Promise<Played & { readonly failure: Failure | null }> {
  const steps = stepsOf(seed, count);
  const played = await play(parts, steps);
  if (played.wrong.length === 0) return { ...played, failure: null };
  const places = [...steps.keys()].slice(0, played.after + 1);
  const kept = await shortened(places, async (some) => (await playPlaces(parts, steps, some)).wrong.length > 0);
  const { wrong } = await playPlaces(parts, steps, kept);
  return {
    ...played,
    failure: { seed, steps: count, runtime: parts.runtime, wrong: wrong.length > 0 ? wrong : played.wrong, kept },
  };
}

export function playPlaces(parts: Parts, steps: readonly Step[], places: readonly number[]): Promise<Played> {
  return play(
    parts,
    places.flatMap((place) => steps[place] ?? []),
  );
}

/** Leaves out what is not needed: halves first, then smaller and smaller pieces, as long as there is time. */
async function shortened(
  all: readonly number[],
  isWrong: (some: readonly number[]) => Promise<boolean>,
): Promise<readonly number[]> {
  const until = performance.now() + SHRINKING_MS;
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length && performance.now() < until; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (without.length > 0 && (await isWrong(without))) kept = without;
      else from += size;
    }
  }
  return kept;
}

/** How a person sees a failure again. */
export function replayCommand({ seed, steps, runtime, kept }: Failure): string {
  return `npm run simulate -- --runtime ${runtime} --seed ${seed} --steps ${steps} --only ${kept.join(',')}`;
}
