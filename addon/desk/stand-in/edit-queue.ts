/** Google queues two edit events behind the one that runs, and drops what comes then: counted in the runs' virtual time. */

const LONGEST = 2;

export class EditQueue {
  /** When each run that is not over began and ends, in virtual time; the last one's end is when the next may begin. */
  #runs: { readonly from: number; readonly until: number }[] = [];

  /** False: the event is dropped. */
  accepts(now: number): boolean {
    this.#runs = this.#runs.filter((run) => run.until > now);
    return this.#runs.filter((run) => run.from > now).length < LONGEST;
  }

  /** When an event that comes now has its turn. */
  turn(now: number): number {
    return Math.max(now, this.#runs.at(-1)?.until ?? now);
  }

  ran(from: number, elapsedMs: number): void {
    this.#runs.push({ from, until: from + elapsedMs });
  }
}
