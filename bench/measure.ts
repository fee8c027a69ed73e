/** Times functions in turns within one run, so that a machine that slows down slows all of them. */

/** Each sample repeats a function for about this long, far above the clock's resolution. */
const SAMPLE_MS = 5;
const SAMPLES = 60;
/** Rounds that do not count: the engine compiles what is hot after a while, and then again better. */
const WARM_UP = 40;

/** Microseconds a call, one sample list for each function, in the order given. */
export function interleaved(functions: readonly (() => unknown)[]): number[][] {
  const repeats = functions.map(repeatsFor);
  const samples: number[][] = functions.map(() => []);
  for (let round = 0; round < SAMPLES + WARM_UP; round++) {
    for (const [index, run] of functions.entries()) {
      const microseconds = time(run, repeats[index] ?? 1);
      if (round >= WARM_UP) samples[index]?.push(microseconds);
    }
  }
  return samples;
}

function repeatsFor(run: () => unknown): number {
  let repeats = 1;
  while (time(run, repeats) * repeats < SAMPLE_MS * 1000) repeats *= 2;
  return repeats;
}

/** What the calls answer is kept, so that no compiler may drop them. */
let kept: unknown;

function time(run: () => unknown, repeats: number): number {
  const started = process.hrtime.bigint();
  for (let i = 0; i < repeats; i++) kept = run();
  const elapsed = Number(process.hrtime.bigint() - started) / 1000;
  return kept === interleaved ? 0 : elapsed / repeats;
}
