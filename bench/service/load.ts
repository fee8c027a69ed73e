/** A closed loop: each client sends its next request when its last one was answered. */

/** One client's next request, whole, with its answer checked. */
export type Client = () => Promise<void>;

export interface Load {
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
  readonly perSecond: number;
}

/** So many clients at once for about so long. */
export async function load(clients: readonly Client[], milliseconds: number): Promise<Load> {
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + milliseconds;
  await Promise.all(
    clients.map(async (client) => {
      for (let from = performance.now(); from < end; ) {
        await client();
        const to = performance.now();
        latencies.push(to - from);
        from = to;
      }
    }),
  );
  return { latencies, perSecond: (latencies.length * 1000) / (performance.now() - started) };
}
