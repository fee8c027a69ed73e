/** How long to wait before the next attempt to connect. */

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** Never at once: a server that has just restarted gets its clients back spread over time. */
const SHORTEST_MS = 250;

/**
 * Doubling with full jitter, in milliseconds: a random point up to the bound of this attempt.
 * @param attempt how many attempts have failed in a row, from 0
 * @param random a number from 0 to below 1
 */
export function reconnectDelay(attempt: number, random: number): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(SHORTEST_MS + random * (bound - SHORTEST_MS));
}
