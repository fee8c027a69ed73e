/**
 * Script runs, one after the other, as Google's servers make them: never inside the edit that caused them, and only once
 * the grid has computed the formulas that the edit touched.
 */

/** A formula whose result does not come (a function the grid lacks) must not hold runs up for ever. */
const FORMULA_WAIT = 2000;

export interface RunQueueOptions {
  readonly formulasPending: () => boolean;
  /** Runs waiting or under way. */
  readonly onBusy: (runs: number) => void;
  readonly after: () => void;
  readonly onError: (error: unknown) => void;
}

export interface RunQueue {
  add(run: () => void): void;
  /** To be called when formula results have arrived. */
  formulasComputed(): void;
}

export function createRunQueue(options: RunQueueOptions): RunQueue {
  const waiting: (() => void)[] = [];
  let working = false;
  let wake: () => void = () => {};

  async function formulas(): Promise<void> {
    const end = performance.now() + FORMULA_WAIT;
    while (options.formulasPending() && performance.now() < end) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, Math.max(0, end - performance.now()));
      });
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let run = waiting[0]; run !== undefined; run = waiting[0]) {
      await formulas();
      try {
        run();
      } catch (error) {
        options.onError(error);
      }
      options.after();
      waiting.shift();
      options.onBusy(waiting.length);
      // Let edits that came meanwhile be made before the next run.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    working = false;
  }

  return {
    add(run) {
      waiting.push(run);
      options.onBusy(waiting.length);
      void work();
    },
    formulasComputed: () => wake(),
  };
}
