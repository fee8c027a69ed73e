/**
 * One seed for every property of a run, printed before it starts: `TEST_SEED=<seed> npm test` repeats the run. `TEST_LONG=1` asks
 * for the long run's counts.
 */

const SEEDS = 0x7fff_ffff;

/** Vitest calls this once, before any test file is loaded; what it puts into the environment reaches every one of them. */
export function setup(): void {
  process.env.TEST_SEED ??= String(Math.floor(Math.random() * SEEDS));
  console.log(`Properties: seed ${process.env.TEST_SEED}, ${propertyRuns()} runs each`);
}

/** How often a property is tried: `npm test` 200 times, the long run 10,000 times, another run as often as `TEST_RUNS` says. */
export function propertyRuns(): number {
  return Number(process.env.TEST_RUNS ?? (isLongRun() ? 10_000 : 200));
}

export function isLongRun(): boolean {
  return process.env.TEST_LONG === '1';
}

/** The run's seed, a whole number below 2³¹. */
export function seed(): number {
  return Number(process.env.TEST_SEED ?? 0);
}
