/**
 * Group commit: what asks to be written while other requests are still on their way is written together with them, in one turn. The
 * platform commits what one turn wrote as one transaction, and holds every answer back until that is on the disk: one wait for the
 * disk serves all of them, where each would have had its own.
 */

/** One request's place, from when it comes until it has written or given up. */
export interface Place {
  /**
   * Runs `work` with all that waits, in the order of asking. It has to be a transaction of its own: what it throws is its own answer,
   * and undoes nothing of the others.
   */
  write<T>(work: () => T extends PromiseLike<unknown> ? never : T): Promise<T>;
  /** Whoever came must leave, also after writing: others wait for who is still on their way. */
  leave(): void;
}

export interface WriteQueue {
  enter(): Place;
}

/** Nobody waits longer for somebody whose body is still coming. */
const PATIENCE_MS = 2;

/** `afterwards` runs once behind all that one turn wrote, and before any of it is answered. */
export function writeQueue(afterwards: () => void): WriteQueue {
  let waiting: (() => void)[] = [];
  let onTheirWay = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const writeAll = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const works = waiting;
    waiting = [];
    for (const work of works) work();
    if (works.length > 0) afterwards();
  };
  const writeOrWait = (): void => {
    if (onTheirWay === 0) writeAll();
    else if (waiting.length > 0) timer ??= setTimeout(writeAll, PATIENCE_MS);
  };

  return {
    enter: () => {
      let isOnItsWay = true;
      onTheirWay += 1;
      const arrive = (): void => {
        if (isOnItsWay) onTheirWay -= 1;
        isOnItsWay = false;
      };
      return {
        write: (work) =>
          new Promise((resolve, reject) => {
            waiting.push(() => {
              try {
                resolve(work());
              } catch (cause) {
                reject(cause);
              }
            });
            arrive();
            writeOrWait();
          }),
        leave: () => {
          arrive();
          writeOrWait();
        },
      };
    },
  };
}
