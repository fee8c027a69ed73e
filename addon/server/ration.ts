/**
 * How often something is done that Google rations by account and day (docs/quotas.md): so often at once, and then once in a step, so that
 * whatever is typed a day has a bound. Pure: the generic cell rate algorithm, which remembers one moment.
 */

export interface Ration {
  /** So many may follow each other at once. */
  readonly atOnce: number;
  /** After those, one in this time, milliseconds; where none is used, one of them comes back in it. */
  readonly stepMs: number;
}

/**
 * A workbook's sendings by themselves. Each reads and writes properties four times. Two forms may be typed at a stretch with each value sent
 * at once; of who types on and on, what comes next goes together, some minutes later.
 */
export const SENDING: Ration = { atOnce: 100, stepMs: 300_000 };

/** The turns of a workbook's edit trigger: each takes two or three seconds of its creator's ninety minutes a day. */
export const CARRYING: Ration = { atOnce: 6, stepMs: 600_000 };

/** @param spentUntil what the last time has left; 0 before the first. Milliseconds. */
export function nextAt({ atOnce, stepMs }: Ration, spentUntil: number): number {
  return spentUntil - (atOnce - 1) * stepMs;
}

/** What is spent after a time at `now`. */
export function spentAfter({ stepMs }: Ration, spentUntil: number, now: number): number {
  return Math.max(spentUntil, now) + stepMs;
}
