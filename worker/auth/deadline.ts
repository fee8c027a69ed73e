/** A time limit for requests to issuers that leaves no timer behind: `AbortSignal.timeout` would keep the object awake until it fires. */

/** Runs `work` with a signal that aborts after `ms`. */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
