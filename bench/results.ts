/** The shape of `bench/results.json`, and medians with their spread. */

export interface Spread {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly median: number;
  /** Ours over the peer's: below 1 is faster, where the unit is a time. */
  readonly ratio: number;
}

export interface Floor {
  readonly name: string;
  readonly median: number;
  readonly ratio: number;
}

export interface Result {
  readonly suite: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: Spread;
  readonly peers: readonly Peer[];
  readonly floor: Floor | null;
  /** What the goal allows; null where there is none. */
  readonly goal: number | null;
  /** What `goal` is of: our ratio to the floor (at most, where nothing is said), or our own median. */
  readonly goalIs?: 'ratio at most' | 'ratio at least' | 'median at most';
  readonly met: boolean | null;
}

export interface Results {
  readonly machine: string;
  readonly at: string;
  readonly results: readonly Result[];
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: quantile(samples, 0.5), p10: quantile(samples, 0.1), p90: quantile(samples, 0.9) };
}

/** The sample that a share of the others, below 1, lies below; not a number where there is none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
}
