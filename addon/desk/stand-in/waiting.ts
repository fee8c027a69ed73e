/** A lock that another living run holds: thrown instead of an answer, caught by whoever lets runs take turns. */

export class LockWait {
  /** True when the lock can be had. */
  readonly free: () => boolean;
  /** Milliseconds; from then on it cannot be had any more. */
  readonly until: number;
  /** Takes the lock, if it came free in time; the call's answer, or what it throws. */
  readonly finish: (inTime: boolean) => unknown;

  constructor(free: () => boolean, until: number, finish: (inTime: boolean) => unknown) {
    this.free = free;
    this.until = until;
    this.finish = finish;
  }

  /** The same, with what becomes of its answer on the way to the script. */
  followedBy(after: (value: unknown) => unknown): LockWait {
    return new LockWait(this.free, this.until, (inTime) => after(this.finish(inTime)));
  }
}
