/** Who makes the next service call, where several runs live at the same time. */
import { seededRandom } from './random.ts';

/**
 * A list of turns by number, or a seed. A number whose turn cannot go on stands for one of those that can; after the list's end
 * each goes on to its own end, the first one first.
 */
export type Schedule = readonly number[] | { readonly seed: number };

/** @param last whose turn it was; @returns whose turn it is, for `turnOf`. */
export type Chooser = (last: number) => number;

export function chooserOf(schedule: Schedule): Chooser {
  return 'seed' in schedule ? atRandom(schedule.seed) : inOrder(schedule);
}

/** @param ready those who can go on, in the order of their numbers; at least one. */
export function turnOf(wanted: number, ready: readonly number[]): number {
  return ready.includes(wanted) ? wanted : (ready[wanted % ready.length] ?? 0);
}

function inOrder(list: readonly number[]): Chooser {
  let at = 0;
  return () => list[at++] ?? 0;
}

/**
 * Every step anew, or staying with one for a while: what goes wrong between two calls is found by the first, what goes wrong
 * while one run stands still by the second.
 */
function atRandom(seed: number): Chooser {
  const random = seededRandom(seed);
  const patience = [0, 0.5, 0.8, 0.95][Math.floor(random() * 4)] ?? 0;
  return (last) => (random() < patience ? last : Math.floor(random() * 2 ** 30));
}
