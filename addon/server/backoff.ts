/** When to try again after a failure: exponentially later, with jitter, so that four workbooks do not knock together. */

const FIRST_MS = 2_000;
const LONGEST_MS = 10 * 60_000;

/**
 * Milliseconds to wait after the n-th failure in a row (from 1): between half and the whole of 2 s, 4 s, 8 s … 10 min.
 * `chance` is a random number in [0, 1).
 */
export function backoffMs(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(longest * (0.5 + chance / 2));
}
