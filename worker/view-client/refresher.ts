/** Runs a refresh at most once at a time; what is asked for meanwhile becomes one more run after it, never a queue. */

export type Refreshed = 'done' | 'ended' | 'failed';

/** Answers with the outcome of a run that began after the call. */
export function createRefresher(load: () => Promise<Refreshed>): () => Promise<Refreshed> {
  let running: Promise<Refreshed> | null = null;
  let next: Promise<Refreshed> | null = null;

  const start = (): Promise<Refreshed> => {
    running = load().finally(() => {
      running = null;
    });
    return running;
  };

  return () => {
    if (running === null) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
}
