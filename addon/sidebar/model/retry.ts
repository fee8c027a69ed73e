/** How long to wait before trying again: doubling, capped, with jitter so that many sidebars do not come back at once. */

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** @param failures in a row, from 1. @param chance from 0 to 1. @returns milliseconds: half of the step and up to the whole. */
export function retryDelay(failures: number, chance: number): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return step * (0.5 + chance / 2);
}
