/** `setTimeout` on a simulation's clock: what the sidebar's code asks for happens when the simulation lets the time pass. */

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class Timers {
  readonly #now: () => number;
  readonly #timers = new Map<number, Timer>();
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  #last = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** From here to `uninstall` the whole thread's timers are these. */
  install(): void {
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms = 0) => {
        this.#last += 1;
        this.#timers.set(this.#last, { at: this.#now() + ms, run });
        return this.#last;
      },
      clearTimeout: (id: number | undefined) => {
        if (id !== undefined) this.#timers.delete(id);
      },
    });
  }

  uninstall(): void {
    Object.assign(globalThis, this.#real);
  }

  /** Runs what is due, in its order, each once: what that asks for waits for the next time. */
  ring(): void {
    const due = [...this.#timers].filter(([, { at }]) => at <= this.#now()).sort(([, a], [, b]) => a.at - b.at);
    for (const [id, timer] of due) {
      if (this.#timers.delete(id)) timer.run();
    }
  }
}

/** Lets everything that waits only for promises come to its end. */
export async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}
